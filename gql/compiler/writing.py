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
from gql.compiler.dialects import DIALECTS, Piece
from gql.compiler.forms import Forms
from gql.compiler.plan import Constant, Member, Selected, Spot
from models.catalogue import ObjectType
from models.query.callers import Caller
from models.query.columns import Columns, Node, parameter, sql
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
    """An object in a statement: its type, and what the statement reads its row as."""

    type: ObjectType
    source: Node


class Writer(ABC):
    """Writes texts for one plan and what a request asks. `member` is left to whoever knows all kinds of members."""

    def __init__(self, context: Context, ask: AskAt) -> None:
        self.columns, self.binder, self.ask = context.columns, context.binder, ask
        self.engine = context.columns.engine
        self.dialect = DIALECTS[self.engine]
        self.forms = Forms(self.dialect, self.engine)
        self.spots: list[Spot] = []
        self._mentions = count()
        self._access, self._predicates = context.access, context.predicates
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

    def object(self, selected: Selected, source: Node) -> Node:
        """The text of an object."""
        row = Row(selected.type, source)
        return self.dialect.object(self.members(selected.members, lambda member: self.member(row, member)))

    def found(self, selected: Selected, meets: Callable[[Node], Sequence[Node]]) -> Any:
        """The text of the object whose row meets some conditions, as a subquery; NULL where there is none."""
        source = self.columns.table(selected.type)
        conditions = [*meets(source), *self.visible(selected.type, source)]
        query = peewee.Select([source], [self.object(selected, source)])
        return query.where(peewee.NodeList(conditions, glue=" AND "))

    def or_null(self, text: Node) -> Node:
        """A text, or JSON's null where it is NULL."""
        return self.dialect.otherwise(text, "null")

    def visible(self, type_: ObjectType, source: Node) -> list[Node]:
        """The rule that says which rows of a type the caller may see, if there is one."""
        rule = self._rules.visible(type_, source)
        return [] if rule is None else [rule]

    def owned(self, user: Node) -> list[Node]:
        """The condition that the stores of a user, given by id, are there for the caller, if there is one."""
        if self._access.is_full:
            return []
        own = self._access.can_be(Caller.USER)
        return [sql(user, " = ", parameter(Caller.USER)) if own else sql("1 = 0")]

    def table(self, name: str) -> Node:
        """A further mention of a table that is no type's."""
        return peewee.Table(name).alias(self.alias())

    def alias(self) -> str:
        """A name that nothing else in the statement has."""
        return f"s{next(self._mentions)}"

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
