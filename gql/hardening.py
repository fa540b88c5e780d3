"""What stands before all doors: proxies that are believed, sites whose pages may ask, headers that protect readers."""
from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, cast

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from gql.web.at_once import Coming, Response, at_once
from gql.web.browsers import Admits, OwnPages
from gql.web.front import Front
from gql.web.heads import check_head
from models.workers import done_at_once

CORS_METHODS = ("GET", "POST", "PUT", "DELETE")
CORS_HEADERS = ("Accept", "Authorization", "Content-Type")
"""What pages of allowed origins may send; never what a browser remembers, such as passwords: they send their own."""

CORS_SECONDS = 600


def hardened(
    app: ASGIApp, *, trusted: Admits, proxies: Sequence[str] = (), origins: Sequence[str] = (),
    hosts: Sequence[str] = (),
) -> ASGIApp:
    """An application behind all that; what stands last here sees a request first.

    `trusted` says whom the doors let in for his address; `proxies` are networks, `origins` and `hosts` as OwnPages
    takes them.
    """
    pages = OwnPages(origins, hosts, trusted)
    if not origins and not proxies:
        return Front(app, check_head, pages.check)
    app = Front(app, pages.check)
    if origins:
        app = CORSMiddleware(app, allow_origins=origins, allow_methods=CORS_METHODS, allow_headers=CORS_HEADERS,
                             max_age=CORS_SECONDS)
    if proxies:
        app = Believing(app, proxies)
    return Front(app, check_head)


class Believing:
    """An application behind proxies of some networks: a request comes from where these say that it does."""

    def __init__(self, app: ASGIApp, proxies: Sequence[str]) -> None:
        self._usual, self._at_once = _believing(app, proxies), at_once(app)
        self._look = _believing(_done, proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._usual(scope, receive, send)

    def at_once(self, scope: Scope, body: bytes) -> Response | Coming | None:
        """What the application behind answers at once."""
        seen = dict(scope)  # the request may go the usual way yet, where the same is looked at
        done_at_once(self._look(seen, _nothing, _nowhere))
        return self._at_once(seen, body)


def _believing(app: ASGIApp, proxies: Sequence[str]) -> Callable[[Scope, Receive, Send], Coroutine[Any, Any, None]]:
    return cast(Any, ProxyHeadersMiddleware(cast(Any, app), list(proxies)))  # type: ignore[no-any-return]


async def _done(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """An application that leaves a scope as it is seen then."""


async def _nothing() -> Message:
    return {}


async def _nowhere(_: Message) -> None:
    pass
