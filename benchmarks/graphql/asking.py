"""Single requests, and how fast a server answers many: by wrk, or one after the other where one takes long."""
from __future__ import annotations

import http.client
import statistics
import time
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from benchmarks.graphql.queries import HEADERS, Question, draws
from benchmarks.servers import Server
from benchmarks.wrk import CONNECTIONS, Load, LoadError, load

SAMPLES = 10
"""How many answers tell how long one is."""


def ask(server: Server, path: str, body: str) -> bytes:
    """The answer to one request; raises LoadError for a status other than 200."""
    return next(answers(server, path, [body]))


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


def rate(server: Server, question: Question, number: int, seconds: int) -> float:
    """How many requests for so many accounts the server answers a second.

    Where the connections would hardly get an answer each meanwhile, one connection is asked: such a server
    is busy with one request already. Raises LoadError when answers are far shorter than at rest: they hold errors.
    """
    bodies = question.turns(number).bodies[:SAMPLES]
    started = time.perf_counter()
    ask(server, question.path, bodies[0])
    if (time.perf_counter() - started) * CONNECTIONS * 4 > seconds:
        return _one_by_one(server, question, number, seconds)
    usual = statistics.mean(map(len, answers(server, question.path, bodies)))
    under_load = load(server.url, question.turns(number), seconds)
    if under_load.requests < CONNECTIONS:
        ask(server, question.path, bodies[0])  # waits for what the load has left behind
        return _one_by_one(server, question, number, seconds)
    _check(under_load, usual, f"{server.url}{question.path}")
    return under_load.rate


def _check(under_load: Load, usual: float, what: str) -> None:
    if under_load.size < 0.5 * usual:
        raise LoadError(f"{what} answers with {under_load.size:.0f} bytes under load, {usual:.0f} at rest")


def _one_by_one(server: Server, question: Question, number: int, seconds: int) -> float:
    """The same on one connection, for as long as the time lasts; one request at least."""
    bodies = [question.text(draw) for draw in draws(number)]
    waiting = answers(server, question.path, bodies)
    started, spent, done = time.perf_counter(), 0.0, 0
    while spent < seconds and next(waiting, None) is not None:
        spent, done = time.perf_counter() - started, done + 1
    return done / spent
