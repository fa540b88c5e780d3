"""What mutations answer."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import strawberry

from gql.schema import descriptions, quirks
from gql.schema.loading import Reader, Record
from gql.schema.objects import Objects
from gql.schema.quirks import Resolve
from models.catalogue import Catalogue, ObjectID
from models.changes import Outcome
from models.closure import Closure


class Result(NamedTuple):
    """What one operation of a transaction came to, and the name that it was given."""

    name: str | None
    outcome: Outcome


class FieldChange(NamedTuple):
    """A field that a delete changes, by the catalogue's names; None as value: it is unset."""

    id: ObjectID
    name: str
    value: str | ObjectID | None


class Payloads:
    """The payload types of one catalogue: `deletion` for all deletes, `transaction`, and one for each object type."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self.deletion = self._deletion()
        self.transaction = self._transaction()

    def object(self, name: str, type_name: str) -> type:
        """The payload of a mutation that writes one object; its source is the object's Record."""
        target, field = self._objects.types[type_name], self._objects.names.singular(type_name)
        return _type(name, f"The {self._objects.names.type(type_name)} as it is now.",
                     (field, target, "The object itself, to read on from.", _reads(lambda record: record)))

    def _deletion(self) -> type:
        unset = _type("UnsetField", descriptions.UNSET_FIELD, *self._changed_field())
        value = ("value", str, descriptions.CHANGED_VALUE, _reads(lambda change: str(change.value)))
        changed = _type("ChangedField", descriptions.CHANGED_FIELD, *self._changed_field(), value)
        catalogue = self._objects.catalogue
        return _type(
            "DeletePayload", descriptions.DELETE_PAYLOAD,
            ("deleted", quirks.list_of(strawberry.ID), descriptions.DELETED, _reads(_deleted)),
            ("unset", quirks.list_of(unset), descriptions.UNSET, _reads(lambda c: _visible(catalogue, _unset(c)))),
            ("changed", quirks.list_of(changed), descriptions.CHANGED,
             _reads(lambda c: _visible(catalogue, _changed(c)))),
        )

    def _changed_field(self) -> Sequence[tuple[str, Any, str, Resolve]]:
        names = self._objects.names
        return (
            ("id", strawberry.ID, "The object that has the field.", _reads(lambda change: str(change.id))),
            ("field", str, "The field of that object, such as `founder`.",
             _reads(lambda change: names.field(change.id.type, change.name))),
        )

    def _transaction(self) -> type:
        result = _type(
            "OperationResult", descriptions.OPERATION_RESULT,
            ("as", quirks.optional(str), "The name that the operation was given.", _reads(lambda r: r.name)),
            ("id", strawberry.ID, "The object that it made, changed or deleted.", _reads(lambda r: str(r.outcome.id))),
            ("object", quirks.optional(self._objects.object), descriptions.RESULT_OBJECT,
             _reads(lambda r: record_of(r.outcome))),
            ("deletion", quirks.optional(self.deletion), descriptions.RESULT_DELETION,
             _reads(lambda r: r.outcome.closure)),
        )
        return _type("TransactionPayload", "What the operations of a transaction came to.",
                     ("results", quirks.list_of(result), "One for each operation, in their order.",
                      _reads(lambda results: results)))


def record_of(outcome: Outcome) -> Record | None:
    """The object that a change left."""
    return Record(outcome.id.type, *outcome.row) if outcome.row else None


def _type(name: str, description: str, *fields: tuple[str, Any, str, Resolve]) -> type:
    made = quirks.shell(name)
    for field, annotation, text, resolve in fields:
        quirks.add_field(made, field, annotation, text, resolve)
    quirks.freeze_type(made, name, description)
    return made


def _reads(read: Callable[[Any], Any]) -> Resolve:
    async def resolve(source: Any, _: Reader) -> Any:
        return read(source)

    return resolve


def _deleted(closure: Closure) -> list[str]:
    return [str(id_) for id_ in closure.deleted]


def _unset(closure: Closure) -> list[FieldChange]:
    return [FieldChange(id_, name, None) for id_, name in closure.unset]


def _changed(closure: Closure) -> list[FieldChange]:
    return [FieldChange(*change) for change in closure.changed]


def _visible(catalogue: Catalogue, changes: Sequence[FieldChange]) -> list[FieldChange]:
    return [change for change in changes if not catalogue[change.id.type].field(change.name).secret]
