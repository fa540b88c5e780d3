"""All objects of a type that refer to an object, through whichever field: what /rest does for `?refs=`."""
from __future__ import annotations

import asyncio
from collections.abc import Sequence
from enum import Enum

import strawberry

from gql.compiler.stretches import parse_stretch
from gql.schema.loading import Reader, Record
from gql.schema.quirks import Argument, Resolve
from models.catalogue import Catalogue
from models.query.pages import DEFAULT_SIZE


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
