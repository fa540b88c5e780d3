"""Which part of a list: the `first` objects behind `after`."""
from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import strawberry

from gql.schema import descriptions
from gql.schema.errors import BadInput
from gql.schema.ids import parse_id_of
from gql.schema.quirks import Argument
from models.catalogue import Catalogue

DEFAULT_FIRST = 50
MOST_FIRST = 1000

ROOT_ARGUMENTS = (
    Argument("first", int | None, f"How many objects at most, up to {MOST_FIRST}.", DEFAULT_FIRST),
    Argument("after", strawberry.ID | None, descriptions.AFTER),
)
"""The arguments of the lists of all objects of a type."""

EDGE_ARGUMENTS = tuple(replace(argument, description=None) for argument in ROOT_ARGUMENTS)
"""The arguments of the lists that edges lead to: the same, described once at the root, not on hundreds of edges."""


class Page(NamedTuple):
    """Up to `first` objects with ids above `after`, in id order."""

    first: int
    after: int


def parse_page(type_name: str, first: int | None, after: str | None, catalogue: Catalogue) -> Page:
    """The part of a list of one type that two arguments ask for.

    Raises BadInput for a number out of bounds and for what is no id of that type. The object behind which
    the part begins need not exist any more.
    """
    if first is None:
        first = DEFAULT_FIRST
    if not 0 <= first <= MOST_FIRST:
        raise BadInput(f"first is {first}; give a number from 0 to {MOST_FIRST}, and go on with after")
    return Page(first, 0 if after is None else parse_id_of(type_name, after, catalogue))
