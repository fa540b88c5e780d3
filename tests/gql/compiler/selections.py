"""Random valid queries over a world, made from nothing but its schema and its answers."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
)
from graphql.type import TypeNameMetaFieldDef
from hypothesis import strategies as st

from tests.gql.compiler.documents import Directive, Field, Fragment, Inline, Query, Selection, Spread
from tests.gql.compiler.inputs import Inputs
from tests.gql.compiler.known import Known
from tests.gql.compiler.scopes import Scope
from tests.gql.compiler.values import Value

DEEPEST = 6
"""How many edges lie one behind the other."""

SIZES = (2, 4, 6, 8, 10, 14, 18, 24, 36)
"""How many fields a query has, about."""

MOST_ROWS = 150
"""How many objects an answer has, about."""

DEFAULT_SIZE = 50
"""How many objects a page has that does not say."""

TYPICAL_ROWS = 4
"""How many things a list has that has no pages, about; and a page of what refers to one object."""

RARE = 5
"""How often a way to what few ways lead to is taken, where others are taken once."""

Composite = GraphQLObjectType | GraphQLInterfaceType


@dataclass(frozen=True)
class Place:
    """Where selections stand: on which type, how many objects there are, how many edges may follow."""

    type: Composite
    rows: int
    left: int
    scope: Scope
    likely: tuple[str, ...] = ()


def queries(known: Known) -> st.SearchStrategy[Query]:
    """Queries about a world.

    Chance is drawn at once: hypothesis's liking for ends of ranges and for repetitions makes poor queries, and
    tests.gql.compiler.shrinking knows better than it what makes a query smaller.
    """
    return st.randoms(use_true_random=True).map(lambda random: _Builder(known, Inputs(random, known)).query())


class _Builder:
    """Makes one query; `_fields` and `_rows` are what is left to be asked for."""

    def __init__(self, known: Known, inputs: Inputs) -> None:
        self._known, self._shapes, self._inputs = known, known.shapes, inputs
        self._fields, self._rows = inputs.one(SIZES), MOST_ROWS
        self._fragments: list[Fragment] = []

    def query(self) -> Query:
        """The query."""
        place = Place(self._shapes.query, 1, DEEPEST + 1, Scope())
        selections = self._selections(place)
        name = self._inputs.one((None, "Asked"))
        beside = "query Other { types { name } }" if name and self._inputs.seldom(12) else None
        return Query(selections, tuple(self._fragments), name, beside)

    # ---------------------------------------------------------------------------------------- sets

    def _selections(self, place: Place) -> tuple[Selection, ...]:
        """At least one selection."""
        made: list[Selection] = []
        for _ in range(self._inputs.one((1, 2, 2, 3, 4))):
            made += self._some(place)
            if self._fields <= 0:
                break
        return tuple(self._wrapped(place, made or [self._typename(place)]))

    def _some(self, place: Place) -> Sequence[Selection]:
        self._fields -= 1
        if isinstance(place.type, GraphQLInterfaceType) and not self._inputs.seldom(3):
            return self._on_a_type(place)
        if self._inputs.seldom(12):
            return [self._typename(place)]
        leaves, edges = self._choices(place)
        leads = bool(edges) and (not leaves or self._inputs.number(0, 3) > 0)
        if not leads and not leaves:
            return []
        name = self._inputs.one(edges if leads else leaves)
        made = self._field(place, name, place.type.fields[name])
        return self._parted(made) if leads and self._inputs.seldom(8) else [made]

    def _choices(self, place: Place) -> tuple[list[str], list[str]]:
        """The fields that are values, and those that lead somewhere where something is likely to be."""
        leaves, edges = [], []
        for name, field in place.type.fields.items():
            target = get_named_type(field.type)
            if is_leaf_type(target):
                leaves += [name] * (RARE if field.args or isinstance(target, GraphQLEnumType) else 1)
            elif place.left > 0 and self._fields > 0 and self._is_promising(target):
                edges += [name] * (RARE if self._is_rare(place, target) else 1)
        return leaves, edges

    def _is_rare(self, place: Place, target: GraphQLNamedType) -> bool:
        """Whether a type cannot be had from the root, or has something that cannot."""
        return (self._shapes.is_view(target) and place.type is not self._shapes.query) or any(
            self._shapes.is_view(get_named_type(field.type)) for field in self._shapes.fields(target).values())

    def _is_promising(self, target: GraphQLNamedType) -> bool:
        node = self._shapes.node_of(target) or target
        return bool(self._known.rows.get(node.name, True)) or self._inputs.seldom(30)

    def _typename(self, place: Place) -> Field:
        alias, _ = place.scope.take(place.type, TypeNameMetaFieldDef, ("__typename", ""))
        return Field("__typename", alias, directives=self._directives())

    # -------------------------------------------------------------------------------------- fields

    def _field(self, place: Place, name: str, field: GraphQLField) -> Field:
        target = get_named_type(field.type)
        rows = self._size_of(place, field)
        given = self._inputs.arguments(place.type, field, max(1, (self._rows // place.rows)) if rows > 1 else 1)
        arguments = tuple(given.items())
        wish = self._inputs.one(("it", "that", "display")) if self._inputs.seldom(8) else None
        alias, below = place.scope.take(place.type, field, (name, repr(arguments)), wish)
        made = Field(name, alias, arguments, self._directives())
        if is_leaf_type(target):
            return made
        assert isinstance(target, GraphQLObjectType | GraphQLInterfaceType)
        size = _asked(given, rows)
        self._rows -= place.rows * size if self._shapes.node_of(target) or size > 1 else 0
        inner = Place(target, place.rows * max(size, 1), place.left - self._length(place, target), below,
                      self._likely(place, name, given))
        return replace(made, selections=self._selections(inner))

    def _length(self, place: Place, target: GraphQLNamedType) -> int:
        """1 for a field that is an edge; what a connection consists of is none."""
        return int(self._shapes.node_of(target) is not None or (self._shapes.node_of(place.type) is None
                   and not place.type.name.endswith("Edge")))

    def _size_of(self, place: Place, field: GraphQLField) -> int:
        """About how many objects a field leads to that says nothing of that."""
        target = get_named_type(field.type)
        node = self._shapes.node_of(target)
        if place.type is self._shapes.query and node:
            return min(DEFAULT_SIZE, len(self._known.rows.get(node.name, ())))
        return TYPICAL_ROWS if node or "first" in field.args else 1

    def _likely(self, place: Place, name: str, given: dict[str, Value]) -> tuple[str, ...]:
        """The types of the objects behind a field."""
        ids = [text for value in given.values() for text in _texts(value.json()) if ":" in text]
        named = tuple({one for one, stored in self._known.stored_as.items() for id_ in ids
                       if id_.startswith(f"{stored}:")})
        if "type" in given:
            constant = str(given["type"].content).replace("_", "").lower()
            return tuple(one for one in self._known.rows if one.lower() == constant)
        if name in ("node", "nodes", "edges") and not given:
            return place.likely
        return named or tuple(self._known.targets(place.type.name, name))

    def _directives(self) -> tuple[Directive, ...]:
        if not self._inputs.seldom(20):
            return ()
        names = self._inputs.one((("include",), ("skip",), ("skip", "include")))
        return tuple(Directive(name, self._inputs.condition()) for name in names)

    def _parted(self, field: Field) -> list[Selection]:
        """A field in two parts, which an answer puts together again."""
        at = self._inputs.number(0, len(field.selections) - 1)
        parts = (field.selections[:at], field.selections[at:]) if at else (field.selections, field.selections)
        return [replace(field, selections=part) for part in parts]

    # ----------------------------------------------------------------------------------- fragments

    def _on_a_type(self, place: Place) -> list[Selection]:
        """What only objects of one type have, of those that an interface stands for."""
        known = [name for name in place.likely if name in self._known.rows]
        types = known if known and not self._inputs.seldom(6) else [
            name for name, rows in self._known.rows.items() if rows] or list(self._known.rows)
        type_ = self._shapes.schema.type_map[self._inputs.one(types)]
        assert isinstance(type_, GraphQLObjectType)
        return [self._fragment(type_, self._selections(replace(place, type=type_)))]

    def _wrapped(self, place: Place, made: list[Selection]) -> list[Selection]:
        """The selections, now and then some of them in a fragment."""
        if not self._inputs.seldom(6):
            return self._with_earlier(place, made)
        start = self._inputs.number(0, len(made) - 1)
        end = self._inputs.number(start + 1, len(made))
        some = tuple(made[start:end])
        on = self._inputs.one([place.type, None, *self._interfaces(place, some)])
        if isinstance(on, GraphQLInterfaceType) and on is not place.type:
            place.scope.widen(place.type.name, on.name, map(_key, some))
        inner = self._fragment(on, some) if on else Inline(None, some, self._directives())
        return self._with_earlier(place, [*made[:start], inner, *made[end:]])

    def _interfaces(self, place: Place, some: Sequence[Selection]) -> list[GraphQLInterfaceType]:
        """The interfaces of a type that have all that is selected, if that is nothing but fields."""
        names = {one.name for one in some if isinstance(one, Field)} - {"__typename"}
        free = all(isinstance(one, Field) and place.scope.is_of_all(_key(one)) for one in some)
        return [one for one in place.type.interfaces if free and names <= one.fields.keys()]

    def _fragment(self, type_: Composite, selections: tuple[Selection, ...]) -> Selection:
        if not self._inputs.seldom(3):
            return Inline(type_.name, selections, self._directives())
        made = Fragment(f"F{len(self._fragments) + 1}", type_.name, selections)
        self._fragments.append(made)
        return Spread(made.name, self._directives())

    def _with_earlier(self, place: Place, made: list[Selection]) -> list[Selection]:
        """The selections, now and then with a fragment that stands elsewhere too."""
        alike = [one for one in self._fragments if one.on == place.type.name and self._fits(place, one)]
        if not alike or not self._inputs.seldom(3):
            return made
        fragment = self._inputs.one(alike)
        for field in fragment.selections:
            assert isinstance(field, Field)
            place.scope.take(place.type, place.type.fields[field.name], (field.name, repr(())))
        return [*made, Spread(fragment.name)]

    def _fits(self, place: Place, fragment: Fragment) -> bool:
        """Whether a fragment holds nothing but values that are not asked for here under the names that it has."""
        return all(isinstance(field, Field) and field.name in place.type.fields and not field.arguments
                   and not field.selections and field.alias is None and field.name not in place.scope.taken
                   for field in fragment.selections)


def _key(selection: Selection) -> str:
    """The name under which a field stands in the answer."""
    assert isinstance(selection, Field)
    return selection.alias or selection.name


def _asked(given: dict[str, Value], rows: int) -> int:
    """How many objects there will be."""
    sizes = [given[name].json() for name in ("first", "last") if name in given and not given[name].is_missing]
    found = next((size for size in sizes if isinstance(size, int)), rows)
    return min(max(found, 0), rows) if rows > 1 else 1


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []
