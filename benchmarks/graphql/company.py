"""How long small queries take beside big ones."""
from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks.figures import Figure, Result
from benchmarks.graphql.asking import ask
from benchmarks.graphql.places import Place
from benchmarks.graphql.plan import Plan, in_turns
from benchmarks.graphql.queries import EDGEWISE
from benchmarks.servers import Server, gateway
from benchmarks.wrk import background, load

SMALL_CONNECTIONS, BIG_CONNECTIONS = 4, 2
SMALL, BIG = 1, 1000


def measure(plan: Plan) -> Iterator[Result]:
    """The figures of every engine."""
    for place in plan.places:
        with gateway(place.network()) as server:
            yield _beside(place, server, plan)


def _beside(place: Place, server: Server, plan: Plan) -> Figure:
    big = EDGEWISE.turns(BIG)
    ask(server, big)

    def busy() -> float:
        with background(server.url, big, BIG_CONNECTIONS):
            return _p99(server, plan.seconds)

    idle, beside = map(statistics.median, in_turns(plan.rounds, [lambda: _p99(server, plan.seconds), busy]))
    return Figure(
        f"{place.name}: p99 of N = {SMALL} beside N = {BIG} ({beside * 1000:.1f} ms), of its idle value "
        f"({idle * 1000:.1f} ms)", beside / idle, 5, "times", at_most=True)


def _p99(server: Server, seconds: int) -> float:
    return load(server.url, EDGEWISE.turns(SMALL), seconds, SMALL_CONNECTIONS).p99
