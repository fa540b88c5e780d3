"""A written statement: its text, and which value goes to which of its places."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from gql.compiler.binding import Slot
from gql.compiler.plan import Spot
from models.query.callers import Caller

Fold = Callable[[Any], Any]
"""The case mapping of the network."""


class Run(NamedTuple):
    """Places that stand one after the other and take values of one site one after the other, as they are."""

    site: int
    values: slice


@dataclass(frozen=True)
class Statement:
    """An SQL text, and what goes to its places: Runs, Slots, Callers, and what is the same for all requests.

    `scans`: it may have to look at many more rows than it finds. `spots` are finished in Python when it has run.
    `leaves_controls`: control characters in texts are escaped in Python.
    """

    sql: str
    places: tuple[Any, ...]
    scans: bool
    spots: tuple[Spot, ...]
    leaves_controls: bool

    def parameters(self, values: Sequence[Sequence[Any]], fold: Fold, own: Mapping[Caller, int]) -> list[Any]:
        """The parameters, given the values of each site and the ids of the caller's own objects."""
        found: list[Any] = []
        for place in self.places:
            if type(place) is Run:
                found += values[place.site][place.values]
            elif type(place) is Slot:
                found.append(fold(values[place.site][place.index]))
            else:
                found.append(own[place] if isinstance(place, Caller) else place)
        return found


def runs(places: Iterable[Any]) -> Iterator[Any]:
    """The places of a statement, those that can be filled together put together."""
    run: Run | None = None
    for place in places:
        if isinstance(place, Slot) and not place.folded:
            if run and run.site == place.site and run.values.stop == place.index:
                run = Run(run.site, slice(run.values.start, place.index + 1))
                continue
            if run:
                yield run
            run = Run(place.site, slice(place.index, place.index + 1))
            continue
        if run:
            yield run
        run = None
        yield place
    if run:
        yield run
