"""How much the conditions of an operation make the database look at, before any of them is read."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from graphql import (
    GraphQLSchema,
    ListTypeNode,
    ListValueNode,
    NamedTypeNode,
    NonNullTypeNode,
    ObjectValueNode,
    TypeNode,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    is_input_object_type,
)

from gql.limits.excess import excess
from models.query.conditions import Quantifier

Variables = Mapping[str, Any]

WHERE = "where"
"""The argument that holds a condition."""

MATCHED = 10
"""How many objects a condition on a list looks at for each object that has the list, about."""

HEAVIEST = 10**9
"""What lists in lists in lists count at the most: far above every limit."""

_QUANTIFIERS = frozenset(quantifier.value for quantifier in Quantifier)


@dataclass(frozen=True)
class Slot:
    """A variable in a condition: one that holds a condition or a part of it, or one that holds a list of values.

    `default` is what it holds if nobody says.
    """

    name: str
    is_list: bool
    default: Any = None


@dataclass(frozen=True)
class Weight:
    """What a condition comes to: its names, what it looks at for each object, the values in its lists.

    `slots` are the variables in it, each with what one name in it looks at.
    """

    names: int = 0
    rows: int = 0
    values: int = 0
    slots: tuple[tuple[Slot, int], ...] = ()


@dataclass(frozen=True)
class Conditions:
    """All conditions of an operation: `names` stand in it, the others are in variables."""

    names: int = 0
    slots: tuple[Slot, ...] = ()

    def check(self, variables: Variables, limit: int) -> None:
        """Raise LimitExceeded for more names than a limit."""
        names = self.names
        for slot in self.slots:
            if names <= limit:
                names += weigh(variables.get(slot.name, slot.default), limit).names
        if names > limit:
            raise excess("conditions", "names in the conditions of the operation", f"more than {limit}", limit)


def conditions(weights: Sequence[Weight]) -> Conditions:
    """The conditions of an operation together."""
    slots = (slot for weight in weights for slot, _ in weight.slots if not slot.is_list)
    return Conditions(sum(weight.names for weight in weights), tuple(slots))


def weigh(given: Any, most: int | None = None) -> Weight:
    """What a condition comes to, as JSON or as `plain` makes it; none is read further than to `most` names.

    A name stands for one more look at each object; behind some, none and every it does at each of MATCHED objects.
    """
    names = rows = values = 0
    slots: list[tuple[Slot, int]] = []
    waiting = [(given, 1)]
    while waiting and (most is None or names <= most):
        value, weight = waiting.pop()
        if isinstance(value, Slot):
            slots.append((value, weight))
            continue
        inner = list(islice(_inner(value, weight), None if most is None else most + 1))
        waiting += inner
        counted = len(value) if isinstance(value, dict) else len(inner)
        names, rows = names + counted, rows + counted * weight
        values += len(value) - len(inner) if isinstance(value, list) else 0
    return Weight(names, rows, values, tuple(slots))


def _inner(value: Any, weight: int) -> Iterator[tuple[Any, int]]:
    """The parts of a condition that have names in them themselves, or are variables."""
    if isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, dict | list | Slot):
                yield each, min(weight * MATCHED, HEAVIEST) if name in _QUANTIFIERS else weight
    elif isinstance(value, list):
        yield from ((each, weight) for each in value if isinstance(each, dict | list | Slot))


class Plain:
    """Makes plain values of what stands in a document; `definitions` say what its variables are."""

    def __init__(self, schema: GraphQLSchema, definitions: Sequence[VariableDefinitionNode]) -> None:
        self._slots = {node.variable.name.value: _slot(schema, node) for node in definitions}

    def value(self, node: ValueNode) -> Any:
        """Objects and lists as such, variables that count as slots, all else as None."""
        if isinstance(node, VariableNode):
            return self._slots.get(node.name.value)
        return _plain(node, self)


def _plain(node: ValueNode, known: Plain | None = None) -> Any:
    read = known.value if known else _plain
    if isinstance(node, ObjectValueNode):
        return {field.name.value: read(field.value) for field in node.fields}
    if isinstance(node, ListValueNode):
        return [read(each) for each in node.values]
    return None


def _slot(schema: GraphQLSchema, node: VariableDefinitionNode) -> Slot | None:
    """A variable as a slot; None for one that holds a single value."""
    named, is_list = _named(node.type)
    holds_condition = is_input_object_type(schema.get_type(named))
    if not holds_condition and not is_list:
        return None
    return Slot(node.variable.name.value, not holds_condition, node.default_value and _plain(node.default_value))


def _named(type_: TypeNode) -> tuple[str, bool]:
    """The name of a type, and whether it is a list of that."""
    is_list = False
    while isinstance(type_, ListTypeNode | NonNullTypeNode):
        is_list = is_list or isinstance(type_, ListTypeNode)
        type_ = type_.type
    assert isinstance(type_, NamedTypeNode)  # noqa: S101 - there is nothing else
    return type_.name.value, is_list
