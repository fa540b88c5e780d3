"""Stretches: which part of the list of everything that refers to an object is asked for."""
from __future__ import annotations

from typing import NamedTuple

from gql.compiler.errors import BadInput
from gql.compiler.ids import parse_id_of
from models.catalogue import Catalogue
from models.query.pages import DEFAULT_SIZE, LARGEST


class Stretch(NamedTuple):
    """Up to `first` objects with ids above `after`, in id order."""

    first: int
    after: int


def parse_stretch(type_name: str, first: int | None, after: str | None, catalogue: Catalogue) -> Stretch:
    """The part of the list that two arguments ask for.

    Raises BadInput for a number out of bounds and for what is no id of that type. The object behind which
    the part begins need not exist any more.
    """
    if first is None:
        first = DEFAULT_SIZE
    if not 0 <= first <= LARGEST:
        raise BadInput(f"first is {first}; give a number from 0 to {LARGEST}, and go on with after")
    return Stretch(first, 0 if after is None else parse_id_of(type_name, after, catalogue))
