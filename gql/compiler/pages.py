"""Connections in SQL: the rows of a page, joined into the texts of its nodes and edges.

SQLite and PostgreSQL read the page in a subquery, whose rows are then joined. MariaDB lets no such subquery name the
row outside, so there the aggregates themselves sort and limit. Where the rows are all that is asked, the connection's
braces are part of the text around it: on SQLite each text inside of another is a copy.
"""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

import peewee

from gql.compiler.binding import LIMIT, LIMIT_AND_ONE
from gql.compiler.carrying import carried
from gql.compiler.dialects.dialect import Piece
from gql.compiler.errors import Unplannable
from gql.compiler.page_rows import List, PageRows
from gql.compiler.plan import Connection, Nodes, PageFact, PageInfo, Selected, Total
from gql.compiler.writing import Row, Writer
from models.query.keysets import Term, sorted_by
from models.query.nodes import Column, Node, separated, sql


def root(writer: Writer, connection: Connection) -> Iterator[Piece]:
    """The connection of all objects of a type."""
    yield from _written(writer, PageRows(writer, connection, None))


def backward(writer: Writer, row: Row, connection: Connection) -> Iterator[Piece]:
    """The connection of the objects that refer to a row."""
    yield from _written(writer, PageRows(writer, connection, row))


def _written(writer: Writer, rows: PageRows) -> Iterator[Piece]:
    if not rows.lists and not rows.facts:
        return _Unread(writer, rows).pieces()
    if writer.engine == "mysql" and (rows.is_nested or not rows.asked.page.backwards):
        return _Grouped(writer, rows).pieces()
    if rows.facts or rows.asked.page.backwards:
        return _Placed(writer, rows).pieces()
    return (_Several if len(rows.lists) > 1 else _Plain)(writer, rows).pieces()


class _Unread:
    """A page whose rows do not matter: of it are asked only its total, and facts that the request itself settles."""

    def __init__(self, writer: Writer, rows: PageRows) -> None:
        self.writer, self.rows = writer, rows

    def pieces(self) -> Iterator[Piece]:
        """The connection's text."""
        return self.members()

    def members(self) -> Iterator[Piece]:
        """The connection's text, where the rows are at hand."""
        return self.writer.members(self.rows.connection.members, self._member)

    def _member(self, member: List | PageInfo | Total) -> Iterator[Piece]:
        if isinstance(member, Total):
            yield self.rows.total()
        elif isinstance(member, PageInfo):
            yield from self.writer.members(member.members, self._fact)

    def _fact(self, fact: PageFact) -> Iterator[Piece]:
        yield "true" if self.rows.settled(fact) else "false"


class Gathered(peewee.ColumnBase):
    """What the rows of a page come to, as a subquery; a statement that wants nothing else can read the page itself."""

    def __init__(self, page: Any, text: Node) -> None:
        self.page, self.text = page, text

    def __sql__(self, ctx: Any) -> Any:
        return ctx.sql(peewee.Select([self.page], [self.text]))


class _Plain(_Unread):
    """A page from its beginning of which one list is asked, and nothing else of its rows."""

    def _member(self, member: List | PageInfo | Total) -> Iterator[Piece]:
        if not isinstance(member, List):
            return super()._member(member)
        if self.writer.engine == "sqlite" and isinstance(member, Nodes) and (columns := carried(member.node)):
            return self._of_columns(member.node, columns)
        return self._of_texts()

    def _of_texts(self) -> Iterator[Piece]:
        page = self.rows.page([text.alias("j") for text in self.rows.texts()], LIMIT).alias("p")
        yield from ("[", Gathered(page, self.writer.dialect.piece(Column(page, "j"))), "]")

    def _of_columns(self, node: Selected, names: frozenset[str]) -> Iterator[Piece]:
        """Texts made outside of the subquery are not copied out of it, and may be the engine's own JSON."""
        page = self.rows.page(self.rows.columns(names), LIMIT).alias(self.writer.alias("p"))
        row = Row(node.type, page, is_shown=True)
        flat = self.writer.flat(node, row)
        if flat is not None:
            yield Gathered(page, flat.list)
        else:
            yield from ("[", Gathered(page, self.writer.dialect.piece(self.writer.object(node, row))), "]")


class _Listed(_Unread, ABC):
    """A page whose rows are joined into its lists in one subquery."""

    @abstractmethod
    def text(self) -> Any:
        """The connection's text, as that subquery."""

    def pieces(self) -> Iterator[Piece]:
        """The connection's text."""
        yield self.text()

    def joined(self) -> Node:
        """The connection's text, where the rows are at hand."""
        return self.writer.dialect.object(self.members())

    @abstractmethod
    def list(self, place: int) -> Node:
        """The texts of one of the lists, joined."""

    def _member(self, member: List | PageInfo | Total) -> Iterator[Piece]:
        if isinstance(member, List):
            yield from ("[", self.list(self.rows.lists.index(member)), "]")
        else:
            yield from super()._member(member)


class _Read(_Listed, ABC):
    """A page whose rows say where it lies, too."""

    @abstractmethod
    def has_more(self) -> Node:
        """The condition that there are more rows than the page takes, where reading ends."""

    @abstractmethod
    def outermost(self, *, first: bool) -> Node:
        """The cursor of the row of the page that is read first, or of the one read last; NULL where there is none."""

    def _fact(self, fact: PageFact) -> Iterator[Piece]:
        if self.rows.settled(fact) is not None:
            yield from super()._fact(fact)
        elif fact in (PageFact.START, PageFact.END):
            cursor = self.outermost(first=(fact is PageFact.START) is not self.rows.asked.page.backwards)
            yield self.writer.or_null(self.writer.dialect.text(('"', cursor, '"')))
        else:
            yield sql("CASE WHEN ", self.has_more(), " THEN 'true' ELSE 'false' END")


