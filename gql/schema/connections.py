"""Relay's connections: one for each type, the arguments that all have, and what one page of them is."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import strawberry

from gql.compiler.conditions import Conditions
from gql.compiler.orders import Orders
from gql.naming import Names
from gql.schema import descriptions, quirks
from gql.schema.filters import Filters
from gql.schema.ordering import OrderInputs
from gql.schema.quirks import Argument
from gql.vocabulary import CONNECTION, EDGE
from models.catalogue import Catalogue
from models.query.conditions import EVERYTHING, Condition
from models.query.orders import Order
from models.query.pages import FIRST_PAGE, Page


@strawberry.type(name="PageInfo", description="Where a page lies in the whole list.")
class PageInfo:
    """What Relay wants to know of a page (GraphQL Cursor Connections Specification, 5)."""

    has_next_page: bool = strawberry.field(name="hasNextPage", description="Whether there are objects behind it.")
    has_previous_page: bool = strawberry.field(
        name="hasPreviousPage", description="Whether there are objects before it.")
    start_cursor: str | None = strawberry.field(
        name="startCursor", description="The cursor of its first object, as `before` takes it.")
    end_cursor: str | None = strawberry.field(
        name="endCursor", description="The cursor of its last object, as `after` takes it.")


class Edge(NamedTuple):
    """One object of a page."""

    cursor: str
    node: Any


@dataclass(frozen=True)
class Listing:
    """One page as resolvers hand it on; the attributes are those that the fields of a connection read."""

    nodes: Sequence[Any]
    cursors: Sequence[str]
    has_next: bool
    has_previous: bool
    total_count: int | None

    @property
    def edges(self) -> list[Edge]:
        """The objects, each with its cursor."""
        return list(map(Edge, self.cursors, self.nodes))

    @property
    def page_info(self) -> PageInfo:
        """Where the page lies."""
        start, end = (self.cursors[0], self.cursors[-1]) if self.cursors else (None, None)
        return PageInfo(has_next_page=self.has_next, has_previous_page=self.has_previous, start_cursor=start,
                        end_cursor=end)


class Ask(NamedTuple):
    """Which page of which objects, and whether the total is wanted."""

    condition: Condition = EVERYTHING
    orders: tuple[Order, ...] = ()
    page: Page = FIRST_PAGE
    want_total: bool = False


TOTAL = "totalCount"


class Connections:
    """The connections over one catalogue; `types` has them by the catalogue's names of types."""

    def __init__(self, catalogue: Catalogue, names: Names, nodes: dict[str, type], filters: Filters) -> None:
        self._filters, self._orders = filters, OrderInputs(catalogue, names)
        self._conditions, self._order_of = Conditions(catalogue, names), Orders(catalogue, names)
        self.types = {t.name: connection(names.type(t.name), nodes[t.name]) for t in catalogue}

    def arguments(self, type_name: str) -> tuple[Argument, ...]:
        """The arguments of every field that is a connection of a type; `Query` describes them once for all."""
        return (
            Argument("where", self._filters.types[type_name] | None, None),
            Argument("orderBy", quirks.list_of(self._orders.types[type_name]) | None, None),
            *PAGE,
        )

    def ask(self, type_name: str, where: Any, order_by: Sequence[Any] | None, *page: Any) -> Ask:
        """What the arguments, in their order, and the wish for the total ask for. Raises BadInput and BadQuery."""
        first, after, last, before, want_total = page
        condition = self._conditions.condition(type_name, quirks.plain(where))
        orders = self._order_of.orders(type_name, quirks.plain(order_by))
        return Ask(condition, orders, Page(first, after, last, before), want_total)


PAGE = (
    Argument("first", int | None, None), Argument("after", str | None, None),
    Argument("last", int | None, None), Argument("before", str | None, None),
)
"""Which page; `Query` describes them."""


def connection(name: str, node: type, *, counted: bool = True) -> type:
    """The type of a page of a list; `counted`: the number of all objects can be asked for."""
    edge = quirks.shell(EDGE.format(name))
    quirks.add_value(edge, "cursor", str, descriptions.CURSOR, "cursor")
    quirks.add_value(edge, "node", node, f"The {name}.", "node")
    quirks.freeze_type(edge, edge.__name__, f"One {name} in a page.")
    made = quirks.shell(CONNECTION.format(name))
    quirks.add_value(made, "edges", quirks.list_of(edge), "The objects of the page, each with its cursor.", "edges")
    quirks.add_value(made, "nodes", quirks.list_of(node), "The objects of the page.", "nodes")
    quirks.add_value(made, "pageInfo", PageInfo, "Where the page lies in the whole list.", "page_info")
    if counted:
        quirks.add_value(made, TOTAL, int, descriptions.TOTAL, "total_count")
    quirks.freeze_type(made, made.__name__, f"A page of a list of {name}.")
    return made
