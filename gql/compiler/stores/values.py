"""Whole stores in SQL: the rows of the keyval, or else of the list, as models.xmpp.store_value reads them."""
from __future__ import annotations

from collections.abc import Iterator

import peewee

from gql.compiler.dialects.dialect import Piece
from gql.compiler.plan import Spot
from gql.compiler.stores.asked import OfStore
from gql.compiler.stores.cells import spot
from gql.compiler.stores.entries import entries
from gql.compiler.stores.keyvals import rows
from gql.compiler.stores.lists import PARTS, Stretch
from gql.compiler.stores.sources import AnyStore
from gql.compiler.stores.tables import named, store_table
from gql.compiler.stores.users import Owner, owner
from gql.compiler.writing import Row, Writer
from models.query.nodes import Node, all_of, one_of, parameter, sql, where
from models.query.pages import LARGEST
from models.xmpp.secret_stores import SECRET_STORES


def any_store(writer: Writer, of: Owner, member: Spot) -> Iterator[Piece]:
    """What stands in a store of a user."""
    asked, source = writer.ask(member.site), member.source
    assert isinstance(asked, OfStore)  # noqa: S101 - the sites of stores ask for one
    assert isinstance(source, AnyStore)  # noqa: S101 - see gql.compiler.stores.writing.WRITERS
    if asked.is_hidden:
        return iter(["null"])
    name = writer.value(member.site, 0) if source.name is None else parameter(source.name)
    return _value(writer, of, name, member)


def own_store(writer: Writer, row: Row, member: Spot) -> Iterator[Piece]:
    """What stands in the store that a row is about; secrets are not even read."""
    columns = writer.columns
    user, name = (columns.shown(row.type, row.type.field(each), row.source) for each in ("user", "name"))
    users = columns.table(columns.tables.catalogue["xmppuser"])
    found = owner(writer, users)
    of_store = sql(found.id, " = ", user)
    node, host = (sql(peewee.Select([users], [each]).where(of_store)) for each in (found.node, found.host))
    is_secret = one_of(name, [parameter(secret) for secret in SECRET_STORES])
    return _value(writer, Owner(user, node, host), where(sql("NOT ", is_secret), name), member)


def _value(writer: Writer, of: Owner, name: Node, member: Spot) -> Iterator[Piece]:
    stores, keyvals = store_table(writer), writer.table("prosody")
    column = writer.columns.column
    refers = sql(column(keyvals, "store_id"), " = ", column(stores, "id"))
    there = peewee.Select([peewee.Join(stores, keyvals, peewee.JOIN.CROSS)], [sql("1")])
    there = there.where(all_of([refers, *named(writer, of, stores, [name])]))
    limit = Stretch(sql(str(LARGEST)), sql(str(LARGEST - 1)))
    items = writer.dialect.text([entries(writer, of, name, part, limit) for part in PARTS])
    yield from spot(writer, member, [], [
        rows(writer, of, [name], member), sql("CASE WHEN EXISTS ", there, " THEN '' ELSE ", items, " END")])
