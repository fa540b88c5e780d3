"""Case-mapped search in one field: the condition, and the index that makes it fast."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import peewee

from models.base import Tables
from models.casemap import CaseMap
from models.catalogue import Field, ObjectType
from models.database import quoted

INDEXED_CHARACTERS = 191
"""How much of a text an index holds where an entry's size is limited (PostgreSQL 2,704 bytes, MariaDB 3,072)."""


@dataclass(frozen=True)
class SearchIndex:
    """The search in one field of one type on one engine."""

    tables: Tables
    casemap: CaseMap
    type: ObjectType
    field: Field

    @property
    def name(self) -> str:
        """The name of the index; on MariaDB also of the generated column, as it has no indexes on expressions."""
        return f"edgewise_{self.type.name}_{self.field.name}_search"

    @property
    def folded(self) -> str:
        """The field as case-mapped text, in SQL."""
        database = self.tables.database
        column = quoted(database, self.field.name)
        text = column if self.field.is_text else f"CAST({column} AS {'CHAR' if database.engine == 'mysql' else 'TEXT'})"
        return self.casemap.sql(text, database.engine)

    def equals(self, value: Any, *, indexed: bool) -> Any:
        """The condition that the field's text is a case-mapped value; `indexed`: the index exists."""
        engine = self.tables.database.engine
        if engine == "mysql" and indexed:
            return peewee.SQL(quoted(self.tables.database, self.name)) == value
        same = peewee.SQL(self.folded) == value
        if engine != "postgresql":
            return same
        return (peewee.SQL(f"left({self.folded}, {INDEXED_CHARACTERS})") == peewee.fn.left(value, INDEXED)) & same

    def empty(self) -> Any:
        """The condition that the field is stored empty or was never set."""
        column = peewee.SQL(quoted(self.tables.database, self.field.name))
        never_set = column.is_null()
        return never_set if self.field.reference else never_set | (peewee.SQL(self.folded) == peewee.SQL("''"))

    def ddl(self) -> Sequence[str]:
        """The statements that make the index."""
        database = self.tables.database
        name, table = quoted(database, self.name), quoted(database, self.tables.prefix + self.type.name)
        if database.engine == "mysql":
            return (
                f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {name} LONGTEXT AS ({self.folded}) VIRTUAL INVISIBLE",
                f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({name}({INDEXED_CHARACTERS}))",
            )
        key = self.folded if database.engine == "sqlite" else f"left({self.folded}, {INDEXED_CHARACTERS})"
        return (f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({key})",)


INDEXED = peewee.SQL(str(INDEXED_CHARACTERS))
