"""The inputs that compare one value: one for each scalar, one for each enum, with the operators of models.query."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

import strawberry

from gql.naming import Names
from gql.schema import quirks
from gql.schema.enums import Enums
from gql.schema.scalars import BigInt
from gql.vocabulary import ENUM_FILTER
from models.catalogue import Field, Kind
from models.query.operators import OPERATORS, Family, Operator, Takes


class Filter(NamedTuple):
    """What one of the shared inputs compares."""

    name: str
    family: Family
    annotation: Any
    description: str


STRING = Filter("StringFilter", Family.TEXT, str,
                "Compares a text. By names, those that `Query` looks objects up by, upper and lower case are the same.")
INT = Filter("IntFilter", Family.NUMBER, int, "Compares a whole number.")
BIG_INT = Filter("BigIntFilter", Family.NUMBER, BigInt, "Compares a whole number of up to 64 bits.")
TIME = Filter("DateTimeFilter", Family.NUMBER, datetime, "Compares a moment. Fractions of a second do not count.")
BOOLEAN = Filter("BooleanFilter", Family.FLAG, bool, "Compares a flag.")
ID = Filter("IDFilter", Family.REFERENCE, strawberry.ID, "Compares an id.")

SHARED = (STRING, INT, BIG_INT, TIME, BOOLEAN, ID)

FILTERS: Mapping[Kind, Filter] = {
    Kind.STRING: STRING, Kind.BOOL: BOOLEAN, Kind.TIME: TIME, Kind.INT16: INT, Kind.INT32: INT,
    Kind.UINT32: BIG_INT, Kind.INT64: BIG_INT, Kind.REFERENCE: ID,
}
"""Everything but enums, which have a filter each, and durations, which are numbers."""


class Comparisons:
    """The filter inputs over one catalogue, and how to read them."""

    def __init__(self, names: Names, enums: Enums) -> None:
        self._shared = {each: _input(each) for each in SHARED}
        self._enums = {key: _input(_enum_filter(names.enum(*key), type_)) for key, type_ in enums.items()}

    def input(self, type_name: str, field: Field) -> type:
        """The input that compares a field."""
        if field.kind is Kind.ENUM:
            return self._enums[type_name, field.name]
        return self._shared[filter_of(field)]

    @property
    def id(self) -> type:
        """The input that compares ids."""
        return self._shared[ID]


def filter_of(field: Field) -> Filter:
    """How a field that is no enum is compared."""
    return FILTERS[Kind.INT64 if field.duration else field.kind]


def _input(filter_: Filter) -> type:
    made = quirks.shell(filter_.name)
    for operator in OPERATORS.values():
        if filter_.family in operator.families:
            quirks.add_input(made, operator.name, _annotation(filter_, operator), operator.description)
    quirks.freeze_input(made, filter_.name, filter_.description)
    return made


def _annotation(filter_: Filter, operator: Operator) -> Any:
    if operator.takes is Takes.SWITCH:
        return bool
    if operator.takes is Takes.TEXT:
        return str
    return quirks.list_of(filter_.annotation) if operator.takes is Takes.VALUES else filter_.annotation


def _enum_filter(name: str, type_: type) -> Filter:
    return Filter(ENUM_FILTER.format(name), Family.ENUM, type_, f"Compares a {name}.")
