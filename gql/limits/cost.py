"""How many rows a valid operation may touch: sizes of pages with their conditions, multiplied along each path."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLCompositeType,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
)

from gql.limits.conditions import HEAVIEST, WHERE, Conditions, Plain, Weight, conditions, weigh
from gql.limits.excess import require
from gql.limits.shape import Fragments
from models.query.operands import MOST_VALUES
from models.query.pages import DEFAULT_SIZE, LARGEST

Variables = Mapping[str, Any]

PAGED = ("first", "last")
"""The arguments that say how large a page is."""

TOTAL = "totalCount"

MOST_LISTED = 2**31
"""No list that a variable can hold is longer."""

INTROSPECTED: Mapping[str, int] = {
    "types": 600, "fields": 8, "args": 2, "inputFields": 8, "enumValues": 10, "possibleTypes": 10, "interfaces": 2,
    "directives": 6,
}
"""How long the lists of introspection are, about; those of `Query` and of `Node` are longer, most are shorter."""


class Holds(Enum):
    """What the variable of a count holds, and what that comes to."""

    SIZE = "the size of a page"
    LIST = "a list: its length"
    CONDITION = "a condition: what it looks at for each object"
    VALUES = "a condition: how many values stand in its lists"


_READ: Mapping[Holds, Callable[[Any], int | None]] = {
    Holds.SIZE: lambda value: _page_size(value) if isinstance(value, int) else None,
    Holds.LIST: lambda value: len(value) if isinstance(value, list) else None,
    Holds.CONDITION: lambda value: None if value is None else weigh(value).rows,
    Holds.VALUES: lambda value: None if value is None else weigh(value).values,
}


@dataclass(frozen=True)
class Count:
    """A number, or what a variable comes to; the number, if that has a wrong type, which execution refuses."""

    number: int
    variable: str | None = None
    holds: Holds = Holds.SIZE
    most: int = LARGEST

    def of(self, variables: Variables) -> int:
        """The number."""
        if self.variable is None:
            return self.number
        found = _READ[self.holds](variables.get(self.variable))
        return self.number if found is None else found

    @property
    def highest(self) -> int:
        """The highest number that it can be."""
        return self.number if self.variable is None else self.most


ONE = Count(1)


@dataclass(frozen=True)
class Cost:
    """What is paid for each of `count` things: `own` rows, and the parts."""

    count: Count
    own: int
    parts: tuple[Cost, ...] = ()

    def rows(self, variables: Variables) -> int:
        """How many rows that may be."""
        return self.count.of(variables) * (self.own + sum(part.rows(variables) for part in self.parts))

    @cached_property
    def most(self) -> int:
        """How many rows it may be at the worst, whatever the variables are."""
        return self.count.highest * (self.own + sum(part.most for part in self.parts))

    def check(self, variables: Variables, limit: int) -> None:
        """Raise LimitExceeded if it is above a limit."""
        if self.most > limit:
            self._check(variables, limit)

    def _check(self, variables: Variables, limit: int) -> None:
        require("cost", "rows that the operation may touch", self.rows(variables), limit)


NO_PAGE = Cost(ONE, 0)


def cost_of(
    schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments,
) -> tuple[Cost, Conditions]:
    """The cost of an operation of a valid document whose shape was checked, and the conditions in it.

    What @skip and @include leave out counts. Counting is a page more, as the objects behind it are unknown.
    """
    root = schema.get_root_type(operation.operation)
    assert root is not None  # noqa: S101 - the document is valid
    estimate = _Estimate(schema, fragments, operation.variable_definitions or ())
    cost = _folded(Cost(ONE, 0, estimate.parts(root, [operation.selection_set], NO_PAGE)))
    return cost, conditions(estimate.weights)


class _Estimate:
    """Walks an operation with its types."""

    def __init__(
        self, schema: GraphQLSchema, fragments: Fragments, definitions: Sequence[VariableDefinitionNode],
    ) -> None:
        self._schema, self._fragments, self._plain = schema, fragments, Plain(schema, definitions)
        self._defaults = {node.variable.name.value: node.default_value for node in definitions}
        self.weights: list[Weight] = []

    def parts(self, type_: GraphQLCompositeType, sets: Iterable[SelectionSetNode], page: Cost) -> tuple[Cost, ...]:
        """What the selections of one object cost; `page` is what finding its list costs, if it is a connection."""
        found = (self._part(parent, nodes, page) for parent, nodes in self._fields(type_, sets))
        return tuple(cost for cost in found if cost)

    def _part(self, parent: GraphQLCompositeType, nodes: Sequence[FieldNode], page: Cost) -> Cost | None:
        name = nodes[0].name.value
        field = self._schema.get_field(parent, name)
        if field is None:
            return None
        named = get_named_type(field.type)
        if not is_composite_type(named):
            return page if name == TOTAL else None
        inner = [node.selection_set for node in nodes if node.selection_set]
        if _is_connection(named):
            weight = self._weight(nodes[0])
            found = Cost(self._size(field, nodes[0]), 1 + weight.rows, _looks(weight))
            return Cost(ONE, weight.values, (found, *_values(weight), *self.parts(named, inner, found)))
        if _is_connection(parent):  # nodes, edges and pageInfo: their objects were counted with the connection
            count = page.count if is_list_type(get_nullable_type(field.type)) else ONE
            return Cost(count, 0, self.parts(named, inner, NO_PAGE))
        own = 0 if name == "node" and parent.name.endswith("Edge") else 1
        return Cost(self._size(field, nodes[0]), own, self.parts(named, inner, NO_PAGE))

    def _weight(self, node: FieldNode) -> Weight:
        given = next((each.value for each in node.arguments or () if each.name.value == WHERE), None)
        weight = weigh(self._plain.value(given)) if given else Weight()
        self.weights.append(weight)
        return weight

    def _fields(
        self, type_: GraphQLCompositeType, sets: Iterable[SelectionSetNode],
    ) -> Iterable[tuple[GraphQLCompositeType, Sequence[FieldNode]]]:
        """The fields of one place of the answer, each with the type that has it; equal ones are one."""
        found: dict[tuple[str, str], tuple[GraphQLCompositeType, list[FieldNode]]] = {}
        waiting, spread = [(type_, selection_set) for selection_set in sets], set[str]()
        while waiting:
            parent, selection_set = waiting.pop()
            for node in selection_set.selections:
                if isinstance(node, FieldNode):
                    key = parent.name, (node.alias or node.name).value
                    found.setdefault(key, (parent, []))[1].append(node)
                elif isinstance(node, InlineFragmentNode):
                    condition = node.type_condition.name.value if node.type_condition else parent.name
                    waiting.append((self._type(condition, parent), node.selection_set))
                elif isinstance(node, FragmentSpreadNode) and node.name.value not in spread:
                    spread.add(node.name.value)
                    fragment = self._fragments[node.name.value]
                    waiting.append((self._type(fragment.type_condition.name.value, parent), fragment.selection_set))
        return found.values()

    def _type(self, name: str, otherwise: GraphQLCompositeType) -> GraphQLCompositeType:
        found = self._schema.get_type(name)
        return found if is_composite_type(found) else otherwise

    def _size(self, field: GraphQLField, node: FieldNode) -> Count:
        """How many objects a field leads to: a page of them, as many as were named, or one."""
        given = {argument.name.value: argument.value for argument in node.arguments or ()}
        for name in PAGED:
            if name in given and (size := self._page(given[name])):
                return size
        if PAGED[0] in field.args:
            return Count(DEFAULT_SIZE)
        for name, argument in field.args.items():
            if name in given and is_list_type(get_nullable_type(argument.type)):
                return self._listed(given[name])
        return Count(_length(field, node)) if is_list_type(get_nullable_type(field.type)) else ONE

    def _page(self, value: ValueNode) -> Count | None:
        """The size that a value says; None if that is null."""
        if isinstance(value, VariableNode):
            default = self._defaults.get(value.name.value)
            number = _page_size(int(default.value)) if isinstance(default, IntValueNode) else DEFAULT_SIZE
            return Count(number, value.name.value)
        return Count(_page_size(int(value.value))) if isinstance(value, IntValueNode) else None

    def _listed(self, value: ValueNode) -> Count:
        """How many are named; one that is no list stands for a list of one."""
        if isinstance(value, VariableNode):
            default = self._defaults.get(value.name.value)
            return Count(_length_of(default), value.name.value, Holds.LIST, MOST_LISTED)
        return Count(_length_of(value))


def _looks(weight: Weight) -> tuple[Cost, ...]:
    """What is looked at for each object because of the conditions that are in variables."""
    return tuple(
        Cost(Count(weigh(slot.default).rows, slot.name, Holds.CONDITION, HEAVIEST), each)
        for slot, each in weight.slots if not slot.is_list)


def _values(weight: Weight) -> tuple[Cost, ...]:
    """The values that are looked for because of the lists that are in variables."""
    return tuple(
        Cost(Count(weigh(slot.default).values, slot.name, Holds.LIST, MOST_VALUES) if slot.is_list
             else Count(weigh(slot.default).values, slot.name, Holds.VALUES, HEAVIEST), 1)
        for slot, _ in weight.slots)


def _page_size(number: int) -> int:
    """What a number can mean as a size; the page refuses others."""
    return min(max(0, number), LARGEST)


def _length_of(value: ValueNode | None) -> int:
    return len(value.values) if isinstance(value, ListValueNode) else 1


def _length(field: GraphQLField, node: FieldNode) -> int:
    """How long a list is, about, that has no pages."""
    introspected = get_named_type(field.type).name.startswith("__")
    return INTROSPECTED.get(node.name.value, DEFAULT_SIZE) if introspected else DEFAULT_SIZE


def _is_connection(type_: GraphQLNamedType) -> bool:
    return type_.name.endswith("Connection") and "pageInfo" in getattr(type_, "fields", ())


def _folded(cost: Cost) -> Cost:
    """The same cost with everything added up that no variable can change: it is asked for in each request."""
    parts = tuple(map(_folded, cost.parts))
    fixed = sum(part.rows({}) for part in parts if part.count.variable is None and not part.parts)
    left = tuple(part for part in parts if part.count.variable is not None or part.parts)
    if cost.count.variable is None and not left:
        return Cost(ONE, cost.count.number * (cost.own + fixed))
    return Cost(cost.count, cost.own + fixed, left)
