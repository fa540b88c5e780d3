"""A written statement: its text, and which value goes to which of its places."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gql.compiler.binding import Slot

Fold = Callable[[Any], Any]
"""The case mapping of the network."""


@dataclass(frozen=True)
class Statement:
    """An SQL text, and for each of its parameters a Slot, or what is the same for all requests."""

    sql: str
    places: tuple[Any, ...]

    def parameters(self, values: Sequence[Sequence[Any]], fold: Fold) -> list[Any]:
        """The parameters, given the values of each site."""
        return [place if type(place) is not Slot else _value(place, values, fold) for place in self.places]


def _value(slot: Slot, values: Sequence[Sequence[Any]], fold: Fold) -> Any:
    value = values[slot.site][slot.index]
    return fold(value) if slot.folded else value
