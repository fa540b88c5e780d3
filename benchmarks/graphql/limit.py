"""The limit: a Starlette route with hand-written SQL, for `uvicorn --factory benchmarks.graphql.limit:create_app`.

The environment says how: LIMIT_DATABASE (a URL), LIMIT_DRIVER and LIMIT_THREADS (0: on the event loop).
"""
from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager, closing
from functools import partial

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.graphql.drivers import ASYNCHRONOUS, DRIVERS, Connection, Text, asynchronous
from models.database_url import parse_url

Answer = Callable[[Sequence[int]], Awaitable[Text]]


def create_app() -> Starlette:
    """The route as the environment wants it."""
    return limit_app(os.environ["LIMIT_DATABASE"], os.environ["LIMIT_DRIVER"], int(os.environ["LIMIT_THREADS"]))


def limit_app(url: str, driver: str, threads: int) -> Starlette:
    """The route: POST a JSON object with `ids`, get the accounts."""
    answer: list[Answer] = []

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with _opened(url, driver, threads) as opened:
            answer.append(opened)
            yield

    async def accounts(request: Request) -> Response:
        ids = orjson.loads(await request.body())["ids"]
        return Response(await answer[0](ids), media_type="application/json")

    return Starlette(routes=[Route("/accounts", accounts, methods=["POST"])], lifespan=lifespan)


def _opened(url: str, driver: str, threads: int) -> AbstractAsyncContextManager[Answer]:
    engine = parse_url(url).engine
    if driver in ASYNCHRONOUS[engine]:
        return asynchronous(url, threads)
    connect = partial(DRIVERS[engine][driver], url)
    return _threaded(connect, threads) if threads else _inline(connect)


@asynccontextmanager
async def _inline(connect: Callable[[], Connection]) -> AsyncIterator[Answer]:
    with closing(connect()) as connection:
        async def answer(ids: Sequence[int]) -> Text:
            return connection.run(ids)

        yield answer


@asynccontextmanager
async def _threaded(connect: Callable[[], Connection], threads: int) -> AsyncIterator[Answer]:
    """Each thread has a connection of its own."""
    own = threading.local()
    with ExitStack() as connections:
        def begin() -> None:
            own.run = connections.enter_context(closing(connect())).run

        def work(ids: Sequence[int]) -> Text:
            answer: Text = own.run(ids)
            return answer

        async def answer(ids: Sequence[int]) -> Text:
            return await asyncio.get_running_loop().run_in_executor(pool, work, ids)

        with ThreadPoolExecutor(threads, initializer=begin) as pool:
            yield answer
