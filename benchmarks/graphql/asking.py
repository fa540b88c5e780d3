"""Single requests, and how fast a server answers many: by wrk, or one after the other where one takes long."""
from __future__ import annotations

import http.client
import statistics
import time
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from benchmarks.graphql.queries import HEADERS
from benchmarks.servers import Server
from benchmarks.wrk import CONNECTIONS, LoadError, Turns, load

SAMPLES = 10
"""How many answers tell how long one is."""


def ask(server: Server, turns: Turns) -> bytes:
    """The answer to the first of some requests; raises LoadError for a status other than 200."""
    return next(answers(server, turns.path, turns.bodies[:1]))


def answers(server: Server, path: str, bodies: Sequence[str]) -> Iterator[bytes]:
    """The answers to requests that follow each other on one connection; raises LoadError."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=120)
    try:
        for body in bodies:
            connection.request("POST", path, body, dict(HEADERS))
            response = connection.getresponse()
            content = response.read()
            if response.status != 200:
                raise LoadError(f"{server.url}{path} answered {response.status}: {content[:500]!r}")
            yield content
    finally:
        connection.close()


def rate(server: Server, turns: Turns, seconds: int) -> float:
    """How many requests the server answers a second; never 0.

    Where the connections would hardly get an answer each meanwhile, one connection is asked: such a server
    is busy with one request already. Raises LoadError when answers are far shorter than at rest: they hold errors.
    """
    ask(server, turns)
    started = time.perf_counter()
    ask(server, turns)
    if (time.perf_counter() - started) * CONNECTIONS * 4 > seconds:
        return _one_by_one(server, turns, seconds)
    usual = statistics.mean(map(len, answers(server, turns.path, turns.bodies[:SAMPLES])))
    under_load = load(server.url, turns, seconds)
    if under_load.requests < CONNECTIONS:
        ask(server, turns)  # waits for what the load has left behind
        return _one_by_one(server, turns, seconds)
    if under_load.size < 0.5 * usual:
        raise LoadError(f"{server.url} answers with {under_load.size:.0f} bytes under load, {usual:.0f} at rest")
    return under_load.rate


def _one_by_one(server: Server, turns: Turns, seconds: int) -> float:
    """The same on one connection, for as long as the time lasts; one request at least."""
    waiting = answers(server, turns.path, turns.bodies)
    started, spent, done = time.perf_counter(), 0.0, 0
    while spent < seconds and next(waiting, None) is not None:
        spent, done = time.perf_counter() - started, done + 1
    return done / spent
