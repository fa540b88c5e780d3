"""A question about a list, checked; and its answer from the rows that were read."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from models.catalogue import Catalogue, ObjectType
from models.objects import Row
from models.query.conditions import Condition, check_size
from models.query.cursors import KeyValue, decode, encode
from models.query.orders import Order, Ordering, ordering
from models.query.pages import Connection, Page


class Question(NamedTuple):
    """Which objects of a type are asked for.

    `reading` is the order in which they are read: from the end for the last ones. `start` and `end` are the
    keys of the objects just outside, in that direction.
    """

    type: ObjectType
    condition: Condition
    ordering: Ordering
    page: Page
    start: tuple[KeyValue, ...] | None
    end: tuple[KeyValue, ...] | None

    @property
    def reading(self) -> Ordering:
        """The order in which the objects are read."""
        return self.ordering.reversed() if self.page.backwards else self.ordering

    @property
    def limit(self) -> int:
        """How many objects are read: one more than asked for, which says whether there are more."""
        return self.page.size + 1


def ask(
    catalogue: Catalogue, type_name: str, condition: Condition, order: Sequence[Order], page: Page
) -> Question:
    """The question. What a condition compares is checked where it is written.

    Raises UnknownType, UnknownField, BadQuery and BadCursor.
    """
    check_size(condition)
    return question(condition, ordering(catalogue, type_name, order), page)


def question(condition: Condition, wanted: Ordering, page: Page) -> Question:
    """The question for a condition that is not too large. Raises BadCursor."""
    if page.after is None and page.before is None:
        return Question(wanted.type, condition, wanted, page, None, None)
    after, before = (decode(wanted, cursor) if cursor is not None else None for cursor in (page.after, page.before))
    start, end = (before, after) if page.backwards else (after, before)
    return Question(wanted.type, condition, wanted, page, start, end)


def answer(question: Question, found: Sequence[Sequence[Any]], total: int | None) -> Connection:
    """The connection of what was read: a sequence each of the id, the values in catalogue order and the keys."""
    page, width = question.page, 1 + len(question.type.fields)
    shown, more = found[:page.size], len(found) > page.size
    if page.backwards:
        shown = shown[::-1]
    fingerprint = question.ordering.fingerprint
    after, before = page.after is not None, page.before is not None
    return Connection(
        rows=tuple([Row(row[0], tuple(row[1:width])) for row in shown]),
        cursors=tuple([encode(fingerprint, row[width:]) for row in shown]),
        has_next=before if page.backwards else more or before,
        has_previous=more or after if page.backwards else after,
        total=total,
    )
