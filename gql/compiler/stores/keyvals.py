"""Keyvals in SQL: a row of Prosody's for each key."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

import peewee

from gql.compiler.dialects.dialect import Piece
from gql.compiler.plan import Spot
from gql.compiler.stores.cells import hexed, record, spot
from gql.compiler.stores.entries import messages
from gql.compiler.stores.facts import IN_MESSAGES, At
from gql.compiler.stores.sources import Keyvals
from gql.compiler.stores.tables import named, store_table
from gql.compiler.stores.users import Owner, address, at, itself
from gql.compiler.writing import Writer
from models.query.nodes import Node, all_of, parameter, sql


def keyvals(writer: Writer, of: Owner, member: Spot) -> Iterator[Piece]:
    """The keyvals that a view is made of: store, key, type, value, and people at the key.

    Behind them come records that have nothing but a key and people, for the addresses inside a roster's own row.
    """
    source = member.source
    assert isinstance(source, Keyvals)  # noqa: S101 - see gql.compiler.stores.writing.WRITERS
    own = [person for person in member.people if person.at in IN_MESSAGES]
    head = [[address(writer, of)] if source.addressed else []]
    head += [[itself(writer, of, person.selected)] for person in own]
    head += [list(messages(writer, of, piece)) for piece in member.pieces]
    names = [parameter(name) for name in source.stores]
    records = [rows(writer, of, names, member)]
    if any(person.at is At.REQUESTS for person in member.people):
        records.append(_requests(writer, of, names, member))
    yield from spot(writer, member, head, records)


def rows(writer: Writer, of: Owner, names: Sequence[Node], member: Spot) -> Node:
    """The records of a user's keyvals of some names."""
    stores, source = store_table(writer), writer.table("prosody")
    column = writer.columns.column
    cells = [hexed(writer, text) for text in (
        column(stores, "name"), *(column(source, name) for name in ("key", "type", "value")))]
    bare = writer.dialect.front(column(source, "key"), "/")
    text = record(writer, [*cells, *at(writer, member.people, {At.KEY: bare})])
    query = peewee.Select([peewee.Join(stores, source, peewee.JOIN.CROSS)], [writer.dialect.joined(text, between="")])
    refers = sql(column(source, "store_id"), " = ", column(stores, "id"))
    return sql(query.where(all_of([refers, *named(writer, of, stores, names)])))


def _requests(writer: Writer, of: Owner, names: Sequence[Node], member: Spot) -> Node:
    """The people at the addresses in a roster's own row, which has the empty key."""
    stores, source = store_table(writer), writer.table("prosody")
    column = writer.columns.column
    keys, key = writer.dialect.keys(column(source, "value"), REQUESTS)
    text = record(writer, ["", hexed(writer, key), "", "", *at(writer, member.people, {At.REQUESTS: key})])
    tables = peewee.Join(peewee.Join(stores, source, peewee.JOIN.CROSS), keys, peewee.JOIN.CROSS)
    query = peewee.Select([tables], [writer.dialect.joined(text, between="")])
    is_own = [sql(column(source, "store_id"), " = ", column(stores, "id")), sql(column(source, "key"), " = ''")]
    return sql(query.where(all_of([*is_own, *named(writer, of, stores, names)])))


REQUESTS = "$.__hash[1].pending"
"""Where Prosody writes the requests: the table under the key `false` is the second of a list of keys and values."""
