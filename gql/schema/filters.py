"""The inputs that say which objects are meant: one for each type, through edges both ways."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gql.naming import Names
from gql.schema import descriptions, quirks
from gql.schema.enums import Enums
from gql.schema.errors import BadInput
from gql.schema.ids import parse_id, short
from gql.schema.operators import Comparisons, compared
from gql.schema.referrers import back_to
from gql.vocabulary import RELATED, WHERE
from models.catalogue import Catalogue, Field, ObjectID, ObjectType, Reference, Referrer
from models.query.conditions import (
    EVERYTHING,
    All,
    AnyOf,
    Compare,
    Condition,
    IdIn,
    Not,
    Quantifier,
    Related,
    Through,
)

Read = Callable[[Any], Condition]
"""From what a client gave for one field of an input to what it says."""

QUANTIFIERS: Mapping[Quantifier, str] = {
    Quantifier.SOME: "There is one for which this holds.",
    Quantifier.NONE: "There is none for which this holds.",
    Quantifier.EVERY: "There is none for which this does not hold.",
}


class Filters:
    """The filters over one catalogue; `types` has them by the catalogue's names of types."""

    def __init__(self, catalogue: Catalogue, names: Names, enums: Enums) -> None:
        self._catalogue, self._names = catalogue, names
        self._comparisons = Comparisons(catalogue, names, enums)
        self.types = {t.name: quirks.shell(WHERE.format(names.type(t.name))) for t in catalogue}
        self._any = quirks.shell("ObjectWhere")
        self._lists = {t.name: quirks.shell(RELATED.format(names.type(t.name))) for t in catalogue}
        self._reads: dict[str, dict[str, Read]] = {t.name: {} for t in catalogue}
        self._targets = {names.singular(t.name): t.name for t in catalogue}
        for type_ in catalogue:
            self._add_logic(type_)
            self._add_fields(type_)
            self._add_ways_back(type_)
            self._freeze(type_)
        self._freeze_any()

    def condition(self, type_name: str, given: Any) -> Condition:
        """What a client's input says of the objects of a type; null says nothing. Raises BadInput."""
        return EVERYTHING if given is None else self._all(type_name, given)

    def _all(self, type_name: str, given: Any) -> Condition:
        reads = self._reads[type_name]
        found = tuple(reads[name](not_null(name, value)) for name, value in quirks.given(given).items())
        return found[0] if len(found) == 1 else All(found)

    # ------------------------------------------------------------------------------------- what it holds

    def _add(self, type_: ObjectType, name: str, annotation: Any, description: str | None, read: Read) -> None:
        quirks.add_input(self.types[type_.name], name, annotation, description)
        self._reads[type_.name][name] = read

    def _add_logic(self, type_: ObjectType) -> None:
        own, name = self.types[type_.name], type_.name
        many = quirks.list_of(own)
        self._add(type_, "and", many, "All of these hold.", lambda some: All(tuple(self._all(name, i) for i in some)))
        self._add(type_, "or", many, "One of these holds.", lambda some: AnyOf(tuple(self._all(name, i) for i in some)))
        self._add(type_, "not", own, "This does not hold.", lambda given: Not(self._all(name, given)))

    def _add_fields(self, type_: ObjectType) -> None:
        self._add(type_, "id", self._comparisons.id, None, lambda given: self._id(type_, given))
        for field in type_.fields:
            if not field.secret:
                self._add_field(type_, field)

    def _add_field(self, type_: ObjectType, field: Field) -> None:
        name = self._names.field(type_.name, field.name)
        if field.reference:
            through = self._through(field, field.reference)
            target = field.reference.target
            self._add(type_, name, self.types[target] if target else self._any, None, through)
            name = self._names.reference_id(type_.name, field.name)
        self._add(type_, name, self._comparisons.input(type_.name, field), None, self._compare(type_, field))

    def _add_ways_back(self, type_: ObjectType) -> None:
        for referrer in back_to(self._catalogue, type_.name):
            name = self._names.backward(type_.name, referrer)
            self._add(type_, name, self._lists[referrer.type.name], None, self._related(referrer))

    def _freeze(self, type_: ObjectType) -> None:
        name = self._names.type(type_.name)
        where = self.types[type_.name]
        quirks.freeze_input(where, where.__name__, descriptions.of_where(name))
        listed = self._lists[type_.name]
        for quantifier, text in QUANTIFIERS.items():
            quirks.add_input(listed, quantifier.value, where, text)
        quirks.freeze_input(listed, listed.__name__, f"For how many of a list of {name} something holds.")

    def _freeze_any(self) -> None:
        for name, target in self._targets.items():
            quirks.add_input(self._any, name, self.types[target])
        quirks.freeze_input(self._any, "ObjectWhere", descriptions.OBJECT_WHERE, one_of=True)

    # -------------------------------------------------------------------------------------- what it says

    def _id(self, type_: ObjectType, given: Any) -> Condition:
        return All(tuple(
            _OWN_ID[operator](value) for operator, value in compared(given, lambda text: self._object(type_.name, text))
        ))

    def _compare(self, type_: ObjectType, field: Field) -> Read:
        if not field.reference:
            return lambda given: self._comparisons.condition(type_.name, field, given)
        target = field.reference.target
        return lambda given: All(tuple(
            Compare(field.name, operator, value)
            for operator, value in compared(given, lambda text: self._object(target, text))))

    def _object(self, target: str | None, text: str) -> ObjectID:
        found = parse_id(text, self._catalogue)
        if target not in (None, found.type):
            raise BadInput(f"{short(text)} is the id of another type; give {target}:NUMBER")
        return found

    def _through(self, field: Field, reference: Reference) -> Read:
        target = reference.target
        if target is not None:
            type_name = target
            return lambda given: Through(field.name, self._all(type_name, given))

        def read(given: Any) -> Condition:
            ((name, value),) = quirks.given(given).items()
            return Through(field.name, self._all(self._targets[name], value), self._targets[name])

        return read

    def _related(self, referrer: Referrer) -> Read:
        source, field_name = referrer.type.name, referrer.field.name
        return lambda given: All(tuple(
            Related(source, field_name, Quantifier(name), self._all(source, not_null(name, value)))
            for name, value in quirks.given(given).items()))


_OWN_ID: Mapping[str, Callable[[Any], Condition]] = {
    "eq": lambda id_: IdIn((id_,)),
    "ne": lambda id_: Not(IdIn((id_,))),
    "in": IdIn,
    "notIn": lambda ids: Not(IdIn(ids)),
    "isNull": lambda switch: AnyOf() if switch else EVERYTHING,
}
"""What the operators say of an object's own id; each has one."""


def not_null(name: str, value: Any) -> Any:
    """What a client gave for a field of an input. Raises BadInput for null, which could mean nothing or all."""
    if value is None:
        raise BadInput(f"{name}: null says nothing; write isNull: true (on an edge's id, such as founderId) for what "
                       f"was never set, or leave {name} out")
    return value
