"""What clients say in `where`: from their inputs, as plain mappings by GraphQL's names, to conditions."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gql.compiler.comparisons import Comparisons, joined, of_id, of_value, unchanged
from gql.compiler.errors import BadInput
from gql.compiler.ids import parse_id, short
from gql.compiler.inputs import MISSING, Parts, Variables, present
from gql.compiler.inputs import Read as ReadInput
from gql.naming import Names
from models.catalogue import Catalogue, Field, Kind, ObjectID, ObjectType, Reference, Referrer
from models.query.conditions import EVERYTHING, All, AnyOf, Compare, Condition, Not, Quantifier, Related, Through

Input = Mapping[str, Any]
"""An input object: GraphQL's names with texts, numbers, flags, moments, the names of enum values, lists and inputs."""

Read = Callable[[Any], Condition]
"""From what a client gave for one field of an input to what it says."""


class Conditions:
    """The filters over one catalogue, read."""

    def __init__(self, catalogue: Catalogue, names: Names) -> None:
        self._catalogue, self._names = catalogue, names
        self._targets = {names.singular(t.name): t.name for t in catalogue}
        self._reads: dict[str, dict[str, Read]] = {}

    def condition(self, type_name: str, given: Input | None) -> Condition:
        """What an input says of the objects of a type; null says nothing. Raises BadInput."""
        return EVERYTHING if given is None else self._all(type_name, given)

    def reader(self, type_name: str, read: ReadInput) -> Callable[[Variables], Condition]:
        """From variables to the condition of an input; what does not depend on them is looked up here."""
        if not isinstance(read, Parts) or not read.is_free:
            return lambda variables: self.condition(type_name, present(read(variables)))
        reads = self._reads_of(type_name)
        whole = _all_of([_part(name, each, reads[name]) for name, each in read.readers])
        return lambda variables: whole(variables) or EVERYTHING

    def object(self, target: str | None, text: str) -> ObjectID:
        """The object that an id names, of any type or of one. Raises BadInput."""
        found = parse_id(text, self._catalogue)
        if target not in (None, found.type):
            raise BadInput(f"{short(text)} is the id of another type; give {target}:NUMBER")
        return found

    def _all(self, type_name: str, given: Input) -> Condition:
        reads = self._reads_of(type_name)
        return joined([reads[name](not_null(name, value)) for name, value in given.items()])

    def _reads_of(self, type_name: str) -> dict[str, Read]:
        """How the fields of a type's input are read; made when it is first met."""
        return self._reads.get(type_name) or self._made(self._catalogue[type_name])

    def _made(self, type_: ObjectType) -> dict[str, Read]:
        reads: dict[str, Read] = {
            "and": lambda some: All(self._each(type_.name, some)),
            "or": lambda some: AnyOf(self._each(type_.name, some)),
            "not": lambda given: Not(self._all(type_.name, given)),
            "id": of_id(type_.name, lambda text: self.object(type_.name, text)),
        }
        for field in type_.fields:
            if not field.secret:
                reads |= self._of_field(type_, field)
        for referrer in self._catalogue.referrers(type_.name):
            if not referrer.field.secret:
                reads[self._names.backward(type_.name, referrer)] = self._related(referrer)
        self._reads[type_.name] = reads
        return reads

    def _each(self, type_name: str, some: Sequence[Input]) -> tuple[Condition, ...]:
        return tuple(self._all(type_name, given) for given in some)

    def _of_field(self, type_: ObjectType, field: Field) -> dict[str, Read]:
        name = self._names.field(type_.name, field.name)
        if field.reference is None:
            convert = self._stored(type_, field).__getitem__ if field.kind is Kind.ENUM else unchanged
            return {name: of_value(field, convert)}
        target = field.reference.target
        return {
            name: self._through(field, field.reference),
            self._names.reference_id(type_.name, field.name): Comparisons(
                lambda operator, value: Compare(field.name, operator, value), lambda text: self.object(target, text)),
        }

    def _stored(self, type_: ObjectType, field: Field) -> Mapping[str, str]:
        return {self._names.value(type_.name, field.name, value): value for value, _ in field.values}

    def _through(self, field: Field, reference: Reference) -> Read:
        target = reference.target
        if target is not None:
            type_name = target
            return lambda given: Through(field.name, self._all(type_name, given))

        def read(given: Input) -> Condition:
            ((name, value),) = given.items()
            return Through(field.name, self._all(self._targets[name], value), self._targets[name])

        return read

    def _related(self, referrer: Referrer) -> Read:
        source, field_name = referrer.type.name, referrer.field.name
        return lambda given: joined([
            Related(source, field_name, Quantifier(name), self._all(source, not_null(name, value)))
            for name, value in given.items()])


Prepared = Callable[[Variables], Condition | None]
"""From variables to what a part of an input says; None where the part is left out, and nothing is said."""


def _all_of(parts: Sequence[Prepared]) -> Prepared:
    """From variables to the condition that all parts are met which were given; of a single one None if it was not."""
    if len(parts) == 1:
        return parts[0]

    def read(variables: Variables) -> Condition:
        return joined([found for part in parts if (found := part(variables)) is not None])

    return read


def _part(name: str, value: ReadInput, make: Read) -> Prepared:
    if isinstance(make, Comparisons) and isinstance(value, Parts) and value.is_free:
        return _all_of([_part(operator, each, make.of(operator)) for operator, each in value.readers])

    def read(variables: Variables) -> Condition | None:
        found = value(variables)
        return None if found is MISSING else make(not_null(name, found))

    return read


def not_null(name: str, value: Any) -> Any:
    """What a client gave for a field of an input. Raises BadInput for null, which could mean nothing or all."""
    if value is None:
        raise BadInput(f"{name}: null says nothing; write isNull: true (on an edge's id, such as founderId) for what "
                       f"was never set, or leave {name} out")
    return value
