"""Made-up values of arguments: mostly about what there is, now and then about what cannot be."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Any, NamedTuple, TypeVar

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_non_null_type,
    is_required_argument,
)

from tests.gql.compiler.known import Known
from tests.gql.compiler.values import Value, Way

T = TypeVar("T")

Pool = Sequence[Any]

DEEPEST = 3
"""How many edges and joined conditions stand in each other."""

OTHERS: Mapping[str, Pool] = {
    "String": ("", "a", "A", "a%", "é", "😀", "it's", 'a"b', "\\\\", "\n", " "),
    "Int": (0, 1, -1, 2**31 - 1, -(2**31)),
    "BigInt": ("0", "1", "-1", "9223372036854775807", "-9223372036854775808", "9007199254740993"),
    "DateTime": ("1970-01-01T00:00:00Z", "1970-01-01T00:00:01Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
                 "2016-10-30T23:00:00.5+02:00"),
    "Boolean": (False, True),
    "ID": ("account:999999", "account:0", "channel:9223372036854775808"),
}
"""What fields might have, by the scalar."""

WRONG: Mapping[str, Pool] = {
    "String": ("nul\0", "p\\"),
    "BigInt": ("9223372036854775808", "-99999999999999999999"),
    "ID": ("", "10", "account:", "account:01", "nothing:1"),
}
"""What no field has and some arguments refuse."""

PARTS: Mapping[str, Callable[[str, int], str]] = {
    "startsWith": lambda text, at: text[:at],
    "endsWith": lambda text, at: text[-at:],
    "contains": lambda text, at: text[at - 1:at + 1],
    "like": lambda text, at: f"{text[:at]}%{text[at + 1:].replace('%', '_')}",
}
"""What the operators of texts look for, made of a text that there is."""

PAGES: Sequence[tuple[str, ...]] = (
    ("first",), ("first", "after"), ("last",), ("last", "before"), ("first", "before"), ("last", "after"),
    ("first",), ("last",), ("first", "after", "before"), (), (), ("after",), ("before",),
)
"""Which arguments of a page are given together; those from `()` on leave its size open."""

SIZES = (0, 1, 1, 2, 2, 3, 3, 5, 5, 50)


class Place(NamedTuple):
    """Where a value stands: its name, its type, what the field that it is about has, and how deep it is."""

    name: str
    type: GraphQLInputType
    pool: Pool = ()
    targets: Sequence[str] = ()
    left: int = DEEPEST
    firm: bool = False


class Inputs:
    """Makes up values of arguments by chance."""

    def __init__(self, random: Random, known: Known) -> None:
        self._random, self._known, self._shapes = random, known, known.shapes

    def one(self, some: Sequence[T]) -> T:
        """One of some things."""
        return self._random.choice(some)

    def seldom(self, times: int) -> bool:
        """True once in so many times."""
        return self._random.randrange(times) == 0

    def number(self, least: int, most: int) -> int:
        """A number, either end included."""
        return self._random.randint(least, most)

    def condition(self) -> Value:
        """What a directive depends on."""
        return self._spoken(Value(GraphQLNonNull(GraphQLBoolean), self.one((True, False))), often=2)

    # --------------------------------------------------------------------------------------- arguments

    def arguments(self, parent: GraphQLNamedType, field: GraphQLField, most: int) -> dict[str, Value]:
        """The arguments of a field, for `most` objects if it has pages."""
        given: dict[str, Value] = {}
        rows = self._known.rows.get(get_named_type(field.type).name)
        row = self.one(rows) if rows and not _has_pages(field) else {}
        for name in self._wanted(field):
            place = Place(name, field.args[name].type, self._pool(parent, field, name, given, row))
            given[name] = self._value(place)
        return {**given, **self._page(field, given, most)} if _has_pages(field) else given

    def _wanted(self, field: GraphQLField) -> list[str]:
        """Which arguments to give, but for those of pages."""
        names = [name for name in field.args if name not in ("first", "after", "last", "before")]
        if "type" in names and _has_pages(field):  # refs
            return [*names, *(["after"] if self.seldom(4) else [])]
        if _has_pages(field):
            return [name for name in names if self.seldom(3)]
        if self.seldom(40):
            return [name for name in names if is_required_argument(field.args[name]) or self.seldom(2)]
        keys = [name for name in names if name != "id"]
        return keys if (keys and self.seldom(2)) or "id" not in names else ["id"]

    def _pool(
        self, parent: GraphQLNamedType, field: GraphQLField, name: str, given: Mapping[str, Value],
        row: Mapping[str, Any],
    ) -> Pool:
        """What an argument may be about."""
        argument, target = get_named_type(field.args[name].type), get_named_type(field.type)
        if isinstance(argument, GraphQLEnumType):
            return self._referring(parent, argument)
        if argument.name == "ID":
            return self._ids(target, given)
        if name in row:
            return (row[name],)
        node = self._shapes.node_of(target) or target
        alike = [value for other, its in getattr(node, "fields", {}).items() if get_named_type(its.type) is argument
                 for value in self._known.values(node.name, other)] if argument.name == "DateTime" else []
        return alike or self._known.named(name)

    def _referring(self, parent: GraphQLNamedType, argument: GraphQLEnumType) -> Pool:
        """The types whose objects may refer to one."""
        nodes = {node.name.lower() for field in getattr(parent, "fields", {}).values()
                 if (node := self._shapes.node_of(get_named_type(field.type)))}
        return [name for name in argument.values if name.replace("_", "").lower() in nodes] or list(argument.values)

    def _ids(self, target: GraphQLNamedType, given: Mapping[str, Value]) -> Pool:
        """The ids of objects of a type, or of the one that another argument names."""
        constant = str(given["type"].content).replace("_", "").lower() if "type" in given else None
        names = [name for name in self._known.ids
                 if name.lower() == constant or (constant is None and self._may_be(target, name))]
        return self._known.ids[self.one(names)] if names else ()

    def _may_be(self, target: GraphQLNamedType, name: str) -> bool:
        return bool(self._known.ids[name]) and any(one.name == name for one in self._shapes.objects(target))

    # ------------------------------------------------------------------------------------------- pages

    def _page(self, field: GraphQLField, given: Mapping[str, Value], most: int) -> dict[str, Value]:
        if "last" not in field.args:
            return {"first": self._size(field.args["first"].type, most)}
        sized = PAGES if most >= SIZES[-1] else PAGES[:PAGES.index(())]
        names = self.one(sized) if not self.seldom(100) else ("first", "last")
        page = {name: self._size(field.args[name].type, most) for name in names if name in ("first", "last")}
        cursors = self._cursors(field, given)
        middle = len(cursors) // 2
        for name, some in (("after", cursors[:middle + 1]), ("before", cursors[middle:])):
            if name in names and cursors:
                page[name] = self._cursor(field.args[name].type, cursors if self.seldom(6) else some)
        return page

    def _size(self, type_: GraphQLInputType, most: int) -> Value:
        if self.seldom(150):
            return self._spoken(Value(type_, self.one((-1, 1001))))
        return self._spoken(Value(type_, self.one([size for size in SIZES if size <= most] or [1])))

    def _cursors(self, field: GraphQLField, given: Mapping[str, Value]) -> Pool:
        target = get_named_type(field.type)
        node = self._shapes.node_of(target)
        assert isinstance(target, GraphQLObjectType)
        assert node
        if node.name not in self._shapes.lists:
            return self._known.values(get_named_type(target.fields["edges"].type).name, "cursor")
        order = given.get("orderBy")
        return self._known.cursors(node.name, order.json() if order and not order.is_missing else None)

    def _cursor(self, type_: GraphQLInputType, cursors: Pool) -> Value:
        if self.seldom(80):
            return self._spoken(Value(type_, self.one(("", "nonsense", cursors[0][:-1], f"{cursors[0]}.1"))))
        if self.seldom(80):
            return self._spoken(Value(type_, self.one(self._known.named("cursor") or ("x",))))
        return self._spoken(Value(type_, self.one(cursors)))

    # ------------------------------------------------------------------------------------------ values

    def _value(self, place: Place) -> Value:
        type_ = get_nullable_type(place.type)
        optional = not is_non_null_type(place.type) and not place.firm
        if optional and self.seldom(80):
            return Value(place.type, None, self.one((Way.LITERAL, Way.VARIABLE, Way.DEFAULT)))
        if optional and self.seldom(80):
            return Value(place.type, None, Way.MISSING)
        content = self._content(place, type_)
        return self._spoken(Value(place.type, content, firm=place.firm))

    def _content(self, place: Place, type_: Any) -> Any:
        if isinstance(type_, GraphQLList):
            return self._items(place, type_)
        if isinstance(type_, GraphQLInputObjectType):
            return self._object(place, type_)
        return self._leaf(place, type_)

    def _items(self, place: Place, type_: GraphQLList[Any]) -> Any:
        item = place._replace(type=type_.of_type, firm=False)
        if self.seldom(12):
            return Value(item.type, self._content(item, get_nullable_type(item.type)))
        return [self._value(item) for _ in range(self.one((1, 2, 0, 3)))]

    def _spoken(self, value: Value, often: int = 6) -> Value:
        """The value, now and then by a variable."""
        if not self.seldom(often):
            return value
        return replace(value, way=self.one((Way.VARIABLE, Way.VARIABLE, Way.DEFAULT, Way.OVERRIDDEN)))

    # ----------------------------------------------------------------------------------------- objects

    def _object(self, place: Place, type_: GraphQLInputObjectType) -> dict[str, Value]:
        if type_.name in self._shapes.one_ofs:
            names = [self._one_name(type_, place)]
        elif self._is_comparison(type_):
            names = [self.one(list(type_.fields)) for _ in range(2 if self.seldom(8) else 1)]
        else:
            names = [self._one_name(type_, place) for _ in range(self.one((1, 1, 2, 0)))]
        return {name: self._value(self._inside(place, type_, name, type_.fields[name])) for name in names}

    def _inside(self, place: Place, type_: GraphQLInputObjectType, name: str, field: GraphQLInputField) -> Place:
        """The place of a field of an input object."""
        left = place.left if self._is_comparison(type_) else place.left - 1
        pool, targets = place.pool, place.targets
        if owner := self._shapes.owners.get(type_.name):
            output = name if name in owner.fields else name.removesuffix("Id")
            pool, targets = self._known.values(owner.name, output), self._known.targets(owner.name, output)
        return Place(name, field.type, pool, targets, left, firm=type_.name in self._shapes.one_ofs)

    def _one_name(self, type_: GraphQLInputObjectType, place: Place) -> str:
        """The name of a field: of any kind, but of one that ends soon where that is deep enough."""
        kinds: dict[str, list[str]] = {"value": [], "edge": [], "joined": []}
        for name, field in type_.fields.items():
            kinds[self._kind(type_, field)].append(name)
        if not kinds["value"]:
            aimed = [name for name in kinds["edge"] if self._leads_to(type_, name, place.targets)]
            return self.one(aimed or kinds["edge"])
        chosen = "value" if place.left < 1 else self.one(("value", "value", "edge", "joined"))
        return self.one(kinds[chosen] or kinds["value"])

    def _kind(self, type_: GraphQLInputObjectType, field: GraphQLInputField) -> str:
        named = get_named_type(field.type)
        if named is type_:
            return "joined"
        ends = not isinstance(named, GraphQLInputObjectType) or self._is_comparison(named)
        return "value" if ends else "edge"

    def _is_comparison(self, type_: GraphQLInputObjectType) -> bool:
        return not any(isinstance(get_named_type(field.type), GraphQLInputObjectType)
                       for field in type_.fields.values())

    def _leads_to(self, type_: GraphQLInputObjectType, name: str, targets: Sequence[str]) -> bool:
        owner = self._shapes.owners.get(get_named_type(type_.fields[name].type).name)
        return owner is not None and owner.name in targets

    # ------------------------------------------------------------------------------------------ leaves

    def _leaf(self, place: Place, type_: GraphQLNamedType) -> Any:
        if isinstance(type_, GraphQLEnumType):
            aimed = [value for value in place.pool if value in type_.values]
            return self.one(aimed if aimed and not self.seldom(4) else list(type_.values))
        if self.seldom(100) and type_.name in WRONG:
            return self.one(WRONG[type_.name])
        pool = list(self._alike(place.pool, type_))
        if not pool or self.seldom(8 if type_.name != "ID" else 20):
            return self.one(OTHERS[type_.name])
        return self._changed(place.name, self.one(pool)) if type_.name == "String" else self.one(pool)

    @staticmethod
    def _alike(pool: Pool, type_: GraphQLNamedType) -> Iterator[Any]:
        """The values that a scalar can hold."""
        python = type(OTHERS[type_.name][0])
        for value in pool:
            if type(value) is python and (type_.name != "ID" or ":" in value):
                yield value

    def _changed(self, name: str, text: str) -> str:
        if name in PARTS and text:
            text = PARTS[name](text, self.number(1, min(len(text), 6)))
        return text.swapcase() if self.seldom(5) else text


def _has_pages(field: GraphQLField) -> bool:
    return "first" in field.args
