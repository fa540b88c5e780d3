"""The catalogue as clients see it: types, their fields, where references lead, what a delete does."""
from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

import strawberry

from gql.naming import Names
from gql.schema import quirks
from gql.schema.descriptions import of_input, of_type
from gql.schema.loading import Reader
from gql.schema.quirks import Resolve
from models.catalogue import Catalogue, Field, Kind, ObjectType, Reference

FieldKind = quirks.enum(
    "FieldKind", {kind.name: kind.value for kind in Kind},
    "What a field can hold, as it is stored. TIME is seconds since 1970, or a number of seconds.")


@strawberry.enum(name="DeleteRule", description="What a delete of an object does to those that refer to it.")
class DeleteRule(Enum):
    """What becomes of an object when one that it refers to is deleted."""

    CASCADE = strawberry.enum_value("CASCADE", description="They are deleted along with it.")
    SET_NULL = strawberry.enum_value("SET_NULL", description="Their reference is unset.")


@strawberry.type(name="CatalogueReference", description="Where a field refers to.")
class CatalogueReference:
    """A reference, as a frontend draws it."""

    target: str | None = strawberry.field(description="The type of the objects, as `Account`; null: any type.")
    on_delete: DeleteRule = strawberry.field(name="onDelete", description="What a delete of the other object does.")
    backward: str = strawberry.field(description="The field of the other object that leads back here.")


@strawberry.type(name="CatalogueField", description="A field of a type of objects.")
class CatalogueField:
    """A field, as a frontend draws it."""

    name: str = strawberry.field(description="What it is called here.")
    stored_as: str = strawberry.field(name="storedAs", description="What it is called in the database and in /rest.")
    kind: FieldKind = strawberry.field(description="What it can hold.")  # type: ignore[valid-type]  # made at run time
    description: str = strawberry.field(description="What it means.")
    reference: CatalogueReference | None = strawberry.field(description="Where it refers to, if it is a reference.")


async def _count(root: Any, info: strawberry.Info) -> int:
    """The number of a type's objects; those of all types are counted together."""
    reader: Reader = info.context
    return (await reader.totals())[root.stored_as]


@strawberry.type(name="CatalogueType", description="A type of objects: what it has, and how many there are.")
class CatalogueType:
    """A type, as a frontend draws it."""

    name: str = strawberry.field(description="What it is called here, such as `Account`.")
    stored_as: str = strawberry.field(name="storedAs", description="What it is called in ids and in /rest.")
    module: str = strawberry.field(description="The module that has it.")
    description: str = strawberry.field(description="What its objects are.")
    key: list[str] = strawberry.field(description="The fields by which people know one; none: only its id.")
    fields: list[CatalogueField] = strawberry.field(description="What its objects have, without secrets.")

    count: int = strawberry.field(resolver=_count, description="How many objects there are.")


def described(catalogue: Catalogue, names: Names) -> Resolve:
    """The resolver of the list of all types."""
    types = [_type(catalogue, names, type_) for type_ in catalogue]

    async def resolve(_: None, _reader: Reader) -> Sequence[CatalogueType]:
        return types

    return resolve


def _type(catalogue: Catalogue, names: Names, type_: ObjectType) -> CatalogueType:
    shown = [field for field in type_.fields if not field.secret]
    return CatalogueType(
        name=names.type(type_.name), stored_as=type_.name, module=type_.module, description=of_type(type_),
        key=[names.field(type_.name, name) for name in type_.key if not type_.field(name).secret],
        fields=[_field(catalogue, names, type_, field) for field in shown],
    )


def _field(catalogue: Catalogue, names: Names, type_: ObjectType, field: Field) -> CatalogueField:
    leads = _reference(catalogue, names, type_, field, field.reference) if field.reference else None
    return CatalogueField(
        name=names.field(type_.name, field.name), stored_as=field.name, kind=FieldKind[field.kind.name],
        description=of_input(field), reference=leads,
    )


def _reference(
    catalogue: Catalogue, names: Names, type_: ObjectType, field: Field, reference: Reference,
) -> CatalogueReference:
    target = reference.target
    back = next(r for r in catalogue.referrers(target or type_.name) if (r.type, r.field) == (type_, field))
    return CatalogueReference(
        target=names.type(target) if target else None, backward=names.backward(target or type_.name, back),
        on_delete=DeleteRule.CASCADE if reference.depends else DeleteRule.SET_NULL,
    )
