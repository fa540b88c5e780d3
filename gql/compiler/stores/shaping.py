"""From the selection on a view of stores to what is told of it."""
from __future__ import annotations

import json
from collections.abc import Callable

from gql.compiler.document import Selection, collect
from gql.compiler.plan import Constant, Part, Person, Piece, Selected, Someone, Spot, Within
from gql.compiler.stores import facts
from gql.compiler.stores.facts import Fact, Inner, Kind, Nested, Plain
from gql.compiler.stores.sources import View

TYPENAME = "__typename"

Select = Callable[[Selection], Selected]
"""What is wanted of a user."""

Nest = Callable[[View, str, Selection], Spot]
"""What is wanted of another view of the same user, a field of that type."""


class Shaping:
    """The planning of one spot; `people` and `pieces` are those that it needs."""

    def __init__(self, select: Select, nest: Nest) -> None:
        self._select, self._nest = select, nest
        self.people: list[Person] = []
        self.pieces: list[Spot] = []

    def part(self, fact: Fact, selection: Selection, type_name: str) -> Part:
        """What is told of a fact, the field of a type."""
        if isinstance(fact, Plain):
            return fact
        if isinstance(fact, Inner):
            return Within(fact.get, self._members(fact.kind, selection), fact.many)
        if isinstance(fact, facts.Person):
            self.people.append(Person(self._select(selection), fact.at))
            return Someone(fact.get, len(self.people) - 1)
        return self._piece(fact, selection, type_name)

    def _piece(self, fact: Nested, selection: Selection, type_name: str) -> Part:
        self.pieces.append(self._nest(fact.view, type_name, selection))
        return Piece(len(self.pieces) - 1)

    def _members(self, kind: Kind, selection: Selection) -> tuple[tuple[str, Part], ...]:
        return tuple((key, Constant(json.dumps(kind.name)) if each.name == TYPENAME
                      else self.part(kind.fields[each.name], each, kind.name))
                     for key, each in collect(selection.children, kind.name.__eq__).items())
