"""The tables that edgewise needs: made where they are missing, extended where they are older."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import peewee

from models.audit import create_log
from models.base import Tables
from models.catalogue import Field, ObjectType
from models.database import Database, our_name, quoted, transaction
from models.errors import DatabaseUnavailable, NewerSchema
from models.held_columns import held
from models.introspection import Table, has_table
from models.own_tables import create_own

VERSION = 1
"""The version of what edgewise adds to a database; a database with a higher one is refused."""

VERSION_TABLE = "edgewise_schema"
LOCK = 0x6564676577697365
"""The key of the lock under which one process at a time changes the schema ("edgewise"); one for each database."""

MARIADB_LOCK = "concat('edgewise ', sha1(database()))"
"""The same on MariaDB, whose locks are the server's."""

LOCK_SECONDS = 60


def check_version(database: Database) -> None:
    """Raise NewerSchema for a database that a later release has changed; look only."""
    if not has_table(database, VERSION_TABLE):
        return
    found = database.execute_sql(f"SELECT max(version) FROM {VERSION_TABLE}").fetchone()[0] or 0
    if found > VERSION:
        raise NewerSchema(
            f"the database has schema version {found}, this edgewise knows {VERSION}; install a newer edgewise"
        )


@contextmanager
def schema_lock(database: Database) -> Iterator[None]:
    """One transaction in which no other edgewise changes the schema.

    MariaDB commits at each statement that changes a table, so there the lock is all that holds.
    """
    if database.engine == "mysql":
        _lock_mariadb(database)
    try:
        with transaction(database):
            if database.engine == "postgresql":
                database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            yield
    finally:
        if database.engine == "mysql":
            database.execute_sql(f"SELECT release_lock({MARIADB_LOCK})")


def _lock_mariadb(database: Database) -> None:
    row = database.execute_sql(f"SELECT get_lock({MARIADB_LOCK}, {LOCK_SECONDS})").fetchone()
    if row[0] != 1:
        raise DatabaseUnavailable(f"another edgewise has changed the schema for {LOCK_SECONDS} seconds; try again")


def create_missing(database: Database, tables: Tables, found: Mapping[str, Table]) -> None:
    """Create the missing tables, columns and indexes; the caller holds the lock."""
    for model in tables:
        if model._meta.table_name not in found:
            model._schema.create_table(safe=True)
    for type_ in tables.catalogue:
        table = found.get(tables.prefix + type_.name)
        if table:
            _add_columns(tables, type_, table)
        _add_indexes(tables, type_, table or Table(tables.prefix + type_.name))
    create_own(database, found)
    create_log(database, found)
    _note_version(database, found)


def _add_columns(tables: Tables, type_: ObjectType, table: Table) -> None:
    for field in type_.fields:
        if field.name not in table.columns:
            definition = _definition(tables, type_, field)
            tables.database.execute_sql(f"ALTER TABLE {quoted(tables.database, table.name)} ADD COLUMN {definition}")


def _definition(tables: Tables, type_: ObjectType, field: Field) -> str:
    column, context = tables.column(type_.name, field.name), tables.database.get_sql_context()
    definition = str(context.sql(column.ddl(context)).query()[0])
    if isinstance(column, peewee.ForeignKeyField):
        objects = quoted(tables.database, tables.objects._meta.table_name)
        deferrable = f" DEFERRABLE {column.deferrable}" if column.deferrable else ""
        definition += f" REFERENCES {objects} (id) ON DELETE {column.on_delete}{deferrable}"
    return definition


def _add_indexes(tables: Tables, type_: ObjectType, table: Table) -> None:
    """An index for each reference, as backward edges and deletes look them up; one for a unique key.

    The lists of backward edges are in the order of ids, and an index that has these too saves PostgreSQL from sorting
    each of them, which takes a third of the time of a long answer; SQLite and MariaDB put them into all indexes.
    On PostgreSQL they hold, too, what lists mostly show: then the objects need not be looked up in the table one by
    one, and only edgewise pays for it when that changes; on SQLite Anope would. An index that is there stays as it is.
    MariaDB indexes foreign keys by itself. Its unique indexes on texts of any length lock the gaps around a new
    row, so that two writers who create different objects at once may block each other for good. There a hash of
    the key is unique in their place, and look-ups have the text's first characters.
    """
    order = ["id"] if tables.database.engine == "postgresql" else []
    missing = [] if tables.database.engine == "mysql" else [
        field.name for field, _ in type_.references if field.name not in table.indexed]
    shown = held(tables.database, type_, table) if missing else []
    for column in missing:
        create_index(tables.database, table, our_name(type_.name, column), [column, *order],
                     holds=[name for name in shown if name != column])
    if type_.unique:
        name, key = our_name(type_.name, "key"), type_.key
        if tables.database.engine == "mysql":
            create_index(tables.database, table, our_name(type_.name, "start"), _key_start(type_), raw=True)
            _add_key_hash(tables.database, table, name, type_.key)
            key = (name,)
        create_index(tables.database, table, name, key, unique=True)


def _key_start(type_: ObjectType) -> list[str]:
    return [f"`{name}`" if type_.field(name).reference else f"`{name}`(191)" for name in type_.key]


def _add_key_hash(database: Database, table: Table, name: str, key: Iterable[str]) -> None:
    """MariaDB: a column with the hash of a key; NULL, which is never taken, while part of the key is not set."""
    if name not in table.indexes:
        text = ", '/', ".join(f"hex(`{column}`)" for column in key)
        database.execute_sql(
            f"ALTER TABLE {quoted(database, table.name)} ADD COLUMN IF NOT EXISTS {quoted(database, name)} BINARY(32) "
            f"AS (unhex(sha2(concat({text}), 256))) PERSISTENT"
        )


def create_index(
    database: Database, table: Table, name: str, columns: Iterable[str], *, unique: bool = False, raw: bool = False,
    holds: Iterable[str] = (),
) -> None:
    """Create an index unless the table has one of that name; `raw` columns are SQL, the others names.

    Columns that it only `holds` are no part of its order (PostgreSQL).
    """
    if name in table.indexes:
        return
    parts = ", ".join(columns if raw else (quoted(database, column) for column in columns))
    beside = ", ".join(quoted(database, column) for column in holds)
    kind, include = "UNIQUE INDEX" if unique else "INDEX", f" INCLUDE ({beside})" if beside else ""
    database.execute_sql(
        f"CREATE {kind} IF NOT EXISTS {quoted(database, name)} ON {quoted(database, table.name)} ({parts}){include}"
    )


def _note_version(database: Database, found: Mapping[str, Table]) -> None:
    if VERSION_TABLE not in found:
        database.execute_sql(f"CREATE TABLE IF NOT EXISTS {VERSION_TABLE} (version INTEGER NOT NULL PRIMARY KEY)")
        database.execute_sql(f"INSERT INTO {VERSION_TABLE} (version) VALUES ({VERSION})")

