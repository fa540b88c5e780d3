"""Lists in SQL: the entries of a page, as models.xmpp.list_rows finds them.

A list is the rows of Prosody's archive, then the items in edgewise's own table; of each part those between two places
up to a number are read.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import peewee

from gql.compiler.dialects import Piece
from gql.compiler.plan import Person, Spot
from gql.compiler.stores.asked import OfMessages
from gql.compiler.stores.cells import hexed, record, spot
from gql.compiler.stores.sources import Messages
from gql.compiler.stores.tables import all_of, named, store_id, store_table
from gql.compiler.stores.users import Owner, address, at_rows, domain, itself
from gql.compiler.writing import Writer
from models.query.columns import Node, parameter, sql
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

    `bounds` and `filters` are a column, an operator and a value each; only archives have what filters ask for.
    """

    limit: Node | None
    skip: Node | None
    backwards: bool = False
    bounds: tuple[tuple[str, Node], ...] = ()
    filters: tuple[tuple[str, str, Node], ...] = ()


def messages(writer: Writer, of: Owner, member: Spot) -> Iterator[Piece]:
    """The messages of a page: records as `entries` writes them, behind the address and the user's own text."""
    source, asked = member.source, writer.ask(member.site)
    assert isinstance(source, Messages)  # noqa: S101 - see gql.compiler.stores.writing.WRITERS
    assert isinstance(asked, OfMessages)  # noqa: S101 - the sites of messages ask for them
    own = [person for person in member.people if person.own]
    owned = [sql("CASE WHEN ", condition, " THEN '1' ELSE '' END") for condition in writer.owned(of.id)] or ["1"]
    head = [[address(writer, of)] if own else [], *([itself(writer, of, person.selected)] for person in own), owned]
    yield from spot(writer, member, head, [
        entries(writer, of, parameter(source.store), part, _stretch(writer, member.site, asked, part), member.people)
        for part in PARTS if _reaches(asked, part.part)])


def entries(
    writer: Writer, of: Owner, name: Node, part: Part, stretch: Stretch, people: Sequence[Person] = (),
) -> Node:
    """The records of some entries of a list: part, number, time, key, correspondent, type, value, and people."""
    rows = writer.table(part.table)
    column = writer.columns.column
    texts = [hexed(writer, column(rows, each)) if each else sql("''") for each in part.texts]
    when = _when(writer, column(rows, "when")) if part.part == ARCHIVE else sql("''")
    at = column(rows, "with") if part.part == ARCHIVE else None
    number = column(rows, part.number)
    found = at_rows(writer, people, at) if at is not None else ["" for _ in people]
    text = record(writer, [str(part.part), writer.dialect.cast(number), when, *texts, *found])
    query = peewee.Select([rows], [writer.dialect.joined(text, between="")])
    return sql(query.where(_wanted(writer, of, name, part, stretch, rows)))


def _wanted(writer: Writer, of: Owner, name: Node, part: Part, stretch: Stretch, rows: Node) -> Node:
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
    """The conditions that an entry is in a store: Prosody's indexes are on names, but for MariaDB's, which are short."""
    column = writer.columns.column
    if part.part == ITEMS or writer.engine == "mysql":
        return [sql(column(rows, "store_id"), " = ", store_id(writer, of, name))]
    stores = store_table(writer)
    there = peewee.Select([stores], [sql("1")]).where(all_of(named(writer, of, stores, [name])))
    return [sql(column(rows, "host"), " = ", domain(writer, of)), sql(column(rows, "user"), " = ", of.node),
            sql(column(rows, "store"), " = ", name), sql("EXISTS ", there)]


def _when(writer: Writer, when: Node) -> Node:
    """A time as text; SQLite's columns can hold numbers that are not whole."""
    return sql("quote(", when, ")") if writer.engine == "sqlite" else writer.dialect.cast(when)


def _reaches(asked: OfMessages, part: int) -> bool:
    """Whether any entry of a part can be between the places."""
    behind = asked.after is None or asked.after.part <= part
    return asked.can_be and behind and (asked.before is None or asked.before.part >= part)


def _stretch(writer: Writer, site: int, asked: OfMessages, part: Part) -> Stretch:
    slots = {name: writer.value(site, index) for index, name in enumerate(asked.values)}
    bounds = tuple((operator, slots[name]) for name, operator, place in (
        ("after", " > ", asked.after), ("before", " < ", asked.before)) if place and place.part == part.part)
    filters = tuple((column, operator, slots[name]) for name, column, operator in FILTERS if name in slots)
    if part.part == ARCHIVE:
        return Stretch(slots["limit"], slots["size"], asked.page.backwards, bounds, filters)
    # what was appended has no columns to filter by: Python does
    limit = None if asked.is_filtered else slots["limit"]
    return Stretch(limit, slots["size"], asked.page.backwards, bounds)


FILTERS = (("with", "with", " = "), ("start", "when", " >= "), ("end", "when", " <= "))
"""What a filter says of the columns of an archive."""
