"""What an Anope database holds: its types, the ids it gave, and the rows of its tables."""
from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import peewee

from models.catalogue import Catalogue, Field, ObjectType
from models.database import Database, first_line, quoted
from models.discovery import discover
from models.errors import DatabaseUnavailable, NotADatabase
from models.importing.cells import object_id
from models.introspection import Table, read_tables
from models.sequence import highest_given
from models.xmpp.definitions import ITEM_TABLE, PROSODY_TABLES

PAGE = 1000
"""How many rows are read, decided about and written at a time."""

TYPE_NAME_LIMIT = 64

STORE_TABLES: Mapping[str, str] = {
    **dict.fromkeys(PROSODY_TABLES, "they are no objects; bring them with: edgewise import prosody"),
    ITEM_TABLE: "they are no objects, and lists that clients appended stay where they are",
}

Skipped = tuple[str, str]
"""What was left out, and why."""


class Origin:
    """One Anope database in one state.

    `catalogue`: the given types with all that the database has beyond them. `objects`: the type of each
    id in use. `highest`: the highest id ever given. `skipped`: what has no place in any catalogue.
    Raises NotADatabase unless the database has a table of objects, DatabaseUnavailable when it cannot be read.
    """

    def __init__(self, database: Database, prefix: str, known: Catalogue) -> None:
        self._database, self._prefix = database, prefix
        self.skipped: list[Skipped] = []
        try:
            self._tables = read_tables(database)
            self._require_objects()
            self.catalogue = Catalogue(discover(known, self._tables, prefix))
            self.objects = self._read_objects()
            self.highest = highest_given(database, prefix + "objects")
            self._note_stores()
        except peewee.PeeweeException as error:
            raise _unreadable(error) from error
        self._note_misfits()

    def types(self) -> Iterator[ObjectType]:
        """The types of which the database has a table."""
        for type_ in self.catalogue:
            table = self._tables.get(self._prefix + type_.name)
            if table and "id" in table.columns:
                yield type_

    def fields(self, type_: ObjectType) -> list[Field]:
        """The fields of which the type's table has a column."""
        columns = self._table(type_).columns
        return [field for field in type_.fields if field.name in columns]

    def pages(self, type_: ObjectType, fields: Sequence[Field]) -> Iterator[list[tuple[Any, ...]]]:
        """All rows of a type in id order, many at a time: the id, then the fields, as they stand there."""
        names = ", ".join(quoted(self._database, name) for name in ("id", *(field.name for field in fields)))
        return self._pages(self._table(type_).name, names)

    def _pages(self, table: str, names: str) -> Iterator[list[tuple[Any, ...]]]:
        mark = self._database.param
        sql = f"SELECT {names} FROM {quoted(self._database, table)} WHERE id > {mark} ORDER BY id LIMIT {PAGE}"
        last: Any = -1
        while True:
            try:
                rows = self._database.execute_sql(sql, (last,)).fetchall()
            except peewee.PeeweeException as error:
                raise _unreadable(error) from error
            if not rows:
                return
            yield rows
            last = rows[-1][0]

    def _table(self, type_: ObjectType) -> Table:
        return self._tables[self._prefix + type_.name]

    def _require_objects(self) -> None:
        table = self._tables.get(self._prefix + "objects")
        if table is None or not {"id", "type"} <= table.columns.keys():
            raise NotADatabase(
                f"the source has no table {self._prefix}objects; give a database of Anope's SQL module, and its prefix"
            )

    def _read_objects(self) -> dict[int, str]:
        objects: dict[int, str] = {}
        for page in self._pages(self._prefix + "objects", f"id, {quoted(self._database, 'type')}"):
            for id_, type_name in page:
                if object_id(id_) is None or not _is_name(type_name):
                    self.skipped.append((f"object {id_}", f"{type_name!r} is no name of a type, or the id is none"))
                else:
                    objects[int(id_)] = sys.intern(type_name)
        return objects

    def _note_stores(self) -> None:
        """A database of edgewise's own holds more than objects."""
        for name, why in STORE_TABLES.items():
            if name in self._tables:
                rows = self._database.execute_sql(f"SELECT count(*) FROM {name}").fetchone()[0]
                if rows:
                    self.skipped.append((f"{rows} rows of {name}", why))

    def _note_misfits(self) -> None:
        for table in self._tables.values():
            name = table.name.removeprefix(self._prefix)
            if not table.name.startswith(self._prefix) or name == "objects":
                continue
            if name not in self.catalogue or "id" not in table.columns:
                self.skipped.append((f"table {table.name}", "it has no id that refers to the table of objects"))
                continue
            for column in table.columns.values():
                if column.name != "id" and column.name not in self.catalogue[name].by_name:
                    why = f"values of the type {column.type} have no form in the doors"
                    self.skipped.append((f"column {table.name}.{column.name}", why))


def _is_name(type_name: Any) -> bool:
    return isinstance(type_name, str) and 0 < len(type_name) <= TYPE_NAME_LIMIT and type_name.isprintable()


def _unreadable(error: peewee.PeeweeException) -> DatabaseUnavailable:
    return DatabaseUnavailable(f"cannot read the source: {first_line(error)}; nothing was imported")
