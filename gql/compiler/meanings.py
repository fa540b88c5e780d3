"""What the fields of GraphQL's types mean, in terms of the catalogue."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gql.naming import Names
from models.catalogue import Catalogue, Field, Kind, ObjectType, Referrer


@dataclass(frozen=True)
class OwnId:
    """The object's id, `account:10`."""


@dataclass(frozen=True)
class Value:
    """A field that is no reference; `values` are an enum's stored names and numbers with GraphQL's names."""

    field: Field
    values: tuple[tuple[str, int, str], ...] = ()


@dataclass(frozen=True)
class Forward:
    """The object that a reference field names."""

    field: Field
    target: str | None


@dataclass(frozen=True)
class Backward:
    """The connection of the objects that refer to this one through a field."""

    type: str
    field: str


@dataclass(frozen=True)
class Refs:
    """The list of the objects of some type that refer to this one through any field."""


@dataclass(frozen=True)
class Address:
    """The address of an XMPP user."""


@dataclass(frozen=True)
class Listed:
    """At the root: the connection of all objects of a type."""

    type: str


@dataclass(frozen=True)
class LookedUp:
    """At the root: one object of a type by its id, or by its key in these arguments."""

    type: str
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class AnyNode:
    """At the root: the object with an id."""


@dataclass(frozen=True)
class AnyNodes:
    """At the root: the objects with some ids."""


Meaning = OwnId | Value | Forward | Backward | Refs | Address
RootMeaning = Listed | LookedUp | AnyNode | AnyNodes


class Meanings:
    """The fields of the types of one catalogue; those of a type are found out when it is first met."""

    def __init__(self, catalogue: Catalogue, names: Names) -> None:
        self.catalogue, self.names = catalogue, names
        self.types: Mapping[str, str] = {names.type(t.name): t.name for t in catalogue}
        self.constants: Mapping[str, str] = {names.constant(t.name): t.name for t in catalogue}
        self.roots = self._roots()
        self._fields: dict[str, Mapping[str, Meaning]] = {}

    def fields(self, type_: ObjectType) -> Mapping[str, Meaning]:
        """The fields of a type by their names; what is not among them is read from the stores of XMPP users."""
        if type_.name not in self._fields:
            self._fields[type_.name] = self._of(type_)
        return self._fields[type_.name]

    def _of(self, type_: ObjectType) -> Mapping[str, Meaning]:
        found: dict[str, Meaning] = {"id": OwnId(), "refs": Refs()}
        for field in type_.fields:
            if not field.secret:
                found[self.names.field(type_.name, field.name)] = self._of_field(type_, field)
        for referrer in self.catalogue.referrers(type_.name):
            if not referrer.field.secret:
                found[self.names.backward(type_.name, referrer)] = _backward(referrer)
        if type_.name == "xmppuser":
            found["jid"] = Address()
        return found

    def _of_field(self, type_: ObjectType, field: Field) -> Meaning:
        if field.reference:
            return Forward(field, field.reference.target)
        if field.kind is not Kind.ENUM:
            return Value(field)
        return Value(field, tuple((stored, number, self.names.value(type_.name, field.name, stored))
                                  for stored, number in field.values))

    def _roots(self) -> Mapping[str, RootMeaning]:
        found: dict[str, RootMeaning] = {"node": AnyNode(), "nodes": AnyNodes()}
        for type_ in self.catalogue:
            found[self.names.plural(type_.name)] = Listed(type_.name)
            found[self.names.singular(type_.name)] = LookedUp(type_.name, self.names.arguments(type_.name))
        return found


def _backward(referrer: Referrer) -> Backward:
    return Backward(referrer.type.name, referrer.field.name)
