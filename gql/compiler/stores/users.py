"""XMPP users in SQL: their addresses, whose stores may be seen, and who has the address in a text."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import peewee

from gql.compiler.dialects.dialect import Piece
from gql.compiler.plan import Person, Selected
from gql.compiler.stores.facts import At
from gql.compiler.writing import Writer
from models.query.nodes import Node, sql


class Owner(NamedTuple):
    """The user whose stores are read: the id, the node, and the id of the host, of a row of xmppuser."""

    id: Node
    node: Node
    host: Node


def owner(writer: Writer, source: Node) -> Owner:
    """The user of a row that the statement reads as `source`."""
    column = writer.columns.column
    return Owner(column(source, "id"), column(source, "name"), column(source, "host"))


def domain(writer: Writer, of: Owner) -> Node:
    """The domain of a user, NULL where the host is gone."""
    columns = writer.columns
    host = columns.table(columns.tables.catalogue["xmpphost"])
    found = peewee.Select([host], [columns.column(host, "name")])
    return found.where(sql(columns.column(host, "id"), " = ", of.host))


def address(writer: Writer, of: Owner) -> Piece:
    """The node and the domain in hexadecimal digits with a dot between; empty where the host is gone."""
    dialect = writer.dialect
    return dialect.otherwise(dialect.text([dialect.hex(of.node), ".", dialect.hex(domain(writer, of))]), "")


def itself(writer: Writer, of: Owner, selected: Selected) -> Node:
    """The text of the user whose stores are read."""
    return writer.or_null(writer.found(selected, lambda source: [
        sql(writer.columns.column(source, "id"), " = ", of.id)]))


def with_address(writer: Writer, selected: Selected, text: Node) -> Node:
    """The text of the user with an address without resource; null, or any user's, where a text is no address."""
    dialect, columns = writer.dialect, writer.columns
    host = columns.table(columns.tables.catalogue["xmpphost"])
    of_name = sql(columns.column(host, "name"), " = ", dialect.name(dialect.back(text, sql("'@'"), 1)))
    found = peewee.Select([host], [columns.column(host, "id")]).where(of_name)
    return writer.or_null(writer.found(selected, lambda source: [
        sql(columns.column(source, "host"), " = ", found),
        sql(columns.column(source, "name"), " = ", dialect.name(dialect.front(text, "@")))]))


def at(writer: Writer, people: Sequence[Person], texts: Mapping[At, Node]) -> list[Piece]:
    """For each mention of people the text of who has the address that stands there; empty where it stands elsewhere."""
    return [with_address(writer, person.selected, texts[person.at]) if person.at in texts else ""
            for person in people]
