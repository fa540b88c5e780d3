"""The lines of one process to PostgreSQL: statements that read, without threads, each on a line that is free."""
from __future__ import annotations

import asyncio
import logging
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import count
from math import inf
from typing import Any, TypeVar

import peewee
import psycopg
from psycopg.adapt import Transformer
from psycopg.pq import Format
from psycopg.pq.abc import PGresult

from models.database import PostgresqlDatabase
from models.interrupts import BrokenOff
from models.line import Filled, Line, Lost, Text
from models.sqlite import DRIVER_ERRORS
from models.watch import Gone, Watch
from models.workers import Found, Read

T = TypeVar("T")

MOST_TEXTS = 200
"""How many statements are known; one that comes a second time is prepared."""

log = logging.getLogger("peewee")
"""Where Peewee tells of its statements, too."""

_PLACE = re.compile(r"%[%s]")

INT8, BOOL, BYTEA, UNKNOWN = 20, 16, 17, 0
"""PostgreSQL's numbers of types; what is unknown it takes for whatever fits."""


def _text(value: str) -> bytes:
    encoded = value.encode()
    if b"\0" in encoded:  # libpq would take it for the end
        raise peewee.DataError("PostgreSQL's texts cannot hold NUL characters")
    return encoded


_FORMS: Mapping[type, tuple[int, Callable[[Any], bytes | None]]] = {
    int: (INT8, lambda value: b"%d" % value), str: (UNKNOWN, _text), type(None): (UNKNOWN, lambda _: None),
    bool: (BOOL, lambda value: b"t" if value else b"f"), bytes: (BYTEA, lambda value: b"\\x" + value.hex().encode()),
}
"""The type of a parameter and its text, by its class. A number has one type, however large: so there is one plan."""


