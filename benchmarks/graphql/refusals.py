"""What it costs to say no: requests above a limit, whole, in the gateway's process without a network."""
from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import uvloop
from starlette.types import ASGIApp

from benchmarks.figures import Figure, Result
from benchmarks.graphql.inside import post, serving
from benchmarks.graphql.places import Place
from benchmarks.graphql.plan import Plan
from benchmarks.wrk import LoadError
from gql.app import create_app
from gql.settings import Settings

REQUESTS, ROUNDS = 20, 9


class Attack(NamedTuple):
    """A body above a limit, the setting that the answer has to name, and how many milliseconds it may cost."""

    body: object
    setting: str
    most: float


def _query(text: str) -> object:
    return {"query": text}


ATTACKS: Mapping[str, Attack] = {
    "51 aliases": Attack(_query("{ " + " ".join(f"a{n}: __typename" for n in range(51)) + " }"), "aliases", 1),
    "a document of 60,000 characters": Attack(_query("{ __typename }" + " " * 60_000), "characters", 1),
    "a batch of 11": Attack([_query("{ __typename }")] * 11, "batch", 1),
    "6 KB of one field": Attack(_query("{ " + "__typename " * 545 + "}"), "repetitions", 50),
    "6 KB of one list": Attack(_query("{ " + "accounts { nodes { id } } " * 230 + "}"), "repetitions", 50),
}


def measure(plan: Plan) -> Iterator[Result]:
    """The figures of the first engine: no statement runs, so all are alike."""
    for place in plan.places[:1]:
        yield from uvloop.run(_measured(place))


async def _measured(place: Place) -> list[Result]:
    async with serving(create_app(Settings(database=place.network()))) as gateway:
        return [Figure(f"refusing {name}", await _milliseconds(gateway, attack), attack.most, "ms", at_most=True)
                for name, attack in ATTACKS.items()]


async def _milliseconds(gateway: ASGIApp, attack: Attack) -> float:
    """The processor time of one request, undisturbed; raises LoadError if it is not refused by its limit."""
    body = json.dumps(attack.body).encode()
    _, content = await post(gateway, "/graphql", body)
    if f"(limits.{attack.setting})".encode() not in content:
        raise LoadError(f"not refused by limits.{attack.setting}: {content[:500]!r}")
    spent = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for _ in range(REQUESTS):
            await post(gateway, "/graphql", body)
        spent.append((time.process_time() - started) / REQUESTS)
    return min(spent) * 1e3
