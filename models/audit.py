"""The audit log: who changed what, through which door; written along with each change, never changed itself."""
from __future__ import annotations

import time
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

import orjson

from models.catalogue import ObjectID
from models.database import Database, execute_many
from models.introspection import has_trigger
from models.stored import is_storable

TABLE = "edgewise_audit"
COLUMNS = ("at", "principal", "address", "door", "action", "type", "object_id", "changes")

LONGEST_NAME = 500
"""How much of a name is kept: an index holds it."""

MOST = 2**63 - 1
"""The largest number that the engines hold."""

Change = tuple[str | None, str | None] | tuple[()]
"""What a field held and what it holds now; nothing, if neither is for the log: a secret, or a value of a store."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes a change, where from, and through which door."""

    principal: str
    address: str
    door: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one object: `create`, `update`, `delete`, or for stores `put` and `append`."""

    action: str
    object: ObjectID
    changes: Mapping[str, Change]


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry as the log holds it."""

    id: int
    at: int
    actor: Actor
    entry: Entry


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are asked for; None asks for no such thing. `until` is the first second that is too late."""

    principal: str | None = None
    door: str | None = None
    type: str | None = None
    object_id: int | None = None
    since: int | None = None
    until: int | None = None


CONDITIONS = {
    "principal": "principal = {}", "door": "door = {}", "type": "type = {}", "object_id": "object_id = {}",
    "since": "at >= {}", "until": "at < {}",
}
"""What each field of Wanted demands of a row."""


class AuditLog:
    """The log of one database. All methods run on the connection of the calling thread."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database, self._clock = database, clock
        marks = ", ".join([database.param] * len(COLUMNS))
        self._insert = f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) VALUES ({marks})"

    def record(self, actor: Actor, entries: Sequence[Entry]) -> None:
        """Add what somebody has changed; run it in the transaction that makes the change."""
        now = int(self._clock())
        who = (_kept(actor.principal), _kept(actor.address), actor.door)
        rows = [(now, *who, one.action, *one.object, orjson.dumps(one.changes).decode()) for one in entries]
        if len(rows) == 1:
            self._database.execute_sql(self._insert, rows[0])
        elif rows:
            execute_many(self._database, self._insert, rows)

    def page(self, wanted: Wanted, size: int, before: int | None = None) -> list[Recorded]:
        """Up to so many entries, the newest first; those before an entry, if its id is given."""
        given = {name: value for name in CONDITIONS if (value := getattr(wanted, name)) is not None}
        if not all(map(_is_possible, given.values())):
            return []
        conditions, values = [CONDITIONS[name] for name in given], list(given.values())
        if before is not None:
            conditions.append("id < {}")
            values.append(before)
        where = " AND ".join(one.format(self._database.param) for one in conditions) or "1 = 1"
        rows = self._database.execute_sql(
            f"SELECT id, {', '.join(COLUMNS)} FROM {TABLE} WHERE {where} ORDER BY id DESC LIMIT {self._database.param}",
            [*values, size],
        ).fetchall()
        return [_recorded(*row) for row in rows]


def _kept(name: str) -> str:
    return name.replace("\0", "")[:LONGEST_NAME]


def _is_possible(value: str | int) -> bool:
    """Whether an engine can hold it; what none stores cannot be found either."""
    return is_storable(value) if isinstance(value, str) else -MOST <= value <= MOST


def _recorded(
    id_: int, at: int, principal: str, address: str, door: str, action: str, type_: str, object_id: int, changes: str,
) -> Recorded:
    found: dict[str, Change] = {name: tuple(change) for name, change in orjson.loads(changes).items()}
    return Recorded(id_, at, Actor(principal, address, door), Entry(action, ObjectID(type_, object_id), found))


# -------------------------------------------------------------------------------------------------- its table

_REFUSAL = "the audit log is append-only"

_RAISE = f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
_SIGNAL = f"FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '{_REFUSAL}'"
_FUNCTION = f"""CREATE OR REPLACE FUNCTION edgewise_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"""

_TRIGGERS: Mapping[str, Mapping[str, str]] = {
    "sqlite": {
        "edgewise_audit_update": f"BEFORE UPDATE ON {TABLE} {_RAISE}",
        "edgewise_audit_delete": f"BEFORE DELETE ON {TABLE} {_RAISE}",
        "edgewise_audit_insert":  # REPLACE deletes without the trigger
            f"BEFORE INSERT ON {TABLE} WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id) {_RAISE}",
    },
    "postgresql": {
        "edgewise_audit_update":
            f"BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION edgewise_audit_refuse()",
        "edgewise_audit_truncate": f"BEFORE TRUNCATE ON {TABLE} EXECUTE FUNCTION edgewise_audit_refuse()",
    },
    "mysql": {
        "edgewise_audit_update": f"BEFORE UPDATE ON {TABLE} {_SIGNAL}",
        "edgewise_audit_delete": f"BEFORE DELETE ON {TABLE} {_SIGNAL}",
    },
}
"""What keeps the log as it is, by name. MariaDB tells no trigger of TRUNCATE: there KEEPER is in its way."""

KEEPER = f"{TABLE}_keeper"

_KEEPER = f"""CREATE TABLE {KEEPER} (id BIGINT PRIMARY KEY, FOREIGN KEY (id) REFERENCES {TABLE} (id)) ENGINE=InnoDB"""
"""An empty table that refers to the log: InnoDB truncates and drops none that another one refers to."""

_TYPES: Mapping[str, Mapping[str, str]] = {
    "sqlite": {"id": "INTEGER PRIMARY KEY AUTOINCREMENT", "text": "TEXT", "start": "", "options": ""},
    "postgresql": {"id": "BIGSERIAL PRIMARY KEY", "text": "TEXT", "start": "", "options": ""},
    "mysql": {"id": "BIGINT PRIMARY KEY AUTO_INCREMENT", "text": "LONGTEXT", "start": "(191)",
              "options": "ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"},
}

_TABLE = (
    f"""CREATE TABLE IF NOT EXISTS {TABLE} (id {{id}}, at BIGINT NOT NULL, principal {{text}} NOT NULL,
    address {{text}} NOT NULL, door {{text}} NOT NULL, action {{text}} NOT NULL, type {{text}} NOT NULL,
    object_id BIGINT NOT NULL, changes {{text}} NOT NULL) {{options}}""",
    f"CREATE INDEX edgewise_audit_object ON {TABLE} (object_id)",
    f"CREATE INDEX edgewise_audit_principal ON {TABLE} (principal{{start}})",
)


def create_log(database: Database, found: Container[str]) -> None:
    """Make the log's table and its triggers where they are missing; the caller holds the schema lock."""
    if TABLE not in found:
        for statement in _TABLE:
            database.execute_sql(statement.format(**_TYPES[database.engine]))
    if database.engine == "mysql" and KEEPER not in found:
        database.execute_sql(_KEEPER)
    missing = [name for name in _TRIGGERS[database.engine] if not has_trigger(database, name)]
    if missing and database.engine == "postgresql":
        database.execute_sql(_FUNCTION)
    for name in missing:
        database.execute_sql(f"CREATE TRIGGER {name} {_TRIGGERS[database.engine][name]}")
