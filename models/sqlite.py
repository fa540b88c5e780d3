"""SQLite's driver, cysqlite: how it opens a file, reads texts in any encoding, and what its errors say."""
from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import cysqlite
import peewee

if TYPE_CHECKING:  # playhouse has no types
    class CySqliteDatabase(peewee.SqliteDatabase):
        """What is used of it here."""

        def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:
            """Run one statement and return the driver's cursor; raises peewee.PeeweeException."""

        def connection(self) -> Any:
            """The driver's connection of this thread, opened at its first use."""

        def _log_query(self, sql: str, params: Sequence[object]) -> None: ...

        def _connect(self) -> Any: ...
else:
    from playhouse.cysqlite_ext import CySqliteDatabase

Row = tuple[Any, ...]

DRIVER_ERRORS: Any = vars(peewee)["__exception_wrapper__"]
"""Turns a driver's errors into Peewee's, as execute_sql does; Peewee's stubs do not name it."""

ENABLE_QPSG: int = vars(cysqlite)["SQLITE_DBCONFIG_ENABLE_QPSG"]
"""SQLite's "query planner stability guarantee"; cysqlite's stubs do not name it."""

LIMIT_LENGTH: int = vars(cysqlite)["SQLITE_LIMIT_LENGTH"]
"""The limit of SQLite for the length of a text; cysqlite's stubs do not name it."""

_ERROR = re.compile(r"error [a-z ]+: (?:\[.*\] )?(.*?)(?: \(code=\d+, ext=\d+\))?\.?", re.DOTALL)
"""What cysqlite makes of SQLite's message: `error executing query: [SQL] MESSAGE (code=1, ext=1)`."""


class Found:
    """The rows that a statement found, to be fetched as from a driver's cursor."""

    def __init__(self, cursor: cysqlite.Cursor, rows: Sequence[Row]) -> None:
        """`cursor` is the one that ran the statement."""
        self.description, self.rowcount, self.lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid
        self._rows = iter(rows)
        self.fetchone = partial(next, self._rows, None)

    def fetchall(self) -> list[Row]:
        """All rows that were not fetched yet."""
        return list(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return self._rows

    def close(self) -> None:
        """Nothing to do: the cursor is done."""


class Driver(CySqliteDatabase):
    """Peewee's SQLite database through cysqlite.

    cysqlite reads texts as UTF-8 and fails where they are none. Other programs store such: a statement that
    meets one is run again, and its texts are decoded here, by the error handler that `decoding` names.
    """

    decoding = "replace"

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:
        """Run one statement and read what it finds: a cursor, or Found. Raises peewee.PeeweeException."""
        cursor = super().execute_sql(sql, params)
        if not cursor.description:
            return cursor
        try:
            with DRIVER_ERRORS:
                return Found(cursor, cursor.fetchall())
        except UnicodeDecodeError:
            return Found(cursor, self._decoded(sql, params, len(cursor.description)))

    def cell(self, sql: str, params: Sequence[object]) -> Any:
        """The only cell that a statement finds, which is no text. Raises peewee.PeeweeException.

        This is the shortest way to the driver: it takes half as long as a short statement itself.
        """
        self._log_query(sql, params)
        with DRIVER_ERRORS:
            return self.connection().execute(sql, params).fetchone()[0]

    def _decoded(self, sql: str, params: Sequence[object] | None, width: int) -> list[Row]:
        """The rows of a SELECT, whose texts come as bytes, each cell behind its type; anything else is an error."""
        names = [f"c{number}" for number in range(width)]
        cells = [f"typeof({name}), CASE typeof({name}) WHEN 'text' THEN CAST({name} AS BLOB) ELSE {name} END"
                 for name in names]
        found = super().execute_sql(  # materialized, so that the rows keep their order
            f"WITH found ({', '.join(names)}) AS MATERIALIZED ({sql}\n) SELECT {', '.join(cells)} FROM found", params)
        with DRIVER_ERRORS:
            return [
                tuple(cell.decode("utf-8", self.decoding) if kind == "text" else cell
                      for kind, cell in zip(row[::2], row[1::2], strict=True))
                for row in found.fetchall()
            ]

    def _connect(self) -> Any:
        """A connection whose plans do not depend on bound values.

        Else SQLite looks at the value behind LIMIT, and prepares the statement anew whenever that is bound again, which
        costs five times what a short one takes.
        """
        connection = super()._connect()
        connection.db_config(ENABLE_QPSG, 1)
        return connection

    def limit_length(self, most: int) -> int:
        """Let no text be longer in what this thread's connection runs: that is a peewee.DataError. The limit before."""
        before: int = self.connection().setlimit(LIMIT_LENGTH, most)
        return before

    def _close(self, conn: cysqlite.Connection) -> None:
        conn.close(force=True)  # an open transaction is undone; without force the connection would stay open


def library_version() -> tuple[int, ...]:
    """The version of SQLite that the driver brings, or was compiled with."""
    return tuple(cysqlite.sqlite_version_info)


def file_uri(path: Path, options: str = "") -> str:
    """The URI by which SQLite opens a file, whatever its name holds: the driver takes a name in UTF-8 only."""
    return f"file:{quote(os.fsencode(path.absolute()))}{options and '?' + options}"


def without_statement(message: str) -> str:
    """SQLite's own words in the text of an error, which is left as it is if it is another driver's."""
    match = _ERROR.fullmatch(message)
    return match[1] if match else message
