"""What the objects of a world have, as its own answers say: what arguments can be about."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from graphql import GraphQLField, GraphQLNamedType, GraphQLObjectType, get_named_type, is_composite_type, is_leaf_type

from gql.schema.execution import Operation, execute
from gql.schema.loading import Reader
from models.principal import LOCAL_ADMIN
from tests.gql.compiler.shapes import Shapes, is_plain, needs_nothing
from tests.gql.compiler.worlds import WIDE, World

DEEPEST = 3
"""How many fields that lead to no objects with an id are followed after each other."""


class Known:
    """Values, ids and cursors of one world."""

    def __init__(self, world: World) -> None:
        self.world, self.shapes = world, Shapes(world.schema._schema)
        self._values: dict[tuple[str, str], list[Any]] = defaultdict(list)
        self._named: dict[str, list[Any]] = defaultdict(list)
        self._targets: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.rows: dict[str, list[Mapping[str, Any]]] = {}
        self._cursors: dict[tuple[str, str], Sequence[str]] = {}
        for type_name, (name, field) in self.shapes.lists.items():
            self._read(type_name, name, field)

    def values(self, type_name: str, field_name: str) -> Sequence[Any]:
        """What the field has, each value once."""
        return self._values.get((type_name, field_name), ())

    def named(self, field_name: str) -> Sequence[Any]:
        """What the fields of that name have, whatever has them."""
        return self._named.get(field_name, ())

    def targets(self, type_name: str, field_name: str) -> Sequence[str]:
        """The types of the objects that a field leads to."""
        return self._targets.get((type_name, field_name), ())

    @cached_property
    def ids(self) -> Mapping[str, Sequence[str]]:
        """The ids of each type's objects."""
        return {type_name: [row["id"] for row in rows] for type_name, rows in self.rows.items()}

    @cached_property
    def stored_as(self) -> Mapping[str, str]:
        """What stands before the number in the ids of each type."""
        return {type_["name"]: type_["storedAs"] for type_ in self._ask("{ types { name storedAs } }")["types"]}

    def cursors(self, type_name: str, order_by: Any) -> Sequence[str]:
        """The cursors of the first objects of a type in an order; none if that is no order."""
        key = (type_name, repr(order_by))
        if key not in self._cursors:
            name, _ = self.shapes.lists[type_name]
            document = (f"query($order: [{type_name}OrderBy!]) "
                        f"{{ {name}(orderBy: $order, first: 100) {{ edges {{ cursor }} }} }}")
            found = self._ask(document, {"order": order_by})
            self._cursors[key] = [edge["cursor"] for edge in found[name]["edges"]] if found else []
        return self._cursors[key]

    def _ask(self, document: str, variables: Mapping[str, Any] | None = None) -> Any:
        reader = Reader(self.world.network, LOCAL_ADMIN, WIDE.objects)
        operation = Operation(document, variables)
        return self.world.run(execute(self.world.schema, operation, reader, limits=WIDE)).data

    def _read(self, type_name: str, name: str, field: GraphQLField) -> None:
        node = self.shapes.node_of(get_named_type(field.type))
        assert node
        found = self._ask(f"{{ {name}(first: 1000) {{ nodes {{ {' '.join(self._fields(node, DEEPEST))} }} }} }}")
        self.rows[type_name] = found[name]["nodes"]
        for row in self.rows[type_name]:
            self._keep(node, row)

    def _fields(self, type_: GraphQLNamedType, left: int) -> Iterator[str]:
        """The fields of a type that need no argument, but for lists of objects with an id."""
        assert hasattr(type_, "fields")
        for name, field in type_.fields.items():
            target = get_named_type(field.type)
            if is_plain(field):
                yield name
            elif is_composite_type(target) and needs_nothing(field):
                if self.shapes.is_stored(target):
                    yield f"{name} {{ __typename id }}"
                elif left and not self._lists_objects(target):
                    yield f"{name} {{ {' '.join(self._fields(target, left - 1))} }}"

    def _lists_objects(self, type_: GraphQLNamedType) -> bool:
        node = self.shapes.node_of(type_)
        return node is not None and self.shapes.is_stored(node)

    def _keep(self, type_: GraphQLNamedType, found: Any) -> None:
        """Take note of every value below an answer."""
        if isinstance(found, list):
            for item in found:
                self._keep(type_, item)
        elif found is not None:
            assert isinstance(type_, GraphQLObjectType)
            for name, value in found.items():
                self._note(type_, name, value)

    def _note(self, type_: GraphQLObjectType, name: str, value: Any) -> None:
        target = get_named_type(type_.fields[name].type)
        if is_leaf_type(target):
            for one in value if isinstance(value, list) and target.name != "JSON" else [value]:
                _add(self._values[type_.name, name], one)
                _add(self._named[name], one)
        elif not self.shapes.is_stored(target):
            self._keep(target, value)
        elif value is not None:
            _add(self._targets[type_.name, name], value["__typename"])
            _add(self._values[type_.name, name], value["id"])


def _add(some: list[Any], value: Any) -> None:
    if value is not None and value not in some:
        some.append(value)
