"""What stands in an object besides its lists: its id, its fields, the objects that these refer to."""
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import peewee

from gql.compiler.dialects.dialect import Piece
from gql.compiler.meanings import Address, OwnId, Value
from gql.compiler.plan import Constant, Follow, Selected
from gql.compiler.writing import Row, Writer
from models.query.nodes import Node, parameter, sql


def own_id(writer: Writer, row: Row, _: OwnId) -> Iterator[Piece]:
    """The id, `account:10`."""
    yield json.dumps(row.type.name, ensure_ascii=False)[:-1] + ":"
    yield writer.dialect.cast(writer.columns.column(row.source, "id"))
    yield '"'


def value(writer: Writer, row: Row, member: Value) -> Iterator[Piece]:
    """A field that is no reference."""
    yield writer.forms.json(member, writer.shown(row, member.field))


def plain_id(writer: Writer, row: Row, _: OwnId) -> Node:
    """The id as a text."""
    return writer.dialect.text([f"{row.type.name}:", writer.dialect.cast(writer.columns.column(row.source, "id"))])


def plain_value(writer: Writer, row: Row, member: Value) -> Node | None:
    """A field that is no reference as a text, a number or NULL; None where it is a flag."""
    return writer.forms.plain(member, writer.shown(row, member.field))


def plain_constant(writer: Writer, _: Row, member: Constant) -> Node | None:
    """What is the same for every object, where it is a text or null."""
    known = json.loads(member.json)
    return sql("NULL" if known is None else writer.dialect.literal(known))


def address(writer: Writer, row: Row, _: Address) -> Iterator[Piece]:
    """The address of an XMPP user as models.xmpp.address has it: `node@domain`; without one of them the other."""
    columns = writer.columns
    host = columns.table(columns.tables.catalogue["xmpphost"])
    node, domain = (writer.forms.as_text(columns.column(each, "name")) for each in (row.source, host))
    both = writer.dialect.text([node, "@", domain])
    no_node, no_domain = (sql("nullif(", each, ", '') IS NULL") for each in (node, domain))
    found = sql("CASE WHEN ", no_node, " THEN ", domain, " WHEN ", no_domain, " THEN ", node, " ELSE ", both, " END")
    at = sql(columns.column(host, "id"), " = ", columns.column(row.source, "host"))
    yield writer.dialect.quoted(sql("coalesce(", peewee.Select([host], [found]).where(at), ", ", node, ", '')"))


def follow(writer: Writer, row: Row, member: Follow) -> Iterator[Piece]:
    """The object that a reference names."""
    column = writer.shown(row, member.field)
    if member.field.reference and member.field.reference.target is not None:
        (selected,) = member.branches.values()
        yield writer.or_null(_target(writer, selected, column))
    else:
        yield writer.or_null(_any_target(writer, member.branches, column))


def _target(writer: Writer, selected: Selected, column: Node) -> Node:
    return writer.found(selected, lambda source: [sql(writer.columns.column(source, "id"), " = ", column)])


def _any_target(writer: Writer, branches: Mapping[str, Selected], column: Node) -> Node:
    objects = writer.columns.tables.objects.alias()
    is_it = sql(writer.columns.column(objects, "id"), " = ", column)
    type_ = peewee.Select([objects], [writer.columns.column(objects, "type")]).where(is_it)
    cases = [piece for name, selected in branches.items() for piece in (
        " WHEN ", parameter(name), " THEN ", _target(writer, selected, column))]
    return sql("CASE ", type_, *cases, " END")
