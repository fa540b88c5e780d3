"""A door that is still being made while the others are open."""
from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send


class Later:
    """An ASGI application that `make` returns, in a thread; requests that come sooner wait for it.

    Made on a running event loop. What `make` raises, each request gets. When it is made, `adopt` is told.
    """

    def __init__(self, make: Callable[[], ASGIApp], adopt: Callable[[Later, ASGIApp], None]) -> None:
        self._making = asyncio.create_task(self._made(make, adopt))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        door = await asyncio.shield(self._making)  # a client that goes away takes nothing from the others
        await door(scope, receive, send)

    async def _made(self, make: Callable[[], ASGIApp], adopt: Callable[[Later, ASGIApp], None]) -> ASGIApp:
        door = await asyncio.to_thread(make)
        adopt(self, door)
        return door

    async def made(self) -> None:
        """Return once nothing is under way any more."""
        await asyncio.wait({self._making})
