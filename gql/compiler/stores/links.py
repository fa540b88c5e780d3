"""Accounts and XMPP users that are the same person, in SQL: candidates, of which Python takes those that fit."""
from __future__ import annotations

from collections.abc import Iterator

import peewee

from gql.compiler.dialects.dialect import Piece
from gql.compiler.plan import Spot
from gql.compiler.stores.cells import hexed, record, spot
from gql.compiler.stores.sources import LinkedAccount, LinkedUser
from gql.compiler.writing import Row, Writer
from models.casemap import CaseMap
from models.query.nodes import Node, all_of, parameter, sql
from models.xmpp.account_link import SEARCHED

ASCII = CaseMap("ascii")
"""How a display becomes the only node that can be its user's: letters beyond ASCII have to be small ones already."""


def user(writer: Writer, row: Row, member: Spot) -> Iterator[Piece]:
    """The display of an account, and the user of the host whose node that is in small letters."""
    source, columns = member.source, writer.columns
    assert isinstance(source, LinkedUser)  # noqa: S101 - see gql.compiler.stores.writing.WRITERS
    display = writer.forms.as_text(columns.shown(row.type, row.type.field(SEARCHED[1]), row.source))
    host = columns.table(columns.tables.catalogue["xmpphost"])
    of_name = sql(columns.column(host, "name"), " = ", parameter(source.rule.domain))
    hosts = peewee.Select([host], [columns.column(host, "id")]).where(of_name)
    (person,) = member.people
    found = writer.or_null(writer.found(person.selected, lambda users: [
        sql(columns.column(users, "host"), " = ", hosts),
        sql(columns.column(users, "name"), " = ", writer.dialect.name(_lower(writer, display)))]))
    yield from spot(writer, member, [[hexed(writer, display)], [found]], [])


def account(writer: Writer, row: Row, member: Spot) -> Iterator[Piece]:
    """The node of a user of the host, and a record for each account of the same name on IRC: id, display, account."""
    source, columns = member.source, writer.columns
    assert isinstance(source, LinkedAccount)  # noqa: S101 - see gql.compiler.stores.writing.WRITERS
    (person,) = member.people
    type_ = person.selected.type
    accounts = columns.table(type_)
    id_ = columns.column(accounts, "id")
    node = columns.search(row.type, row.type.field("name"), row.source).text
    same = columns.search(type_, type_.field(SEARCHED[1]), accounts).equals(
        node, indexed=columns.is_indexed(*SEARCHED))
    shown = writer.or_null(writer.found(person.selected, lambda found: [sql(columns.column(found, "id"), " = ", id_)]))
    display = writer.forms.as_text(columns.column(accounts, SEARCHED[1]))
    text = record(writer, [writer.dialect.cast(id_), hexed(writer, display), shown])
    query = peewee.Select([accounts], [writer.dialect.joined(text, between="")])
    name = hexed(writer, columns.column(row.source, "name"))
    found = sql(query.where(same & _is_on_host(writer, row, source.rule.domain)))
    yield from spot(writer, member, [[name]], [found])


def _is_on_host(writer: Writer, row: Row, domain: str) -> Node:
    columns = writer.columns
    host = columns.table(columns.tables.catalogue["xmpphost"])
    same = [sql(columns.column(host, "id"), " = ", columns.column(row.source, "host")),
            sql(columns.column(host, "name"), " = ", parameter(domain))]
    return sql("EXISTS ", peewee.Select([host], [sql("1")]).where(all_of(same)))


def _lower(writer: Writer, text: Node) -> Node:
    before, after = ASCII.sql("\0", writer.engine).split("\0")
    return sql(before, text, after)
