"""Types and fields that the catalogue does not know: found in the database."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from models.catalogue import Field, Kind, ObjectType, Reference
from models.introspection import Column, Table

INTEGER_TYPES = frozenset({"integer", "int", "bigint", "smallint", "mediumint", "tinyint"})
OPAQUE_TYPES = frozenset({"blob", "longblob", "mediumblob", "tinyblob", "bytea", "varbinary", "binary"})
"""Bytes have no form in any door, so such columns are left out."""


def discover(known: Iterable[ObjectType], tables: Mapping[str, Table], prefix: str) -> tuple[ObjectType, ...]:
    """The known types with the further columns of their tables, then a type for each unknown table.

    A table is a type if its name has the prefix and its `id` refers to the objects table, as Anope makes
    them. Found fields come after the known ones and are optional, as those of Anope's modules are.
    """
    objects = f"{prefix}objects"
    types = [_extended(type_, tables.get(prefix + type_.name), objects) for type_ in known]
    names = {type_.name for type_ in types}
    for table in tables.values():
        name = table.name.removeprefix(prefix)
        if table.name.startswith(prefix) and name not in names and _is_type(table, objects):
            types.append(_found_type(name, table, objects))
    return tuple(types)


def _is_type(table: Table, objects: str) -> bool:
    return "id" in table.columns and table.columns["id"].target == objects


def _extended(type_: ObjectType, table: Table | None, objects: str) -> ObjectType:
    fields = _found_fields(table, objects, type_.by_name) if table else ()
    return replace(type_, fields=type_.fields + fields) if fields else type_


def _found_type(name: str, table: Table, objects: str) -> ObjectType:
    description = f"Objects of the type {name}, which was found in the database."
    return ObjectType(name, "database", description, _found_fields(table, objects, {}), discovered=True)


def _found_fields(table: Table, objects: str, known: Mapping[str, Field]) -> tuple[Field, ...]:
    columns = (c for c in table.columns.values() if c.name != "id" and c.name not in known)
    return tuple(_found_field(c, objects) for c in columns if c.type not in OPAQUE_TYPES)


def _found_field(column: Column, objects: str) -> Field:
    description = "A column that was found in the database."
    reference = None
    if column.target == objects:
        kind, reference = Kind.REFERENCE, Reference(None, depends=column.on_delete == "CASCADE")
    else:
        kind = Kind.INT64 if column.type.partition("(")[0] in INTEGER_TYPES else Kind.STRING
    return Field(column.name, kind, description, optional=True, reference=reference, discovered=True)
