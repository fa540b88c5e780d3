"""What comes behind a cursor, as SQL."""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from models.query.cursors import KeyValue, is_encoded
from models.query.nodes import Node, parameter, sql


class Term(NamedTuple):
    """A key of an ordering in a statement."""

    node: Node
    descending: bool
    nulls_first: bool
    has_none: bool

    def reversed(self) -> Term:
        """The same key for the opposite order."""
        return self._replace(descending=not self.descending, nulls_first=not self.nulls_first)


def sorted_by(terms: Sequence[Term], engine: str, *, aggregated: bool = False) -> list[Node]:
    """The ORDER BY of a statement. Where None stands is said only where the engine would put it elsewhere.

    `aggregated`: it stands in an aggregate, where MariaDB takes None for 0.
    """
    return [node for term in terms for node in _sorting(term, engine, aggregated=aggregated)]


def _sorting(term: Term, engine: str, *, aggregated: bool) -> list[Node]:
    direction = " DESC" if term.descending else " ASC"
    native = term.descending if engine == "postgresql" else not term.descending
    if not term.has_none or (term.nulls_first is native and not aggregated):
        return [sql(term.node, direction)]
    if engine == "mysql":
        return [sql(term.node, " IS NULL", " DESC" if term.nulls_first else " ASC"), sql(term.node, direction)]
    return [sql(term.node, direction, " NULLS FIRST" if term.nulls_first else " NULLS LAST")]


def behind(terms: Sequence[Term], values: Sequence[KeyValue]) -> Node:
    """The condition that an object comes behind the one whose keys have these values.

    It begins with the plain range of the first key where there is one, as engines find that in an index.
    """
    first, value = terms[0], values[0]
    condition = _behind(terms, values)
    if len(terms) == 1 or value is None or (first.has_none and not first.nulls_first):
        return condition
    return sql(first.node, " <= " if first.descending else " >= ", _given(value), " AND ", condition)


def _behind(terms: Sequence[Term], values: Sequence[KeyValue]) -> Node:
    """Further on in the first key, or equal there and behind in the others."""
    term, value = terms[0], values[0]
    further = _further(term, value)
    if len(terms) == 1:
        return further
    same = sql(term.node, " IS NULL") if value is None else sql(term.node, " = ", _given(value))
    both = sql("(", same, " AND ", _behind(terms[1:], values[1:]), ")")
    return both if further is None else sql("(", further, " OR ", both, ")")


def _further(term: Term, value: KeyValue) -> Node | None:
    """That the key is behind a value; None: nothing is."""
    if value is None:
        return sql(term.node, " IS NOT NULL") if term.nulls_first else None
    further = sql(term.node, " < " if term.descending else " > ", _given(value))
    if term.has_none and not term.nulls_first:
        return sql("(", further, " OR ", term.node, " IS NULL)")
    return further


def _given(value: KeyValue) -> Node:
    return sql("CAST(", parameter(value), " AS TEXT)") if is_encoded(value) else parameter(value)
