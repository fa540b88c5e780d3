"""What can be said of what stores hold: for each GraphQL type its fields, and how each is read."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Any

from gql.compiler.comparisons import EPOCH
from models.xmpp.json_form import Moment

Get = Callable[[Any], Any]
"""From what a view made of rows to a part of it."""


@dataclass(frozen=True)
class Plain:
    """What JSON has as it is."""

    get: Get


@dataclass(frozen=True)
class Inner:
    """An object of another type; with `many` a list of them."""

    get: Get
    kind: Kind
    many: bool = False


class At(Enum):
    """Where the address of a person stands, so that the statement finds it too."""

    KEY = "key"          # of a keyval
    REQUESTS = "requests"  # among the keys of a roster's requests
    SENDER = "from"      # in a message, or in the last one of a room: then it is the room's
    RECIPIENT = "to"
    OTHER = "with"


IN_MESSAGES = frozenset({At.SENDER, At.RECIPIENT, At.OTHER})


@dataclass(frozen=True)
class Person:
    """The user with an address."""

    get: Get
    at: At = At.KEY


@dataclass(frozen=True)
class Nested:
    """What another view says of the same user."""

    view: Any


Fact = Plain | Inner | Person | Nested


@dataclass(frozen=True)
class Kind:
    """One of GraphQL's types, and its fields."""

    name: str
    fields: Mapping[str, Fact]


def moment(seconds: Moment | None) -> str | None:
    """A moment, to the second, as gql.schema.xmpp_moments has it: of 0, and where RFC 3339 has no word, None."""
    whole = int(seconds or 0)
    try:
        return (EPOCH + timedelta(seconds=whole)).isoformat().replace("+00:00", "Z") if whole else None
    except OverflowError:
        return None


def int32(number: int | None) -> int | None:
    """A number that GraphQL's Int can hold."""
    return number if number is not None and -(2**31) <= number < 2**31 else None
