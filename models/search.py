"""Case-mapped search in one field: the condition, and the index that makes it fast."""
from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import peewee

from models.base import Tables
from models.casemap import CaseMap
from models.catalogue import Field, ObjectType
from models.database import our_name, quoted

INDEXED_CHARACTERS = 191
"""How much of a text an index holds: an entry's size is limited (PostgreSQL 2,704 bytes, MariaDB 3,072)."""

_COLUMN = "\0"
"""Where the column stands in the SQL below."""


@dataclass(frozen=True)
class SearchIndex:
    """The search in one field of one type on one engine.

    `source` is what the statement reads the type's table as; without one the table is the only one in it.
    """

    tables: Tables
    casemap: CaseMap
    type: ObjectType
    field: Field
    source: Any = None

    @property
    def name(self) -> str:
        """The name of the index; on MariaDB also of the generated column, as it has no indexes on expressions.

        The case mapping is part of it: a network that changes its mapping needs other indexes.
        """
        return our_name(self.type.name, self.field.name, self.casemap.name)

    @property
    def text(self) -> Any:
        """The field as case-mapped text, None where it was never set."""
        return self._node(self._text)

    def start(self, *, indexed: bool) -> Any:
        """The first characters of that text, empty where it was never set: what the index holds, in its order."""
        if indexed and self.tables.database.engine == "mysql":
            return self._column(self.name)
        return self._node(self._start)

    def equals(self, value: Any, *, indexed: bool) -> Any:
        """The condition that the field's text is a case-mapped value; `indexed`: the index exists."""
        same = self.text == value
        return (self.start(indexed=True) == self.start_of(value)) & same if indexed else same

    def start_of(self, value: Any) -> Any:
        """The first characters of a value."""
        function = peewee.fn.substr if self.tables.database.engine == "sqlite" else peewee.fn.left
        bounds = (FIRST, INDEXED) if self.tables.database.engine == "sqlite" else (INDEXED,)
        return function(value, *bounds)

    def empty(self) -> Any:
        """The condition that the field is stored empty or was never set."""
        never_set = self._column(self.field.name).is_null()
        return never_set if self.field.reference else never_set | (self.text == peewee.SQL("''"))

    def ddl(self) -> Sequence[str]:
        """The statements that make the index."""
        database = self.tables.database
        name, table = quoted(database, self.name), quoted(database, self.tables.prefix + self.type.name)
        start = self._start.replace(_COLUMN, quoted(database, self.field.name))
        if database.engine == "mysql":
            type_ = f"VARCHAR({INDEXED_CHARACTERS}) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"
            return (
                f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {name} {type_} AS ({start}) VIRTUAL INVISIBLE",
                f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({name})",
            )
        keys = start if database.engine == "sqlite" else f"{start}, id"  # the others end with the id by themselves
        return (f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({keys})",)

    @property
    def _text(self) -> str:
        engine = self.tables.database.engine
        text = _COLUMN if self.field.is_text else f"CAST({_COLUMN} AS {'CHAR' if engine == 'mysql' else 'TEXT'})"
        return self.casemap.sql(text, engine)

    @property
    def _start(self) -> str:
        if self.tables.database.engine == "sqlite":
            return f"substr(coalesce({self._text}, ''), 1, {INDEXED_CHARACTERS})"
        return f"left(coalesce({self._text}, ''), {INDEXED_CHARACTERS})"

    def _node(self, sql: str) -> Any:
        before, after = sql.split(_COLUMN)
        return peewee.NodeList((peewee.SQL(before), self._column(self.field.name), peewee.SQL(after)), glue="")

    def _column(self, name: str) -> Any:
        if self.source is None:
            return peewee.SQL(quoted(self.tables.database, name))
        return peewee.Column(self.source, name)


FIRST, INDEXED = peewee.SQL("1"), peewee.SQL(str(INDEXED_CHARACTERS))


def searched_before(tables: Tables, casemap: CaseMap, indexes: Collection[str]) -> Iterator[tuple[str, str]]:
    """The fields, as (type, field), whose index is among those that the database has, by name."""
    for type_ in tables.catalogue:
        for field in type_.fields:
            if SearchIndex(tables, casemap, type_, field).name in indexes:
                yield type_.name, field.name
