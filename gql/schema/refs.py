"""All objects of a type that refer to an object, through whichever field: what /rest does for `?refs=`."""
from __future__ import annotations

import asyncio
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

import strawberry

from gql.compiler.errors import BadInput
from gql.compiler.ids import parse_id_of
from gql.schema.loading import Reader, Record
from gql.schema.quirks import Argument, Resolve
from models.catalogue import Catalogue
from models.query.pages import DEFAULT_SIZE, LARGEST


class Stretch(NamedTuple):
    """Up to `first` objects with ids above `after`, in id order."""

    first: int
    after: int


def arguments(type_names: type[Enum]) -> tuple[Argument, ...]:
    """The arguments of `refs`."""
    return (
        Argument("type", type_names, None), Argument("first", int | None, None, DEFAULT_SIZE),
        Argument("after", strawberry.ID | None, None),
    )


def refs(catalogue: Catalogue) -> Resolve:
    """The resolver of `refs`: one statement for each field of the type, for all objects of a level."""
    async def resolve(
        record: Record, reader: Reader, member: Enum, first: int | None, after: str | None,
    ) -> Sequence[Record]:
        type_name = str(member.value)
        stretch = parse_stretch(type_name, first, after, catalogue)
        fields = [field for field, reference in catalogue[type_name].references
                  if not field.secret and reference.target in (None, record.type)]
        lists = await asyncio.gather(*(reader.refs(type_name, field.name, record.id, stretch) for field in fields))
        found = {one.id: one for some in lists for one in some}
        return reader.counted([found[id_] for id_ in sorted(found)[:stretch.first]])

    return resolve


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
