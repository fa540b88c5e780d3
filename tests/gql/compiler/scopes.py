"""Which names an answer has at one place, so that fields that meet there can be merged (GraphQL, 5.3.2)."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphql import GraphQLField, GraphQLNamedType, is_object_type

Signature = tuple[str, str]
"""A field's name and its arguments as they are written."""


@dataclass
class Taken:
    """What stands under a name: its type, what is below it, and for each type that has it which field it is."""

    type: str
    fields: dict[str, Signature] = field(default_factory=dict)
    below: Scope = field(default_factory=lambda: Scope())


@dataclass
class Scope:
    """The names at one place.

    What meets under one name is of the same type, and the same field unless it is never of the same object.
    """

    taken: dict[str, Taken] = field(default_factory=dict)

    def take(
        self, parent: GraphQLNamedType, made: GraphQLField, signature: Signature, alias: str | None = None,
    ) -> tuple[str | None, Scope]:
        """The alias that a field needs here, None for none, and the scope below it."""
        wish, number = alias or signature[0], 1
        key = wish
        while not self._fits(key, parent, made, signature):
            number += 1
            key = f"{wish}{number}"
        held = self.taken.setdefault(key, Taken(str(made.type)))
        held.fields[parent.name] = signature
        return (None if key == signature[0] else key), held.below

    def is_of_all(self, key: str) -> bool:
        """Whether the field under a name is the same for all types that have it."""
        return len(set(self.taken[key].fields.values())) == 1

    def widen(self, parent: str, interface: str, keys: Iterable[str]) -> None:
        """The fields under some names stand in a fragment on an interface of their type now."""
        for key in keys:
            self.taken[key].fields[interface] = self.taken[key].fields[parent]

    def _fits(self, key: str, parent: GraphQLNamedType, made: GraphQLField, signature: Signature) -> bool:
        held = self.taken.get(key)
        if held is None:
            return True
        if held.type != str(made.type):
            return False
        others = {name: other for name, other in held.fields.items() if other != signature}
        return not others or (is_object_type(parent) and parent.name not in others and not _ABSTRACT & others.keys())


_ABSTRACT = {"Object", "Node"}
