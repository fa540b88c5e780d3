"""Statements that an event loop waits for: broken off when they have run too long or when their client is gone."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from models.interrupts import TICK_SECONDS, Reason

PATIENCE_SECONDS = 0.1
"""How long a statement runs before anybody looks whether its client is still there."""

Gone = Callable[[], Awaitable[None]]
"""Waits until a client has gone away."""

BreakOff = Callable[[Reason], None]
"""Breaks off a statement."""


class Watched:
    """A statement under way that has to end after so many seconds, for a client that may be `gone` before."""

    def __init__(self, break_off: BreakOff, seconds: float, gone: Gone | None, now: float) -> None:
        self._break_off, self._gone = break_off, gone
        self._ends, self._patience_ends = now + seconds, now + PATIENCE_SECONDS
        self._looking: asyncio.Future[None] | None = None

    def look(self, now: float) -> None:
        """Break it off if it is time to; begin to wait for the client's going when it takes a while."""
        if self._ends <= now:
            self._break_off(Reason.OVERDUE)
        elif self._gone and self._looking is None and self._patience_ends <= now:
            self._looking = asyncio.ensure_future(self._look(self._gone))

    def end(self) -> None:
        """It is over."""
        if self._looking:
            self._looking.cancel()

    async def _look(self, gone: Gone) -> None:
        with suppress(Exception):  # a broken connection is one that has gone away
            await gone()
        self._break_off(Reason.ABANDONED)


class Watch:
    """Looks at the statements that one event loop waits for, every TICK_SECONDS while there are any.

    Most are over before it looks at all, so a timer for each would be a waste.
    """

    def __init__(self) -> None:
        self._running: set[Watched] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def begin(self, break_off: BreakOff, seconds: float, gone: Gone | None) -> Watched:
        """Watch a statement until `end`."""
        loop = asyncio.get_running_loop()
        watched = Watched(break_off, seconds, gone, loop.time())
        self._running.add(watched)
        if self._loop is not loop:
            self._loop = loop
            loop.call_later(TICK_SECONDS, self._look, loop)
        return watched

    def end(self, watched: Watched) -> None:
        """The statement is over."""
        self._running.discard(watched)
        watched.end()

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._running:
            loop.call_later(TICK_SECONDS, self._look, loop)
        elif self._loop is loop:
            self._loop = None  # the next statement begins it again
        for watched in list(self._running):
            watched.look(loop.time())
