"""The scalars that GraphQL itself lacks: moments, large numbers, and JSON."""
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

BigInt = NewType("BigInt", int)
JSON = NewType("JSON", object)

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_WHOLE = re.compile(r"-?[0-9]{1,20}")


def print_moment(value: datetime) -> str:
    """A moment as RFC 3339 writes it in UTC: 2024-05-17T09:30:00Z."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def parse_moment(value: object) -> datetime:
    """The moment that a text of RFC 3339 names, to the second; raises GraphQLError.

    Parts of a second are dropped, as none are stored: JavaScript's toISOString always writes some.
    """
    try:
        if isinstance(value, str) and (match := _MOMENT.fullmatch(value)):
            whole = value.upper().replace(match[1] or "", "", 1)
            return datetime.fromisoformat(whole).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise GraphQLError(f"{shown(value)} is no moment; write one like 2024-05-17T09:30:00Z")


def parse_big(value: object) -> int:
    """The number that a string of digits spells; raises GraphQLError."""
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise GraphQLError(f'{shown(value)} is no BigInt; write a whole number as a string, such as "4294967296"')


def shown(value: object) -> str:
    """What a client gave as messages quote it."""
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:40]}..."


SCALARS: Mapping[object, ScalarDefinition] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment in UTC, such as `2024-05-17T09:30:00Z`.",
        specified_by_url="https://scalars.graphql.org/andimarek/date-time.html",
        serialize=print_moment,
        parse_value=parse_moment,
    ),
    BigInt: strawberry.scalar(
        name="BigInt",
        description="A whole number of up to 64 bits, as a string of digits: JSON readers round large numbers.",
        serialize=str,
        parse_value=parse_big,
    ),
    JSON: strawberry.scalar(
        name="JSON",
        description="Any JSON value: an object, a list, a text, a number, true, false or null.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
    ),
}
"""The Python types of annotations and the scalars that they become."""
