"""What one request costs inside the process: the gateway is called without a network, and its processor time is read.

The event loop is that of `edgewise serve`. Other programs on the machine hardly change that time. Threads of the
process count, a database server does not.
"""
from __future__ import annotations

import asyncio
import base64
import json
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from itertools import count
from typing import Any, NoReturn

import uvloop
from starlette.types import ASGIApp

from benchmarks import legacy_data
from benchmarks.figures import Figure, Rates, Result, Skipped
from benchmarks.graphql.drivers import DRIVERS, installed
from benchmarks.graphql.limit import limit_app
from benchmarks.graphql.places import Place
from benchmarks.graphql.plan import Plan
from benchmarks.graphql.queries import EDGEWISE, LIMIT, NUMBERS, Question, draws, one_line
from benchmarks.wrk import LoadError
from gql.app import create_app
from gql.settings import Settings
from gql.web.at_once import Response, at_once
from models.network import Network

REQUESTS: Mapping[int, int] = {1: 200, 50: 40, 1000: 5}
"""How many requests one reading of the clock is for, by the number of accounts."""

ROUNDS = 9

SERVED, BY_MESSAGES = "edgewise", "edgewise, by ASGI messages"
"""As `edgewise serve` asks it, and as any other server for ASGI does."""

Ask = Callable[[ASGIApp, str, bytes], Awaitable[tuple[int, bytes]]]
"""From an application, a path and a body to the status and the content of an answer."""

FORTY_FIELDS = """{
    accounts(first: 1) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes {
            id display email language greet autoOp secure private
            nicks(first: 5) { nodes { id nick lastSeen timeRegistered lastUserMask account { display } } }
            accessMasks { nodes { id mask account { id } } }
            channelsAsFounder(where: {private: {eq: false}}, orderBy: [{name: DESC}]) {
                nodes { id name description lastUsed successor { id display } founder { id } }
            }
        }
    }
}"""
"""A query of 40 fields."""


def measure(plan: Plan) -> Iterator[Result]:
    """The figures of every engine."""
    for place in plan.places:
        yield from uvloop.run(_measured(place))


async def _measured(place: Place) -> list[Result]:
    url = place.network()
    async with AsyncExitStack() as stack:
        gateway = await stack.enter_async_context(serving(create_app(Settings(database=url))))
        routes = {
            driver: await stack.enter_async_context(serving(limit_app(url, driver, threads=0)))
            for driver in installed(place.engine) if driver in DRIVERS[place.engine]}
        spent = await _spent({SERVED: (served, gateway, EDGEWISE), BY_MESSAGES: (post, gateway, EDGEWISE)} | {
            f"hand-written, {driver}, inline": (post, route, LIMIT) for driver, route in routes.items()})
        return [await _uncached(place, gateway), *_added(place, spent), await _login(place, gateway, url),
                Rates(f"{place.name}, us of processor time a request", list(map("N = {}".format, NUMBERS)), spent)]


@asynccontextmanager
async def serving(app: ASGIApp) -> AsyncIterator[ASGIApp]:
    """An application for a block, from its start-up to its shutdown."""
    received: asyncio.Queue[dict[str, str]] = asyncio.Queue()
    sent: asyncio.Queue[MutableMapping[str, Any]] = asyncio.Queue()
    scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}
    task = asyncio.ensure_future(app(scope, received.get, sent.put))
    received.put_nowait({"type": "lifespan.startup"})
    started = await sent.get()
    if started["type"] != "lifespan.startup.complete":
        raise LoadError(f"the application did not start: {started.get('message')}")
    try:
        yield app
    finally:
        received.put_nowait({"type": "lifespan.shutdown"})
        await task


async def served(app: ASGIApp, path: str, body: bytes) -> tuple[int, bytes]:
    """The same as `edgewise serve` has it (gql.web.protocol): at once, or from where the application says."""
    scope = _scope(path, body, ())
    found = at_once(app)(scope, body)
    answer = found if found is None or isinstance(found, Response) else await found(_nothing_more)
    return (answer.status, answer.body) if isinstance(answer, Response) else await post(app, path, body)


async def _nothing_more() -> NoReturn:
    """The client says nothing more, nor does it go away."""
    await asyncio.get_running_loop().create_future()
    raise AssertionError


