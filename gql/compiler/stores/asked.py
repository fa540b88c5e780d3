"""What a request asks where something is read from stores."""
from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from gql.compiler.comparisons import seconds
from models.query.pages import Page
from models.stored import is_storable
from models.xmpp.archive import MessageFilter
from models.xmpp.places import Place, parse_cursor
from models.xmpp.secret_stores import is_secret


@dataclass(frozen=True)
class OfKeyvals:
    """Nothing but keyvals of so many rows, about."""

    rows: int


@dataclass(frozen=True)
class OfStore:
    """A store of this name; None: the statement knows which."""

    name: str | None

    @property
    def is_hidden(self) -> bool:
        """Whether no store of this name is served, or can be."""
        return self.name is not None and (is_secret(self.name) or not is_storable(self.name))


@dataclass(frozen=True)
class OfLink:
    """The account or the user that belongs to a user or an account."""


@dataclass(frozen=True)
class OfMessages:
    """A page of those messages that are wanted, between two places."""

    wanted: MessageFilter
    page: Page
    after: Place | None
    before: Place | None

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """The values of the statement; `limit` is one more than the page has, which says whether there is more."""
        found = {
            "with": self.wanted.correspondent, "start": self.wanted.start, "end": self.wanted.end,
            "after": self.after and self.after.number, "before": self.before and self.before.number,
        }
        given = {name: value for name, value in found.items() if value is not None}
        return {"size": self.page.size, "limit": self.page.size + 1, **given}

    @property
    def shape(self) -> Hashable:
        """What the statement's text depends on."""
        parts = [place and place.part for place in (self.after, self.before)]
        return tuple(self.values), *parts, self.page.backwards, self.can_be

    @property
    def can_be(self) -> bool:
        """Whether any message can be one of these."""
        return is_storable(self.wanted.correspondent or "")

    @property
    def is_filtered(self) -> bool:
        """Whether anything depends on what a message holds."""
        return not {"with", "start", "end"}.isdisjoint(self.values)


OfStores = OfKeyvals | OfStore | OfLink | OfMessages


ARGUMENTS = ("with", "start", "end", "first", "after", "last", "before")
"""What a list of messages can be asked for."""


def messages(
    with_: str | None, start: datetime | None, end: datetime | None,
    first: int | None, after: str | None, last: int | None, before: str | None,
) -> OfMessages:
    """What the arguments of a list of messages ask for. Raises BadQuery and BadCursor."""
    wanted = MessageFilter(with_, *(None if each is None else seconds(each) for each in (start, end)))
    places = [None if cursor is None else parse_cursor(cursor) for cursor in (after, before)]
    return OfMessages(wanted, Page(first, after, last, before), *places)
