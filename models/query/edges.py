"""Forward edges by name: where a reference field leads."""
from __future__ import annotations

from typing import NamedTuple

from models.catalogue import Catalogue, Field, ObjectType
from models.errors import BadQuery, UnknownField


class Edge(NamedTuple):
    """A reference field; where it takes any type, `target` says which is meant."""

    field: str
    target: str | None = None


def visible_field(type_: ObjectType, name: str) -> Field:
    """A field that may be asked about: secrets are as if they did not exist. Raises UnknownField."""
    field = type_.field(name)
    if field.secret:
        raise UnknownField(type_.name, name)
    return field


def target_of(catalogue: Catalogue, type_: ObjectType, edge: Edge) -> ObjectType:
    """The type at the other end of an edge. Raises UnknownField, UnknownType and BadQuery."""
    field = visible_field(type_, edge.field)
    if field.reference is None:
        raise BadQuery(f"{type_.name}.{field.name} refers to nothing; name a reference field")
    fixed = field.reference.target
    if fixed is None and edge.target is None:
        raise BadQuery(f"{type_.name}.{field.name} refers to objects of any type; say which type is meant")
    if fixed is not None and edge.target not in (None, fixed):
        raise BadQuery(f"{type_.name}.{field.name} refers to {fixed}, not to {edge.target}")
    return catalogue[fixed or edge.target or ""]
