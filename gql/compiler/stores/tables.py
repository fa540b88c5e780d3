"""The tables of stores in SQL, beside those of objects."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import peewee

from gql.compiler.stores.users import Owner
from gql.compiler.writing import Writer
from models.query.nodes import Node, all_of, one_of, sql


def store_table(writer: Writer) -> Any:
    """A further mention of the table of stores."""
    return writer.columns.table(writer.columns.tables.catalogue["xmppstore"])


def named(writer: Writer, of: Owner, stores: Node, names: Sequence[Node]) -> list[Node]:
    """The conditions that a store is a user's and has one of some names, and that it is there for the caller."""
    column = writer.columns.column
    return [sql(column(stores, "user"), " = ", writer.columns.bare(of.id)), one_of(column(stores, "name"), names),
            *writer.owned(of.id)]


def store_id(writer: Writer, of: Owner, name: Node) -> Node:
    """The id of a user's store, NULL where it is not there."""
    stores = store_table(writer)
    found = peewee.Select([stores], [writer.columns.column(stores, "id")])
    return sql(found.where(all_of(named(writer, of, stores, [name]))))
