"""The rows of many users' stores, read at once."""
from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from models.base import Tables
from models.database import quoted
from models.objects import MAX_ID
from models.query.nodes import Node, among, sql
from models.stored import is_storable
from models.xmpp.definitions import ITEM_TABLE, PROSODY_TABLES
from models.xmpp.rows import StoredRow
from models.xmpp.statements import AS_BYTES

MOST_IDS = 30_000
"""How many ids one statement names; SQLite takes 32,766 parameters, PostgreSQL 65,535."""

Keyvals = dict[str, list[StoredRow]]
"""The rows of a user's keyvals, by the name of the store."""


class StoreRows:
    """What stands in the stores of some users, each named by the id of its object (an xmppuser)."""

    def __init__(self, tables: Tables) -> None:
        self.database, self._as_bytes = tables.database, AS_BYTES[tables.database.engine]
        self.host, self.user, self.store = (self.name(f"{tables.prefix}xmpp{end}") for end in ("host", "user", "store"))
        self.owner = sql(f"s.{self.name('user')}")

    def keyvals(self, ids: Collection[int], stores: Collection[str]) -> dict[int, Keyvals]:
        """The keyvals of these names. Those that are not there are left out. One statement."""
        columns = ", ".join([self.bytes("s.name"), self.bytes("r.key"), "r.type", self.bytes("r.value")])
        named = [store for store in stores if is_storable(store)]
        found: dict[int, Keyvals] = {}
        for some in pieces(ids) if named else ():
            rows = self.run(sql(
                "SELECT ", self.owner, f", {columns} FROM {self.store} s CROSS JOIN prosody r WHERE r.store_id = s.id",
                " AND ", among(self.owner, some), " AND ", among(sql("s.name"), named),
            ))
            for owner, store, *row in rows:
                found.setdefault(owner, {}).setdefault(store.decode(), []).append(tuple(row))
        return found

    def stores(self, ids: Collection[int]) -> dict[int, list[str]]:
        """The names of the stores in which there is anything. One statement."""
        filled = " OR ".join(
            f"EXISTS (SELECT 1 FROM {table} r WHERE r.store_id = s.id)" for table in (*PROSODY_TABLES, ITEM_TABLE))
        found: dict[int, list[str]] = {}
        for some in pieces(ids):
            rows = self.run(sql(
                "SELECT ", self.owner, f", {self.bytes('s.name')} FROM {self.store} s WHERE ", among(self.owner, some),
                f" AND ({filled})",
            ))
            for owner, store in rows:
                found.setdefault(owner, []).append(store.decode("utf-8", "backslashreplace"))
        return found

    def run(self, query: Node) -> list[Any]:
        """The rows that a statement finds."""
        text, parameters = self.database.get_sql_context().sql(query).query()
        rows: list[Any] = self.database.execute_sql(text, parameters).fetchall()
        return rows

    def bytes(self, column: str) -> str:
        """A column of text, read as bytes: on SQLite it may be no UTF-8. `column` may have an alias before a dot."""
        alias, _, name = column.rpartition(".")
        return self._as_bytes.format(f"{alias}.{self.name(name)}")

    def name(self, name: str) -> str:
        """A name in the engine's quotes."""
        return quoted(self.database, name)


def pieces(ids: Collection[int], size: int = MOST_IDS) -> Iterator[Sequence[int]]:
    """The ids that an engine can hold, each once, as many together as a statement takes."""
    known = [id_ for id_ in dict.fromkeys(ids) if 0 <= id_ <= MAX_ID]
    for start in range(0, len(known), size):
        yield known[start:start + size]
