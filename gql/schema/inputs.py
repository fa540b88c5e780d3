"""The input types of mutations: what a client gives to create, to update and to delete objects of a type."""
from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from types import GenericAlias
from typing import Any

import strawberry

from gql.schema import descriptions, quirks
from gql.schema.objects import Objects
from gql.schema.quirks import InputField
from gql.schema.scalars import BigInt
from models.catalogue import Field, Kind, ObjectType

ANNOTATIONS = {
    Kind.STRING: str,
    Kind.BOOL: bool,
    Kind.TIME: datetime,
    Kind.INT16: int,
    Kind.INT32: int,
    Kind.UINT32: BigInt,
    Kind.INT64: BigInt,
    Kind.REFERENCE: strawberry.ID,
}
"""What a client gives for a field of each kind; enums have a type each, and seconds that are no moment are a number."""


class Verb(Enum):
    """What can be done to an object."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True)
class Action:
    """One mutation: what it does to objects of a type (None: of all), and the input type that says to which."""

    name: str
    description: str
    input: type
    verb: Verb
    type: ObjectType | None


def build_actions(objects: Objects) -> tuple[Action, ...]:
    """Everything that can be done to single objects, with the input types that it takes."""
    return (*(action for type_ in objects.catalogue for action in _of_type(objects, type_)), _delete_object())


def build_operation(actions: Sequence[Action]) -> type:
    """The input type of one operation of a transaction: any of the actions, and a name for its result."""
    fields = [InputField(action.name, quirks.optional(action.input), action.description) for action in actions]
    do = quirks.input_type("Operation", descriptions.OPERATION, fields, one_of=True)
    return quirks.input_type("TransactionOperation", descriptions.TRANSACTION_OPERATION, (
        InputField("as", str | None, descriptions.AS), InputField("do", do, descriptions.DO),
    ))


def writable(type_: ObjectType) -> Iterator[Field]:
    """The fields that clients can write: all but secrets."""
    return (field for field in type_.fields if not field.secret)


def list_of(input_: type) -> Any:
    """The annotation of a list of inputs."""
    return GenericAlias(list, (input_,))


def _of_type(objects: Objects, type_: ObjectType) -> Iterator[Action]:
    name = objects.names.type(type_.name)
    target = InputField("id", strawberry.ID, f"Its id, such as `{type_.name}:10`.")
    dry_run = InputField("dryRun", bool, descriptions.DRY_RUN, default=False)
    expect: tuple[InputField, ...] = ()
    if any(writable(type_)):  # GraphQL has no input types without fields
        expect = (InputField("expect", quirks.optional(_expectation(objects, type_)), descriptions.EXPECT),)
        new = quirks.input_type(f"Create{name}Input", descriptions.of_creation(type_, name),
                                _fields(objects, type_, type_.key))
        yield Action(f"create{name}", f"Makes a new {name}.", new, Verb.CREATE, type_)
        change = quirks.input_type(f"Update{name}Input", descriptions.of_update(name),
                                   (target, *_fields(objects, type_), *expect))
        yield Action(f"update{name}", f"Changes the {name} with this `id`.", change, Verb.UPDATE, type_)
    gone = quirks.input_type(f"Delete{name}Input", f"The {name} to delete.", (target, *expect, dry_run))
    does = f"Deletes the {name} with this `id`, and all that goes along with it."
    yield Action(f"delete{name}", does, gone, Verb.DELETE, type_)


def _fields(objects: Objects, type_: ObjectType, required: Collection[str] = ()) -> list[InputField]:
    """The fields as a client gives them; a new object has to have its natural key."""
    made = []
    for field in writable(type_):
        annotation = _annotation(objects, type_, field)
        made.append(InputField(
            objects.names.field(type_.name, field.name),
            annotation if field.name in required else quirks.optional(annotation), descriptions.of_field(field)))
    return made


def _expectation(objects: Objects, type_: ObjectType) -> type:
    name = objects.names.type(type_.name)
    fields = [InputField(objects.names.field(type_.name, field.name),
                         quirks.optional(_annotation(objects, type_, field))) for field in writable(type_)]
    return quirks.input_type(f"{name}Expectation", descriptions.of_expectation(name), fields)


def _annotation(objects: Objects, type_: ObjectType, field: Field) -> Any:
    if field.kind is Kind.ENUM:
        return objects.enums[type_.name, field.name]
    return BigInt if field.duration else ANNOTATIONS[field.kind]


def _delete_object() -> Action:
    fields = (InputField("id", strawberry.ID, descriptions.NODE_ID),
              InputField("dryRun", bool, descriptions.DRY_RUN, default=False))
    input_ = quirks.input_type("DeleteObjectInput", "The object to delete, of whatever type it is.", fields)
    does = "Deletes any object by its `id`, and all that goes along with it."
    return Action("deleteObject", does, input_, Verb.DELETE, None)
