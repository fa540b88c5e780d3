"""Requests whose address or headers are longer than anybody needs: refused before a door looks at them."""
from __future__ import annotations

from itertools import chain

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LONGEST_ADDRESS = 65_536
"""How many bytes a path has, or what follows its question mark; what does not fit goes into a body."""

LONGEST_HEADERS = 65_536
"""How many bytes all headers have together."""


class ShortHeads:
    """An ASGI application that answers 414 and 431 for them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        refusal = _refusal(scope) if scope["type"] == "http" else None
        await (refusal or self._app)(scope, receive, send)


def _refusal(scope: Scope) -> PlainTextResponse | None:
    if max(len(scope["raw_path"]), len(scope["query_string"])) > LONGEST_ADDRESS:
        return PlainTextResponse(f"The address is longer than {LONGEST_ADDRESS} bytes\n", 414)
    if sum(map(len, chain.from_iterable(scope["headers"]))) > LONGEST_HEADERS:
        return PlainTextResponse(f"The headers have more than {LONGEST_HEADERS} bytes together\n", 431)
    return None
