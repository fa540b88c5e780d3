"""The limit: a Starlette route with hand-written SQL, for `uvicorn --factory benchmarks.graphql.limit:create_app`.

The environment says how: LIMIT_DATABASE (a URL), LIMIT_DRIVER and LIMIT_THREADS (0: on the event loop).
"""
from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.graphql.drivers import ASYNCHRONOUS, DRIVERS, Run, open_asynchronous
from models.database import parse_url

Answer = Callable[[Sequence[int]], Awaitable[str]]


def create_app() -> Starlette:
    """The route as the environment wants it."""
    return limit_app(os.environ["LIMIT_DATABASE"], os.environ["LIMIT_DRIVER"], int(os.environ["LIMIT_THREADS"]))


def limit_app(url: str, driver: str, threads: int) -> Starlette:
    """The route: POST a JSON object with `ids`, get the accounts."""
    answer: list[Answer] = []

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        answer.append(await _opened(url, driver, threads))
        yield

    async def accounts(request: Request) -> Response:
        ids = orjson.loads(await request.body())["ids"]
        return Response(await answer[0](ids), media_type="application/json")

    return Starlette(routes=[Route("/accounts", accounts, methods=["POST"])], lifespan=lifespan)


async def _opened(url: str, driver: str, threads: int) -> Answer:
    engine = parse_url(url).engine
    if driver in ASYNCHRONOUS[engine]:
        return await open_asynchronous(url, threads)
    connect = DRIVERS[engine][driver]
    return _threaded(lambda: connect(url), threads) if threads else _inline(connect(url))


def _inline(run: Run) -> Answer:
    async def answer(ids: Sequence[int]) -> str:
        return run(ids)

    return answer


def _threaded(connect: Callable[[], Run], threads: int) -> Answer:
    """Each thread has a connection of its own."""
    own = threading.local()

    def begin() -> None:
        own.run = connect()

    def work(ids: Sequence[int]) -> str:
        answer: str = own.run(ids)
        return answer

    pool = ThreadPoolExecutor(threads, initializer=begin)

    async def answer(ids: Sequence[int]) -> str:
        return await asyncio.get_running_loop().run_in_executor(pool, work, ids)

    return answer
