"""How much is measured: for how long, how often, on which engines."""
from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.graphql.places import Place


@dataclass(frozen=True)
class Plan:
    """What all parts are given: how long a load lasts, how often all take turns, and where the databases are."""

    seconds: int
    rounds: int
    places: Sequence[Place]


def in_turns(rounds: int, measures: Sequence[Callable[[], float]]) -> list[list[float]]:
    """What each measure gives in each round; in a round all take their turn."""
    found = [[measure() for measure in measures] for _ in range(rounds)]
    return [list(column) for column in zip(*found, strict=True)]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the rounds' ratios: what slows a round down slows both."""
    return statistics.median(own / other for own, other in zip(ours, theirs, strict=True))
