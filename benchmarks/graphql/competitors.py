"""Who takes part: edgewise by both of its roads, the hand-written route in all its ways, and other servers."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import Enum
from functools import partial

from benchmarks.graphql import peers
from benchmarks.graphql.drivers import ASYNCHRONOUS, installed
from benchmarks.graphql.queries import EDGEWISE, LIMIT, Question
from benchmarks.servers import Server, gateway, hand_written
from gql.settings.table import VARIABLES

THREADS = 2

COMPILED = "EDGEWISE_GRAPHQL_COMPILED"
REFERENCE: Mapping[str, str] = {COMPILED: "false"} if COMPILED in VARIABLES else {}
"""The environment in which edgewise answers field by field."""


class Kind(Enum):
    """What a competitor is in the table."""

    OURS = "edgewise"
    REFERENCE = "reference executor"
    LIMIT = "hand-written"
    PEER = "peer"


@dataclass(frozen=True)
class Competitor:
    """A server for a database, and how it is asked; `place` is where in its answer the list of accounts is."""

    name: str
    kind: Kind
    question: Question
    start: Callable[[str], AbstractContextManager[Server]]
    place: tuple[str, ...] = ("data", "accounts", "nodes")


OURS = Competitor("edgewise", Kind.OURS, EDGEWISE, gateway)
FIELD_BY_FIELD = Competitor(
    "edgewise, reference executor", Kind.REFERENCE, EDGEWISE, partial(gateway, environment=REFERENCE))


def limits(engine: str) -> list[Competitor]:
    """The hand-written route with every driver that is installed, on the event loop and in two threads."""
    found = []
    for driver in installed(engine):
        ways = {f"{THREADS} connections": THREADS} if driver in ASYNCHRONOUS[engine] else {
            "inline": 0, f"{THREADS} threads": THREADS}
        found += [_limit(driver, way, threads) for way, threads in ways.items()]
    return found


def _limit(driver: str, way: str, threads: int) -> Competitor:
    start = partial(hand_written, driver=driver, threads=threads)
    return Competitor(f"hand-written, {driver}, {way}", Kind.LIMIT, LIMIT, start)


def competitors(engine: str) -> list[Competitor]:
    """All that can run here on a database of an engine."""
    others = [
        Competitor(peer.name, Kind.PEER, peer.question, peer.start, peer.place)
        for peer in peers.PEERS if peer.engine == engine and peer.is_installed()]
    return [OURS, FIELD_BY_FIELD, *limits(engine), *others]
