"""The highest id that was ever given: read from and written to the engine's own counter."""
from __future__ import annotations

from collections.abc import Callable, Mapping

from models.database import Database, quoted
from models.introspection import has_table


def highest_given(database: Database, table: str) -> int:
    """The highest id that a table of objects ever gave, also to objects that are gone; 0 for none."""
    name = quoted(database, table)
    in_use = database.execute_sql(f"SELECT max(id) FROM {name}").fetchone()[0]
    return max(int(in_use or 0), _COUNTERS[database.engine](database, table))


def never_below(database: Database, table: str, highest: int) -> None:
    """Make sure that a table of objects gives no id up to `highest`.

    On MariaDB this commits the transaction; call it before one begins.
    """
    if highest > _COUNTERS[database.engine](database, table):
        _RAISERS[database.engine](database, table, highest)


def _sqlite_counter(database: Database, table: str) -> int:
    if not has_table(database, "sqlite_sequence"):  # no table with AUTOINCREMENT
        return 0
    row = database.execute_sql("SELECT max(seq) FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0] or 0)


def _postgresql_counter(database: Database, table: str) -> int:
    sequence = _postgresql_sequence(database, table)
    if sequence is None:
        return 0
    last, is_called = database.execute_sql(f"SELECT last_value, is_called FROM {sequence}").fetchone()
    return int(last) if is_called else int(last) - 1


def _postgresql_sequence(database: Database, table: str) -> str | None:
    row = database.execute_sql("SELECT pg_get_serial_sequence(%s, 'id')", (quoted(database, table),)).fetchone()
    return str(row[0]) if row[0] else None


def _mariadb_counter(database: Database, table: str) -> int:
    row = database.execute_sql(
        "SELECT auto_increment FROM information_schema.tables WHERE table_schema = database() AND table_name = %s",
        (table,),
    ).fetchone()
    return int(row[0] or 1) - 1


def _raise_sqlite(database: Database, table: str, highest: int) -> None:
    changed = database.execute_sql("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (highest, table)).rowcount
    if not changed:
        database.execute_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, highest))


def _raise_postgresql(database: Database, table: str, highest: int) -> None:
    database.execute_sql("SELECT setval(%s, %s)", (_postgresql_sequence(database, table), highest))


def _raise_mariadb(database: Database, table: str, highest: int) -> None:
    database.execute_sql(f"ALTER TABLE {quoted(database, table)} AUTO_INCREMENT = {highest + 1}")


_COUNTERS: Mapping[str, Callable[[Database, str], int]] = {
    "sqlite": _sqlite_counter, "postgresql": _postgresql_counter, "mysql": _mariadb_counter,
}
_RAISERS: Mapping[str, Callable[[Database, str, int], None]] = {
    "sqlite": _raise_sqlite, "postgresql": _raise_postgresql, "mysql": _raise_mariadb,
}
