"""Running a statement: a short one at once, others aside; none for too long, none for nobody."""
from __future__ import annotations

import asyncio
import codecs
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from gql.compiler.errors import TimedOut, Unplannable
from models.database import Database, SqliteDatabase
from models.interrupts import Interrupts, Reason, Statement
from models.network import Network

MOST_ROWS_AT_ONCE = 500
"""Up to how many estimated rows a statement runs on the event loop; see docs/benchmarks.md, "Big beside small"."""

PATIENCE_SECONDS = 0.1
"""How long a statement runs before anybody looks whether its client is still there."""

PIECE = 64 * 1024
"""How many bytes are looked at together."""

UTF_8 = codecs.getincrementaldecoder("utf-8")

Gone = Callable[[], Awaitable[None]]
"""Waits until a client has gone away."""


class Abandoned(Exception):
    """A statement that was broken off because its client went away."""


class Runner:
    """Runs the statements of one network for at most so many seconds each."""

    def __init__(self, network: Network, seconds: float) -> None:
        self._database, self._workers, self._seconds = network.database, network.workers, seconds
        self._is_local = isinstance(network.database, SqliteDatabase)

    async def run(self, sql: str, parameters: Sequence[object], rows: float, gone: Gone | None = None) -> bytes:
        """The only value of the only row. Raises TimedOut, Abandoned and peewee.PeeweeException."""
        job = _Job(self._database, self._workers.interrupts, self._seconds)
        if self._is_local and rows <= MOST_ROWS_AT_ONCE:
            return job.run(sql, parameters)
        running = asyncio.ensure_future(self._workers.read_in_thread(job.run, sql, parameters))
        looking = asyncio.get_running_loop().call_later(PATIENCE_SECONDS, self._look, job, gone) if gone else None
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            job.abandon()
            raise
        finally:
            if looking:
                looking.cancel()
            job.unwatch()

    def _look(self, job: _Job, gone: Gone) -> None:
        job.watch(asyncio.ensure_future(_abandoned(job, gone)))


async def _abandoned(job: _Job, gone: Gone) -> None:
    with suppress(Exception):  # a broken connection is one that has gone away
        await gone()
    job.abandon()


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

    def __init__(self, database: Database, interrupts: Interrupts, seconds: float) -> None:
        self._database, self._interrupts, self._seconds = database, interrupts, seconds
        self._statement: Statement | None = None
        self._is_abandoned = False
        self._watching: asyncio.Future[None] | None = None

    def run(self, sql: str, parameters: Sequence[object]) -> bytes:
        """The result, on the connection of the calling thread."""
        statement = self._statement = self._interrupts.begin(self._database.connection(), self._seconds)
        try:
            found = self._found(sql, parameters)
        except Exception:
            self._raise_reason(statement)
            raise
        finally:
            self._interrupts.end(statement)
        self._raise_reason(statement)  # MariaDB ends some functions without a word, and goes on with half a result
        return found.encode() if isinstance(found, str) else _valid(found)

    def _found(self, sql: str, parameters: Sequence[object]) -> str | bytes:
        if self._is_abandoned:
            raise Abandoned
        found: str | bytes = self._database.cell(sql, parameters)
        return found

    def abandon(self) -> None:
        """Break the statement off, or let it not begin."""
        self._is_abandoned = True
        if self._statement:
            self._statement.abandon()

    def watch(self, watching: asyncio.Future[None]) -> None:
        """What abandons it while it runs."""
        self._watching = watching

    def unwatch(self) -> None:
        """It is over, and nobody has to look any more."""
        if self._watching:
            self._watching.cancel()

    def _raise_reason(self, statement: Statement) -> None:
        if statement.reason is Reason.OVERDUE:
            text = f"the answer took longer than {self._seconds} seconds (limits.deadline); ask for less"
            raise TimedOut(text) from None
        if statement.reason is Reason.ABANDONED:
            raise Abandoned from None
