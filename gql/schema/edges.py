"""Edges: from an object along its references, and back to those that refer to it."""
from __future__ import annotations

from collections.abc import Sequence

from gql.schema.lists import parse_page
from gql.schema.loading import Reader, Record
from gql.schema.quirks import Resolve
from gql.schema.stored import target
from models.catalogue import Catalogue, Reference, Referrer


def forward(catalogue: Catalogue, position: int, reference: Reference) -> Resolve:
    """The resolver of a reference field, given its place among its type's fields."""
    async def resolve(record: Record, reader: Reader) -> Record | None:
        found = target(record.values[position], reference.target)
        return await reader.get(found) if found and found.type in catalogue else None

    return resolve


def backward(catalogue: Catalogue, referrer: Referrer) -> Resolve:
    """The resolver of the list of objects that refer to an object through a field."""
    type_name, field_name = referrer.type.name, referrer.field.name

    async def resolve(record: Record, reader: Reader, first: int | None, after: str | None) -> Sequence[Record]:
        page = parse_page(type_name, first, after, catalogue)
        return await reader.referring(type_name, field_name, record.id, page)

    return resolve


def to_type(catalogue: Catalogue, type_name: str) -> tuple[Referrer, ...]:
    """The fields that refer to objects of one type, secret ones left out: there is no way back along those."""
    return tuple(referrer for referrer in catalogue.referrers(type_name) if not referrer.field.secret)


def to_any_type(catalogue: Catalogue) -> tuple[Referrer, ...]:
    """The fields that refer to objects of any type: every object has the ways back along them."""
    return tuple(Referrer(type_, field, reference) for type_ in catalogue
                 for field, reference in type_.references if reference.target is None and not field.secret)
