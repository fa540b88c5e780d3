"""The operators that compare fields: one line each."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from models.catalogue import Field, Kind


class Family(Enum):
    """Kinds of fields that are compared in the same way."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    ENUM = "enum"
    REFERENCE = "reference"

    __hash__ = object.__hash__  # as of models.catalogue.Kind


_FAMILIES: Mapping[Kind, Family] = {
    Kind.STRING: Family.TEXT, Kind.BOOL: Family.FLAG, Kind.ENUM: Family.ENUM, Kind.REFERENCE: Family.REFERENCE,
}


def family(field: Field) -> Family:
    """How the values of a field are compared."""
    return _FAMILIES.get(field.kind, Family.NUMBER)


class Takes(Enum):
    """What an operator is given beside the field."""

    VALUE = "a value of the field's kind"
    VALUES = "a list of such values"
    TEXT = "a text"
    SWITCH = "true or false"


@dataclass(frozen=True)
class Operator:
    """One operator: for which families, what it is given, and which operator it is the complement of."""

    name: str
    families: frozenset[Family]
    takes: Takes
    description: str
    complement_of: str | None = None


_EVERY = frozenset(Family)
_LISTED = _EVERY - {Family.FLAG}
_ORDERED = frozenset({Family.TEXT, Family.NUMBER})
_TEXT = frozenset({Family.TEXT})

OPERATORS: Mapping[str, Operator] = {operator.name: operator for operator in (
    Operator("eq", _EVERY, Takes.VALUE, "Is this value. A flag that was never set is false."),
    Operator("ne", _EVERY, Takes.VALUE, "Is not this value, or was never set.", complement_of="eq"),
    Operator("in", _LISTED, Takes.VALUES, "Is one of these values."),
    Operator("notIn", _LISTED, Takes.VALUES, "Is none of these values, or was never set.", complement_of="in"),
    Operator("lt", _ORDERED, Takes.VALUE, "Is below this value."),
    Operator("lte", _ORDERED, Takes.VALUE, "Is this value or below it."),
    Operator("gt", _ORDERED, Takes.VALUE, "Is above this value."),
    Operator("gte", _ORDERED, Takes.VALUE, "Is this value or above it."),
    Operator("like", _TEXT, Takes.TEXT,
             r"Matches a pattern: % stands for any text, _ for one character, \ takes the meaning from the next one."),
    Operator("startsWith", _TEXT, Takes.TEXT, "Begins with this text."),
    Operator("endsWith", _TEXT, Takes.TEXT, "Ends with this text."),
    Operator("contains", _TEXT, Takes.TEXT, "Contains this text."),
    Operator("isNull", _EVERY, Takes.SWITCH, "Was never set (true), or was set to any value, be it empty (false)."),
)}
"""All operators.

A comparison holds or it does not: values that were never set match none but `isNull`, and the complements. Names
(fields of a type's key) compare by the network's case mapping, other texts exactly; texts are ordered by code points.
"""


def operators(field: Field) -> tuple[Operator, ...]:
    """The operators that a field has, in the table's order."""
    own = family(field)
    return tuple(operator for operator in OPERATORS.values() if own in operator.families)