class Lines:
    """Up to `most` connections of an event loop, opened when they are needed. Statements read, and are no transaction.

    A statement whose line turns out to be lost runs once more on a new one. Errors are peewee.PeeweeException.
    """

    def __init__(self, database: PostgresqlDatabase, most: int) -> None:
        self._database, self._most = database, most
        self._texts: OrderedDict[str, Text] = OrderedDict()
        self._numbers = count()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._room = asyncio.Semaphore(most)
        self._lines: set[Line] = set()
        self._idle: list[Line] = []
        self._prepares = True
        self._watch = Watch()
        self._transformer = Transformer()

    async def rows(self, sql: str, parameters: Sequence[object]) -> Found:
        """The rows that a statement finds, as a cursor of psycopg gives them."""
        return self._loaded(await self._run(sql, parameters, Format.TEXT))

    async def cell(
        self, sql: str, parameters: Sequence[object], seconds: float, gone: Gone | None = None,
    ) -> bytes:
        """The only cell of the only row, a text as bytes. Raises BrokenOff after so many seconds or when `gone`."""
        found = (await self._run(sql, parameters, Format.BINARY, seconds, gone)).get_value(0, 0)
        assert found is not None  # noqa: S101 - an answer is never NULL
        return found

    async def together(
        self, reads: Sequence[Read], last: Read, seconds: float, gone: Gone | None = None,
    ) -> tuple[list[Found], bytes] | None:
        """The rows of some statements and the cell of a last one, sent at once: they cost little more than one alone.

        None where that cannot be done or one of them fails. Raises BrokenOff as `cell` does, and peewee.DataError.
        """
        if not (self._prepares and psycopg.Pipeline.is_supported()):
            return None
        self._settle()
        asked = [self._filled(read, Format.TEXT) for read in reads] + [self._filled(last, Format.BINARY)]
        try:
            *found, answer = await self._once(lambda line: line.run_together(asked), seconds, gone)
        except psycopg.Error:
            return None
        cell = answer.get_value(0, 0)
        assert cell is not None  # noqa: S101 - an answer is never NULL
        return [self._loaded(each) for each in found], cell

    def close(self) -> None:
        """Close all connections."""
        for line in list(self._lines):
            line.close()
        self._lines.clear()
        self._idle.clear()

    # ------------------------------------------------------------------------------------ statements

    async def _run(
        self, sql: str, parameters: Sequence[object], form: Format, seconds: float = inf, gone: Gone | None = None,
    ) -> PGresult:
        self._settle()
        is_known = sql in self._texts
        asked = self._filled(Read(sql, parameters), form)

        def run(line: Line) -> Awaitable[PGresult]:
            return line.run(asked, prepare=is_known)

        try:
            return await self._once(run, seconds, gone)
        except Lost:
            self._drop_idle()
        except psycopg.Error:
            with DRIVER_ERRORS:
                raise
        with DRIVER_ERRORS:
            return await self._once(run, seconds, gone)

    async def _once(self, run: Callable[[Line], Awaitable[T]], seconds: float, gone: Gone | None) -> T:
        await self._room.acquire()
        line = self._rested() or await self._opened()
        watched = self._watch.begin(line.break_off, seconds, gone) if seconds < inf else None
        try:
            return await run(line)
        except psycopg.Error:
            if line.reason is not None:
                raise BrokenOff(line.reason) from None
            raise
        finally:
            if watched:
                self._watch.end(watched)
            line.release(self._over)

    def _filled(self, read: Read, form: Format) -> Filled:
        if log.isEnabledFor(logging.DEBUG):
            log.debug((read.sql, read.parameters))
        text = self._text(read.sql, read.parameters)
        return Filled(text, [_FORMS[type(value)][1](value) for value in read.parameters], form)

    def _loaded(self, found: PGresult) -> Found:
        self._transformer.set_pgresult(found)
        return self._transformer.load_rows(0, found.ntuples, tuple)

    def _text(self, sql: str, parameters: Sequence[object]) -> Text:
        """A statement as PostgreSQL has it, made once for its text."""
        found = self._texts.get(sql)
        if found is not None:
            self._texts.move_to_end(sql)
            return found
        places = count(1)
        written = _PLACE.sub(lambda match: "%" if match[0] == "%%" else f"${next(places)}", sql)
        types = [_FORMS[type(value)][0] for value in parameters]
        found = self._texts[sql] = Text(b"edgewise_%d" % next(self._numbers), written.encode(), types)
        if len(self._texts) > MOST_TEXTS:
            self._texts.popitem(last=False)
        return found

    # ------------------------------------------------------------------------------------ connections

    def _settle(self) -> None:
        """Belong to the event loop that runs; connections of another one cannot be used any more."""
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self.close()
            self._loop, self._room = loop, asyncio.Semaphore(self._most)

    def _rested(self) -> Line | None:
        """A line with nothing to do, if there is one."""
        while self._idle:
            line = self._idle.pop()
            if not line.is_lost:
                return line
            self._lines.discard(line)
        return None

    async def _opened(self) -> Line:
        """A new line; there is room for it, which is given back if it cannot be opened."""
        try:
            line = Line(await self._connection(), prepares=self._prepares)
        except BaseException:
            self._room.release()
            raise
        self._lines.add(line)
        return line

    async def _connection(self) -> psycopg.Connection[Any]:
        """A new connection, which is opened in a thread."""
        opening = asyncio.get_running_loop().run_in_executor(None, self._database.connect_apart)
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            opening.add_done_callback(_close)
            raise

    def _over(self, line: Line) -> None:
        """A line has nothing to do any more."""
        self._prepares = self._prepares and line.prepares
        if line.is_lost or line not in self._lines:
            self._lines.discard(line)
        else:
            self._idle.append(line)
        self._room.release()

    def _drop_idle(self) -> None:
        """When one is lost, others are likely to be, too."""
        for line in self._idle:
            line.close()
            self._lines.discard(line)
        self._idle.clear()


def _close(opening: asyncio.Future[psycopg.Connection[Any]]) -> None:
    """Close a connection that nobody waits for any more."""
    if not opening.cancelled() and not opening.exception():
        opening.result().close()
