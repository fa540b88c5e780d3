"""Keyvals in SQL: a row of Prosody's for each key."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

import peewee

from gql.compiler.dialects import Piece
from gql.compiler.plan import Spot
from gql.compiler.stores.cells import hexed, record, spot
from gql.compiler.stores.lists import messages
from gql.compiler.stores.sources import Keyvals
from gql.compiler.stores.tables import all_of, named, store_table
from gql.compiler.stores.users import Owner, address, at_rows, itself
from gql.compiler.writing import Writer
from models.query.columns import Node, parameter, sql


def keyvals(writer: Writer, of: Owner, member: Spot) -> Iterator[Piece]:
    """The keyvals that a view is made of: store, key, type, value, and people at the key."""
    source = member.source
    assert isinstance(source, Keyvals)  # noqa: S101 - see gql.compiler.stores.writing.WRITERS
    own = [person for person in member.people if person.own]
    head = [[address(writer, of)] if source.addressed or own else []]
    head += [[itself(writer, of, person.selected)] for person in own]
    head += [list(messages(writer, of, piece)) for piece in member.pieces]
    yield from spot(writer, member, head, [rows(writer, of, [parameter(name) for name in source.stores], member)])


def rows(writer: Writer, of: Owner, names: Sequence[Node], member: Spot) -> Node:
    """The records of a user's keyvals of some names."""
    stores, source = store_table(writer), writer.table("prosody")
    column = writer.columns.column
    cells = [hexed(writer, text) for text in (
        column(stores, "name"), *(column(source, name) for name in ("key", "type", "value")))]
    text = record(writer, [*cells, *at_rows(writer, member.people, column(source, "key"))])
    query = peewee.Select([peewee.Join(stores, source, peewee.JOIN.CROSS)], [writer.dialect.joined(text, between="")])
    refers = sql(column(source, "store_id"), " = ", column(stores, "id"))
    return sql(query.where(all_of([refers, *named(writer, of, stores, names)])))
