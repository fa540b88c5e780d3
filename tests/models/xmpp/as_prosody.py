"""Prosody's SQL storage as Prosody itself makes and writes it, for tests of what edgewise adds."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from models.database import Database

TABLES = {
    "sqlite": (
        """CREATE TABLE IF NOT EXISTS "prosody" ("host" TEXT NOT NULL, "user" TEXT NOT NULL, "store" TEXT NOT NULL,
        "key" TEXT NOT NULL, "type" TEXT NOT NULL, "value" TEXT NOT NULL)""",
        """CREATE TABLE IF NOT EXISTS "prosodyarchive" ("sort_id" INTEGER PRIMARY KEY AUTOINCREMENT,
        "host" TEXT NOT NULL, "user" TEXT NOT NULL, "store" TEXT NOT NULL, "key" TEXT NOT NULL,
        "when" INTEGER NOT NULL, "with" TEXT NOT NULL, "type" TEXT NOT NULL, "value" TEXT NOT NULL)""",
        'CREATE UNIQUE INDEX IF NOT EXISTS "prosodyarchive_index" ON "prosodyarchive" ("host","user","store","key")',
    ),
    "postgresql": (
        """CREATE TABLE IF NOT EXISTS "prosody" ("host" TEXT NOT NULL, "user" TEXT NOT NULL, "store" TEXT NOT NULL,
        "key" TEXT NOT NULL, "type" TEXT NOT NULL, "value" TEXT NOT NULL)""",
        """CREATE TABLE IF NOT EXISTS "prosodyarchive" ("sort_id" BIGSERIAL PRIMARY KEY,
        "host" TEXT NOT NULL, "user" TEXT NOT NULL, "store" TEXT NOT NULL, "key" TEXT NOT NULL,
        "when" INTEGER NOT NULL, "with" TEXT NOT NULL, "type" TEXT NOT NULL, "value" TEXT NOT NULL)""",
        'CREATE UNIQUE INDEX IF NOT EXISTS "prosodyarchive_index" ON "prosodyarchive" ("host","user","store","key")',
    ),
    "mysql": (
        """CREATE TABLE IF NOT EXISTS `prosody` (`host` TEXT NOT NULL, `user` TEXT NOT NULL, `store` TEXT NOT NULL,
        `key` TEXT NOT NULL, `type` TEXT NOT NULL, `value` MEDIUMTEXT NOT NULL)
        CHARACTER SET 'utf8mb4' COLLATE 'utf8mb4_bin'""",
        """CREATE TABLE IF NOT EXISTS `prosodyarchive` (`sort_id` INTEGER PRIMARY KEY AUTO_INCREMENT,
        `host` TEXT NOT NULL, `user` TEXT NOT NULL, `store` TEXT NOT NULL, `key` TEXT NOT NULL,
        `when` INTEGER NOT NULL, `with` TEXT NOT NULL, `type` TEXT NOT NULL, `value` MEDIUMTEXT NOT NULL)
        CHARACTER SET 'utf8mb4' COLLATE 'utf8mb4_bin'""",
    ),
}
"""The statements of a real Prosody 0.12.3, by engine."""

DELETE = 'DELETE FROM "prosody" WHERE "host"=? AND "user"=? AND "store"=?'
INSERT = 'INSERT INTO "prosody" ("host","user","store","key","type","value") VALUES (?,?,?,?,?,?)'
ARCHIVE = """INSERT INTO "prosodyarchive" ("host", "user", "store", "when", "with", "key", "type", "value")
    VALUES (?,?,?,?,?,?,?,?)"""

Run = Callable[[str, Sequence[object]], Any]


def spelled(sql: str, engine: str) -> str:
    """A statement in the quotes and with the placeholders of an engine."""
    sql = sql.replace('"', "`") if engine == "mysql" else sql
    return sql if engine == "sqlite" else sql.replace("?", "%s")


def run(database: Database, sql: str, *parameters: object) -> Any:
    """Run a statement written for SQLite."""
    return database.execute_sql(spelled(sql, database.engine), parameters)


def write(database: Database, host: str, user: str, store: str, *rows: tuple[str, str, str]) -> None:
    """Set a keyval: first delete all its rows, then insert those of (key, type, value)."""
    run(database, DELETE, host, user, store)
    insert(database, host, user, store, *rows)


def archive(database: Database, host: str, user: str, store: str, key: str, xml: str, when: int = 1795320990) -> None:
    """Append a stanza to an archive."""
    run(database, ARCHIVE, host, user, store, when, "bob@example.com", key, "xml", xml)


def create_tables(database: Database) -> None:
    """Make the tables in a database that edgewise has not seen."""
    for statement in TABLES[database.engine]:
        database.execute_sql(statement)


def insert(database: Database, host: str, user: str, store: str, *rows: tuple[str, str, str]) -> None:
    """Insert rows of (key, type, value), as web sites do that register users."""
    for row in rows:
        run(database, INSERT, host, user, store, *row)


def rows(database: Database, columns: str, table: str = "prosody") -> list[tuple[Any, ...]]:
    """What stands in a table, in an order that is always the same."""
    found = run(database, f"SELECT {columns} FROM {table}").fetchall()
    return sorted((tuple(row) for row in found), key=repr)
