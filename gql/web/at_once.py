"""Whole answers, and applications that may give one the moment a request has come.

The usual way of a request takes a task of the event loop, a pair of channels for messages and a coroutine for each
application that it goes through: for a short query that is more than the query itself.
"""
from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.types import ASGIApp, Receive, Scope, Send

PIECE = 256 * 1024
"""How many bytes of a body are sent at once."""

Fields = tuple[tuple[bytes, bytes], ...]
"""Header fields as ASGI has them."""


class Response:
    """An answer: its status, its header fields but for Content-Length, and its body.

    It is an ASGI application that sends the body in pieces: no more than that of it is copied while it goes out.
    """

    __slots__ = ("body", "fields", "status")

    def __init__(self, status: int, fields: Fields, body: bytes) -> None:
        self.status, self.fields, self.body = status, fields, body

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Send it; each piece waits until the client has taken most of those before."""
        fields = [*self.fields, (b"content-length", b"%d" % len(self.body))]
        await send({"type": "http.response.start", "status": self.status, "headers": fields})
        if len(self.body) <= PIECE:
            return await send({"type": "http.response.body", "body": self.body})
        body = memoryview(self.body)
        for start in range(0, len(body), PIECE):
            piece, more = body[start:start + PIECE], start + PIECE < len(body)
            await send({"type": "http.response.body", "body": piece, "more_body": more})
        return None


Coming = Callable[[Receive], Awaitable[ASGIApp | None]]
"""The answer to a request that was read already, when it is there; None for a client that has gone away meanwhile."""

AtOnce = Callable[[Scope, bytes], Response | Coming | None]
"""From the scope and the body of a request to its answer, or to where that will come from.

None: the request has to go the usual way from its beginning.
"""


def at_once(app: ASGIApp) -> AtOnce:
    """How an application answers requests that have come as a whole.

    One that can has a method of this name, which waits for nothing, and changes nothing unless it gives a Response.
    """
    own: AtOnce = getattr(app, "at_once", _never)
    return own


def _never(_scope: Scope, _body: bytes) -> None:
    pass
