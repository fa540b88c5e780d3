"""How edgewise does beside the hand-written route, its own reference executor and other servers."""
from __future__ import annotations

import json
import statistics
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial

from benchmarks.figures import Figure, Rates, Result, Skipped
from benchmarks.graphql.asking import ask, rate
from benchmarks.graphql.competitors import Competitor, Kind, competitors
from benchmarks.graphql.peers import PEERS
from benchmarks.graphql.places import Place
from benchmarks.graphql.plan import Plan, in_turns, ratio
from benchmarks.graphql.queries import EDGEWISE_BY_NAME, NUMBERS
from benchmarks.servers import Server
from benchmarks.wrk import LoadError

OF_THE_LIMIT: Mapping[int, float] = {1: 0.70, 50: 0.80, 1000: 0.85}
OF_THE_REFERENCE: Mapping[int, float] = {1: 8, 50: 30, 1000: 50}
"""What is required, by the number of accounts."""

Measured = dict[Competitor, dict[int, list[float]]]
"""The rates of each round."""


def measure(plan: Plan) -> Iterator[Result]:
    """The figures of every engine, and the rates behind them."""
    for place in plan.places:
        with ExitStack() as stack:
            url = place.network()
            running = [(one, stack.enter_context(one.start(url))) for one in competitors(place.engine)]
            for number in NUMBERS:
                check_answers(running, number)
            measured: Measured = {one: {} for one, _ in running}
            for number in NUMBERS:
                _measure(running, number, plan, measured)
                yield from _figures(place, number, measured)
            yield from _by_name(place, running, plan)
            yield from _missing(place)
            yield _rates(place, measured)


def _measure(running: Sequence[tuple[Competitor, Server]], number: int, plan: Plan, measured: Measured) -> None:
    measures = [partial(rate, server, one.question.turns(number), plan.seconds) for one, server in running]
    for (one, _), rates in zip(running, in_turns(plan.rounds, measures), strict=True):
        measured[one][number] = rates


def check_answers(running: Sequence[tuple[Competitor, Server]], number: int) -> None:
    """Raise LoadError unless all answer the same: peers, which name things differently, with as many accounts."""
    found = {one: json.loads(ask(server, one.question.turns(number))) for one, server in running}
    expected = next(answer for one, answer in found.items() if one.kind is Kind.OURS)
    for one, answer in found.items():
        if one.kind is not Kind.PEER and answer != expected:
            raise LoadError(f"{one.name} answers otherwise than edgewise for {number} accounts: {str(answer)[:500]}")
        if _length(answer, one.place) != number:
            raise LoadError(f"{one.name} has no {number} accounts in its answer: {str(answer)[:500]}")


def _length(answer: object, place: Sequence[str]) -> int:
    for name in place:
        answer = answer.get(name) if isinstance(answer, dict) else None
    return len(answer) if isinstance(answer, list) else 0


def _figures(place: Place, number: int, measured: Measured) -> Iterator[Figure]:
    rates = {one: of_numbers[number] for one, of_numbers in measured.items()}
    ours = _of(Kind.OURS, rates)[0]
    limit = max(_of(Kind.LIMIT, rates), key=lambda one: statistics.median(rates[one]))
    title = f"{place.name}, N = {number}: "
    yield Figure(
        f"{title}ratio to the limit ({limit.name})", ratio(rates[ours], rates[limit]), OF_THE_LIMIT[number])
    for reference in _of(Kind.REFERENCE, rates):
        yield Figure(
            f"{title}times the reference executor", ratio(rates[ours], rates[reference]), OF_THE_REFERENCE[number])
    for peer in _of(Kind.PEER, rates):
        yield Figure(f"{title}times {peer.name}", ratio(rates[ours], rates[peer]), 1)


def _of(kind: Kind, rates: Mapping[Competitor, object]) -> list[Competitor]:
    return [one for one in rates if one.kind is kind]


def _by_name(place: Place, running: Sequence[tuple[Competitor, Server]], plan: Plan) -> Iterator[Figure]:
    """One account by its name, held against the fastest hand-written route for one account by its id."""
    limits = [(one, server) for one, server in running if one.kind is Kind.LIMIT]
    ours = next(server for one, server in running if one.kind is Kind.OURS)
    measures = [partial(rate, ours, EDGEWISE_BY_NAME.turns(1), plan.seconds)]
    measures += [partial(rate, server, one.question.turns(1), plan.seconds) for one, server in limits]
    rates, *others = in_turns(plan.rounds, measures)
    limit = max(others, key=statistics.median)
    name = f"{place.name}, one account by its name: ratio to the limit by id"
    yield Figure(name, ratio(rates, limit), OF_THE_LIMIT[1])


def _missing(place: Place) -> Iterator[Skipped]:
    for peer in PEERS:
        if peer.engine == place.engine and not peer.is_installed():
            yield Skipped(f"{place.name}: times {peer.name}", "not installed; run benchmarks/peers/install")


def _rates(place: Place, measured: Measured) -> Rates:
    rows = {
        one.name: [statistics.median(rates) for rates in of_numbers.values()] for one, of_numbers in measured.items()}
    return Rates(f"{place.name}, requests/s", [f"N = {number}" for number in NUMBERS], rows)
