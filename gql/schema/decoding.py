"""From the inputs of mutations to changes: nothing is read or written before all of them make sense."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

from gql.compiler.errors import BadInput, LimitExceeded, Place, spelled
from gql.compiler.ids import parse_id, short
from gql.naming import Names
from gql.schema.inputs import Action, Verb, writable
from gql.schema.quirks import given
from gql.schema.stored import EPOCH
from models.catalogue import Catalogue, Field, ObjectType
from models.changes import Change, Create, Delete, Earlier, Given, Target, Update
from models.preparation import nameprep, nodeprep

MOST_OPERATIONS = 500
"""How many operations a transaction may have: on SQLite all other writers wait for its end."""

RESULT = "$"
"""What stands before the name of an earlier result; an id always has a colon, and such a name must not."""

def domain(text: str) -> str | None:
    """The prepared name of a host; None if it cannot stand behind the @ of an address."""
    return nameprep(text) if text and not {"@", "/", " "}.intersection(text) else None


PREPARED: Mapping[tuple[str, str], Callable[[str], str | None]] = {
    ("xmpphost", "name"): domain,
    ("xmppuser", "name"): nodeprep,
}
"""The parts of addresses: XMPP servers look for them in their prepared form only (RFC 6122)."""


@dataclass
class Scope:
    """What an id in an input can mean: an object, or in a transaction the result of an earlier operation.

    `made` are the results so far by name, `places` where each name is given.
    """

    catalogue: Catalogue
    places: Mapping[str, Place] = field(default_factory=dict)
    made: dict[str, Earlier] = field(default_factory=dict)

    def target(self, text: str, place: Place) -> Target:
        """What an id names; raises BadInput."""
        name = text.removeprefix(RESULT)
        if name == text or ":" in text:
            try:
                return parse_id(text, self.catalogue)
            except BadInput as error:
                raise BadInput(str(error), place) from None
        if name in self.made:
            return self.made[name]
        if name in self.places:
            raise BadInput(
                f"{short(text)} is the result of {spelled(self.places[name])}, which is not through by then; refer to "
                "earlier operations only, and close a ring by an update", place)
        raise BadInput(f"{short(text)} is neither an id nor the name (`as`) of an earlier operation", place)


class Decoder:
    """Makes changes of inputs; whatever is wrong with one by itself raises BadInput with its place."""

    def __init__(self, catalogue: Catalogue, names: Names, actions: Sequence[Action]) -> None:
        self._catalogue = catalogue
        self._actions = {action.name: action for action in actions}
        self._fields: Mapping[str, Mapping[str, Field]] = {
            type_.name: {names.field(type_.name, f.name): f for f in writable(type_)} for type_ in catalogue}

    def change(self, action: Action, input_: object) -> Change:
        """The change that a mutation is about."""
        return self._change(action, given(input_), ("input",), Scope(self._catalogue))

    def transaction(self, operations: Sequence[object]) -> Iterator[tuple[str | None, Place, Change]]:
        """The changes of a transaction in their order: each with its name, its place and itself."""
        if not operations:
            raise BadInput("there is nothing to do; give at least one operation", ("operations",))
        if len(operations) > MOST_OPERATIONS:
            raise LimitExceeded(f"a transaction has {MOST_OPERATIONS} operations at most; make several transactions")
        parts = [given(operation) for operation in operations]
        scope = Scope(self._catalogue, _places([part.get("as") for part in parts]))
        for position, part in enumerate(parts):
            ((action_name, input_),) = given(part["do"]).items()
            place: Place = ("operations", position, "do", action_name)
            change = self._change(self._actions[action_name], given(input_), place, scope)
            if (name := part.get("as")) is not None:
                scope.made[name] = _result(change, position)
            yield name, place, change

    def _change(self, action: Action, input_: dict[str, Any], place: Place, scope: Scope) -> Change:
        if action.verb is Verb.CREATE and action.type:
            return Create(action.type.name, self._written(action.type, input_, place, scope))
        target = _target(input_.pop("id"), action.type, (*place, "id"), scope)
        type_, expected = self._catalogue[target.type], input_.pop("expect", None)
        expect = self._values(type_, given(expected) if expected else {}, (*place, "expect"), scope)
        if action.verb is Verb.DELETE:
            return Delete(target, expect, dry_run=bool(input_["dryRun"]))
        return Update(target, self._changed(type_, input_, place, scope), expect)

    def _changed(self, type_: ObjectType, input_: Mapping[str, Any], place: Place, scope: Scope) -> dict[str, Given]:
        if not input_:
            raise BadInput("there is nothing to change; give at least one field besides id and expect", place)
        for name, value in input_.items():
            if value is None and self._fields[type_.name][name].name in type_.key:
                raise BadInput("people know the object by this: it can be changed, but not unset", (*place, name))
        return self._written(type_, input_, place, scope)

    def _written(self, type_: ObjectType, input_: Mapping[str, Any], place: Place, scope: Scope) -> dict[str, Given]:
        """The values to store, names of the XMPP side only as its servers write them."""
        for name, value in input_.items():
            prepare = PREPARED.get((type_.name, self._fields[type_.name][name].name))
            if prepare and prepare(value) != value:
                raise BadInput(_ill_prepared(value, prepare(value)), (*place, name))
        return self._values(type_, input_, place, scope)

    def _values(self, type_: ObjectType, input_: Mapping[str, Any], place: Place, scope: Scope) -> dict[str, Given]:
        fields = self._fields[type_.name]
        return {fields[name].name: _value(fields[name], value, (*place, name), scope)
                for name, value in input_.items()}


def _value(field_: Field, value: Any, place: Place, scope: Scope) -> Given:
    """What the store takes for what a client gave."""
    if value is not None and field_.reference:
        return _referred(field_.reference.target, value, place, scope)
    if isinstance(value, datetime):
        return int((value - EPOCH).total_seconds())
    result: Given = value.value if isinstance(value, Enum) else value
    return result


def _ill_prepared(text: str, prepared: str | None) -> str:
    if prepared is None:
        return f"{short(text)} cannot be part of an XMPP address; write one like alice@example.com"
    return f"XMPP servers would never find {short(text)}; write {short(prepared)}"


def _target(text: str, type_: ObjectType | None, place: Place, scope: Scope) -> Target:
    return _referred(type_.name if type_ else None, text, place, scope)


def _referred(type_name: str | None, text: str, place: Place, scope: Scope) -> Target:
    """The object that an id names, of the type that belongs there."""
    target = scope.target(text, place)
    if type_name not in (None, target.type):
        raise BadInput(f"{short(text)} is of the type {target.type}; give an id such as {type_name}:10", place)
    return target


def _places(names: Sequence[str | None]) -> dict[str, Place]:
    """Where each name is given; raises BadInput for what cannot be a name, and for one given twice."""
    places: dict[str, Place] = {}
    for position, name in enumerate(names):
        if name is None:
            continue
        place: Place = ("operations", position, "as")
        if not (name.isidentifier() and name.isascii()):
            raise BadInput(f"{short(name)} is no name; use letters, digits and _, such as alice", place)
        if name in places:
            raise BadInput(f"{spelled(places[name])} is {short(name)} already; give another name", place)
        places[name] = place
    return places


def _result(change: Change, position: int) -> Earlier:
    if isinstance(change, Delete):
        raise BadInput("a delete leaves nothing to refer to; leave out as", ("operations", position, "as"))
    return Earlier(position, change.type if isinstance(change, Create) else change.target.type)
