"""Lists in SQL: which rows are the entries of a page, as models.xmpp.list_rows finds them.

A list is the rows of Prosody's archive, then the items in edgewise's own table; of each part those between two places
up to a number are read.
"""
from __future__ import annotations

from dataclasses import dataclass

import peewee

from gql.compiler.stores.tables import named, store_id, store_table
from gql.compiler.stores.users import Owner, domain
from gql.compiler.writing import Writer
from models.query.nodes import Node, all_of, sql
from models.xmpp.definitions import ITEM_TABLE
from models.xmpp.places import ARCHIVE, ITEMS


@dataclass(frozen=True)
class Part:
    """One of the tables that lists are in: its number column, and its columns of text."""

    part: int
    table: str
    number: str
    texts: tuple[str, ...]


PARTS = (
    Part(ARCHIVE, "prosodyarchive", "sort_id", ("key", "with", "type", "value")),
    Part(ITEMS, ITEM_TABLE, "id", ("", "", "type", "value")),
)


@dataclass(frozen=True)
class Stretch:
    """Which entries of one part are wanted: up to `limit`, None for all; `skip` is one less.

    `bounds` are an operator and a value each, `filters` a column too; only archives have what filters ask for.
    """

    limit: Node | None
    skip: Node | None
    backwards: bool = False
    bounds: tuple[tuple[str, Node], ...] = ()
    filters: tuple[tuple[str, str, Node], ...] = ()


def wanted(writer: Writer, of: Owner, name: Node, part: Part, stretch: Stretch, rows: Node) -> Node:
    """The condition that an entry is one of the first of those that are wanted."""
    number = writer.columns.column(rows, part.number)
    if stretch.limit is None:
        return all_of(_conditions(writer, of, name, part, stretch, rows))
    first = writer.table(part.table)
    numbers = writer.columns.column(first, part.number)
    # the plus keeps SQLite from walking along the numbers where an index on the filter leads to few rows
    order = writer.columns.bare(numbers) if stretch.filters else numbers
    query = peewee.Select([first], [numbers]).where(all_of(_conditions(writer, of, name, part, stretch, first)))
    query = query.order_by(sql(order, " DESC" if stretch.backwards else ""))
    if writer.engine != "mysql":
        return sql(number, " IN ", query.limit(stretch.limit))
    # MariaDB takes no limit there, but it finds the last one
    last = sql("coalesce(", query.limit(sql("1")).offset(stretch.skip), ", ", FIRST if stretch.backwards else LAST, ")")
    within = sql(number, " >= " if stretch.backwards else " <= ", last)
    return all_of([*_conditions(writer, of, name, part, stretch, rows), within])


FIRST, LAST = "0", str(2**63 - 1)
"""Numbers that no entry is before or behind."""


def _conditions(writer: Writer, of: Owner, name: Node, part: Part, stretch: Stretch, rows: Node) -> list[Node]:
    column = writer.columns.column
    bounds = [sql(column(rows, part.number), operator, value) for operator, value in stretch.bounds]
    filters = [sql(column(rows, each), operator, value) for each, operator, value in stretch.filters]
    return [*_of_store(writer, of, name, part, rows), *bounds, *filters]


def _of_store(writer: Writer, of: Owner, name: Node, part: Part, rows: Node) -> list[Node]:
    """The conditions that an entry is in a store. Prosody's indexes are on names; those on MariaDB on few letters."""
    column = writer.columns.column
    if part.part == ITEMS or writer.engine == "mysql":
        return [sql(column(rows, "store_id"), " = ", store_id(writer, of, name))]
    stores = store_table(writer)
    there = peewee.Select([stores], [sql("1")]).where(all_of(named(writer, of, stores, [name])))
    return [sql(column(rows, "host"), " = ", domain(writer, of)), sql(column(rows, "user"), " = ", of.node),
            sql(column(rows, "store"), " = ", name), sql("EXISTS ", there)]