async def post(app: ASGIApp, path: str, body: bytes, headers: Sequence[tuple[bytes, bytes]] = ()) -> tuple[int, bytes]:
    """The status and the content of an answer."""
    sent: list[MutableMapping[str, Any]] = []
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> MutableMapping[str, Any]:
        return waiting.pop() if waiting else await _nothing_more()

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await app(_scope(path, body, headers), receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


def _scope(path: str, body: bytes, headers: Sequence[tuple[bytes, bytes]]) -> dict[str, Any]:
    usual = [(b"host", b"127.0.0.1"), (b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
        "path": path, "raw_path": path.encode(), "root_path": "", "query_string": b"", "headers": [*usual, *headers],
        "client": ("127.0.0.1", 50_000), "server": ("127.0.0.1", 80), "state": {},
    }


async def _uncached(place: Place, gateway: ASGIApp) -> Figure:
    """A whole request whose text was never seen before: the first line of each is a comment of its own."""
    numbers = count()
    spent = []
    for _ in range(REQUESTS[50]):
        text = f"# {next(numbers)}\n{FORTY_FIELDS}"
        spent.append(await _time(partial(post, gateway, "/graphql"), [json.dumps({"query": text}).encode()]))
    name = f"{place.name}: a query of 40 fields, never seen before, with its run"
    return Figure(name, statistics.median(spent) * 1e3, 15, "ms", at_most=True)


async def _spent(apps: Mapping[str, tuple[Ask, ASGIApp, Question]]) -> dict[str, list[float]]:
    """The least time that a request took, in microseconds, for each number of accounts."""
    least = {name: [float("inf")] * len(NUMBERS) for name in apps}
    for _ in range(ROUNDS):
        for name, (ask, app, question) in apps.items():
            for place, number in enumerate(NUMBERS):
                bodies = [question.text(draw).encode() for draw in draws(number)[:REQUESTS[number]]]
                least[name][place] = min(
                    least[name][place], await _time(partial(ask, app, question.path), bodies) * 1e6)
    return least


def _added(place: Place, spent: Mapping[str, Sequence[float]]) -> Iterator[Figure]:
    """What the gateway adds to the hand-written route that takes the least time."""
    least = min(times[0] for name, times in spent.items() if name not in (SERVED, BY_MESSAGES))
    for way, name in (("", SERVED), (", asked by ASGI messages,", BY_MESSAGES)):
        yield Figure(f"{place.name}, N = 1: what a cached query{way} adds to the hand-written route ({least:.0f} us)",
                     spent[name][0] - least, 60, "us", at_most=True)


async def _time(ask: Callable[[bytes], Awaitable[tuple[int, bytes]]], bodies: Sequence[bytes]) -> float:
    """The processor time of one request, in seconds; raises LoadError for an answer that is none."""
    started = time.process_time()
    for body in bodies:
        status, content = await ask(body)
    spent = (time.process_time() - started) / len(bodies)
    if status != 200 or b'"errors"' in content:
        raise LoadError(f"the answer had the status {status}: {content[:500]!r}")
    return spent


async def _login(place: Place, gateway: ASGIApp, url: str) -> Result:
    """What a password adds once it was found right; skipped while the door takes no passwords."""
    name = f"{place.name}: what a verified Basic login adds"
    network = Network.open(url, types=())
    network.stores.put(legacy_data.HOST, "plain", "accounts", legacy_data.plain())
    network.close()
    bodies = [json.dumps({"query": one_line("{ __typename }")}).encode()] * REQUESTS[1]
    status, content = await post(gateway, "/graphql", bodies[0], _basic("wrong"))
    if status == 200 and b'"errors"' not in content:
        return Skipped(name, "the door takes no passwords")
    ways = (), _basic(legacy_data.PASSWORD)
    rounds = [[await _time(partial(post, gateway, "/graphql", headers=headers), bodies) for headers in ways]
              for _ in range(ROUNDS)]
    without, with_login = map(min, zip(*rounds, strict=True))
    return Figure(name, (with_login - without) * 1e6, 100, "us", at_most=True)


def _basic(password: str) -> tuple[tuple[bytes, bytes], ...]:
    credentials = base64.b64encode(f"plain@{legacy_data.HOST}:{password}".encode())
    return ((b"authorization", b"Basic " + credentials),)
