"""The rows of one connection: how a statement selects, sorts and counts them, and the text that each adds."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from gql.compiler.binding import LIMIT, Slot, first_of_condition, slotted
from gql.compiler.carrying import ID
from gql.compiler.dialects.dialect import Piece
from gql.compiler.plan import Connection, Cursor, Edges, Nodes, PageFact, PageInfo, Selected
from gql.compiler.writing import Row, Writer
from models.implications import are_seen_with
from models.query.nodes import Node, sql
from models.query.orders import Key
from models.query.questions import Question
from models.query.selections import Selection

List = Nodes | Edges


class PageRows:
    """The rows of a connection that refer to the object `parent`; at the root there is none.

    `lists` are the lists that the connection holds, `facts` what its pageInfo says of them.
    """

    def __init__(self, writer: Writer, connection: Connection, parent: Row | None) -> None:
        asked = writer.ask(connection.site)
        assert isinstance(asked, Question)  # noqa: S101 - the sites of connections ask for pages
        self.connection, self.asked, self.is_nested = connection, asked, parent is not None
        self._writer, self._columns, self._parent = writer, writer.columns, parent
        self.lists = [member for _, member in connection.members if isinstance(member, List)]
        self.facts = {fact for _, member in connection.members if isinstance(member, PageInfo)
                      for _, fact in member.members if isinstance(fact, PageFact) and self.settled(fact) is None}
        self.selection = self._selection()

    @property
    def size(self) -> Node:
        """How many rows the page has at most."""
        return self._writer.value(self.connection.site, LIMIT)

    def settled(self, fact: PageFact) -> bool | None:
        """Whether there are objects before or behind the page, where that can be told without a look; else None.

        Behind what a cursor of the caller cuts off there are some, as models.query.questions.answer says.
        """
        if fact in (PageFact.START, PageFact.END):
            return None
        page = self.asked.page
        cut_off = page.before is not None if fact is PageFact.HAS_NEXT else page.after is not None
        return cut_off if cut_off or (fact is PageFact.HAS_NEXT) is page.backwards else None

    def page(self, columns: Sequence[Node], limit: int) -> Any:
        """Some columns of the rows of the page, or of one more (LIMIT_AND_ONE), as they are read."""
        return self.selection.page(columns, Slot(self.connection.site, limit), *self._refers(self.selection))

    def columns(self, names: Iterable[str]) -> list[Node]:
        """Some columns of a row as the caller may see them, under their own names."""
        type_, source = self.connection.type, self.selection.source
        return [(self._columns.column(source, "id") if name == ID
                 else self._columns.shown(type_, type_.field(name), source)).alias(name) for name in sorted(names)]

    def all(self, column: Node) -> Any:
        """A column, or an aggregate, of all rows between the cursors."""
        return self.selection.all(column, *self._refers(self.selection))

    def total(self) -> Node:
        """How many rows there are, wherever the page lies, as text."""
        selection = self._selection()
        return self._writer.dialect.cast(sql(selection.total(*self._refers(selection))))

    def cursor(self) -> Node:
        """The cursor of a row (models.query.cursors)."""
        keys = zip(self.asked.ordering.keys, self.selection.terms, strict=True)
        parts = [part for key, term in keys for part in (".", self._key(key, term.node))]
        return self._writer.dialect.text([self.asked.ordering.fingerprint, *parts])

    def texts(self) -> list[Node]:
        """What each row adds to each of the lists."""
        return [self._writer.object(each.node, self._row) if isinstance(each, Nodes)
                else self._writer.dialect.object(self._writer.members(each.members, self._edge)) for each in self.lists]

    @property
    def _row(self) -> Row:
        return Row(self.connection.type, self.selection.source)

    def _selection(self) -> Selection:
        site = self.connection.site
        predicates = self._writer.predicates(site, first_of_condition(self.asked))
        return Selection(self._columns, predicates, slotted(self.asked, site), are_seen=self._are_seen)

    def _refers(self, selection: Selection) -> list[Node]:
        if self._parent is None or self.connection.field is None:
            return []
        parent = self._columns.column(self._parent.source, "id")
        return [selection.refers(self.connection.field, self._columns.bare(parent))]

    @property
    def _are_seen(self) -> bool:
        """Whether the rules show all rows that refer to the parent, which is shown itself as it stands here."""
        connection, parent = self.connection, self._parent
        return parent is not None and connection.field is not None and are_seen_with(
            self._writer.access, connection.type, connection.field, parent.type)

    def _key(self, key: Key, node: Node) -> Node:
        dialect = self._writer.dialect
        text = dialect.text(["x", dialect.hex(node)]) if key.is_text else dialect.cast(node)
        return dialect.otherwise(text, "")

    def _edge(self, member: Cursor | Selected) -> Iterator[Piece]:
        if isinstance(member, Selected):
            yield self._writer.object(member, self._row)
        else:
            yield from ('"', self.cursor(), '"')
