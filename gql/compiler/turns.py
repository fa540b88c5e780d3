"""Turns: while small statements come, few large ones run at once, so that a processor is left for the small."""
from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from math import inf

from models.interrupts import BrokenOff, Reason
from models.watch import Gone, Watch

QUIET_SECONDS = 0.1
"""When no small statement has come for so long, none is expected."""

LONGEST_REST = 0.1
"""How many seconds a rest lasts at most."""


def processors() -> int:
    """How many processors this process may use; a database's server is mostly on the same machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Turns:
    """Lets large statements wait for each other where they would take all processors from small ones.

    `most` of them run at once while small ones come, up to `ever` when there are none. While they come each keeps its
    place for a `rest`, too, a part of the time that it has taken: a system that shares its processors out among groups
    of processes lets the small statements of a server pay for its large ones.
    """

    def __init__(self, most: int | None = None, rest: float = 0.0, ever: float = inf) -> None:
        """By default one processor is left."""
        self._most, self._rest, self._ever = most or max(1, processors() - 1), rest, ever
        self._running, self._watch = 0, Watch()
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._last_small = float("-inf")
        self._loop: asyncio.AbstractEventLoop | None = None
        self._looks = False

    def note_small(self) -> None:
        """A small statement is about to run."""
        self._last_small = asyncio.get_running_loop().time()

    @asynccontextmanager
    async def large(self, seconds: float, gone: Gone | None = None) -> AsyncIterator[float]:
        """The time in which a large statement runs, and how many of its seconds are left; who comes first runs first.

        Raises BrokenOff when its turn has not come after so many seconds, and when it is `gone` meanwhile. Who comes
        while no small ones do may wait for longer, as for a connection, and has all of his seconds then.
        """
        self._settle()
        loop = asyncio.get_running_loop()
        began, counts = loop.time(), not self._is_quiet()
        if self._waiting or not self._has_room():
            await self._turn(seconds if counts else inf, gone)
        else:
            self._running += 1
        turned = loop.time()
        try:
            yield seconds - (turned - began) if counts else seconds
        finally:
            self._leave(loop.time() - turned)

    def _settle(self) -> None:
        """Belong to the event loop that runs: whoever waited in another one waits no more."""
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._loop, self._looks, self._running = loop, False, 0
            self._waiting.clear()

    def _is_quiet(self) -> bool:
        return asyncio.get_running_loop().time() - self._last_small >= QUIET_SECONDS

    def _has_room(self) -> bool:
        return self._running < (self._ever if self._is_quiet() else self._most)

    def _leave(self, took: float) -> None:
        """Make room for the next one, behind a rest while small ones come."""
        loop = asyncio.get_running_loop()
        if self._rest and not self._is_quiet():
            loop.call_later(min(self._rest * took, LONGEST_REST), self._make_room, loop)
        else:
            self._make_room(loop)

    def _make_room(self, loop: asyncio.AbstractEventLoop) -> None:
        if loop is self._loop:  # else it was forgotten with all of its event loop
            self._running -= 1
            self._call()

    async def _turn(self, seconds: float, gone: Gone | None) -> None:
        """Wait until there is room; whoever makes it has then counted this one as running."""
        called: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(called)
        self._look_later()
        watched = self._watch.begin(partial(_break_off, called), seconds, gone)
        try:
            await called
        except asyncio.CancelledError:
            if called.done() and not called.cancelled() and called.exception() is None:  # it was called and counted
                self._running -= 1
            raise
        finally:
            self._watch.end(watched)
            self._call()

    def _call(self) -> None:
        """Let run who may; some may have gone while they waited."""
        while self._waiting and self._has_room():
            called = self._waiting.popleft()
            if not called.done():
                self._running += 1
                called.set_result(None)

    def _look_later(self) -> None:
        if not self._looks:
            self._looks = True
            asyncio.get_running_loop().call_later(QUIET_SECONDS, self._look)

    def _look(self) -> None:
        """The small ones may have ceased, while the large ones go on for long."""
        self._looks = False
        self._call()
        if self._waiting:
            self._look_later()


def _break_off(called: asyncio.Future[None], reason: Reason) -> None:
    if not called.done():
        called.set_exception(BrokenOff(reason))
