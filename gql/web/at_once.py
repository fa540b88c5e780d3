"""Whole answers, and applications that may give one the moment a request has come.

The usual way of a request takes a task of the event loop, a pair of channels for messages and a coroutine for each
application that it goes through: for a short query that is more than the query itself.
"""
from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

PIECE = 64 * 1024
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


def at_once(app: ASGIApp, scope: Scope, body: bytes) -> Response | None:
    """What an application answers to a request that is there as a whole.

    None where it never does, or not to this one: then the request goes the usual way. An application that can has a
    method `at_once`, which takes the scope and the body, waits for nothing, and has changed nothing if it gives None.
    """
    own = getattr(app, "at_once", None)
    answer: Response | None = own and own(scope, body)
    return answer
