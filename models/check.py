"""`edgewise check`: what is broken in a database, and the repair of it."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import peewee

from models import audit_entries
from models.audit import Actor
from models.catalogue import ObjectID
from models.database import first_line, quoted, transaction
from models.errors import DatabaseUnavailable
from models.examination import Examination, Finding
from models.introspection import read_tables
from models.living import Living, living, named
from models.network import Network
from models.sequence import never_below
from models.xmpp.definitions import ITEM_TABLE
from models.xmpp.schema import ensure_xmpp

__all__ = ["Finding", "check"]

LOCKS: Mapping[str, str] = {
    "postgresql": "LOCK TABLE {objects} IN SHARE ROW EXCLUSIVE MODE",
    "mysql": "SELECT count(*) FROM {objects} LOCK IN SHARE MODE",
}
"""What keeps others from creating and deleting objects meanwhile: a new one would look broken.

On SQLite the transaction itself does.
"""


def check(network: Network, repair: bool = False, actor: Actor | None = None) -> list[Finding]:
    """What is broken in the network's database, and with `repair` was before it was mended, in one transaction.

    The audit log has that `actor` repaired it. Other writers wait for the end. No id is ever given again. Raises
    DatabaseUnavailable when the database refuses; then nothing was changed.
    """
    tables, database = network.tables, network.database
    objects = quoted(database, tables.prefix + "objects")
    try:
        with transaction(database):
            if database.engine in LOCKS:
                database.execute_sql(LOCKS[database.engine].format(objects=objects))
            with living(tables, tables.catalogue) as alive:
                found = Examination(alive)
                found.examine()
                if repair and found.findings:
                    _mend(alive, found)
                    if actor:
                        network.store.audit.record(actor, audit_entries.repaired(len(found.findings)))
    except peewee.PeeweeException as error:
        raise DatabaseUnavailable(f"cannot check the database: {first_line(error)}; nothing was changed") from error
    return found.findings


def _mend(alive: Living, found: Examination) -> None:
    """Carry out what the examination decided: what stays is made whole before anything goes."""
    objects = alive.table("objects")
    for row in found.doubles:
        alive.run(f"DELETE FROM {alive.table(row.type)} WHERE id = %s", row.id)
    for row in found.entered:
        alive.run(f"INSERT INTO {objects} (id, type) VALUES (%s, %s)", row.id, row.type)
    for row in found.retyped:
        alive.run(f"UPDATE {objects} SET type = %s WHERE id = %s", row.type, row.id)
    if found.entered and alive.database.engine == "postgresql":  # the others count ids that they are given
        highest = max(row.id for row in found.entered)
        never_below(alive.database, alive.tables.prefix + "objects", highest)
    for (type_name, field_name), ids in found.unset.items():
        column = quoted(alive.database, field_name)
        _run_named(alive, f"UPDATE {alive.table(type_name)} SET {column} = NULL WHERE id IN (%s)", ids)
    _mend_stores(alive, found)
    _delete(alive, found.dead)
    _delete(alive, found.orphans, rows=False)
    if found.homeless:
        ensure_xmpp(alive.database, alive.tables.prefix, read_tables(alive.database))


def _mend_stores(alive: Living, found: Examination) -> None:
    """Unhook the rows that will get the store they name, before what they point at takes them along."""
    for table, ids in found.homeless.items():
        change = f"DELETE FROM {table}" if table == ITEM_TABLE else f"UPDATE {table} SET store_id = NULL"
        _run_named(alive, f"{change} WHERE store_id IN (%s)", ids)


def _delete(alive: Living, objects: Iterable[ObjectID], *, rows: bool = True) -> None:
    by_type: dict[str, list[int]] = {}
    for object_id in objects:
        by_type.setdefault(object_id.type, []).append(object_id.id)
    for type_name, ids in by_type.items():
        if rows:
            _run_named(alive, f"DELETE FROM {alive.table(type_name)} WHERE id IN (%s)", ids)
        _run_named(alive, f"DELETE FROM {alive.table('objects')} WHERE id IN (%s)", ids)


def _run_named(alive: Living, sql: str, ids: Sequence[int]) -> None:
    for statement, some in named(sql, ids):
        alive.run(statement, *some)
