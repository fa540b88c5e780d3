"""What the operators of one field's filter say: from a client's values to comparisons."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from gql.compiler.errors import BadInput
from gql.compiler.ids import parse_ids
from models.catalogue import Field, Kind, ObjectID
from models.query.conditions import EVERYTHING, All, AnyOf, Compare, Condition, IdIn, Not
from models.query.operators import OPERATORS, Operator, Takes

Convert = Callable[[Any], Any]
"""From a value that a client gave to what models.query compares with."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

OWN_ID: Mapping[str, Callable[[Any], Condition]] = {
    "eq": lambda id_: IdIn((id_,)),
    "ne": lambda id_: Not(IdIn((id_,))),
    "in": IdIn,
    "notIn": lambda ids: Not(IdIn(ids)),
    "isNull": lambda switch: AnyOf() if switch else EVERYTHING,
}
"""What the operators say of an object's own id; each has one."""


def is_moment(field: Field) -> bool:
    """Whether clients see a moment where seconds are stored."""
    return field.kind is Kind.TIME and not field.duration


def compared(
    given: Mapping[str, Any], convert: Convert, convert_all: Convert | None = None,
) -> list[tuple[str, Any]]:
    """The operators that a client's input names, each with its converted value. Raises BadInput.

    `convert_all` converts a list of values together.
    """
    convert_all = convert_all or (lambda values: map(convert, values))
    return [(name, _converted(OPERATORS[name], value, convert, convert_all)) for name, value in given.items()]


def compare_value(field: Field, given: Mapping[str, Any], convert: Convert) -> Condition:
    """What a client's input says of a field. Raises BadInput."""
    if is_moment(field):
        return joined([_moment(field, operator, value) for operator, value in compared(given, seconds)])
    return joined([Compare(field.name, operator, value) for operator, value in compared(given, convert)])


def compare_id(given: Mapping[str, Any], type_name: str, parse: Callable[[str], ObjectID]) -> Condition:
    """What a client's input says of the own id of an object of a type. Raises BadInput."""
    all_of_them = compared(given, parse, lambda texts: parse_ids(type_name, texts, parse))
    return joined([OWN_ID[operator](value) for operator, value in all_of_them])


def joined(conditions: list[Condition]) -> Condition:
    """The condition that all of some hold."""
    return conditions[0] if len(conditions) == 1 else All(tuple(conditions))


def seconds(moment: datetime) -> int:
    """A moment as it is stored."""
    return (moment - EPOCH) // timedelta(seconds=1)


def _converted(operator: Operator, value: Any, convert: Convert, convert_all: Convert) -> Any:
    if value is None:
        raise BadInput(f"{operator.name}: null compares with nothing; write isNull: true for what was never set, "
                       f"or leave {operator.name} out")
    if operator.takes is Takes.VALUES:
        return tuple(convert_all(value))
    return convert(value) if operator.takes is Takes.VALUE else value


def _moment(field: Field, operator: str, value: Any) -> Condition:
    """A comparison of a time, for which 0 means that it was never set (gql.schema.stored.moment)."""
    complement = OPERATORS[operator].complement_of
    if complement:
        return Not(_moment(field, complement, value))
    zero, compare = Compare(field.name, "eq", 0), Compare(field.name, operator, value)
    if operator != "isNull":
        return All((compare, Not(zero)))
    return AnyOf((compare, zero)) if value else All((compare, Not(zero)))
