"""The requests: GraphQL texts, and bodies that ask for accounts drawn by chance."""
from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.graphql.data import ONCE, SEED, Size, display
from benchmarks.wrk import Turns

NUMBERS = (1, 50, 1000)
"""How many accounts a request asks for."""

DRAWS: Mapping[int, int] = {1: 2000, 50: 200, 1000: 40}
"""How many different requests take turns."""

HEADERS: Mapping[str, str] = {"Content-Type": "application/json"}

FIELDS = """
    id display email
    nicks { nodes { nick lastSeen } }
    accessMasks { nodes { mask } }
    channelsAsFounder { nodes { name successor { display } } }
"""
ACCOUNTS = f"""query($ids: [ID!]!, $n: Int!) {{
    accounts(where: {{id: {{in: $ids}}}}, first: $n) {{ nodes {{ {FIELDS} }} }}
}}"""
NAMED = f"""query($name: String!) {{
    accounts(where: {{display: {{eq: $name}}}}) {{ nodes {{ {FIELDS} }} }}
}}"""

Draw = Sequence[int]
Body = Callable[[Draw], object]
"""The body that asks for some accounts."""


def draws(number: int, size: Size = ONCE) -> list[Draw]:
    """Which accounts the requests ask for: the same for all servers, and in all runs."""
    chance = random.Random(SEED + number)
    return [chance.sample(range(1, size.account + 1), number) for _ in range(DRAWS[number])]


@dataclass(frozen=True)
class Question:
    """How a server is asked for accounts: the path, the body, and what in its answer is the list of accounts."""

    path: str
    body: Body

    def turns(self, number: int, size: Size = ONCE) -> Turns:
        """The requests for a number of accounts."""
        return Turns(self.path, [self.text(draw) for draw in draws(number, size)], HEADERS)

    def text(self, draw: Draw) -> str:
        """The body of one request."""
        return json.dumps(self.body(draw), separators=(",", ":"))


def one_line(query: str) -> str:
    """A query as bodies have it."""
    return " ".join(query.split())


def _accounts(draw: Draw) -> object:
    ids = [f"account:{id_}" for id_ in draw]
    return {"query": one_line(ACCOUNTS), "variables": {"ids": ids, "n": len(ids)}}


def _named(draw: Draw) -> object:
    return {"query": one_line(NAMED), "variables": {"name": display(draw[0])}}


EDGEWISE = Question("/graphql", _accounts)
EDGEWISE_BY_NAME = Question("/graphql", _named)
LIMIT = Question("/accounts", lambda draw: {"ids": list(draw)})
