"""A written statement: its text, and which value goes to which of its places."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gql.compiler.binding import Slot
from models.query.callers import Caller

Fold = Callable[[Any], Any]
"""The case mapping of the network."""


@dataclass(frozen=True)
class Statement:
    """An SQL text, and for each of its parameters a Slot, a Caller, or what is the same for all requests.

    `scans`: it may have to look at many more rows than it finds.
    """

    sql: str
    places: tuple[Any, ...]
    scans: bool

    def parameters(self, values: Sequence[Sequence[Any]], fold: Fold, own: Mapping[Caller, int]) -> list[Any]:
        """The parameters, given the values of each site and the ids of the caller's own objects."""
        found = []
        for place in self.places:
            if type(place) is Slot:
                value = values[place.site][place.index]
                found.append(fold(value) if place.folded else value)
            else:
                found.append(own[place] if isinstance(place, Caller) else place)
        return found
