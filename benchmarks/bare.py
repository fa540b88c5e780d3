"""The yardstick: a Starlette route that returns two bytes, for `uvicorn benchmarks.bare:app`."""
from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route


async def two_bytes(_request: Request) -> PlainTextResponse:
    """Two bytes."""
    return PlainTextResponse("ok")


app = Starlette(routes=[Route("/", two_bytes)])
