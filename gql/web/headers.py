"""What every answer says to browsers, whichever door gives it."""
from __future__ import annotations

from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFETY = (
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
"""No answer is guessed to be a page, runs anything, tells where its reader came from, or stands in another's page."""


class SafeHeaders:
    """An ASGI application that adds these headers to the answers of another one, unless it gives its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _safe(message["headers"])
            await send(message)

        await self._app(scope, receive, send_safely if scope["type"] == "http" else send)


def _safe(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    given = {name.lower() for name, _ in headers}
    return [*headers, *[each for each in SAFETY if each[0] not in given]]
