"""One connection to PostgreSQL that needs no thread: the event loop sends a statement and is told of the answer."""
from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import psycopg
from psycopg.errors import QueryCanceled, error_from_result
from psycopg.pq import ConnStatus, ExecStatus, Format
from psycopg.pq.abc import PGresult

from models.interrupts import Reason

CANCEL_SECONDS = 5.0
"""How long the server may take to hear that a statement shall be broken off."""

MOST_PREPARED = 100
"""How many statements a connection keeps prepared, as psycopg does."""

_UNPREPARED = frozenset({"26000", "42P05"})
"""A prepared statement that is not there, or is there already: a pooler has changed the server's session."""


class Text(NamedTuple):
    """A statement with the places $1, $2, ...: the name that it is prepared by, and the types of its parameters."""

    name: bytes
    sql: bytes
    types: Sequence[int]


class Filled(NamedTuple):
    """A statement with its parameters, and the form in which its results come."""

    text: Text
    parameters: Sequence[bytes | None]
    form: Format


class Lost(psycopg.OperationalError):
    """The connection ended before the answer was there."""


class Line:
    """A connection that runs one statement at a time, or some that are sent together, all of them in one event loop.

    A statement that is broken off, or whose caller is cancelled, goes on until the server has ended it: the line is
    free again when `over` is called.
    """

    def __init__(self, connection: psycopg.Connection[Any], *, prepares: bool) -> None:
        """Must be made in the event loop that is to serve it. Without `prepares` the server is told each text anew."""
        self._connection, self._pg, self.prepares = connection, connection.pgconn, prepares
        self._pg.nonblocking = 1
        self._loop, self._socket = asyncio.get_running_loop(), self._pg.socket
        self._loop.add_reader(self._socket, self._read)
        self._prepared: OrderedDict[bytes, None] = OrderedDict()
        self._waiting: asyncio.Future[list[PGresult]] | None = None
        self._results: list[PGresult] = []
        self._is_pipeline = False
        self._breaking: asyncio.Future[None] | None = None
        self._over: Callable[[Line], None] | None = None
        self.reason: Reason | None = None
        self.is_lost = False

    async def run(self, asked: Filled, *, prepare: bool) -> PGresult:
        """What a statement finds; with `prepare` the server is asked to keep it. Raises psycopg.Error, Lost too."""
        self.reason = None
        text, parameters, form = asked
        if text.name not in self._prepared and not (prepare and self.prepares):
            return _last(await self._sent(self._pg.send_query_params, text.sql, parameters, text.types, None, form))
        try:
            if not self._keeps(text):
                await self._prepare(text)
            return _last(await self._sent(self._pg.send_query_prepared, text.name, parameters, None, form))
        except psycopg.Error as error:
            if not self._is_changed(error):
                raise
        return await self.run(asked, prepare=False)

    async def run_together(self, asked: Sequence[Filled]) -> list[PGresult]:
        """What several statements find that are sent at once, so that the server is woken once; it keeps all of them.

        Raises psycopg.Error, Lost too, for the first that fails.
        """
        self.reason = None
        try:
            for each in asked:
                if not self._keeps(each.text):
                    await self._prepare(each.text)
            return [_checked(result) for result in await self._sent(self._send_together, asked)]
        except psycopg.Error as error:
            self._is_changed(error)
            raise

    def _send_together(self, asked: Sequence[Filled]) -> None:
        self._pg.enter_pipeline_mode()
        self._is_pipeline = True
        for text, parameters, form in asked:
            self._pg.send_query_prepared(text.name, parameters, None, form)
        self._pg.pipeline_sync()

    def _keeps(self, text: Text) -> bool:
        """Whether the server keeps a statement, which then is the last that may go."""
        if text.name not in self._prepared:
            return False
        self._prepared.move_to_end(text.name)
        return True

    def _is_changed(self, error: psycopg.Error) -> bool:
        """Whether an error says that the session is another one; then nothing is prepared here any more."""
        if error.sqlstate not in _UNPREPARED:
            return False
        self._prepared.clear()
        self.prepares = False
        return True

    async def _prepare(self, text: Text) -> None:
        """Have the server keep a statement; of too many the one that was not used for longest goes."""
        try:
            if len(self._prepared) >= MOST_PREPARED:
                oldest, _ = self._prepared.popitem(last=False)
                _last(await self._sent(self._pg.send_query, b"DEALLOCATE " + oldest))
            _last(await self._sent(self._pg.send_prepare, text.name, text.sql, text.types))
        except asyncio.CancelledError:  # nobody could tell any more what the server keeps
            self._lose(Lost("nobody waits for the statement that was to be prepared"))
            raise
        self._prepared[text.name] = None

    # ------------------------------------------------------------------------------------ to an end

    def break_off(self, reason: Reason) -> None:
        """Let the server end what runs, if anything does; `reason` says why afterwards."""
        if self._waiting is not None and self.reason is None:
            self.reason = reason
            self._breaking = self._loop.run_in_executor(None, self._cancel)
            self._breaking.add_done_callback(self._broken)

    def release(self, over: Callable[[Line], None]) -> None:
        """The caller of `run` has what it wanted, or wants it no more; `over` is called when nothing runs any more."""
        self._over = over
        self.break_off(Reason.ABANDONED)
        self._check_over()

    def close(self) -> None:
        """Close the connection."""
        self._lose(Lost("the connection was closed"))

    def _cancel(self) -> None:
        self._connection.cancel_safe(timeout=CANCEL_SECONDS)

    def _broken(self, breaking: asyncio.Future[None]) -> None:
        """The server has been told, or cannot be reached: then the connection is of no use."""
        self._breaking = None
        if breaking.exception() is not None:
            self._lose(Lost("the server cannot be reached"))
        self._check_over()

    def _check_over(self) -> None:
        if self._over and self._waiting is None and self._breaking is None:
            over, self._over = self._over, None
            over(self)

    # ------------------------------------------------------------------------------------ the socket

    def _sent(self, send: Callable[..., None], *arguments: Any) -> asyncio.Future[list[PGresult]]:
        """What comes back when something is sent: at least one result."""
        if self.is_lost:
            raise Lost("the connection is closed")
        if self.reason is not None:  # while it was prepared
            raise QueryCanceled("the statement was broken off before it began")
        try:
            send(*arguments)
            self._flush()
        except psycopg.OperationalError as error:
            self._lose(Lost(str(error)))
            raise Lost(str(error)) from None
        self._waiting = self._loop.create_future()
        return self._waiting

    def _flush(self) -> None:
        """Send what the socket takes now, the rest when it takes more."""
        if self._pg.flush():
            self._loop.add_writer(self._socket, self._flush_more)

    def _flush_more(self) -> None:
        try:
            if not self._pg.flush():
                self._loop.remove_writer(self._socket)
        except psycopg.OperationalError as error:
            self._lose(Lost(str(error)))

    def _read(self) -> None:
        """The server has said something; at the end of an answer its caller goes on."""
        try:
            self._pg.consume_input()
            while self._waiting is not None and not self._pg.is_busy():
                result = self._pg.get_result()
                if result is None:
                    if self._pg.status == ConnStatus.BAD:  # libpq would say so again and again
                        break
                    if not self._is_pipeline:  # else it stands between the results of two statements
                        self._answer()
                elif result.status == ExecStatus.PIPELINE_SYNC:
                    self._pg.exit_pipeline_mode()
                    self._is_pipeline = False
                    self._answer()
                else:
                    self._results.append(result)
        except psycopg.Error as error:
            return self._lose(Lost(str(error)))
        if self._pg.status == ConnStatus.BAD:
            self._lose(Lost("the server closed the connection"))
        return None

    def _answer(self) -> None:
        waiting, self._waiting = self._waiting, None
        results, self._results = self._results, []
        if waiting is not None and not waiting.done():
            if results:
                waiting.set_result(results)
            else:
                waiting.set_exception(Lost("the server did not answer"))
        self._check_over()

    def _lose(self, error: Lost) -> None:
        if self.is_lost:
            return
        self.is_lost = True
        if not self._loop.is_closed():
            self._loop.remove_reader(self._socket)
            self._loop.remove_writer(self._socket)
        self._connection.close()
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not waiting.done() and not self._loop.is_closed():
            waiting.set_exception(error)
        self._check_over()


def _last(results: Sequence[PGresult]) -> PGresult:
    """The last result; raises psycopg.Error if it is one."""
    return _checked(results[-1])


def _checked(result: PGresult) -> PGresult:
    """The result; raises psycopg.Error if it is one."""
    if result.status in (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK):
        return result
    raise error_from_result(result)
