"""Turns: while small statements come, few large ones run at once, so that a processor is left for the small."""
from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

QUIET_SECONDS = 0.1
"""When no small statement has come for so long, none is expected."""


def processors() -> int:
    """How many processors this process may use; a database's server is mostly on the same machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Turns:
    """Lets large statements wait for each other where they would take all processors from small ones.

    `most` of them run at once while small ones come, any number when there are none.
    """

    def __init__(self, most: int | None = None) -> None:
        """By default one processor is left."""
        self._most = most or max(1, processors() - 1)
        self._running = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._last_small = float("-inf")
        self._timer: asyncio.TimerHandle | None = None

    def note_small(self) -> None:
        """A small statement is about to run."""
        self._last_small = asyncio.get_running_loop().time()

    @asynccontextmanager
    async def large(self, seconds: float) -> AsyncIterator[None]:
        """The time in which a large statement runs; who comes first runs first.

        Raises TimeoutError when its turn has not come after so many seconds.
        """
        if self._waiting or not self._has_room():
            async with asyncio.timeout(seconds):
                await self._turn()
        else:
            self._running += 1
        try:
            yield
        finally:
            self._end()

    def _has_room(self) -> bool:
        is_quiet = asyncio.get_running_loop().time() - self._last_small >= QUIET_SECONDS
        return is_quiet or self._running < self._most

    async def _turn(self) -> None:
        """Wait until there is room; whoever ends then has counted this one as running."""
        called = asyncio.get_running_loop().create_future()
        self._waiting.append(called)
        self._look_later()
        try:
            await called
        except asyncio.CancelledError:
            if called.cancelled():
                self._waiting.remove(called)
            else:
                self._end()
            raise

    def _end(self) -> None:
        self._running -= 1
        self._call()

    def _call(self) -> None:
        """Let run who may."""
        while self._waiting and self._has_room():
            self._running += 1
            self._waiting.popleft().set_result(None)

    def _look_later(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(QUIET_SECONDS, self._look)

    def _look(self) -> None:
        """The small ones may have ceased, while the large ones go on for long."""
        self._timer = None
        self._call()
        if self._waiting:
            self._look_later()
