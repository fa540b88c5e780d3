"""From what the database holds to what GraphQL shows, for each kind of field.

Columns that Anope made have no type and can hold anything. What the field cannot mean is null, never an error.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, NamedTuple

from gql.schema.scalars import BigInt
from models.catalogue import Field, Kind, ObjectID
from models.query.operands import NUMBERS

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,18}")

Read = Callable[[object], Any]


class Form(NamedTuple):
    """How a kind of field looks: its Python type, for which there is a GraphQL type, and how to make one."""

    annotation: Any
    read: Read


def text(value: object) -> str | None:
    """Text."""
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    return None if value is None else str(value)


def whole(value: object) -> int | None:
    """A whole number of 64 bits, or a text that is what one is written as."""
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        value = int(value)
    return int(value) if isinstance(value, int) and value in NUMBERS else None


def int32(value: object) -> int | None:
    """A number that GraphQL's Int can hold."""
    number = whole(value)
    return number if number is not None and -(2**31) <= number < 2**31 else None


def moment(value: object) -> datetime | None:
    """A time; 0 stands for one that was never set. RFC 3339 has the years 1 to 9999."""
    seconds = whole(value)
    if not seconds:
        return None
    try:
        return EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None


def flag(value: object) -> bool:
    """Whether a flag is on; one that was never set is off, and so is one that holds no number."""
    return bool(whole(value)) or value == "true"


def target(value: object, type_name: str | None) -> ObjectID | None:
    """The object that a reference names, by its id alone where the field says of which type it is."""
    if type_name is None:
        type_name, _, value = str(value or "").rpartition(":")
    number = whole(value)
    return None if number is None else ObjectID(type_name, number)


FORMS: Mapping[Kind, Form] = {
    Kind.STRING: Form(str | None, text),
    Kind.BOOL: Form(bool, flag),
    Kind.TIME: Form(datetime | None, moment),
    Kind.INT16: Form(int | None, int32),
    Kind.INT32: Form(int | None, int32),
    Kind.UINT32: Form(BigInt | None, whole),
    Kind.INT64: Form(BigInt | None, whole),
}
"""Everything but references, which are edges, and enums, which have a type each."""


def form_of(field: Field) -> Form:
    """How a field of one of the kinds above looks; seconds that are no moment are a number."""
    return FORMS[Kind.INT64 if field.duration else field.kind]


def enum_form(field: Field, type_: type[Enum]) -> Form:
    """How a field of an enum looks: stored as the name or, by other programs, the number of a value."""
    members: dict[object, Enum] = {}
    for (name, number), member in zip(field.values, type_, strict=True):
        members.update(dict.fromkeys((name, number, str(number)), member))
    return Form(type_ | None, members.get)
