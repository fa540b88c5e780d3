"""The bodies of requests: read whole, up to a limit."""
from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeVar

from models.workers import Workers

T = TypeVar("T")

LONG_BODY = 32 * 1024
"""A body above this is parsed in a thread: the others shall not wait for it."""

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class BodyTooLarge(Exception):
    """A body above the limit."""


class ClientGone(Exception):
    """The client closed the connection: there is nobody to answer."""


async def read_body(scope: Scope, receive: Receive, limit: int) -> bytes:
    """The whole body of a request; raises BodyTooLarge, before reading if the length is announced, and ClientGone."""
    if _announced(scope) > limit:
        raise BodyTooLarge
    chunks: list[bytes] = []
    more, size = True, 0
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        chunk = message.get("body", b"")
        size += len(chunk)
        if size > limit:
            raise BodyTooLarge
        chunks.append(chunk)
        more = message.get("more_body", False)
    return b"".join(chunks)


async def parsed(body: bytes, read: Callable[[bytes], T], workers: Workers) -> T:
    """What `read` makes of a body."""
    return read(body) if len(body) <= LONG_BODY else await workers.compute(read, body)


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0
