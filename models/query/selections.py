"""The statements of one question: its rows, the rows of many parents, and how many there are."""
from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import peewee

from models.catalogue import Field, ObjectType
from models.errors import BadCursor
from models.query.columns import Columns
from models.query.conditions import EVERYTHING
from models.query.cursors import is_encoded
from models.query.edges import Edge, target_of
from models.query.keysets import Term, behind, sorted_by
from models.query.nodes import Column, Joining, Node, all_of, among, both, parameter, separated, sql
from models.query.predicates import Predicates
from models.query.questions import Question
from models.statements import selected


class Selection:
    """One mention of the type's table, and of those that the ordering needs."""

    def __init__(
        self, columns: Columns, predicates: Predicates, question: Question, *, are_seen: bool = False,
    ) -> None:
        """`are_seen`: the rules hide none of the objects for which the statement asks.

        Raises BadCursor for texts that the engine cannot hold.
        """
        for value in (*(question.start or ()), *(question.end or ())):
            if is_encoded(value) and columns.engine != "sqlite":
                raise BadCursor("no text here is in another encoding than UTF-8; begin again without a cursor")
        self._columns, self._predicates, self._question = columns, predicates, question
        self._are_seen = are_seen
        self._source = columns.table(question.type)
        self._ends: dict[tuple[Edge, ...], Node] = {(): self._source}
        self._from = self._source
        self._terms = [
            Term(columns.key(key, self._end(key.path)), key.descending, key.nulls_first, key.has_none)
            for key in question.reading.keys
        ]

    @property
    def source(self) -> Node:
        """What the statement reads the type's table as."""
        return self._source

    @property
    def terms(self) -> Sequence[Term]:
        """The keys by which the objects are sorted, in the order in which they are read."""
        return self._terms

    @property
    def behind_keys(self) -> list[Node]:
        """The columns that MariaDB's generated ones are made of, which a statement has to read with these.

        Else rows that it finds in an index of a generated column, and then sorts, may have an empty text there.
        """
        if self._columns.engine != "mysql":
            return []
        return [self._columns.column(self._end(key.path), key.field.name)
                for key in self._question.reading.keys if key.field and key.is_text]

    def page(self, columns: Sequence[Node], limit: object, *conditions: Node) -> Any:
        """Some columns of up to so many objects of the page that meet further conditions. In order."""
        query = peewee.Select([self._from], columns)
        return _where(query, self._wanted(*conditions)).order_by(*self.sorting()).limit(limit)

    def all(self, column: Node, *conditions: Node) -> Any:
        """A column, or an aggregate, of all objects between the ends that meet further conditions. In no order."""
        return _where(peewee.Select([self._from], [column]), self._wanted(*conditions))

    def rows(self, field_name: str | None = None, parent: int | None = None) -> Node:
        """A row each: the id, the values in catalogue order, the keys. In order.

        With a field only the objects that refer to `parent` by it.
        """
        fields = self._question.type.fields
        values = [selected(self._columns.tables, field, self._shown(field)) for field in fields]
        refers = [] if field_name is None else [self._refers(field_name, [parent])]
        columns = [self._column("id"), *values, *self._read([term.node for term in self._terms])]
        return self.page(columns, self._question.limit, *refers)

    def rows_of(self, field_name: str, parents: Sequence[int]) -> Node:
        """As `rows`, for each of some objects the first that refer to it by a field; before each row that object's id.

        In the order of their places; the parents' rows are mixed.
        """
        fields = self._question.type.fields
        numbered = self._numbered(field_name, parents).alias("numbered")
        values = [selected(self._columns.tables, field, Column(numbered, f"v{index}"))
                  for index, field in enumerate(fields)]
        keys = self._read([Column(numbered, f"k{index}") for index in range(len(self._terms))])
        place = Column(numbered, "place")
        outer = [Column(numbered, name) for name in ("parent", "id")]
        query = peewee.Select([numbered], [*outer, *values, *keys])
        return query.where(sql(place, " <= ", parameter(self._question.limit))).order_by(place)

    def total(self, *conditions: Node) -> Node:
        """How many objects meet the condition and further ones, wherever the page lies."""
        return _where(peewee.Select([self._source], [sql("COUNT(*)")]), self._met(*conditions))

    def totals_of(self, field_name: str, parents: Sequence[int]) -> Node:
        """For each of some objects its id and how many refer to it by a field; those without any have no row."""
        column = self._column(field_name)
        query = peewee.Select([self._source], [column, sql("COUNT(*)")])
        return _where(query, self._met(self._refers(field_name, parents))).group_by(column)

    def _read(self, keys: Sequence[Node]) -> list[Node]:
        """The keys as cursors need them: the bytes of texts, which on SQLite may be in any encoding."""
        if self._columns.engine != "sqlite":
            return list(keys)
        return [sql("CAST(", node, " AS BLOB)") if key.is_text else node
                for key, node in zip(self._question.reading.keys, keys, strict=True)]

    def _numbered(self, field_name: str, parents: Sequence[int]) -> Any:
        parent = self._column(field_name)
        sorting = separated(self.sorting(), ", ")
        place = sql("ROW_NUMBER() OVER (PARTITION BY ", parent, " ORDER BY ", sorting, ")")
        values = [self._shown(field).alias(f"v{index}") for index, field in enumerate(self._question.type.fields)]
        keys = [term.node.alias(f"k{index}") for index, term in enumerate(self._terms)]
        found = (parent.alias("parent"), self._column("id").alias("id"), *values, *keys, place.alias("place"))
        return _where(peewee.Select([self._from], found), self._wanted(self._refers(field_name, parents)))

    def _end(self, path: tuple[Edge, ...]) -> Node:
        """The table at the end of a path, joined at its first use; without an object there its columns are None."""
        if path not in self._ends:
            before = self._end(path[:-1])
            source, target = self._type_at(path[:-1]), self._type_at(path)
            table = self._columns.table(target)
            refers = sql(self._columns.column(table, "id"), " = ", self._columns.column(before, path[-1].field))
            shown = self._columns.guard.cell(source, source.field(path[-1].field), before)
            on = both(both(refers, shown), self._predicates.visible(target, table))
            self._from = peewee.Join(self._from, table, peewee.JOIN.LEFT_OUTER, Joining(on))
            self._ends[path] = table
        return self._ends[path]

    def _type_at(self, path: tuple[Edge, ...]) -> ObjectType:
        type_ = self._question.type
        for edge in path:
            type_ = target_of(self._columns.tables.catalogue, type_, edge)
        return type_

    def _wanted(self, *conditions: Node) -> list[Node]:
        """The conditions, that of the question, and that the object lies between the ends."""
        wanted, question = list(conditions), self._question
        if question.start is not None:
            wanted.append(behind(self._terms, question.start))
        if question.end is not None:
            wanted.append(behind([term.reversed() for term in self._terms], question.end))
        return self._met(*wanted)

    def _met(self, *conditions: Node) -> list[Node]:
        """The conditions, that of the question, and that the object may be seen."""
        return [*conditions, *self._own]

    @cached_property
    def _own(self) -> list[Node]:
        """What the question and the rules demand, written once: its values are given places in their order."""
        type_, own = self._question.type, []
        if self._question.condition != EVERYTHING:
            own.append(self._predicates.of(self._question.condition, type_, self._source))
        visible = None if self._are_seen else self._predicates.visible(type_, self._source)
        return own if visible is None else [*own, visible]

    def refers(self, field_name: str, parent: Node) -> Node:
        """The condition that an object refers to another one, whose id is given in SQL, by a field that is shown."""
        return self._seen(field_name, sql(self._column(field_name), " = ", parent))

    def _refers(self, field_name: str, parents: Sequence[int | None]) -> Node:
        return self._seen(field_name, among(self._column(field_name), parents))

    def _seen(self, field_name: str, condition: Node) -> Node:
        type_ = self._question.type
        return both(condition, self._columns.guard.cell(type_, type_.field(field_name), self._source))

    def _shown(self, field: Field) -> Node:
        return self._columns.shown(self._question.type, field, self._source)

    def sorting(self) -> list[Node]:
        """The ORDER BY of the page."""
        return sorted_by(self._terms, self._columns.engine)

    def _column(self, name: str) -> Node:
        return self._columns.column(self._source, name)


def _where(query: Any, conditions: Sequence[Node]) -> Any:
    return query.where(all_of(conditions)) if conditions else query
