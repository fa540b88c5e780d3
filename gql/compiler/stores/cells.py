"""Spots in SQL: cells and records, with the marks between them."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from gql.compiler.dialects.dialect import Piece
from gql.compiler.plan import Spot
from gql.compiler.stores.spots import BEGIN, CELL, END, RECORD
from gql.compiler.writing import Writer
from models.query.nodes import Node


def spot(writer: Writer, member: Spot, head: Sequence[Sequence[Piece]], records: Sequence[Node]) -> Iterator[Piece]:
    """A spot with some cells and with texts of records; each cell is a text of pieces."""
    yield writer.dialect.mark(BEGIN)
    yield str(writer.number(member))
    for cell in head:
        yield writer.dialect.mark(CELL)
        yield from cell
    yield from records
    yield writer.dialect.mark(END)


def record(writer: Writer, cells: Sequence[Piece]) -> Node:
    """The text of a record."""
    cell = writer.dialect.mark(CELL)
    return writer.dialect.text([writer.dialect.mark(RECORD), *chain.from_iterable((each, cell) for each in cells)][:-1])


def hexed(writer: Writer, text: Node) -> Node:
    """A stored text in hexadecimal digits, which no byte of it can break."""
    return writer.dialect.otherwise(writer.dialect.hex(text), "")
