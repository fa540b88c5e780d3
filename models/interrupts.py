"""Statements that may be broken off: when they have run too long, or when nobody waits for their answer any more."""
from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from enum import Enum
from typing import Any

from models.database import Database, MariaDatabase

TICK_SECONDS = 0.05
"""How often the statements under way are looked at: by so much one may run longer than it should."""


class Reason(Enum):
    """Why a statement was broken off."""

    OVERDUE = "it ran too long"
    ABANDONED = "nobody waits for it"


class BrokenOff(Exception):
    """A statement that was broken off, and why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Statement:
    """A statement under way on a connection; `reason` says why it was broken off, if it was."""

    def __init__(self, connection: Any, ends: float) -> None:
        self.connection, self._ends = connection, ends
        self.reason: Reason | None = None
        self._is_abandoned = False

    def abandon(self) -> None:
        """Let it be broken off soon, unless it ends before."""
        self._is_abandoned = True

    def ends_for(self, now: float) -> Reason | None:
        """Why it has to be broken off now, None if it may go on or was broken off before."""
        if self.reason is not None:
            return None
        return Reason.ABANDONED if self._is_abandoned else Reason.OVERDUE if self._ends <= now else None


class Interrupts:
    """Breaks off statements of one database, from one thread that looks at all of them.

    A statement is broken off in the database, so that nothing goes on working for it there.
    """

    def __init__(self, database: Database) -> None:
        self._interrupt: Callable[[Any], None] = _INTERRUPTS[database.engine](database)
        self._running: set[Statement] = set()
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, connection: Any, seconds: float) -> Statement:
        """What runs on the connection from now on is broken off after so many seconds, unless it ends before."""
        statement = Statement(connection, time.monotonic() + seconds)
        with self._lock:
            self._running.add(statement)
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, name="edgewise-interrupt", daemon=True)
                self._thread.start()
        return statement

    def end(self, statement: Statement) -> None:
        """The statement is over. Whoever was breaking it off has done so when the connection goes to another one."""
        with self._lock:
            self._running.discard(statement)

    def close(self) -> None:
        """End the thread."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join()

    def _watch(self) -> None:
        while not self._closed.wait(TICK_SECONDS):
            now = time.monotonic()
            with self._lock:
                for statement in self._running:
                    if reason := statement.ends_for(now):
                        statement.reason = reason
                        with suppress(Exception):  # a connection that is lost runs nothing any more
                            self._interrupt(statement.connection)


def _sqlite(_: Database) -> Callable[[Any], None]:
    return lambda connection: connection.interrupt()


def _postgresql(_: Database) -> Callable[[Any], None]:
    return lambda connection: connection.cancel_safe(timeout=5.0)


def _mariadb(database: Database) -> Callable[[Any], None]:
    assert isinstance(database, MariaDatabase)  # noqa: S101 - the table below says so

    def kill(connection: Any) -> None:
        """The connection itself is busy, so another one has to tell the server."""
        with closing(database.connect_apart()) as other:
            other.cursor().execute(f"KILL QUERY {connection.thread_id()}")

    return kill


_INTERRUPTS: Mapping[str, Callable[[Database], Callable[[Any], None]]] = {
    "sqlite": _sqlite, "postgresql": _postgresql, "mysql": _mariadb,
}
