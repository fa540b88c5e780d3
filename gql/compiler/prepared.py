"""A query that was planned, and the statements that were written for it."""
from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gql.compiler.asks import Ask
from gql.compiler.binding import Shape
from gql.compiler.emission import Emitter
from gql.compiler.inputs import Variables
from gql.compiler.planning import Planned
from gql.compiler.statement import Statement
from gql.compiler.writing import Context

MOST_SHAPES = 32
"""How many statements are kept for one query: one for each shape of its variables."""


@dataclass(frozen=True)
class Bound:
    """A query with the variables of one request: what is asked at its sites, and the shapes and values of that."""

    variables: Variables
    asks: tuple[Ask, ...]
    shapes: tuple[Shape, ...]
    values: Sequence[Sequence[Any]]


class Prepared:
    """A plan with the statements that were written for it, one for each shape of what requests ask."""

    def __init__(self, planned: Planned, read: Callable[[Variables], Variables]) -> None:
        self.planned, self._read = planned, read
        self._statements: OrderedDict[tuple[Any, ...], Statement] = OrderedDict()

    def bind(self, context: Context, variables: Variables) -> Bound:
        """The query with the variables of a request. Raises BadInput, BadQuery and BadCursor."""
        return self._bind(context, self._read(variables))

    def _bind(self, context: Context, given: Variables) -> Bound:
        asks = tuple([read(given) for read in self.planned.sites])
        bound = [context.binder.bind(ask) for ask in asks]
        return Bound(given, asks, tuple([shape for shape, _ in bound]), [values for _, values in bound])

    def statement(self, bound: Bound, version: int) -> Statement | None:
        """The statement that was written for a shape, None if it has to be; `version` counts what else changes it."""
        key = (version, bound.shapes)
        found = self._statements.get(key)
        if found is not None:
            self._statements.move_to_end(key)
        return found

    def write(self, context: Context, bound: Bound, version: int) -> tuple[Statement, Bound]:
        """Write the statement for a shape and keep it. Raises Unplannable, and what `bind` raises.

        Objects that may be of many types are planned here, when it is known of which: that can add sites.
        """
        query = Emitter(context, lambda site: self.planned.sites[site](bound.variables)).statement(self.planned.plan)
        sql, places = context.columns.tables.database.get_sql_context().sql(query).query()
        if len(self.planned.sites) > len(bound.asks):
            bound = self._bind(context, bound.variables)
        statement = self._statements[version, bound.shapes] = Statement(sql, tuple(places))
        if len(self._statements) > MOST_SHAPES:
            self._statements.popitem(last=False)
        return statement, bound
