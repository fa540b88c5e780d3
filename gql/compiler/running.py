"""Running a statement: a short one at once, others aside; none for too long, none for nobody."""
from __future__ import annotations

import asyncio
import codecs
from collections.abc import Sequence
from math import inf

import peewee

from gql.compiler.errors import LimitExceeded, TimedOut, Unplannable
from gql.compiler.turns import Turns, processors
from models.database import Database, SqliteDatabase
from models.interrupts import BrokenOff, Interrupts, Reason, Statement
from models.network import Network
from models.watch import Gone, Watch
from models.workers import Found, Read

MOST_ROWS_AT_ONCE = 500
"""Up to how many estimated rows a statement runs on the event loop; see docs/benchmarks.md, "Big beside small"."""

MANY_ROWS = 5_000
"""From how many estimated rows on statements wait for each other while small ones come (gql.compiler.turns)."""

SERVERS_REST = 0.35
"""How long the place of a large statement of a server stays empty while small ones come, as a part of its time."""

PROCESSORS_SHARE = 2
"""How many large statements run at once for each processor of a machine that is a server's, too.

More of them push each other out of the processors' caches: 8 instead of 4 on 2 processors end 5 % less often.
"""

LONGEST_TEXT = 10**9
"""How many bytes a text has at most in SQLite, unless it is told otherwise."""

TOO_LONG = "string or blob too big"
"""SQLite's words for a text above its limit."""

PIECE = 64 * 1024
"""How many bytes are looked at together."""

UTF_8 = codecs.getincrementaldecoder("utf-8")


class Abandoned(Exception):
    """A statement that was broken off because its client went away."""


class Runner:
    """Runs the statements of one network for at most so many seconds each, on SQLite to so many bytes of a result."""

    def __init__(self, network: Network, seconds: float, most_bytes: int = LONGEST_TEXT) -> None:
        self._database, self._workers, self._seconds = network.database, network.workers, seconds
        self._most_bytes = most_bytes
        self.is_local, self._watch = isinstance(network.database, SqliteDatabase), Watch()
        self._turns = _turns(network.database)

    async def run(self, sql: str, parameters: Sequence[object], rows: float, gone: Gone | None = None) -> bytes:
        """The only value of the only row. Raises TimedOut, LimitExceeded, Abandoned and peewee.PeeweeException."""
        try:
            if rows >= MANY_ROWS:
                async with self._turns.large(self._seconds, gone) as seconds:
                    return _valid(await self._aside(sql, parameters, seconds, gone))
            if rows <= MOST_ROWS_AT_ONCE:
                self._turns.note_small()
                if self.is_local:
                    return _valid(self._at_once(sql, parameters))
            return _valid(await self._aside(sql, parameters, self._seconds, gone))
        except BrokenOff as error:
            raise self._told(error) from None

    def run_at_once(self, sql: str, parameters: Sequence[object]) -> bytes:
        """The same of a short statement, on an engine in this process. Raises as `run` does."""
        self._turns.note_small()
        try:
            return _valid(self._at_once(sql, parameters))
        except BrokenOff as error:
            raise self._told(error) from None

    async def run_behind(
        self, reads: Sequence[Read], sql: str, parameters: Sequence[object], gone: Gone | None = None,
    ) -> tuple[list[Found], bytes] | None:
        """The same of a short statement with the rows of others that are sent before it, where the engine can do that.

        None where it cannot, and where one of them fails.
        """
        if not self._workers.lines:
            return None
        self._turns.note_small()
        try:
            found = await self._workers.lines.together(reads, Read(sql, parameters), self._seconds, gone)
        except BrokenOff as error:
            raise self._told(error) from None
        return found and (found[0], _valid(found[1]))

    def _told(self, error: BrokenOff) -> Exception:
        """Why a statement was broken off, as those say it who asked for it."""
        if error.reason is Reason.ABANDONED:
            return Abandoned()
        return TimedOut(f"the answer took longer than {self._seconds} seconds (limits.deadline); ask for less")

    def _at_once(self, sql: str, parameters: Sequence[object]) -> bytes:
        """The same of a short statement on SQLite, which does not get as far as a client could go away meanwhile."""
        interrupts = self._workers.interrupts
        statement = interrupts.begin(self._database.connection(), self._seconds)
        try:
            found: str | bytes = self._database.cell(sql, parameters)
        except Exception:
            _raise_reason(statement)
            raise
        finally:
            interrupts.end(statement)
        return _encoded(found)

    async def _aside(self, sql: str, parameters: Sequence[object], seconds: float, gone: Gone | None) -> bytes:
        """The same while the event loop goes on: in a thread, where it needs one."""
        if self._workers.lines:
            return await self._workers.lines.cell(sql, parameters, seconds, gone)
        job = _Job(self._database, self._workers.interrupts, seconds, self._most_bytes)
        running = self._workers.in_thread(job.run, sql, parameters)
        watched = self._watch.begin(lambda _: job.abandon(), inf, gone)  # the thread of the interrupts keeps the time
        try:
            return await running
        except asyncio.CancelledError:
            job.abandon()
            raise
        finally:
            self._watch.end(watched)


