"""The database that an import reads: opened so that nothing in it can change."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from models.casemap import CaseMap
from models.database import Database, SqliteDatabase, check_file, connect, first_line
from models.database_url import masked, parse_url
from models.errors import DatabaseUnavailable
from models.sqlite import Driver, file_uri

SNAPSHOT = {
    "sqlite": ("BEGIN",),
    "postgresql": ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",),
    "mysql": ("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
              "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"),
}
"""What makes everything that is read afterwards one state, whoever else writes."""

WAL_VERSION = b"\2\2"
"""What stands at offset 18 of a database file in the journal mode WAL (SQLite's file format, section 1.3)."""


class SqliteSource(SqliteDatabase):
    """A SQLite file that is only read."""

    decoding = "surrogateescape"  # what is no UTF-8 comes as lone surrogates, which no field takes

    def __init__(self, path: Path) -> None:
        Driver.__init__(self, file_uri(path.resolve(), _mode(path)))


def _mode(path: Path) -> str:
    """How to open the file: one in WAL mode that nobody writes to would get files beside it otherwise."""
    with path.open("rb") as file:
        file.seek(18)
        is_wal = file.read(2) == WAL_VERSION
    log = path.with_name(path.name + "-wal")
    return "immutable=1" if is_wal and not (log.exists() and log.stat().st_size) else "mode=ro"


@contextmanager
def open_source(source: str) -> Iterator[Database]:
    """One unchanging state of the database that a path or a database URL names.

    What goes wrong while it is read is the caller's to name. Raises InvalidURL, DatabaseUnavailable, NotADatabase.
    """
    database = _database(source)
    try:
        _begin(database, source)
        yield database
    finally:
        database.close()


def _begin(database: Database, source: str) -> None:
    try:
        for statement in SNAPSHOT[database.engine]:
            database.execute_sql(statement)
    except peewee.PeeweeException as error:
        raise DatabaseUnavailable(f"cannot read {masked(source)}: {first_line(error)}") from error


def _database(source: str) -> Database:
    location = parse_url(source) if "://" in source else None
    if location and location.engine != "sqlite":
        return connect(source, CaseMap("ascii"))
    path = Path(location.name if location else source)
    check_file(path, create=False)
    return SqliteSource(path)
