"""From the catalogue's facts to Peewee models: the objects table and one table a type."""
from __future__ import annotations

import keyword
from collections.abc import Iterator, Mapping
from typing import Any

import peewee

from models.catalogue import Catalogue, Field, Kind, ObjectType
from models.database import Database, SqliteDatabase

COLUMN_TYPES: Mapping[Kind, type[peewee.Field]] = {
    Kind.STRING: peewee.TextField,
    Kind.ENUM: peewee.TextField,
    Kind.BOOL: peewee.IntegerField,
    Kind.TIME: peewee.BigIntegerField,
    Kind.INT16: peewee.IntegerField,
    Kind.INT32: peewee.IntegerField,
    Kind.UINT32: peewee.BigIntegerField,
    Kind.INT64: peewee.BigIntegerField,
}
"""The type of the columns that edgewise creates. Those that Anope made on SQLite have none and hold text."""

MARIADB_TABLE = ("ENGINE=InnoDB", "DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin")
"""Texts are compared byte for byte, trailing blanks included, as the other engines do."""


PEEWEES_OWN = frozenset({"Meta", "DoesNotExist"})
"""What Peewee puts into each class of a model, or takes out of it."""


class GlobalID(peewee.BigAutoField):
    """An id that is never given twice: SQLite needs AUTOINCREMENT for that."""

    def ddl(self, ctx: Any) -> Any:
        """The column's definition."""
        definition = super().ddl(ctx)
        if isinstance(self.model._meta.database, SqliteDatabase):
            return peewee.NodeList((definition, peewee.SQL("AUTOINCREMENT")))
        return definition


class Tables:
    """The Peewee models of one catalogue on one database.

    `objects` has the columns id and type; the models of the types have a field for each of the type's
    fields, under a safe Python name (`attribute`), in the column that bears the field's own name.
    """

    def __init__(self, database: Database, prefix: str, catalogue: Catalogue) -> None:
        self.database, self.prefix, self.catalogue = database, prefix, catalogue
        self.objects: Any = self._objects_model()
        self._models = {type_.name: self._model(type_) for type_ in catalogue}

    def __getitem__(self, type_name: str) -> Any:
        """The model of a type that is in the catalogue: a class with the fields of that type."""
        return self._models[type_name]

    def __iter__(self) -> Iterator[Any]:
        yield self.objects
        yield from self._models.values()

    def column(self, type_name: str, field_name: str) -> Any:
        """The model's field for a field of the catalogue, or for `id`."""
        return getattr(self._models[type_name], attribute(field_name))

    def _objects_model(self) -> type[peewee.Model]:
        return self._class("Objects", "objects", {"id": GlobalID(), "type": peewee.CharField(64)})

    def _model(self, type_: ObjectType) -> type[peewee.Model]:
        columns: dict[str, peewee.Field] = {"id": self._reference("id", depends=True, primary_key=True)}
        for field in type_.fields:
            columns[attribute(field.name)] = self._column(field)
        return self._class(type_.name.capitalize(), type_.name, columns)

    def _column(self, field: Field) -> peewee.Field:
        if field.reference:
            return self._reference(field.name, depends=field.reference.depends)
        return COLUMN_TYPES[field.kind](column_name=field.name, null=True)

    def _reference(self, name: str, *, depends: bool, primary_key: bool = False) -> peewee.Field:
        options: dict[str, Any] = {
            "column_name": name, "object_id_name": f"{attribute(name)}__id", "backref": "+", "lazy_load": False,
            "on_delete": "CASCADE" if depends else "SET NULL", "null": not primary_key, "primary_key": primary_key,
            "deferrable": None if self.database.engine == "mysql" else "INITIALLY DEFERRED",
            "index": False,  # models.schema makes the indexes: the tables may be older than we are
        }
        field: peewee.Field = peewee.ForeignKeyField(self.objects, **options)
        return field

    def _class(self, name: str, table: str, columns: Mapping[str, peewee.Field]) -> type[peewee.Model]:
        settings = list(MARIADB_TABLE) if self.database.engine == "mysql" else []
        meta = type("Meta", (), {
            "database": self.database, "table_name": self.prefix + table, "table_settings": settings,
            "legacy_table_names": False,
        })
        return type(name, (peewee.Model,), {**columns, "Meta": meta})


def attribute(field_name: str) -> str:
    """The name of a model's attribute for a column of any name: no keyword, no method of Peewee's.

    Two columns never share one: whatever begins like an escaped name is escaped itself.
    """
    if field_name == "id":
        return field_name
    taken = hasattr(peewee.Model, field_name) or keyword.iskeyword(field_name) or field_name in PEEWEES_OWN
    taken = taken or field_name.startswith("_")
    return f"f_{field_name}" if taken or field_name.startswith("f_") or "__" in field_name else field_name