def _turns(database: Database) -> Turns:
    """How its large statements take turns."""
    if isinstance(database, SqliteDatabase):  # its threads are few
        return Turns()
    return Turns(rest=SERVERS_REST, ever=PROCESSORS_SHARE * processors() if database.is_near else inf)


def _valid(found: bytes) -> bytes:
    """The same bytes; raises Unplannable where other programs stored texts in another encoding than UTF-8."""
    if not found.isascii():
        decoder = UTF_8()
        try:
            for start in range(0, len(found), PIECE):  # the whole text would take up to four times as much again
                decoder.decode(found[start:start + PIECE], final=start + PIECE >= len(found))
        except UnicodeDecodeError:
            raise Unplannable("a text in the database is not in UTF-8") from None
    return found


class _Job:
    """One statement for one client."""

    def __init__(self, database: Database, interrupts: Interrupts, seconds: float, most_bytes: int) -> None:
        self._database, self._interrupts, self._seconds = database, interrupts, seconds
        self._most_bytes = most_bytes
        self._statement: Statement | None = None
        self._is_abandoned = False

    def run(self, sql: str, parameters: Sequence[object]) -> bytes:
        """The result, on the connection of the calling thread. Raises BrokenOff and peewee.PeeweeException."""
        statement = self._statement = self._interrupts.begin(self._database.connection(), self._seconds)
        try:
            found = self._found(sql, parameters)
        except Exception:
            _raise_reason(statement)
            raise
        finally:
            self._interrupts.end(statement)
        _raise_reason(statement)  # MariaDB ends some functions without a word, and goes on with half a result
        return _encoded(found)

    def _found(self, sql: str, parameters: Sequence[object]) -> str | bytes:
        if self._is_abandoned:
            raise BrokenOff(Reason.ABANDONED)
        bounds = self._database if isinstance(self._database, SqliteDatabase) else None
        before = bounds.limit_length(self._most_bytes) if bounds else 0
        try:
            found: str | bytes = self._database.cell(sql, parameters)
        except peewee.DataError as error:
            raise self._too_long(error) from None
        finally:
            if bounds:
                bounds.limit_length(before)
        return found

    def _too_long(self, error: peewee.DataError) -> Exception:
        """What to raise for an error of SQLite's about a value."""
        if TOO_LONG not in str(error):
            return error
        return LimitExceeded(f"bytes of the answer: more than {self._most_bytes}, and the limit is {self._most_bytes} "
                             "(limits.answer); ask for less at once", "answer")

    def abandon(self) -> None:
        """Break the statement off, or let it not begin."""
        self._is_abandoned = True
        if self._statement:
            self._statement.abandon()


def _encoded(found: str | bytes) -> bytes:
    return found.encode() if isinstance(found, str) else found


def _raise_reason(statement: Statement) -> None:
    if statement.reason is not None:
        raise BrokenOff(statement.reason) from None
