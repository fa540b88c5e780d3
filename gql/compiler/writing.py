"""What all parts of a statement are written with."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, NamedTuple

import peewee

from gql.compiler.asks import Ask
from gql.compiler.binding import Binder, Slot, Slotted
from gql.compiler.dialects import DIALECTS
from gql.compiler.dialects.dialect import Flat, Piece
from gql.compiler.forms import Forms
from gql.compiler.meanings import Value
from gql.compiler.plan import Constant, Member, Selected, Spot
from models.catalogue import Field, ObjectType
from models.query.callers import Caller
from models.query.columns import Columns
from models.query.nodes import Node, all_of, parameter, sql
from models.query.operands import Operands
from models.query.predicates import Predicates
from models.rules import Access

AskAt = Callable[[int], Ask]
"""What a request asks at a site of the plan."""


@dataclass(frozen=True)
class Context:
    """What the statements over one network are written with: fields in SQL, and predicates for some operands."""

    columns: Columns
    predicates: Callable[[Operands], Predicates]
    binder: Binder
    access: Access


class Row(NamedTuple):
    """An object in a statement: its type, and what the statement reads its row as.

    `is_shown`: that is a subquery in which every field is NULL that the caller may not see.
    """

    type: ObjectType
    source: Node
    is_shown: bool = False


class Writer(ABC):
    """Writes texts for one plan and what a request asks. `member` is left to whoever knows all kinds of members."""

    def __init__(self, context: Context, ask: AskAt, *, escapes: bool = False) -> None:
        """`escapes`: no control characters stand in quoted texts, as others mark spots."""
        self.columns, self.binder, self.ask = context.columns, context.binder, ask
        self.engine = context.columns.engine
        self.dialect = DIALECTS[self.engine].escaping() if escapes else DIALECTS[self.engine]
        self.forms = Forms(self.dialect, self.engine)
        self.spots: list[Spot] = []
        self._mentions = count()
        self.access, self._predicates = context.access, context.predicates
        self._rules = context.predicates(context.binder.operands)

    @abstractmethod
    def member(self, row: Row, member: Member) -> Iterator[Piece]:
        """The JSON of a member of an object."""

    def members(self, members: Sequence[tuple[str, Any]], write: Callable[[Any], Iterator[Piece]]) -> Iterator[Piece]:
        """An object in JSON: what `write` makes of each member, under its key."""
        for position, (key, member) in enumerate(members):
            yield f'{"," if position else "{"}"{key}":'
            if isinstance(member, Constant):
                yield member.json
            else:
                yield from write(member)
        yield "}" if members else "{}"

    @abstractmethod
    def plain(self, row: Row, member: Member) -> Node | None:
        """A member of an object as a text, a number or NULL on SQLite; None for one that is nothing of these."""

    def object(self, selected: Selected, row: Row) -> Node:
        """The text of an object."""
        flat = self.flat(selected, row)
        if flat is not None:
            return flat.object
        return self.dialect.object(self.members(selected.members, lambda member: self.member(row, member)))

    def flat(self, selected: Selected, row: Row) -> Flat | None:
        """The object by the engine's own functions, where these are good at it."""
        if self.engine != "sqlite":
            return None
        members = [(key, self.plain(row, member)) for key, member in selected.members]
        if any(node is None for _, node in members) or not any(isinstance(each, Value) for _, each in selected.members):
            return None
        return self.dialect.flat(members)

    def shown(self, row: Row, field: Field) -> Node:
        """What is stored in a field, NULL where the caller may not see it."""
        if row.is_shown:
            return self.columns.column(row.source, field.name)
        return self.columns.shown(row.type, field, row.source)

    def found(self, selected: Selected, meets: Callable[[Node], Sequence[Node]]) -> Any:
        """The text of the object whose row meets some conditions, as a subquery; NULL where there is none."""
        source = self.columns.table(selected.type)
        conditions = [*meets(source), *self.visible(selected.type, source)]
        query = peewee.Select([source], [self.object(selected, Row(selected.type, source))])
        return query.where(all_of(conditions))

    def or_null(self, text: Node) -> Node:
        """A text, or JSON's null where it is NULL."""
        return self.dialect.otherwise(text, "null")

    def visible(self, type_: ObjectType, source: Node) -> list[Node]:
        """The rule that says which rows of a type the caller may see, if there is one."""
        rule = self._rules.visible(type_, source)
        return [] if rule is None else [rule]

    def owned(self, user: Node) -> list[Node]:
        """The condition that the stores of a user, given by id, are there for the caller, if there is one."""
        if self.access.is_full:
            return []
        own = self.access.can_be(Caller.USER)
        return [sql(user, " = ", parameter(Caller.USER)) if own else sql("1 = 0")]

    def table(self, name: str) -> Node:
        """A further mention of a table that is no type's."""
        return peewee.Table(name).alias(self.alias())

    def alias(self, letter: str = "s") -> str:
        """A name that nothing else in the statement has: p for pages, s for other tables and subqueries."""
        return f"{letter}{next(self._mentions)}"

    def number(self, spot: Spot) -> int:
        """The number of a spot that is about to be written."""
        self.spots.append(spot)
        return len(self.spots) - 1

    def predicates(self, site: int, first: int) -> Predicates:
        """Predicates for the condition of a site, whose values begin there."""
        return self._predicates(Slotted(self.binder.operands, site, first))

    def value(self, site: int, index: int) -> Node:
        """One of the values of a site."""
        return parameter(Slot(site, index))
