"""The enum types: one for each enum field."""
from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from gql.naming import Names
from gql.schema import descriptions, quirks
from models.catalogue import Catalogue, Field, Kind, ObjectType

Enums = Mapping[tuple[str, str], type[Enum]]
"""The enum type of a type's field; its members are in the order of the field's values."""


def build_enums(catalogue: Catalogue, names: Names) -> Enums:
    """The enum types of all enum fields of a catalogue."""
    return {(t.name, f.name): _enum(names, t, f) for t in catalogue for f in t.fields if f.kind is Kind.ENUM}


def build_type_names(catalogue: Catalogue, names: Names) -> type[Enum]:
    """The enum type of all types; the value of a member is the catalogue's name."""
    return quirks.enum("TypeName", {names.constant(t.name): t.name for t in catalogue}, descriptions.TYPE_NAME)


def _enum(names: Names, type_: ObjectType, field: Field) -> type[Enum]:
    values = {names.value(type_.name, field.name, value): value for value, _ in field.values}
    return quirks.enum(names.enum(type_.name, field.name), values, field.description)