class _Several(_Listed):
    """A page from its beginning of which several lists are asked, and nothing else of its rows."""

    def text(self) -> Any:
        """The connection's text, as a subquery."""
        columns = [text.alias(f"j{place}") for place, text in enumerate(self.rows.texts())]
        self._page = self.rows.page(columns, LIMIT).alias("p")
        return peewee.Select([self._page], [self.joined()])

    def list(self, place: int) -> Node:
        """The texts in the order of the subquery."""
        return self.writer.dialect.joined(Column(self._page, f"j{place}"))


class _Placed(_Read):
    """A page whose rows are numbered as they are read (n), one more than the page takes; m is how many there are."""

    def text(self) -> Any:
        """The connection's text, as a subquery."""
        rows = self.rows
        keys = [term.node.alias(f"k{place}") for place, term in enumerate(rows.selection.terms)]
        texts = [text.alias(f"j{place}") for place, text in enumerate(rows.texts())]
        read = [column.alias(f"b{place}") for place, column in enumerate(rows.selection.behind_keys)]
        inner = rows.page([*texts, rows.cursor().alias("c"), *keys, *read], LIMIT_AND_ONE).alias("q")
        self._page = self._in_order(self._numbered(inner)).alias("p")
        return peewee.Select([self._page], [self.joined()])

    def _numbered(self, inner: Any) -> Any:
        names = [*(f"j{place}" for place in range(len(self.rows.lists))), "c"]
        terms = [Term(Column(inner, f"k{place}"), *term[1:])
                 for place, term in enumerate(self.rows.selection.terms)]
        sorting = separated(sorted_by(terms, self.writer.engine), ", ")
        place = sql("row_number() OVER (ORDER BY ", sorting, ")").alias("n")
        return peewee.Select([inner], [*(Column(inner, name) for name in names), place,
                                       sql("count(*) OVER ()").alias("m")])

    def _in_order(self, numbered: Any) -> Any:
        """SQLite joins rows as they come, so the last ones have to be turned round before."""
        if self.writer.engine != "sqlite" or not self.rows.asked.page.backwards:
            return numbered
        inner = numbered.alias("r")
        names = [*(f"j{place}" for place in range(len(self.rows.lists))), "c", "n", "m"]
        query = peewee.Select([inner], [Column(inner, name).alias(name) for name in names])
        return query.order_by(sql(Column(inner, "n"), " DESC"))

    def list(self, place: int) -> Node:
        """The texts of the rows that the page takes."""
        number = Column(self._page, "n")
        sorting = sql(number, " DESC" if self.rows.asked.page.backwards else " ASC")
        return self.writer.dialect.joined(
            Column(self._page, f"j{place}"), [sorting], sql(number, " <= ", self.rows.size))

    def has_more(self) -> Node:
        """That one more was read."""
        return sql("max(", Column(self._page, "m"), ") > ", self.rows.size)

    def outermost(self, *, first: bool) -> Node:
        """The cursor at the first place, or at the last one that the page takes."""
        cursor, number, read = (Column(self._page, name) for name in ("c", "n", "m"))
        last = sql(self.writer.dialect.least, "(", read, ", ", self.rows.size, ")")
        wanted = sql(number, " = 1 AND ", number, " <= ", self.rows.size) if first else sql(number, " = ", last)
        return sql("max(CASE WHEN ", wanted, " THEN ", cursor, " END)")


class _Total(NamedTuple):
    """A total, which stands apart: beside aggregates over no rows MariaDB makes a subquery NULL."""

    node: Node


class _Grouped(_Read):
    """MariaDB's way: aggregates over all rows between the cursors, which sort and limit themselves."""

    def text(self) -> Any:
        """The connection's text, as a subquery. Raises Unplannable where the order would have to be turned round."""
        if self.rows.asked.page.backwards:
            raise Unplannable("MariaDB cannot read the last objects of a list that belongs to an object")
        parts: list[Piece] = []
        for _, pieces in groupby(self._pieces(), lambda piece: isinstance(piece, _Total)):
            run = list(pieces)
            totals = [piece.node for piece in run if isinstance(piece, _Total)]
            parts += totals or self._read(run)
        return self.writer.dialect.text(parts)

    def _pieces(self) -> Iterator[Piece | _Total]:
        return self.writer.members(self.rows.connection.members, self._member)

    def _member(self, member: List | PageInfo | Total) -> Iterator[Any]:
        if isinstance(member, Total):
            yield _Total(self.rows.total())
        else:
            yield from super()._member(member)

    def _read(self, pieces: list[Piece]) -> list[Piece]:
        """What stands between totals; only what asks for rows needs them."""
        if all(isinstance(piece, str) for piece in pieces):
            return pieces
        return [self.rows.all(self.writer.dialect.text(pieces))]

    def list(self, place: int) -> Node:
        """The texts of the first rows."""
        return self._limited(self.rows.texts()[place])

    def _limited(self, text: Node) -> Node:
        terms = sorted_by(self.rows.selection.terms, self.writer.engine, aggregated=True)
        sorting = separated(terms, ", ")
        joined = sql("group_concat(", text, " ORDER BY ", sorting, " SEPARATOR ',' LIMIT ", self.rows.size, ")")
        return self.writer.dialect.otherwise(joined, "")

    def has_more(self) -> Node:
        """That there are more than the page takes."""
        return sql("count(*) > ", self.rows.size)

    def outermost(self, *, first: bool) -> Node:
        """The first or last of the cursors, which hold no comma."""
        return sql("nullif(substring_index(", self._limited(self.rows.cursor()), ", ',', ", "1" if first else "-1",
                   "), '')")
