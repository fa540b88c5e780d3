"""What clients say in `orderBy`: from their inputs, as plain mappings by GraphQL's names, to orders."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gql.naming import Names
from models.catalogue import Catalogue, Field, ObjectType
from models.query.edges import Edge
from models.query.orders import Nulls, Order

DIRECTIONS: Mapping[str, tuple[bool, Nulls | None]] = {
    "ASC": (False, None), "ASC_NULLS_LAST": (False, Nulls.LAST),
    "DESC": (True, None), "DESC_NULLS_FIRST": (True, Nulls.FIRST),
}
"""What the directions mean: whether downwards, and where the objects stand whose value was never set."""


class Orders:
    """The orders over one catalogue, read."""

    def __init__(self, catalogue: Catalogue, names: Names) -> None:
        self._catalogue, self._names = catalogue, names
        self._targets = {names.singular(t.name): t.name for t in catalogue}
        self._fields: dict[str, dict[str, Field]] = {}

    def orders(self, type_name: str, given: Sequence[Mapping[str, Any]] | None) -> tuple[Order, ...]:
        """What a client's inputs say; null says nothing."""
        return tuple(self._order(type_name, one, ()) for one in given or ())

    def _order(self, type_name: str, given: Mapping[str, Any], path: tuple[Edge, ...]) -> Order:
        ((name, value),) = given.items()
        if name == "id":
            return _leaf("id", value, path)
        field = self._by_name(self._catalogue[type_name])[name]
        if field.reference is None:
            return _leaf(field.name, value, path)
        if field.reference.target is not None:
            return self._order(field.reference.target, value, (*path, Edge(field.name)))
        ((target, inner),) = value.items()
        return self._order(self._targets[target], inner, (*path, Edge(field.name, self._targets[target])))

    def _by_name(self, type_: ObjectType) -> dict[str, Field]:
        if type_.name not in self._fields:
            self._fields[type_.name] = {
                self._names.field(type_.name, f.name): f for f in type_.fields if not f.secret}
        return self._fields[type_.name]


def _leaf(field_name: str, direction: str, path: tuple[Edge, ...]) -> Order:
    descending, nulls = DIRECTIONS[direction]
    return Order(field_name, path, descending, nulls)
