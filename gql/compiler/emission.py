"""From a plan to SQL: an object is a text that the database puts together, an edge a subquery inside of it."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import peewee

from gql.compiler import finding, pages, rows
from gql.compiler.dialects.dialect import Piece
from gql.compiler.meanings import Address, OwnId, Value
from gql.compiler.plan import Connection, Constant, Follow, Listing, Member, One, Plan, Root, Several, Spot
from gql.compiler.stores import writing
from gql.compiler.writing import Row, Writer
from models.query.nodes import Node


class Emitter(Writer):
    """Writes the statement of one plan for what a request asks."""

    def statement(self, plan: Plan) -> Node:
        """The statement; its result is one row of one column, the answer's bytes. Raises Unplannable."""
        pieces = ['{"data":', *self.members(plan.members, self._root), "}"]
        nodes = [piece for piece in pieces if not isinstance(piece, str)]
        if len(nodes) == 1 and isinstance(nodes[0], pages.Gathered):
            return self._of_page(pieces, nodes[0])
        return peewee.Select(columns=[self.dialect.bytes(self.dialect.object(pieces))])

    def _of_page(self, pieces: Sequence[Piece], gathered: pages.Gathered) -> Node:
        """The statement that reads the only page that is asked: SQLite would copy a text out of a subquery."""
        text = self.dialect.object([gathered.text if piece is gathered else piece for piece in pieces])
        return peewee.Select([gathered.page], [self.dialect.bytes(text)])

    def member(self, row: Row, member: Member) -> Iterator[Piece]:
        """The JSON of a member of an object."""
        return MEMBERS[type(member)](self, row, member)

    def plain(self, row: Row, member: Member) -> Node | None:
        """A member of an object as a text, a number or NULL on SQLite; None for one that is nothing of these."""
        write = PLAIN.get(type(member))
        return write(self, row, member) if write else None

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

PLAIN: Mapping[type, Callable[[Writer, Row, Any], Node | None]] = {
    Constant: rows.plain_constant, OwnId: rows.plain_id, Value: rows.plain_value,
}
"""What of it may be a text, a number or NULL."""
