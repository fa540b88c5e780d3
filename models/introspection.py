"""What the database itself says of its tables: columns, foreign keys, indexes."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.database import Database


@dataclass
class Column:
    """A column as it stands in the database. `type` is in lower case, "" where SQLite has none.

    `on_delete` is the rule of its foreign key in upper case, None without one; `target` is the table
    that it refers to.
    """

    name: str
    type: str
    target: str | None = None
    on_delete: str | None = None


@dataclass
class Table:
    """A table as it stands in the database; `indexed` are the columns that an index begins with."""

    name: str
    columns: dict[str, Column] = field(default_factory=dict)
    indexes: set[str] = field(default_factory=set)
    indexed: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Queries:
    """Three questions to an engine's own catalogue.

    columns: (table, column, type); keys: (table, column, target table, delete rule);
    indexes: (table, index, first column or None for an expression).
    """

    columns: str
    keys: str
    indexes: str


_QUERIES: Mapping[str, _Queries] = {
    "sqlite": _Queries(
        columns="""
            SELECT m.name, c.name, lower(c.type) FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' ORDER BY m.rowid, c.cid""",
        keys="""
            SELECT m.name, k."from", k."table", upper(k.on_delete)
            FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) k WHERE m.type = 'table'""",
        indexes="""
            SELECT m.name, i.name, x.name FROM sqlite_master m JOIN pragma_index_list(m.name) i
            JOIN pragma_index_info(i.name) x ON x.seqno = 0 WHERE m.type = 'table'""",
    ),
    "postgresql": _Queries(
        columns="""
            SELECT table_name, column_name, lower(data_type) FROM information_schema.columns
            WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position""",
        keys="""
            SELECT t.relname, a.attname, r.relname,
                   CASE k.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' ELSE 'NO ACTION' END
            FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.conkey[1]
            WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace""",
        indexes="""
            SELECT t.relname, i.relname, a.attname
            FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
            LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0] AND x.indkey[0] > 0
            WHERE t.relnamespace = current_schema()::regnamespace""",
    ),
    "mysql": _Queries(
        columns="""
            SELECT table_name, column_name, lower(data_type) FROM information_schema.columns
            WHERE table_schema = database() AND generation_expression IS NULL
            ORDER BY table_name, ordinal_position""",
        keys="""
            SELECT u.table_name, u.column_name, u.referenced_table_name, upper(r.delete_rule)
            FROM information_schema.key_column_usage u JOIN information_schema.referential_constraints r
            ON r.constraint_name = u.constraint_name AND r.table_name = u.table_name
            WHERE u.table_schema = database() AND r.constraint_schema = database()
            AND u.referenced_table_name IS NOT NULL""",
        indexes="""
            SELECT table_name, index_name, column_name FROM information_schema.statistics
            WHERE table_schema = database() AND seq_in_index = 1""",
    ),
}


_TABLE_QUERIES: Mapping[str, str] = {
    "sqlite": "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
    "postgresql": "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = %s",
    "mysql": "SELECT 1 FROM information_schema.tables WHERE table_schema = database() AND table_name = %s",
}


def read_tables(database: Database) -> dict[str, Table]:
    """All tables of the database (PostgreSQL: of the current schema) by name; columns in their order."""
    queries = _QUERIES[database.engine]
    tables: dict[str, Table] = {}
    for table, column, type_ in database.execute_sql(queries.columns).fetchall():
        tables.setdefault(table, Table(table)).columns[column] = Column(column, type_)
    for table, column, target, rule in database.execute_sql(queries.keys).fetchall():
        if table in tables and column in tables[table].columns:
            tables[table].columns[column].target, tables[table].columns[column].on_delete = target, rule
    for table, index, column in database.execute_sql(queries.indexes).fetchall():
        if table in tables:
            tables[table].indexes.add(index)
            tables[table].indexed.add(column)
    return tables


def has_table(database: Database, name: str) -> bool:
    """Whether there is a table of that name, which is asked faster than for all tables."""
    return database.execute_sql(_TABLE_QUERIES[database.engine], (name,)).fetchone() is not None


_TRIGGER_QUERIES: Mapping[str, str] = {
    "sqlite": "SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND name = ?",
    "postgresql": """
        SELECT 1 FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND t.tgname = %s""",
    "mysql": "SELECT 1 FROM information_schema.triggers WHERE trigger_schema = database() AND trigger_name = %s",
}


def has_trigger(database: Database, name: str) -> bool:
    """Whether there is a trigger of that name."""
    return database.execute_sql(_TRIGGER_QUERIES[database.engine], (name,)).fetchone() is not None


def fingerprint(database: Database) -> str:
    """A text that differs when tables or columns were added or removed."""
    if database.engine == "sqlite":
        return str(database.execute_sql("PRAGMA schema_version").fetchone()[0])
    rows = database.execute_sql(_QUERIES[database.engine].columns).fetchall()
    return str(hash(tuple(rows)))
