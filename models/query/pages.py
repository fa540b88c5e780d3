"""Pages: which part of a list is asked for, and what comes back."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from models.errors import BadQuery
from models.objects import Row

DEFAULT_SIZE = 50
"""How many objects a page has if the caller does not say."""

LARGEST = 1_000
"""How many objects a page has at most."""


@dataclass(frozen=True)
class Page:
    """The first objects or the last ones of those between two cursors, neither of which is among them.

    Raises BadQuery for sizes below 0 or above LARGEST, and for both `first` and `last`.
    """

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None:
            raise BadQuery("both first and last; give one of them")
        name = "first" if self.last is None else "last"
        if not 0 <= self.size <= LARGEST:
            raise BadQuery(f"{name} is {self.size}; give a number from 0 to {LARGEST}")

    @cached_property
    def size(self) -> int:
        """How many objects are asked for."""
        asked = self.first if self.last is None else self.last
        return DEFAULT_SIZE if asked is None else asked

    @property
    def backwards(self) -> bool:
        """Whether the last objects are asked for."""
        return self.last is not None

    @cached_property
    def form(self) -> tuple[bool, bool, bool]:
        """Whether it is backwards, and whether it has `after` and `before`."""
        return self.backwards, self.after is not None, self.before is not None


FIRST_PAGE = Page()


def page_of(first: int | None, after: str | None, last: int | None, before: str | None) -> Page:
    """The page that four arguments ask for. Raises BadQuery."""
    return outermost(first, last) if after is None and before is None else Page(first, after, last, before)


@lru_cache(maxsize=2 * LARGEST)
def outermost(first: int | None, last: int | None) -> Page:
    """A page at an end of the list: there are few, and most are asked for again and again. Raises BadQuery."""
    return Page(first, None, last)


@dataclass(frozen=True)
class Connection:
    """One page: its objects in order, a cursor for each, and whether there are objects before and behind.

    Behind what a cursor of the caller cuts off there are some, by Relay's rules (GraphQL Cursor Connections
    Specification, 4.4). `total` is the number of all objects that meet the condition; None: not asked for.
    """

    rows: tuple[Row, ...]
    cursors: tuple[str, ...]
    has_next: bool
    has_previous: bool
    total: int | None = None
