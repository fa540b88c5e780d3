"""Edges: from an object along its references, and back to those that refer to it."""
from __future__ import annotations

from typing import Any

from gql.schema.connections import Connections, Listing
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


def backward(connections: Connections, referrer: Referrer) -> Resolve:
    """The resolver of the connection of objects that refer to an object through a field."""
    type_name, field_name = referrer.type.name, referrer.field.name

    async def resolve(record: Record, reader: Reader, *arguments: Any) -> Listing:
        return await reader.related(type_name, field_name, record.id, connections.ask(type_name, *arguments))

    return resolve
