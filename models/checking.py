"""Values that a client gave: as the database shall hold them, and why it did not take them."""
from __future__ import annotations

from collections.abc import Callable, Mapping

import peewee

from models.catalogue import Catalogue, Field, ObjectID, ObjectType
from models.database import first_line
from models.errors import DuplicateKey, InvalidReference, InvalidValue, NoSuchTarget, WrongTarget
from models.kinds import Scalar
from models.refusals import Refusal, refusal
from models.stored import Stored, number_to_store, text_to_store


class Checking:
    """Checks values for one catalogue and one engine; `actual_type` is the type of an object by its id."""

    def __init__(self, catalogue: Catalogue, engine: str, actual_type: Callable[[int], str | None]) -> None:
        self._catalogue, self._engine, self._actual_type = catalogue, engine, actual_type

    def stored(self, type_: ObjectType, values: Mapping[str, Scalar]) -> dict[str, Stored]:
        """The values as the database shall hold them, by name.

        Raises UnknownField, InvalidValue, InvalidReference, WrongTarget and NoSuchTarget.
        """
        fields = [type_.field(name) for name in values]  # all names first, then the values (contract/rest)
        return {field.name: self._stored(field, values[field.name]) for field in fields}

    def _stored(self, field: Field, value: Scalar) -> Stored:
        if value is None:
            return None
        if field.reference:
            return self._target(field, field.reference.target, value)
        return text_to_store(field, value) if field.is_text else number_to_store(field, value, self._engine)

    def _target(self, field: Field, target: str | None, value: Scalar) -> int:
        if not isinstance(value, ObjectID) or value.type not in self._catalogue:
            raise InvalidReference(field.name, str(value))
        if target not in (None, value.type):
            raise WrongTarget(field.name, str(value))
        actual = self._actual_type(value.id)
        if actual is None:
            raise NoSuchTarget(field.name, str(value))
        if actual != value.type:
            raise WrongTarget(field.name, str(value))
        return value.id


def refused(type_: ObjectType, values: Mapping[str, Scalar], error: peewee.DatabaseError) -> Exception:
    """What to raise for an error of the database that met some values: DuplicateKey, InvalidValue, or itself."""
    cause = refusal(error)
    if cause is None:
        return error
    if cause is Refusal.DUPLICATE and type_.unique:
        key = type_.key[-1]
        return DuplicateKey(type_.name, key, str(values.get(key)))
    return InvalidValue(", ".join(values), f"the database refuses it: {first_line(error)}")
