"""What the operators of one field's filter say: from a client's values to comparisons."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from gql.compiler.errors import BadInput
from gql.compiler.ids import parse_ids
from models.catalogue import Field, Kind, ObjectID
from models.query.conditions import EVERYTHING, All, AnyOf, Compare, Condition, IdIn, Not
from models.query.operators import OPERATORS, Takes

Convert = Callable[[Any], Any]
"""From a value that a client gave to what models.query compares with."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

OWN_ID: Mapping[str, Callable[[str, Any], Condition]] = {
    "eq": lambda type_name, id_: IdIn(type_name, (id_,)),
    "ne": lambda type_name, id_: Not(IdIn(type_name, (id_,))),
    "in": IdIn,
    "notIn": lambda type_name, ids: Not(IdIn(type_name, ids)),
    "isNull": lambda _, switch: AnyOf() if switch else EVERYTHING,
}
"""What the operators say of the own id of an object of a type; each has one."""


def is_moment(field: Field) -> bool:
    """Whether clients see a moment where seconds are stored."""
    return field.kind is Kind.TIME and not field.duration


class Comparisons:
    """How a client's input for one field is read: operators and values.

    `make` is what an operator's name says with a value that was converted by `convert`, a list of values by
    `convert_all`.
    """

    def __init__(
        self, make: Callable[[str, Any], Condition], convert: Convert, convert_all: Convert | None = None,
    ) -> None:
        self._make, self._convert = make, convert
        self._convert_all = convert_all or (lambda values: tuple(map(convert, values)))

    def __call__(self, given: Mapping[str, Any]) -> Condition:
        """What an input says. Raises BadInput."""
        return joined([self.of(name)(value) for name, value in given.items()])

    def of(self, name: str) -> Callable[[Any], Condition]:
        """From a value to what one operator says with it, which raises BadInput."""
        takes, make = OPERATORS[name].takes, self._make
        convert = self._convert_all if takes is Takes.VALUES else self._convert if takes is Takes.VALUE else unchanged

        def read(value: Any) -> Condition:
            if value is None:
                raise BadInput(f"{name}: null compares with nothing; write isNull: true for what was never set, "
                               f"or leave {name} out")
            return make(name, convert(value))

        return read


def of_value(field: Field, convert: Convert) -> Comparisons:
    """How an input for a field is read."""
    if is_moment(field):
        return Comparisons(lambda operator, value: _moment(field, operator, value), seconds)
    return Comparisons(lambda operator, value: Compare(field.name, operator, value), convert)


def of_id(type_name: str, parse: Callable[[str], ObjectID]) -> Comparisons:
    """How an input for the own id of an object of a type is read; `parse` takes ids of that type alone."""
    return Comparisons(
        lambda operator, value: OWN_ID[operator](type_name, value),
        lambda text: parse(text).id, lambda texts: parse_ids(type_name, texts, parse))


def unchanged(value: Any) -> Any:
    """A value that needs no conversion."""
    return value


def joined(conditions: list[Condition]) -> Condition:
    """The condition that all of some hold."""
    return conditions[0] if len(conditions) == 1 else All(tuple(conditions))


def seconds(moment: datetime) -> int:
    """A moment as it is stored."""
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
