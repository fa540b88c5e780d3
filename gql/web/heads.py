"""Requests whose address or headers are longer than anybody needs: refused before a door looks at them."""
from __future__ import annotations

from itertools import chain

from starlette.responses import PlainTextResponse
from starlette.types import Scope

LONGEST_ADDRESS = 65_536
"""How many bytes a path has, or what follows its question mark; what does not fit goes into a body."""

LONGEST_HEADERS = 65_536
"""How many bytes all headers have together."""


def check_head(scope: Scope) -> PlainTextResponse | None:
    """The answer to a request that is too long: 414 or 431."""
    if len(scope["raw_path"]) > LONGEST_ADDRESS or len(scope["query_string"]) > LONGEST_ADDRESS:
        return PlainTextResponse(f"The address is longer than {LONGEST_ADDRESS} bytes\n", 414)
    if sum(map(len, chain.from_iterable(scope["headers"]))) > LONGEST_HEADERS:
        return PlainTextResponse(f"The headers have more than {LONGEST_HEADERS} bytes together\n", 431)
    return None
