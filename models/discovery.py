"""Types and fields that the catalogue does not know: found in the database."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from models.catalogue import Field, Kind, ObjectType, Reference
from models.introspection import Column, Table

KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("integer", "int", "bigint", "smallint", "mediumint", "tinyint"), Kind.INT64),
    **dict.fromkeys((
        "", "text", "tinytext", "mediumtext", "longtext", "char", "character", "varchar", "character varying", "clob",
    ), Kind.STRING),
}
"""What a column holds by its type, without length. Others have no form in the doors, so such columns are left out."""

PARAMETER = "%"
"""The drivers of PostgreSQL and MariaDB take it for a parameter wherever it stands, so such names are left out."""

DESCRIPTION = "A column that was found in the database."


def discover(known: Iterable[ObjectType], tables: Mapping[str, Table], prefix: str) -> tuple[ObjectType, ...]:
    """The known types with the further columns of their tables, then a type for each unknown table.

    A table is a type if its name has the prefix and its `id` refers to the objects table, as Anope makes
    them. A column is a reference if it refers to that table, or to the table of one type. Found fields come
    after the known ones and are optional, as those of Anope's modules are.
    """
    known = tuple(known)
    names = {type_.name for type_ in known}
    found = [
        name for table in tables.values()
        if (name := _name(table, prefix)) and name not in names and _is_type(table, prefix)
    ]
    targets: dict[str, str | None] = {prefix + name: name for name in (*names, *found)} | {prefix + "objects": None}
    return (
        *(_extended(type_, tables.get(prefix + type_.name), targets) for type_ in known),
        *(_found_type(name, tables[prefix + name], targets) for name in found),
    )


def _name(table: Table, prefix: str) -> str:
    is_ours = table.name.startswith(prefix) and PARAMETER not in table.name
    return table.name.removeprefix(prefix) if is_ours else ""


def _is_type(table: Table, prefix: str) -> bool:
    return "id" in table.columns and table.columns["id"].target == prefix + "objects"


def _extended(type_: ObjectType, table: Table | None, targets: Mapping[str, str | None]) -> ObjectType:
    fields = _found_fields(table, targets, type_.by_name) if table else ()
    return replace(type_, fields=type_.fields + fields) if fields else type_


def _found_type(name: str, table: Table, targets: Mapping[str, str | None]) -> ObjectType:
    description = f"Objects of the type {name}, which was found in the database."
    return ObjectType(name, "database", description, _found_fields(table, targets, {}), discovered=True)


def _found_fields(table: Table, targets: Mapping[str, str | None], known: Mapping[str, Field]) -> tuple[Field, ...]:
    columns = (c for c in table.columns.values() if c.name != "id" and c.name not in known)
    return tuple(field for column in columns if (field := _found_field(column, targets)))


def _found_field(column: Column, targets: Mapping[str, str | None]) -> Field | None:
    """The field for a column, None if its values have no form in the doors."""
    if PARAMETER in column.name:
        return None
    if column.target is not None and column.target in targets:
        reference = Reference(targets[column.target], depends=column.on_delete == "CASCADE")
        return Field(column.name, Kind.REFERENCE, DESCRIPTION, optional=True, reference=reference, discovered=True)
    kind = KINDS.get(column.type.partition("(")[0].strip())
    return Field(column.name, kind, DESCRIPTION, optional=True, discovered=True) if kind else None
