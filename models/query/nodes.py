"""Pieces of statements, as nodes of Peewee's.

Those that a statement has by the hundred render themselves: Peewee's own keep and restore its context for each.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import peewee

from models.query.operands import Array

Node = Any
"""A piece of a statement: anything of Peewee's that has an SQL text."""


class Text(peewee.ColumnBase):
    """Texts and nodes, one after the other."""

    def __init__(self, pieces: Sequence[Node | str]) -> None:
        self.pieces = pieces

    def __sql__(self, ctx: Any) -> Any:
        for piece in self.pieces:
            if isinstance(piece, str):
                ctx.literal(piece)
            else:
                ctx.sql(piece)
        return ctx


class Column(peewee.Column):
    """A column of an alias of a model, which Peewee names, or of a table or subquery that has a name of ours.

    It is always written with that name; so it is for queries, not for what inserts and updates set.
    """

    def __sql__(self, ctx: Any) -> Any:
        quotes, source = ctx.state.quote or '""', self.source
        name = ctx.alias_manager[source] if isinstance(source, peewee.ModelAlias) else source.get_sort_key(ctx)[0]
        return ctx.literal(f"{name.join(quotes)}.{self.name.replace(quotes[0], quotes).join(quotes)}")


class Listed(peewee.ColumnBase):
    """Many values in parentheses; as single nodes they would take Peewee long."""

    def __init__(self, values: Sequence[object]) -> None:
        self.values = values

    def __sql__(self, ctx: Any) -> Any:
        for value in self.values:
            ctx.value(value, converter=False, add_param=False)
        return ctx.literal(f"({', '.join([ctx.state.param or '?'] * len(self.values))})")


class Joining(peewee.ColumnBase):
    """A condition behind ON; as it is, Peewee would give its subqueries names, as it does there to tables."""

    def __init__(self, condition: Node) -> None:
        self.condition = condition

    def __sql__(self, ctx: Any) -> Any:
        with ctx.scope_normal():
            return ctx.sql(self.condition)


def sql(*pieces: Node | str) -> Node:
    """SQL made of texts and nodes, one after the other."""
    return Text(pieces)


def parameter(value: object) -> Node:
    """A value that goes beside the statement, untouched."""
    return peewee.Value(value, converter=False, unpack=False)


def separated(pieces: Sequence[Node | str], glue: str) -> Node:
    """Texts and nodes with a text between each two."""
    return Text([part for piece in pieces for part in (glue, piece)][1:])


def in_parentheses(pieces: Sequence[Node | str], glue: str = ", ") -> Node:
    """The same in parentheses."""
    return Text(["(", separated(pieces, glue), ")"])


def all_of(conditions: Sequence[Node]) -> Node:
    """The condition that all of some hold, of which there is one at least."""
    return separated(conditions, " AND ")


def among(node: Node, values: Sequence[object] | Array) -> Node:
    """The condition that something is one of the values."""
    if isinstance(values, Array):
        return sql(node, values.spelling.before, parameter(values.value), values.spelling.after)
    if len(values) < 2:
        return one_of(node, [parameter(value) for value in values])
    return sql(node, " IN ", Listed(values))


def one_of(node: Node, others: Sequence[Node]) -> Node:
    """The condition that something equals one of the nodes."""
    if not others:
        return sql("1 = 0")
    if len(others) == 1:  # engines know that rows with the same key come in the order of their ids
        return sql(node, " = ", others[0])
    return sql(node, " IN ", in_parentheses(others))


def both(one: Node | None, other: Node | None) -> Node | None:
    """The condition that both hold; None always holds."""
    if one is None or other is None:
        return other if one is None else one
    return sql("(", one, " AND ", other, ")")


def where(condition: Node | None, node: Node) -> Node:
    """The node where a condition holds, elsewhere NULL."""
    return node if condition is None else sql("CASE WHEN ", condition, " THEN ", node, " END")
