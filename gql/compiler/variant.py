"""A query that was planned, and the statements that were written for it."""
from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterator, Sequence
from typing import Any, NamedTuple

from gql.compiler import estimates
from gql.compiler.asks import Ask
from gql.compiler.binding import Shape
from gql.compiler.emission import Emitter
from gql.compiler.inputs import Variables
from gql.compiler.plan import Connection, Total
from gql.compiler.planning import Place, Planned
from gql.compiler.statement import Statement, runs
from gql.compiler.writing import Context
from models.query.nodes import Node

MOST_SHAPES = 32
"""How many statements are kept for one query: one for each shape of its variables and each kind of callers."""

MOST_ESTIMATES = 1_000
"""How many estimates are kept for one query."""


class BoundSite(NamedTuple):
    """What is asked at a site, its shape and its values, and to how many objects it leads, about."""

    ask: Ask
    shape: Shape
    values: Sequence[Any]
    size: int


class Bound(NamedTuple):
    """A query with the variables of one request; `shapes` and `sizes` are those of the sites that depend on them."""

    variables: Variables
    sites: Sequence[BoundSite]
    shapes: tuple[Shape, ...]
    sizes: tuple[int, ...]

    @property
    def asks(self) -> list[Ask]:
        """What is asked at each site."""
        return [site.ask for site in self.sites]

    @property
    def values(self) -> list[Sequence[Any]]:
        """The values of each site."""
        return [site.values for site in self.sites]


class Variant:
    """A plan with the statements that were written for it, one for each shape of what requests ask."""

    def __init__(self, planned: Planned) -> None:
        self.planned = planned
        self._statements: OrderedDict[Hashable, Statement] = OrderedDict()
        self._fixed: list[BoundSite | None] = []
        self._open: list[int] = []
        self._rows: dict[tuple[int, ...], int] = {}

    def bind(self, context: Context, variables: Variables) -> Bound:
        """The query with the variables of a request. Raises BadInput, BadQuery and BadCursor."""
        places = self.planned.sites
        if len(self._fixed) < len(places):
            self._settle(context)
        sites: list[Any] = self._fixed.copy()
        shapes, sizes = [], []
        for number in self._open:
            site = sites[number] = _bound(context, places[number], variables)
            shapes.append(site.shape)
            sizes.append(site.size)
        return Bound(variables, sites, tuple(shapes), tuple(sizes))

    def _settle(self, context: Context) -> None:
        """Bind the sites that depend on no variables, once for all requests."""
        for number in range(len(self._fixed), len(self.planned.sites)):
            place = self.planned.sites[number]
            self._fixed.append(_bound(context, place, {}) if place.asks.is_fixed else None)
            if not place.asks.is_fixed:
                self._open.append(number)

    def rows(self, bound: Bound) -> int:
        """How many rows the statement may touch, about."""
        found = self._rows.get(bound.sizes)
        if found is None:
            if len(self._rows) >= MOST_ESTIMATES:
                self._rows.clear()
            found = self._rows[bound.sizes] = estimates.rows(self.planned.sites, [site.size for site in bound.sites])
        return found

    def statement(self, bound: Bound, version: Hashable) -> Statement | None:
        """The statement that was written for a shape, None if it has to be; `version` is what else its text has."""
        key = (version, bound.shapes)
        found = self._statements.get(key)
        if found is not None:
            self._statements.move_to_end(key)
        return found

    def write(self, context: Context, bound: Bound, version: Hashable) -> tuple[Statement, Bound]:
        """Write the statement for a shape and keep it. Raises Unplannable, and what `bind` raises.

        Objects that may be of many types are planned here, when it is known of which: that can add sites.
        """
        sites = self.planned.sites
        emitter, query = self._emitted(context, bound)
        sql, places = context.columns.tables.database.get_sql_context().sql(query).query()
        if len(sites) > len(bound.sites):
            bound = self.bind(context, bound.variables)
        statement = Statement(
            emitter.dialect.before + sql, tuple(runs(places)), self._scans(context, bound), tuple(emitter.spots),
            emitter.dialect.leaves_controls)
        self._statements[version, bound.shapes] = statement
        if len(self._statements) > MOST_SHAPES:
            self._statements.popitem(last=False)
        return statement, bound

    def _emitted(self, context: Context, bound: Bound) -> tuple[Emitter, Node]:
        """The statement as a query, and what wrote it."""
        def ask(site: int) -> Ask:
            asked: Ask = self.planned.sites[site].asks.read(bound.variables)
            return asked

        emitter = Emitter(context, ask)
        query = emitter.statement(self.planned.plan)
        if emitter.spots and emitter.dialect.leaves_controls:  # which objects have spots is known only now
            emitter = Emitter(context, ask, escapes=True)
            query = emitter.statement(self.planned.plan)
        return emitter, query

    def _scans(self, context: Context, bound: Bound) -> bool:
        catalogue, counted = context.columns.tables.catalogue, set(self._counted())
        return any(estimates.scans(catalogue, place, asked, counts=site in counted)
                   for site, (place, asked) in enumerate(zip(self.planned.sites, bound.asks, strict=True)))

    def _counted(self) -> Iterator[int]:
        """The sites of connections at the root whose objects are counted."""
        for _, member in self.planned.plan.members:
            if isinstance(member, Connection) and any(part is Total.TOTAL for _, part in member.members):
                yield member.site


def _bound(context: Context, place: Place, variables: Variables) -> BoundSite:
    ask = place.asks.read(variables)
    shape, values = context.binder.bind(ask)
    return BoundSite(ask, shape, values, estimates.size(place, ask))
