"""The inputs that compare one value: one for each scalar, one for each enum, with the operators of models.query."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import strawberry

from gql.naming import Names
from gql.schema import quirks
from gql.schema.enums import Enums
from gql.schema.errors import BadInput
from gql.schema.scalars import BigInt
from gql.schema.stored import EPOCH
from gql.vocabulary import ENUM_FILTER
from models.catalogue import Catalogue, Field, Kind
from models.query.conditions import All, AnyOf, Compare, Condition, Not
from models.query.operators import OPERATORS, Family, Operator, Takes

Convert = Callable[[Any], Any]
"""From a value that a client gave to what models.query compares with."""


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

    def __init__(self, catalogue: Catalogue, names: Names, enums: Enums) -> None:
        self._shared = {each: _input(each) for each in SHARED}
        self._enums = {key: _input(_enum_filter(names.enum(*key), type_)) for key, type_ in enums.items()}
        self._stored = {key: _stored(catalogue[key[0]].field(key[1]), type_) for key, type_ in enums.items()}

    def input(self, type_name: str, field: Field) -> type:
        """The input that compares a field."""
        if field.kind is Kind.ENUM:
            return self._enums[type_name, field.name]
        return self._shared[filter_of(field)]

    @property
    def id(self) -> type:
        """The input that compares ids."""
        return self._shared[ID]

    def condition(self, type_name: str, field: Field, given: Any) -> Condition:
        """What a client's input says of a field. Raises BadInput."""
        convert: Convert = _same
        if field.kind is Kind.ENUM:
            convert = self._stored[type_name, field.name].__getitem__
        elif filter_of(field) is TIME:
            return All(tuple(_moment(field, operator, value) for operator, value in compared(given, _seconds)))
        return All(tuple(Compare(field.name, operator, value) for operator, value in compared(given, convert)))


def filter_of(field: Field) -> Filter:
    """How a field that is no enum is compared."""
    return FILTERS[Kind.INT64 if field.duration else field.kind]


def compared(given: Any, convert: Convert) -> list[tuple[str, Any]]:
    """The operators that a client's input names, each with its converted value. Raises BadInput."""
    return [(name, _converted(OPERATORS[name], value, convert)) for name, value in quirks.given(given).items()]


def _converted(operator: Operator, value: Any, convert: Convert) -> Any:
    if value is None:
        raise BadInput(f"{operator.name}: null compares with nothing; write isNull: true for what was never set, "
                       f"or leave {operator.name} out")
    if operator.takes is Takes.VALUES:
        return tuple(map(convert, value))
    return convert(value) if operator.takes is Takes.VALUE else value


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


def _stored(field: Field, type_: Any) -> Mapping[Any, str]:
    return {member: name for (name, _), member in zip(field.values, type_, strict=True)}


def _same(value: Any) -> Any:
    return value


def _seconds(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(seconds=1)


def _moment(field: Field, operator: str, value: Any) -> Condition:
    """A comparison of a time, for which 0 means that it was never set (gql.schema.stored.moment)."""
    complement = OPERATORS[operator].complement_of
    if complement:
        return Not(_moment(field, complement, value))
    zero, compare = Compare(field.name, "eq", 0), Compare(field.name, operator, value)
    if operator != "isNull":
        return All((compare, Not(zero)))
    return AnyOf((compare, zero)) if value else All((compare, Not(zero)))
