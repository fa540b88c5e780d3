"""What stands before all doors: proxies that are believed, sites whose pages may ask, headers that protect readers."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from gql.web.browsers import Admits, OwnPages
from gql.web.front import Front
from gql.web.heads import check_head

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
        app = cast(ASGIApp, ProxyHeadersMiddleware(cast(Any, app), list(proxies)))
    return Front(app, check_head)
