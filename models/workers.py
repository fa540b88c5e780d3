"""Which thread runs which statement: short reads at once, writes one after the other, the rest aside."""
from __future__ import annotations

import asyncio
import random
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar

import peewee

from models.database import Database, PostgresqlDatabase, SqliteDatabase
from models.interrupts import Interrupts
from models.refusals import is_crossing
from models.threads import Threads
from models.writer import Writer

if TYPE_CHECKING:
    from models.lines import Lines

P = ParamSpec("P")
T = TypeVar("T")

Found = list[tuple[Any, ...]]
"""The rows that a statement found."""

Rows = Callable[[str, Sequence[object]], Awaitable[Found]]
"""Reads the rows that a short statement finds, as Workers.rows does."""


class Read(NamedTuple):
    """A short statement that reads, with its parameters."""

    sql: str
    parameters: Sequence[object]


SERVER_THREADS = 8
"""How many connections the threads of one process hold to a server, one each; to PostgreSQL there are as many lines."""

IDLE_SECONDS = 5.0
"""How long a server's connection may rest before it is tried with a statement that costs nothing."""

CROSSINGS = 10
"""How often a write is run again that a server undid because of another one."""

LONGEST_PAUSE = 0.5
"""How many seconds a write rests at most before it runs again, so that writers of other processes get past."""


def done_at_once(reading: Coroutine[Any, Any, T]) -> T:
    """What a coroutine returns that waits for nothing but short reads, where these are inline."""
    try:
        reading.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    reading.close()
    raise AssertionError("a short read has waited for something")


class _Crossed(Exception):
    """A server undid a write because it and another one waited for each other."""


class Workers:
    """The threads of one process and their database connections.

    On SQLite a short read takes microseconds, less than handing it to a thread, so `read` runs it on the
    event loop; writes wait for each other in one thread (models.writer), as the engine has one writer.
    Servers answer over a network, so everything runs in threads there, but for single statements that read from
    PostgreSQL: these go over `lines`. `interrupts` breaks off what runs too long in a thread. `is_inline`: short reads
    are done where they are asked for, and nothing is waited for.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self.is_inline = isinstance(database, SqliteDatabase)
        self._readers = Threads(2 if self.is_inline else SERVER_THREADS, "edgewise-read", self._disconnect,
                                steps_back=self.is_inline)
        self._writer = Writer(database) if self.is_inline else None
        self._computers = Threads(2, "edgewise-compute")
        self._used: dict[int, float] = {}
        self._alone = threading.Lock()
        self.interrupts = Interrupts(database)
        self.lines = _lines(database)
        self._closed = False

    async def read(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of a job whose statements are short."""
        if self.is_inline:
            return job(*args, **kwargs)
        return await self.read_in_thread(job, *args, **kwargs)

    async def rows(self, sql: str, parameters: Sequence[object]) -> Found:
        """The rows that a short statement finds. Raises peewee.PeeweeException."""
        if self.lines:
            return await self.lines.rows(sql, parameters)
        return await self.read(lambda: list(self.database.execute_sql(sql, parameters).fetchall()))

    async def read_in_thread(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of a job that may take long."""
        return await self.in_thread(job, *args, **kwargs)

    def in_thread(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> asyncio.Future[T]:
        """The same, to be waited for; it is done to its end, whoever still waits."""
        whole = partial(job, *args, **kwargs)
        return self._readers.run(whole if self.is_inline else lambda: self._again(whole))

    async def write(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of a job that writes in one transaction, once that is committed.

        It is run again when a server has undone it because it crossed another one.
        """
        if self._writer:
            result: T = await self._writer.write(lambda: job(*args, **kwargs))
            return result
        return await self._readers.run(lambda: self._uncrossed(lambda: job(*args, **kwargs)))

    async def compute(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of a job that computes for long outside the interpreter and needs no database."""
        return await self._computers.run(lambda: job(*args, **kwargs))

    def close(self) -> None:
        """Let the jobs under way end, then end the threads and their connections; again it does nothing."""
        if self._closed:
            return
        self._closed = True
        if self._writer:
            self._writer.close()
        if self.lines:
            self.lines.close()
        self._readers.close()
        self._computers.close()
        self.interrupts.close()  # until then what runs too long is broken off

    def _disconnect(self) -> None:
        """Close the connection of a thread that ends."""
        if not self.database.is_closed():
            self._drop()

    def _once(self, job: Callable[[], T], idle: float = IDLE_SECONDS) -> T:
        """Run a job on a connection that has worked within `idle` seconds; one that is lost meanwhile is let go."""
        self._prove_connection(idle)
        try:
            return job()
        except (peewee.OperationalError, peewee.InterfaceError):
            if not self.is_inline and not self._usable():
                self._drop()
            raise

    def _uncrossed(self, job: Callable[[], T]) -> T:
        """Run a write; when it crossed others, again, and never two such of one process at once.

        A server undoes one of two that wait for each other. If both began again at once, they would meet again.
        """
        with suppress(_Crossed):
            return self._unless_crossed(job)
        with self._alone:
            for crossings in range(1, CROSSINGS):
                time.sleep(random.uniform(0, min(LONGEST_PAUSE, 0.01 * 2**crossings)))  # noqa: S311 - no secret
                with suppress(_Crossed):
                    return self._unless_crossed(job)
            return self._once(job)

    def _unless_crossed(self, job: Callable[[], T]) -> T:
        try:
            return self._once(job, idle=0.0)
        except peewee.PeeweeException as error:
            if is_crossing(error):
                raise _Crossed from error
            raise

    def _again(self, job: Callable[[], T]) -> T:
        """Run a read; if its connection turns out to be lost, once more on a new one."""
        try:
            return self._once(job)
        except (peewee.OperationalError, peewee.InterfaceError):
            if not self.database.is_closed():
                raise
            return job()

    def _prove_connection(self, idle: float) -> None:
        """Replace a server's connection that was lost while it rested, so that no request fails for it."""
        if self.is_inline:
            return
        now, key = time.monotonic(), id(self.database.connection())
        if now - self._used.get(key, now) >= idle and not self._usable():
            self._drop()
            key = id(self.database.connection())
        self._used[key] = now

    def _usable(self) -> bool:
        try:
            self.database.execute_sql("SELECT 1").fetchone()
        except peewee.PeeweeException:
            return False
        return True

    def _drop(self) -> None:
        """Close this thread's connection, in whatever state it is."""
        connection = self.database.connection()
        self._used.pop(id(connection), None)
        self.database.dispose()
        with suppress(Exception):  # a connection that is lost may fail to close; nobody has it any more
            connection.close()


def _lines(database: Database) -> Lines | None:
    """PostgreSQL's lines, if the event loop can serve them: that of Windows takes no connections of other libraries."""
    if not isinstance(database, PostgresqlDatabase) or sys.platform == "win32":
        return None
    from models.lines import Lines  # its driver is not always there

    return Lines(database, SERVER_THREADS)
