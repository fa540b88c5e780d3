"""Spots in SQL, by what they are made of."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from gql.compiler.dialects.dialect import Piece
from gql.compiler.plan import Spot
from gql.compiler.stores import entries, keyvals, links, values
from gql.compiler.stores.sources import AnyStore, Keyvals, LinkedAccount, LinkedUser, Messages, OwnStore
from gql.compiler.stores.users import Owner, owner
from gql.compiler.writing import Row, Writer

Write = Callable[[Writer, Row, Spot], Iterator[Piece]]


def written(writer: Writer, row: Row, member: Spot) -> Iterator[Piece]:
    """The raw rows of a spot, read about a row."""
    return WRITERS[type(member.source)](writer, row, member)


def _of_user(write: Callable[[Writer, Owner, Spot], Iterator[Piece]]) -> Write:
    return lambda writer, row, member: write(writer, owner(writer, row.source), member)


WRITERS: Mapping[type, Write] = {
    Keyvals: _of_user(keyvals.keyvals), AnyStore: _of_user(values.any_store), Messages: _of_user(entries.messages),
    OwnStore: values.own_store, LinkedUser: links.user, LinkedAccount: links.account,
}
