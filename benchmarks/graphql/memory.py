"""How much a process grows for one big answer."""
from __future__ import annotations

from collections.abc import Iterator

from benchmarks.figures import Figure, Result
from benchmarks.graphql.asking import answers
from benchmarks.graphql.data import ONCE
from benchmarks.graphql.places import Place
from benchmarks.graphql.plan import Plan
from benchmarks.graphql.queries import EDGEWISE
from benchmarks.servers import Server, gateway

BIG = 1000
PART = 100
TRIES = 5


def measure(plan: Plan) -> Iterator[Result]:
    """The figures of every engine."""
    for place in plan.places:
        with gateway(place.network()) as server:
            yield _growth(place, server)


def _growth(place: Place, server: Server) -> Figure:
    """The most that one of a few requests added to a process that has read all the data before."""
    ids = range(1, ONCE.account + 1)
    parts = [EDGEWISE.text(ids[start:start + PART]) for start in range(0, len(ids), PART)]
    for _ in answers(server, EDGEWISE.path, parts):
        pass
    grown = max(_grown(server, body) for body in EDGEWISE.turns(BIG).bodies[:TRIES])
    return Figure(
        f"{place.name}, N = {BIG}: memory for a request, of its response", grown, 4, "times", at_most=True)


def _grown(server: Server, body: str) -> float:
    server.forget_peak()
    before = server.resident_bytes()
    content = next(answers(server, EDGEWISE.path, [body]))
    return (server.peak_bytes() - before) / len(content)
