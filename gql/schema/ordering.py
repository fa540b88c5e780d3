"""The inputs that say in which order objects come: one for each type, through forward edges."""
from __future__ import annotations

from enum import Enum
from typing import Any

from gql.naming import Names
from gql.schema import descriptions, quirks
from gql.vocabulary import ORDER_BY
from models.catalogue import Catalogue, Field, ObjectType


class Direction(Enum):
    """Up or down, and where the objects stand whose value was never set."""

    ASC = "Upwards; what was never set comes first."
    ASC_NULLS_LAST = "Upwards; what was never set comes last."
    DESC = "Downwards; what was never set comes last."
    DESC_NULLS_FIRST = "Downwards; what was never set comes first."


class OrderInputs:
    """The orders over one catalogue; `types` has the inputs by the catalogue's names of types."""

    def __init__(self, catalogue: Catalogue, names: Names) -> None:
        self._catalogue, self._names = catalogue, names
        self.types = {t.name: quirks.shell(ORDER_BY.format(names.type(t.name))) for t in catalogue}
        self._any = quirks.shell("ObjectOrderBy")
        self._direction = quirks.described_enum(Direction, descriptions.DIRECTION)
        self._targets = {names.singular(t.name): t.name for t in catalogue}
        for type_ in catalogue:
            self._add_fields(type_)
        self._freeze()

    def _add_fields(self, type_: ObjectType) -> None:
        shell = self.types[type_.name]
        quirks.add_input(shell, "id", self._direction)
        for field in type_.fields:
            if not field.secret:
                self._add_field(type_, field)

    def _add_field(self, type_: ObjectType, field: Field) -> None:
        name = self._names.field(type_.name, field.name)
        annotation: Any = self._direction
        if field.reference:
            target = field.reference.target
            annotation = self.types[target] if target else self._any
        quirks.add_input(self.types[type_.name], name, annotation)

    def _freeze(self) -> None:
        for name, target in self._targets.items():
            quirks.add_input(self._any, name, self.types[target])
        quirks.freeze_input(self._any, "ObjectOrderBy", descriptions.OBJECT_ORDER_BY, one_of=True)
        for type_ in self._catalogue:
            shell, name = self.types[type_.name], self._names.type(type_.name)
            quirks.freeze_input(shell, shell.__name__, descriptions.of_order_by(name), one_of=True)
