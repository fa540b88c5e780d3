"""What more data costs: ten times the network, and the last page of a long list."""
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from benchmarks.figures import Figure, Result
from benchmarks.graphql.asking import ask, rate
from benchmarks.graphql.data import LONG_LIST, ONCE
from benchmarks.graphql.places import Place
from benchmarks.graphql.plan import Plan, in_turns, ratio
from benchmarks.graphql.queries import EDGEWISE, HEADERS, one_line
from benchmarks.servers import Server, gateway
from benchmarks.wrk import LoadError, Turns

NUMBER, TIMES = 50, 10
PAGE = 50

ORDERS: Mapping[str, str] = {"ids": "", "names": "orderBy: [{nick: ASC}], "}
"""The arguments that order a list."""

NODES = "edges { cursor node { id nick lastSeen } } pageInfo { hasNextPage endCursor }"


def measure(plan: Plan) -> Iterator[Result]:
    """The figures of every engine."""
    for place in plan.places:
        yield _ten_times(place, plan)
        yield from _last_page(place, plan)


def _ten_times(place: Place, plan: Plan) -> Figure:
    with gateway(place.network()) as small, gateway(place.network(TIMES)) as large:
        rates = in_turns(plan.rounds, [
            partial(rate, small, EDGEWISE.turns(NUMBER), plan.seconds),
            partial(rate, large, EDGEWISE.turns(NUMBER, ONCE.times(TIMES)), plan.seconds),
        ])
    return Figure(
        f"{place.name}, N = {NUMBER}: time with {TIMES} times the data", ratio(*rates), 1.3, "times", at_most=True)


def _last_page(place: Place, plan: Plan) -> Iterator[Figure]:
    with gateway(place.long_list()) as server:
        for name, order in ORDERS.items():
            first, last = _page(order, f"first: {PAGE}"), _last(server, order)
            rates = in_turns(
                plan.rounds, [partial(rate, server, page, plan.seconds) for page in (first, last)])
            yield Figure(
                f"{place.name}, the last page of {LONG_LIST:,} rows in the order of {name}: time of the first",
                ratio(*rates), 1.5, "times", at_most=True)


def _last(server: Server, order: str) -> Turns:
    """The last page, as somebody comes to it who goes on from page to page."""
    before = _page(order, f"last: {PAGE + 1}")
    edges = _answer(server, before)["edges"]
    page = _page(order, f"first: {PAGE}, after: {json.dumps(edges[0]['cursor'])}")
    found = _answer(server, page)
    if found["edges"] != edges[1:] or found["pageInfo"]["hasNextPage"]:
        raise LoadError(f"{page.bodies[0]} is not the last page")
    return page


def _page(order: str, page: str) -> Turns:
    query = f"{{ nicks({order}{page}) {{ {NODES} }} }}"
    return Turns("/graphql", [json.dumps({"query": one_line(query)})], HEADERS)


def _answer(server: Server, page: Turns) -> dict[str, Any]:
    """The list in the first answer, which comes when its index has been made; raises LoadError."""
    answer = json.loads(ask(server, page))
    if "errors" in answer:
        raise LoadError(f"{page.bodies[0]} failed: {answer['errors']}")
    nicks: dict[str, Any] = answer["data"]["nicks"]
    return nicks
