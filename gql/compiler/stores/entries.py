"""Entries of lists in SQL: the records of their pages, and the people in them."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import peewee

from gql.compiler.dialects.dialect import Piece
from gql.compiler.plan import Person, Spot
from gql.compiler.stores.asked import OfMessages
from gql.compiler.stores.cells import hexed, record, spot
from gql.compiler.stores.facts import At
from gql.compiler.stores.lists import PARTS, Part, Stretch, wanted
from gql.compiler.stores.sources import Messages
from gql.compiler.stores.users import Owner, at
from gql.compiler.writing import Writer
from models.query.nodes import Node, parameter, sql
from models.xmpp.places import ARCHIVE


def messages(writer: Writer, of: Owner, member: Spot) -> Iterator[Piece]:
    """The messages of a page: whether they may be seen, and records as `entries` writes them."""
    source, asked = member.source, writer.ask(member.site)
    assert isinstance(source, Messages)  # noqa: S101 - see gql.compiler.stores.writing.WRITERS
    assert isinstance(asked, OfMessages)  # noqa: S101 - the sites of messages ask for them
    owned = [sql("CASE WHEN ", condition, " THEN '1' ELSE '' END") for condition in writer.owned(of.id)] or ["1"]
    yield from spot(writer, member, [owned], [
        entries(writer, of, parameter(source.store), part, _stretch(writer, member.site, asked, part), member.people)
        for part in PARTS if _reaches(asked, part.part)])


def entries(
    writer: Writer, of: Owner, name: Node, part: Part, stretch: Stretch, people: Sequence[Person] = (),
) -> Node:
    """The records of some entries of a list: part, number, time, key, correspondent, type, value.

    Behind these stand an address and its user for each mention of people.
    """
    rows = writer.table(part.table)
    addresses = {each: _address(writer, part, rows, each) for each in dict.fromkeys(person.at for person in people)}
    met, source = wanted(writer, of, name, part, stretch, rows), rows
    if writer.engine != "mysql":  # no subquery there can name the row outside
        source = _columns(writer, part, rows, addresses).where(met).alias(writer.alias())
        addresses = {each: writer.columns.column(source, f"at_{each.value}") for each in addresses}
    text = writer.dialect.joined(_record(writer, part, source, addresses, people), between="")
    query = peewee.Select([source], [text])
    return sql(query if source is not rows else query.where(met))


def _columns(writer: Writer, part: Part, rows: Node, addresses: Mapping[At, Node]) -> Any:
    """The columns of entries, with addresses beside them.

    To cut these out of texts takes deep expressions, which SQLite can parse here, but not deep inside others.
    """
    names = [part.number, *(["when"] if part.part == ARCHIVE else []), *filter(None, part.texts)]
    return peewee.Select([rows], [*(writer.columns.column(rows, name) for name in names), *(
        node.alias(f"at_{each.value}") for each, node in addresses.items())])


def _record(
    writer: Writer, part: Part, source: Node, addresses: Mapping[At, Node], people: Sequence[Person],
) -> Node:
    column = writer.columns.column
    texts = [hexed(writer, column(source, each)) if each else "" for each in part.texts]
    when = _when(writer, column(source, "when")) if part.part == ARCHIVE else ""
    found = zip([hexed(writer, addresses[person.at]) for person in people], at(writer, people, addresses), strict=True)
    number = writer.dialect.cast(column(source, part.number))
    return record(writer, [str(part.part), number, when, *texts, *chain.from_iterable(found)])


def _address(writer: Writer, part: Part, rows: Node, place: At) -> Node:
    """Where an address of a message may stand, without resource; Python looks whether it is that one.

    That of the correspondent is a column; others are attributes, in XML or JSON, in either kind of quotes.
    """
    dialect, column = writer.dialect, writer.columns.column
    if place is At.OTHER and part.part == ARCHIVE:
        return column(rows, "with")
    in_xml, in_json = f" {place.value}='", f"{place.value}':'"  # of the same length
    mark = sql("CASE ", column(rows, "type"), " WHEN 'xml' THEN ", dialect.literal(in_xml), " ELSE ",
               dialect.literal(in_json), " END")
    value = sql("replace(", column(rows, "value"), ", ", dialect.literal('"'), ", ", dialect.literal("'"), ")")
    return dialect.front(dialect.front(dialect.back(value, mark, len(in_xml)), "'"), "/")


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
