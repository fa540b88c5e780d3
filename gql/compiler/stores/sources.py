"""What the views of stores are made of, and the views themselves, as data."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gql.compiler.stores.facts import Fact
from models.xmpp.account_link import LinkRule
from models.xmpp.rows import StoredRow

Rows = Mapping[str, Sequence[StoredRow]]
"""The rows of keyvals, by the name of the store."""


@dataclass(frozen=True)
class Keyvals:
    """The keyvals of some stores of a user, which have so many rows, about.

    `make` gets those that exist; with `addressed` the user's address, None for one whose host is gone.
    """

    stores: tuple[str, ...]
    rows: int
    make: Callable[[str | None, Rows], Any]
    addressed: bool = False


@dataclass(frozen=True)
class AnyStore:
    """What stands in a store, as JSON: in one of a user's, whose name is given here or by an argument."""

    name: str | None = None


@dataclass(frozen=True)
class OwnStore:
    """What stands in the store that a row is about."""


@dataclass(frozen=True)
class Messages:
    """A page of the messages in a store."""

    store: str


@dataclass(frozen=True)
class LinkedUser:
    """The XMPP user who is an account."""

    rule: LinkRule


@dataclass(frozen=True)
class LinkedAccount:
    """The account of an XMPP user."""

    rule: LinkRule


Source = Keyvals | AnyStore | OwnStore | Messages | LinkedUser | LinkedAccount


@dataclass(frozen=True)
class View:
    """What a field says: what it is made of, what is told of that, and the type of the people in it."""

    source: Source
    fact: Fact
    people: str = "xmppuser"
