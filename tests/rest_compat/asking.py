"""One request to an ASGI application, without a server."""
from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

LOCAL = ("127.0.0.1", 50_000)


class Got(NamedTuple):
    """An answer; `status` 0: there was none."""

    status: int
    headers: dict[str, str]
    body: bytes


class Client:
    """The client's side of one request: what it sends, and what it gets.

    `body` comes in these chunks; `stays` false: the client goes away afterwards.
    """

    def __init__(self, body: Sequence[bytes] = (b"",), *, stays: bool = True) -> None:
        self.chunks, self.stays = list(body), stays
        self.asked = 0
        self.got: list[Any] = []

    async def receive(self) -> dict[str, Any]:
        self.asked += 1
        if self.chunks:
            chunk = self.chunks.pop(0)
            return {"type": "http.request", "body": chunk, "more_body": bool(self.chunks) or not self.stays}
        if self.stays:
            await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        self.got.append(message)

    def answer(self) -> Got:
        if not self.got:
            return Got(0, {}, b"")
        start, *bodies = self.got
        headers = {name.decode(): value.decode() for name, value in start["headers"]}
        assert [message.get("more_body", False) for message in bodies] == [True] * (len(bodies) - 1) + [False]
        return Got(start["status"], headers, b"".join(message["body"] for message in bodies))


def scope_of(
    method: str, target: str, headers: Sequence[tuple[str, str]] = (), peer: tuple[str, int] | None = LOCAL
) -> dict[str, Any]:
    path, _, query = target.encode().partition(b"?")
    return {
        "type": "http", "method": method, "path": unquote(path.decode()), "raw_path": path, "query_string": query,
        "headers": [(name.encode(), value.encode()) for name, value in headers], "client": peer,
    }


async def exchange(door: Any, scope: dict[str, Any], client: Client) -> Got:
    """The answer to one request."""
    await asyncio.wait_for(door(scope, client.receive, client.send), 30)
    return client.answer()


def ask(door: Any, method: str, target: str, *body: bytes, **scope: Any) -> Got:
    """The answer to one request from a client that stays."""
    return asyncio.run(exchange(door, scope_of(method, target, **scope), Client(body or (b"",))))
