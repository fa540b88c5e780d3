"""Rows of one type as JSON: a layout for each set of values that are there, made when it is first met."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from models.catalogue import Field, ObjectType
from models.objects import Row
from rest_compat.wire.ptree_json import escape, is_plain, members

MOST_LAYOUTS = 2048
"""How many layouts a writer remembers: a type with n fields could have 2**n."""


class Layout(NamedTuple):
    """How rows with the same unset fields are written: which values go where in which text."""

    pick: Callable[[tuple[Any, ...]], Any]
    text: str
    probe: str  # the values alone, to look for what must be escaped


class RowWriter:
    """Writes rows of one type as JSON objects at one margin (contract/rest, "JSON out")."""

    def __init__(self, type_: ObjectType, margin: str = "") -> None:
        self._fields, self._margin = type_.fields, margin
        self._layouts: dict[tuple[bool, ...], Layout] = {}

    def __call__(self, row: Row) -> str:
        """The object, without a newline at its end."""
        values = row.values
        unset = tuple([value is None for value in values])
        pick, text, probe = self._layouts.get(unset) or self._lay_out(unset)
        picked = pick((*values, row.id))
        if not is_plain(probe % picked):
            picked = tuple([escape(value) if isinstance(value, str) else value for value in picked])
        written: str = text % picked
        return written

    def _lay_out(self, unset: tuple[bool, ...]) -> Layout:
        there = [index for index, is_unset in enumerate(unset) if not is_unset]
        pairs = [*_pairs(self._fields, unset), ("id", "%s")]
        text = members([(name.replace("%", "%%"), form) for name, form in pairs], self._margin)
        # the id makes sure that something is picked
        layout = Layout(itemgetter(*there, len(unset)), text, "%s" * (len(there) + 1))
        if len(self._layouts) == MOST_LAYOUTS:
            self._layouts.clear()
        self._layouts[unset] = layout
        return layout


def _pairs(fields: Sequence[Field], unset: Sequence[bool]) -> Iterator[tuple[str, str]]:
    """What is printed for each field: its value, or its default unless it is optional."""
    for field, is_unset in zip(fields, unset, strict=True):
        if not is_unset:
            yield field.name, _form(field)
        elif not field.optional:
            yield field.name, field.default


def _form(field: Field) -> str:
    """References to one type are stored as a bare id, and printed as `type:id`."""
    target = field.reference.target if field.reference else None
    return escape(target).replace("%", "%%") + ":%s" if target else "%s"
