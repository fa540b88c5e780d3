"""What the fields of GraphQL's types mean, in terms of the catalogue."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gql.compiler.stores.sources import View
from gql.compiler.stores.views import LINKS, OTHER, VIEWS, XMPP_TYPES
from gql.naming import Names
from models.catalogue import Catalogue, Field, Kind, ObjectType, Referrer
from models.xmpp.account_link import LinkRule


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
class InStores:
    """What is read from the stores of an XMPP user, or about him and an account."""

    view: View


@dataclass(frozen=True)
class Nothing:
    """What leads nowhere, as the setting that it needs is not set."""


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


Meaning = OwnId | Value | Forward | Backward | Refs | Address | InStores | Nothing
RootMeaning = Listed | LookedUp | AnyNode | AnyNodes


class Meanings:
    """The fields of the types of one catalogue; those of a type are found out when it is first met."""

    def __init__(self, catalogue: Catalogue, names: Names, link: LinkRule | None) -> None:
        """`link` says which accounts and XMPP users are the same person; None: nobody knows."""
        self.catalogue, self.names, self._link = catalogue, names, link
        self.types: Mapping[str, str] = {names.type(t.name): t.name for t in catalogue}
        self.constants: Mapping[str, str] = {names.constant(t.name): t.name for t in catalogue}
        self.roots = self._roots()
        self._fields: dict[str, Mapping[str, Meaning]] = {}

    def fields(self, type_: ObjectType) -> Mapping[str, Meaning]:
        """The fields of a type by their names."""
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
        return found | self._of_stores(type_.name)

    def _of_stores(self, type_name: str) -> dict[str, Meaning]:
        """What gql.schema.xmpp adds to a type."""
        if not all(name in self.catalogue for name in XMPP_TYPES):
            return {}
        found: dict[str, Meaning] = {name: InStores(view) for name, view in VIEWS.get(type_name, {}).items()}
        if type_name in LINKS and "account" in self.catalogue:
            name, source, other = LINKS[type_name]
            found[name] = InStores(View(source(self._link), OTHER, other)) if self._link else Nothing()
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
