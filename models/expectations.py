"""Optimistic locking: what a caller has read before, compared with what is stored now."""
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from models.catalogue import INTEGER_RANGES, Field, Kind, ObjectID, ObjectType
from models.kinds import Scalar
from models.stored import Stored

_WHOLE = re.compile(r"[+-]?[0-9]{1,20}")

MOMENTS = range(int(datetime.min.replace(tzinfo=UTC).timestamp()), int(datetime.max.replace(tzinfo=UTC).timestamp()))
"""The seconds that are a time to readers: the years 1 to 9999."""


def differing(type_: ObjectType, stored: Mapping[str, Stored], expected: Mapping[str, Scalar]) -> tuple[str, ...]:
    """The names of the fields whose stored value does not mean what is expected. Raises UnknownField."""
    fields = [type_.field(name) for name in expected]
    return tuple(f.name for f in fields if meaning(f, stored[f.name]) != _wanted(f, expected[f.name]))


def meaning(field: Field, stored: Stored) -> Scalar:
    """What a stored value says, as callers give values; None where it says nothing.

    Columns of other programs may hold anything. A flag that was never set is off, a time of 0 was never set.
    """
    if field.kind is Kind.ENUM:
        return next((name for name, number in field.values if str(stored) in (name, str(number))), None)
    if field.is_text:
        return stored
    if field.reference:
        return _target(field.reference.target, stored)
    if field.kind is Kind.BOOL:
        return bool(_whole(stored)) or stored == "true"
    return _number(field, _whole(stored))


def _wanted(field: Field, value: Scalar) -> Scalar:
    if field.kind is Kind.BOOL:
        return bool(value)
    return None if field.kind is Kind.TIME and not field.duration and not value else value


def _number(field: Field, number: int | None) -> int | None:
    if field.kind is Kind.TIME and not field.duration:
        return number if number and number in MOMENTS else None
    return number if number is not None and number in INTEGER_RANGES[field.kind] else None


def _target(type_name: str | None, stored: Stored) -> ObjectID | None:
    if type_name is None:
        type_name, _, stored = str(stored or "").rpartition(":")
    number = _whole(stored)
    return None if number is None else ObjectID(type_name, number)


def _whole(stored: Stored) -> int | None:
    if isinstance(stored, str):
        return int(stored) if _WHOLE.fullmatch(stored) else None
    return stored
