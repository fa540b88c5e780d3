"""The XMPP side of a database: made where it is missing, added to where Prosody was first."""
from __future__ import annotations

from collections.abc import Callable, Mapping

from models.database import Database, quoted
from models.errors import CatalogueError
from models.introspection import Table, has_trigger
from models.xmpp import mariadb, postgresql, sqlite
from models.xmpp.definitions import LAST_TRIGGER, PROSODY_TABLES, Definitions, Names

DEFINITIONS: Mapping[str, Callable[[Names], Definitions]] = {
    "sqlite": sqlite.definitions, "postgresql": postgresql.definitions, "mysql": mariadb.definitions,
}

def ensure_xmpp(database: Database, prefix: str, found: Mapping[str, Table]) -> None:
    """Make Prosody's tables, their column store_id and the triggers, and give each row of Prosody's its object.

    Prosody goes on writing as before: its INSERTs name their columns, and the triggers fill the one that it does
    not know. The caller holds the schema lock and has made the tables of all types. Raises CatalogueError when
    the tables belong to objects with another prefix.
    """
    _check_owner(found, prefix)
    names = Names(*(quoted(database, prefix + name) for name in ("objects", "xmpphost", "xmppuser", "xmppstore")))
    definitions = DEFINITIONS[database.engine](names)
    for table, statements in definitions.tables.items():
        if table not in found:
            _run(database, statements)
    for table in PROSODY_TABLES:
        if table not in found or "store_id" not in found[table].columns:
            _run(database, [statement.format(table=table) for statement in definitions.column])
    if not has_trigger(database, LAST_TRIGGER):
        _run(database, definitions.triggers)
    for table in PROSODY_TABLES:
        _backfill(database, definitions, table)


def _check_owner(found: Mapping[str, Table], prefix: str) -> None:
    for name in PROSODY_TABLES:
        column = found[name].columns.get("store_id") if name in found else None
        if column and column.target != f"{prefix}objects":
            raise CatalogueError(
                f"the rows of {name} belong to {column.target}, not to {prefix}objects; set the prefix to that of the "
                "tables that are there"
            )


def _run(database: Database, statements: tuple[str, ...] | list[str]) -> None:
    for statement in statements:
        database.execute_sql(statement)


def _backfill(database: Database, definitions: Definitions, table: str) -> None:
    if not database.execute_sql(f"SELECT 1 FROM {table} WHERE store_id IS NULL LIMIT 1").fetchone():
        return
    _run(database, [statement.format(table=table) for statement in definitions.backfill])
    if not definitions.backfill:
        _backfill_by_store(database, table)


def _backfill_by_store(database: Database, table: str) -> None:
    """MariaDB has no way to call a procedure for each row of a query. The tables' own collation ignores blanks."""
    exact = [f"CONVERT({name} USING utf8mb4) COLLATE utf8mb4_nopad_bin" for name in ("host", "user", "store")]
    stores = f"SELECT DISTINCT {', '.join(exact)} FROM {table} WHERE store_id IS NULL"
    condition = " AND ".join(f"{name} = %s" for name in ("host", "user", "store", *exact))
    for store in database.execute_sql(stores).fetchall():
        database.execute_sql("CALL edgewise_store(%s, %s, %s, @edgewise_store)", store)
        database.execute_sql(
            f"UPDATE {table} SET store_id = @edgewise_store WHERE {condition} AND store_id IS NULL", (*store, *store)
        )
