"""The inputs that say which objects are meant: one for each type, through edges both ways."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gql.naming import Names
from gql.schema import descriptions, quirks
from gql.schema.enums import Enums
from gql.schema.operators import Comparisons
from gql.schema.referrers import back_to
from gql.vocabulary import RELATED, WHERE
from models.catalogue import Catalogue, Field, ObjectType
from models.query.conditions import Quantifier

QUANTIFIERS: Mapping[Quantifier, str] = {
    Quantifier.SOME: "There is one for which this holds.",
    Quantifier.NONE: "There is none for which this holds.",
    Quantifier.EVERY: "There is none for which this does not hold.",
}


class Filters:
    """The filters over one catalogue; `types` has them by the catalogue's names of types."""

    def __init__(self, catalogue: Catalogue, names: Names, enums: Enums) -> None:
        self._catalogue, self._names = catalogue, names
        self._comparisons = Comparisons(names, enums)
        self.types = {t.name: quirks.shell(WHERE.format(names.type(t.name))) for t in catalogue}
        self._any = quirks.shell("ObjectWhere")
        self._lists = {t.name: quirks.shell(RELATED.format(names.type(t.name))) for t in catalogue}
        self._targets = {names.singular(t.name): t.name for t in catalogue}
        for type_ in catalogue:
            self._add_logic(type_)
            self._add_fields(type_)
            self._add_ways_back(type_)
            self._freeze(type_)
        self._freeze_any()

    def _add(self, type_: ObjectType, name: str, annotation: Any, description: str | None = None) -> None:
        quirks.add_input(self.types[type_.name], name, annotation, description)

    def _add_logic(self, type_: ObjectType) -> None:
        own = self.types[type_.name]
        many = quirks.list_of(own)
        self._add(type_, "and", many, "All of these hold.")
        self._add(type_, "or", many, "One of these holds.")
        self._add(type_, "not", own, "This does not hold.")

    def _add_fields(self, type_: ObjectType) -> None:
        self._add(type_, "id", self._comparisons.id)
        for field in type_.fields:
            if not field.secret:
                self._add_field(type_, field)

    def _add_field(self, type_: ObjectType, field: Field) -> None:
        name = self._names.field(type_.name, field.name)
        if field.reference:
            target = field.reference.target
            self._add(type_, name, self.types[target] if target else self._any)
            name = self._names.reference_id(type_.name, field.name)
        self._add(type_, name, self._comparisons.input(type_.name, field))

    def _add_ways_back(self, type_: ObjectType) -> None:
        for referrer in back_to(self._catalogue, type_.name):
            name = self._names.backward(type_.name, referrer)
            self._add(type_, name, self._lists[referrer.type.name])

    def _freeze(self, type_: ObjectType) -> None:
        name = self._names.type(type_.name)
        where = self.types[type_.name]
        quirks.freeze_input(where, where.__name__, descriptions.of_where(name))
        listed = self._lists[type_.name]
        for quantifier, text in QUANTIFIERS.items():
            quirks.add_input(listed, quantifier.value, where, text)
        quirks.freeze_input(listed, listed.__name__, f"For how many of a list of {name} something holds.")

    def _freeze_any(self) -> None:
        for name, target in self._targets.items():
            quirks.add_input(self._any, name, self.types[target])
        quirks.freeze_input(self._any, "ObjectWhere", descriptions.OBJECT_WHERE, one_of=True)
