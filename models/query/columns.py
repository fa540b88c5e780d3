"""Fields in SQL, written so that the same values compare alike on every engine and in every layout."""
from __future__ import annotations

from collections.abc import Callable, Mapping

from models.base import Tables
from models.casemap import CaseMap
from models.catalogue import Field, ObjectType
from models.query.guard import OPEN, Guard
from models.query.nodes import Column, Node, both, sql, where
from models.query.operands import is_name
from models.query.operators import Family, family
from models.query.orders import Key
from models.search import INDEXED_CHARACTERS, SearchIndex

IsIndexed = Callable[[str, str], bool]
"""Whether the search index of a field (type, field) was made."""


_TEXTS: Mapping[str, tuple[str, str]] = {
    "sqlite": ("CAST(", " AS TEXT) COLLATE BINARY"),
    "postgresql": ("CAST(", ' AS TEXT) COLLATE "C"'),
    "mysql": ("CONVERT(", " USING utf8mb4) COLLATE utf8mb4_nopad_bin"),
}
"""A column as text that is compared byte for byte, whatever type and collation another program gave it."""


class Columns:
    """The fields of one set of tables; `source` is what the statement reads the type's table as.

    Anope's columns on SQLite have no type and hold text, so numbers are cast there. In both layouts that is the same
    text, so one index on the expression would serve both. References and ids are integers in both: they are never
    wrapped, as their indexes are on the bare columns.

    What the guard hides is as if it was never set, in `shown`, `value`, `truth` and `key` alike.
    """

    def __init__(self, tables: Tables, casemap: CaseMap, is_indexed: IsIndexed, guard: Guard = OPEN) -> None:
        self.tables, self.is_indexed, self.guard = tables, is_indexed, guard
        self.engine = tables.database.engine
        self._casemap = casemap

    def table(self, type_: ObjectType) -> Node:
        """A further mention of a type's table in a statement."""
        return self.tables[type_.name].alias()

    def column(self, source: Node, name: str) -> Node:
        """The bare column."""
        return Column(source, name)

    def shown(self, type_: ObjectType, field: Field, source: Node) -> Node:
        """What is stored in a field, NULL where the caller may not see it."""
        return where(self.guard.cell(type_, field, source), self.column(source, field.name))

    def seen(self, type_: ObjectType, field: Field, source: Node) -> Node | None:
        """The condition that the caller sees what a field holds, of a reference the object too. None: always."""
        cell = self.guard.cell(type_, field, source)
        return both(cell, self.guard.target(field, source) if field.reference else None)

    def value(self, type_: ObjectType, field: Field, source: Node) -> Node:
        """What comparisons compare: None where it was never set."""
        return where(self.seen(type_, field, source), self._stored(type_, field, source))

    def _stored(self, type_: ObjectType, field: Field, source: Node) -> Node:
        own = family(field)
        if own is Family.REFERENCE:
            return self.column(source, field.name)
        if is_name(type_, field):
            return self.search(type_, field, source).text
        if own in (Family.TEXT, Family.ENUM):
            return self._text(source, field)
        return self._number(source, field)

    def truth(self, type_: ObjectType, field: Field, source: Node) -> Node:
        """The condition that a flag is set."""
        return sql(self.value(type_, field, source), " <> 0")

    def key(self, key: Key, source: Node) -> Node:
        """What an ordering compares: numbers, and the first characters of texts.

        MariaDB sorts by the first 1,024 bytes and indexes end somewhere too, so no text counts beyond what an
        index holds.
        """
        if key.field is None:
            return self.column(source, "id")
        if family(key.field) is Family.FLAG:
            return sql("CASE WHEN ", self.truth(key.type, key.field, source), " THEN 1 ELSE 0 END")
        if not key.has_none:
            return self._name(key, key.field, source)
        value = self.value(key.type, key.field, source)
        return self._start(value) if key.is_text else value

    def _name(self, key: Key, field: Field, source: Node) -> Node:
        """The start of a name, empty where there is none: at the end of a path, and where it is not shown."""
        start = self.search(key.type, field, source).start(indexed=self.is_indexed(key.type.name, field.name))
        seen = self.seen(key.type, field, source)
        return sql("coalesce(", where(seen, start), ", '')") if key.path or seen is not None else start

    def search(self, type_: ObjectType, field: Field, source: Node) -> SearchIndex:
        """The case-mapped search in a field, whose index may serve a comparison."""
        return SearchIndex(self.tables, self._casemap, type_, field, source)

    def bare(self, column: Node) -> Node:
        """A column that the index of the column on the other side shall be searched for.

        SQLite converts an untyped column for a comparison with an INTEGER one, and then its index is of no use.
        """
        return sql("+", column) if self.engine == "sqlite" else column

    def _text(self, source: Node, field: Field) -> Node:
        before, after = _TEXTS[self.engine]
        return sql(before, self.column(source, field.name), after)

    def _number(self, source: Node, field: Field) -> Node:
        column = self.column(source, field.name)
        return sql("CAST(", column, " AS INTEGER)") if self.engine == "sqlite" else column

    def _start(self, text: Node) -> Node:
        if self.engine == "sqlite":
            return sql("substr(", text, f", 1, {INDEXED_CHARACTERS})")
        return sql("left(", text, f", {INDEXED_CHARACTERS})")
