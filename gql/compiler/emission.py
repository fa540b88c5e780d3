"""From a plan to SQL: an object is a text that the database puts together, an edge a subquery inside of it."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import peewee

from gql.compiler import finding, pages, rows
from gql.compiler.dialects import Piece
from gql.compiler.meanings import Address, OwnId, Value
from gql.compiler.plan import Connection, Follow, Listing, Member, One, Plan, Root, Several, Spot
from gql.compiler.stores import writing
from gql.compiler.writing import Row, Writer
from models.query.columns import Node


class Emitter(Writer):
    """Writes the statement of one plan for what a request asks."""

    def statement(self, plan: Plan) -> Node:
        """The statement; its result is one row of one column, the answer's bytes. Raises Unplannable."""
        text = self.dialect.object(['{"data":', *self.members(plan.members, self._root), "}"])
        return peewee.Select(columns=[self.dialect.bytes(text)])

    def member(self, row: Row, member: Member) -> Iterator[Piece]:
        """The JSON of a member of an object."""
        return MEMBERS[type(member)](self, row, member)

    def _root(self, member: Root) -> Iterator[Piece]:
        return ROOTS[type(member)](self, member)


ROOTS: Mapping[type, Callable[[Writer, Any], Iterator[Piece]]] = {
    Connection: pages.root, One: finding.one, Several: finding.several,
}
"""What can stand at the root of a query."""

MEMBERS: Mapping[type, Callable[[Writer, Row, Any], Iterator[Piece]]] = {
    OwnId: rows.own_id, Value: rows.value, Address: rows.address, Follow: rows.follow,
    Connection: pages.backward, Listing: finding.referring, Spot: writing.written,
}
"""What can stand in an object."""
