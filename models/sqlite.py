"""SQLite's driver, APSW: how it opens a file, reads texts in any encoding, and what its connections are told."""
from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import apsw
import peewee

if TYPE_CHECKING:  # playhouse has no types
    class APSWDatabase(peewee.SqliteDatabase):
        """What is used of it here."""

        def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:
            """Run one statement and return the driver's cursor; raises peewee.PeeweeException."""

        def connection(self) -> apsw.Connection:
            """The driver's connection of this thread, opened at its first use."""

        _functions: Mapping[str, tuple[Any, int, bool | None]]

        def _log_query(self, sql: str, params: Sequence[object]) -> None: ...

        def _connect(self) -> Any: ...
else:
    from playhouse.apsw_ext import APSWDatabase

Row = tuple[Any, ...]

DRIVER_ERRORS: Any = vars(peewee)["__exception_wrapper__"]
"""Turns a driver's errors into Peewee's, as execute_sql does; Peewee's stubs do not name it."""

vars(peewee)["EXCEPTIONS"].setdefault("NoMemError", peewee.OperationalError)  # playhouse leaves it out

OPENED = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
"""How a file is opened; its URI may say otherwise."""


MOST_STATEMENTS = 512
"""How many statements are kept prepared on each connection, and how many the columns are known of."""


class Found:
    """The rows that a statement found, to be fetched as from a driver's cursor.

    `rowcount` and `lastrowid` mean something after a statement that changes rows, `description` where there are any.
    """

    def __init__(self, cursor: apsw.Cursor, rows: Sequence[Row], columns: Sequence[Row]) -> None:
        """`cursor` is the one that ran the statement, `columns` what it says of the columns of its result."""
        self.description = columns or None
        self.rowcount, self.lastrowid = cursor.connection.changes(), cursor.connection.last_insert_rowid()
        self._rows = iter(rows)
        self.fetchone = partial(next, self._rows, None)

    def fetchall(self) -> list[Row]:
        """All rows that were not fetched yet."""
        return list(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return self._rows

    def close(self) -> None:
        """Nothing to do: the cursor is done."""


class _Cells(threading.local):
    """The cursor for cells of the calling thread: to make one takes an eighth of the time of a short statement."""

    connection: apsw.Connection | None = None
    cursor: apsw.Cursor


class Driver(APSWDatabase):
    """Peewee's SQLite database through APSW.

    APSW reads texts as UTF-8 and fails where they are none. Other programs store such: a statement that
    meets one is run again, and its texts are decoded here, by the error handler that `decoding` names.
    """

    decoding = "replace"

    def __init__(self, uri: str, **options: Any) -> None:
        """The file is named by a URI; the options are Peewee's."""
        super().__init__(uri, flags=OPENED, statementcachesize=MOST_STATEMENTS, **options)
        self._columns: dict[str, Sequence[Row]] = {}
        self._cells = _Cells()

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Found:
        """Run one statement and read what it finds. Raises peewee.PeeweeException."""
        cursor = self._begun(sql, params)
        columns = self._columns_of(sql, cursor)
        try:
            with DRIVER_ERRORS:
                return Found(cursor, cursor.fetchall() if columns else (), columns)
        except UnicodeDecodeError:
            return Found(cursor, self._decoded(sql, params, len(columns)), columns)

    def _begun(self, sql: str, params: Sequence[object] | None) -> apsw.Cursor:
        """The cursor of a statement that has found its first row, or is done."""
        try:
            cursor: apsw.Cursor = super().execute_sql(sql, params)
        except UnicodeDecodeError as error:  # indexes of Anope's call a function, which is given such a text
            raise peewee.OperationalError("a function was given a text that is not in UTF-8") from error
        return cursor

    def cell(self, sql: str, params: Sequence[object]) -> Any:
        """The only cell that a statement finds, which is no text. Raises peewee.PeeweeException.

        This is the shortest way to the driver: it takes half as long as a short statement itself. Functions that
        statements call must not use it.
        """
        self._log_query(sql, params)
        connection = self.connection()
        if self._cells.connection is not connection:
            self._cells.connection, self._cells.cursor = connection, connection.cursor()
        try:
            return self._cells.cursor.execute(sql, params).get
        except apsw.Error:
            with DRIVER_ERRORS:  # not around all of it, as it takes as long to enter and leave as a call
                raise
        except BaseException:  # met while a value was made of a cell: the statement would stay open
            self._cells.cursor.close(force=True)
            self._cells.connection = None
            raise

    def commit(self) -> None:
        """Raises peewee.OperationalError where SQLite has undone the transaction, which playhouse passes over."""
        self.execute_sql("COMMIT")

    def rows_affected(self, cursor: Found) -> int:
        """How many rows a statement has changed."""
        return cursor.rowcount

    def _last_insert_rowid(self, cursor: Found) -> int:
        return cursor.lastrowid

    def _columns_of(self, sql: str, cursor: apsw.Cursor) -> Sequence[Row]:
        """What a cursor says of the columns of its result, nothing where there is no row.

        APSW makes it anew each time, which takes longer than to read a row. Statements name their columns, so each text
        has always the same.
        """
        found = self._columns.get(sql)
        if found is None:
            try:
                found = cursor.description
            except apsw.ExecutionCompleteError:
                return ()
            if len(self._columns) >= MOST_STATEMENTS:
                self._columns.clear()
            self._columns[sql] = found
        return found

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
        connection: apsw.Connection = super()._connect()
        connection.config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, 1)
        return connection

    def _load_functions(self, conn: apsw.Connection) -> None:
        """As Peewee does, but that APSW takes the last argument by its name only."""
        for name, (function, parameters, deterministic) in self._functions.items():
            conn.create_scalar_function(name, function, parameters, deterministic=bool(deterministic))

    def limit_length(self, most: int) -> int:
        """Let no text be longer in what this thread's connection runs: that is a peewee.DataError. The limit before."""
        return self.connection().limit(apsw.SQLITE_LIMIT_LENGTH, most)

    def _close(self, conn: apsw.Connection) -> None:
        conn.close(True)  # an open transaction is undone; unless forced, an error would leave the connection open


def library_version() -> tuple[int, ...]:
    """The version of SQLite that the driver brings, or was compiled with."""
    return tuple(map(int, apsw.sqlite_lib_version().split(".")))


def file_uri(path: Path, options: str = "") -> str:
    """The URI by which SQLite opens a file, whatever its name holds: the driver takes a name in UTF-8 only."""
    return f"file:{quote(os.fsencode(path.absolute()))}{options and '?' + options}"
