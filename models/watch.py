"""Who waits for a statement, and for how long: when it has to be broken off."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from models.interrupts import Reason

PATIENCE_SECONDS = 0.1
"""How long a statement runs before anybody looks whether its client is still there."""

Gone = Callable[[], Awaitable[None]]
"""Waits until a client has gone away."""


class Watch:
    """Breaks off what runs from `begin` to `end`: after so many seconds, if there are any, or when its client is gone.

    Most statements end before it looks at all, so until then it is nothing but a timer.
    """

    def __init__(self, seconds: float | None, gone: Gone | None) -> None:
        self._seconds, self._gone = seconds, gone
        self._timer: asyncio.TimerHandle | None = None
        self._looking: asyncio.Future[None] | None = None

    def begin(self, break_off: Callable[[Reason], None]) -> None:
        """From now on `break_off` is called when there is a reason."""
        patience = PATIENCE_SECONDS if self._seconds is None else min(PATIENCE_SECONDS, self._seconds)
        self._timer = asyncio.get_running_loop().call_later(patience, self._begin_looking, patience, break_off)

    def end(self) -> None:
        """Nothing has to be broken off any more."""
        if self._timer:
            self._timer.cancel()
        if self._looking:
            self._looking.cancel()

    def _begin_looking(self, patience: float, break_off: Callable[[Reason], None]) -> None:
        left = None if self._seconds is None else self._seconds - patience
        self._looking = asyncio.ensure_future(self._look(left, break_off))

    async def _look(self, seconds: float | None, break_off: Callable[[Reason], None]) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._left()
        except TimeoutError:
            return break_off(Reason.OVERDUE)
        return break_off(Reason.ABANDONED)

    async def _left(self) -> None:
        """Wait until the client has gone away."""
        if self._gone is None:
            await asyncio.get_running_loop().create_future()
        else:
            with suppress(Exception):  # a broken connection is one that has gone away
                await self._gone()
