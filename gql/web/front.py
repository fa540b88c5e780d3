"""What stands before all doors: checks that refuse requests, and what every answer says to browsers."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gql.web.at_once import Coming, Fields, Response, at_once

SAFETY = (
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
"""No answer is guessed to be a page, runs anything, tells where its reader came from, or stands in another's page."""

Check = Callable[[Scope], ASGIApp | None]
"""What answers a request that may not go on, None if it may."""


class Front:
    """An ASGI application that hands on what all checks let pass, and adds SAFETY to answers that do not say it."""

    def __init__(self, app: ASGIApp, *checks: Check) -> None:
        self._app, self._checks, self._at_once = app, checks, at_once(app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand on what is none."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        return await _safely(self._refusal(scope) or self._app, scope, receive, send)

    def at_once(self, scope: Scope, body: bytes) -> Response | Coming | None:
        """The answer to a request that all checks let pass, if the application behind knows one at once."""
        answer = None if self._refusal(scope) else self._at_once(scope, body)
        if isinstance(answer, Response):
            answer.fields = _all_safe(answer.fields)
            return answer
        return answer and partial(_coming_safely, answer)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        for check in self._checks:
            if refusal := check(scope):
                return refusal
        return None


async def _safely(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Let an application answer, and say what its answer does not."""
    async def send_safely(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = _safe(message["headers"])
        await send(message)

    await app(scope, receive, send_safely)


async def _coming_safely(coming: Coming, receive: Receive) -> ASGIApp | None:
    """The same of an answer that is still coming."""
    answer = await coming(receive)
    if isinstance(answer, Response):
        answer.fields = _all_safe(answer.fields)
        return answer
    return answer and partial(_safely, answer)


def _safe(headers: Sequence[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [*headers, *_missing(tuple([name for name, _ in headers]))]


@lru_cache(maxsize=256)
def _all_safe(fields: Fields) -> Fields:
    """The same of an answer that is given at once, whose length is none of its fields."""
    return tuple(_safe(fields))


@lru_cache(maxsize=256)
def _missing(names: tuple[bytes, ...]) -> tuple[tuple[bytes, bytes], ...]:
    """What an answer does not say that has headers of these names; doors give few kinds of answers."""
    given = {name.lower() for name in names}
    return tuple(each for each in SAFETY if each[0] not in given)
