"""A door that is still being made while the others are open."""
from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send


class Later:
    """An ASGI application that `make` returns, in a thread; requests that come sooner wait for it.

    Made on a running event loop. What `make` raises, each request gets.
    """

    def __init__(self, make: Callable[[], ASGIApp]) -> None:
        self._making = asyncio.create_task(asyncio.to_thread(make))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        making = self._making
        # a client that goes away takes nothing from the others
        door = making.result() if making.done() else await asyncio.shield(making)
        await door(scope, receive, send)

    async def made(self) -> None:
        """Return once nothing is under way any more."""
        await asyncio.wait({self._making})
