"""A validated document as data: what is selected, with directives applied; the only reader of graphql-core's AST."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    BooleanValueNode,
    DocumentNode,
    EnumValueNode,
    FieldNode,
    FloatValueNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    StringValueNode,
    TypeNode,
    ValueNode,
    VariableNode,
)

from gql.compiler.errors import Unplannable

MOST_SELECTIONS = 5_000
"""How many fields an operation may have once its fragments are put in their places."""


@dataclass(frozen=True)
class Variable:
    """A place in the arguments where the value of a variable goes."""

    name: str


Given = Variable | str | int | float | bool | None | list["Given"] | dict[str, "Given"]
"""The value of an argument as it is written: enum values are texts, as their names."""


@dataclass(frozen=True)
class Selection:
    """One mention of a field; `on` are the types that its fragments ask for, all of which have to fit."""

    key: str
    name: str
    on: tuple[str, ...]
    arguments: Mapping[str, Given]
    children: tuple[Selection, ...]


@dataclass(frozen=True)
class Definition:
    """A variable that an operation declares; `default` is Ellipsis if it has none."""

    name: str
    type: TypeNode
    default: Given | Any


@dataclass(frozen=True)
class Query:
    """One operation: its variables, and the selections at its root."""

    variables: tuple[Definition, ...]
    selections: tuple[Selection, ...]


class Operations:
    """The operations of one document that passed validation."""

    def __init__(self, document: DocumentNode) -> None:
        self._operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
        self._fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}

    def chosen(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation of that name, without one the only one; None if there is none or if it is no query."""
        found = [node for node in self._operations if name is None or (node.name and node.name.value == name)]
        return found[0] if len(found) == 1 and found[0].operation is OperationType.QUERY else None

    def definitions(self, operation: OperationDefinitionNode) -> tuple[Definition, ...]:
        """The variables of an operation."""
        return tuple(
            Definition(each.variable.name.value, each.type,
                       _given(each.default_value) if each.default_value else ...)
            for each in operation.variable_definitions or ())

    def switches(self, operation: OperationDefinitionNode) -> tuple[str, ...]:
        """The variables by which @skip and @include decide: another plan for each of their values."""
        return tuple(dict.fromkeys(self._switches(operation.selection_set, set())))

    def query(self, operation: OperationDefinitionNode, switches: Mapping[str, object]) -> Query:
        """What an operation selects when those variables have these values. Raises Unplannable."""
        if operation.directives:
            raise Unplannable("the operation has directives")
        return Query(self.definitions(operation), _Expansion(self._fragments, switches).of(operation.selection_set))

    def _switches(self, selected: SelectionSetNode | None, seen: set[str]) -> Iterator[str]:
        for node in selected.selections if selected else ():
            for condition in _conditions(node):
                if isinstance(condition, VariableNode):
                    yield condition.name.value
            if not isinstance(node, FragmentSpreadNode):
                yield from self._switches(getattr(node, "selection_set", None), seen)
            elif node.name.value not in seen:
                seen.add(node.name.value)
                yield from self._switches(self._fragments[node.name.value].selection_set, seen)


class _Expansion:
    """The selections of one operation with its fragments put in their places."""

    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode], switches: Mapping[str, object]) -> None:
        self._fragments, self._switches = fragments, switches
        self._left = MOST_SELECTIONS

    def of(self, selected: SelectionSetNode | None) -> tuple[Selection, ...]:
        """What a selection set selects. Raises Unplannable."""
        return tuple(self._selections(selected, (), set()))

    def _selections(
        self, selected: SelectionSetNode | None, on: tuple[str, ...], seen: set[tuple[str, tuple[str, ...]]],
    ) -> Iterator[Selection]:
        """A fragment that was met under the same conditions before adds nothing (GraphQL specification, 6.3.2)."""
        for node in selected.selections if selected else ():
            if not _is_included(node, self._switches):
                continue
            if isinstance(node, FieldNode):
                yield self._selection(node, on)
            elif isinstance(node, FragmentSpreadNode):
                fragment = self._fragments[node.name.value]
                inner = _narrowed(on, fragment.type_condition.name.value)
                if (node.name.value, inner) not in seen:
                    seen.add((node.name.value, inner))
                    yield from self._selections(fragment.selection_set, inner, seen)
            elif isinstance(node, InlineFragmentNode):
                inner = _narrowed(on, node.type_condition.name.value) if node.type_condition else on
                yield from self._selections(node.selection_set, inner, seen)

    def _selection(self, node: FieldNode, on: tuple[str, ...]) -> Selection:
        self._left -= 1
        if self._left < 0:
            raise Unplannable(f"more than {MOST_SELECTIONS} fields once fragments are put in their places")
        name = node.name.value
        return Selection(
            node.alias.value if node.alias else name, name, on,
            {each.name.value: _given(each.value) for each in node.arguments or ()}, self.of(node.selection_set),
        )


def _narrowed(on: tuple[str, ...], condition: str) -> tuple[str, ...]:
    return on if condition in on else tuple(sorted((*on, condition)))


def collect(selections: Iterable[Selection], fits: Callable[[str], bool]) -> dict[str, Selection]:
    """The fields of one type by their response keys, in order; `fits` says whether it is a type or has an interface.

    Mentions with one key are merged: validation has seen to it that they are of one field with the same arguments
    (GraphQL specification, 6.3.2).
    """
    found: dict[str, Selection] = {}
    for each in selections:
        if not all(map(fits, each.on)):
            continue
        first = found.get(each.key)
        if first is not None:
            each = Selection(each.key, first.name, (), first.arguments, (*first.children, *each.children))
        found[each.key] = each
    return found


def _conditions(node: SelectionNode) -> Iterator[ValueNode]:
    for directive in node.directives or ():
        if directive.name.value in ("skip", "include"):
            yield from (each.value for each in directive.arguments or ())


def _is_included(node: SelectionNode, switches: Mapping[str, object]) -> bool:
    for directive in node.directives or ():
        name = directive.name.value
        if name not in ("skip", "include"):
            raise Unplannable(f"the directive @{name}")
        value = _given((directive.arguments or ())[0].value)
        if bool(switches[value.name] if isinstance(value, Variable) else value) is (name == "skip"):
            return False
    return True


def _given(node: ValueNode) -> Given:
    if isinstance(node, VariableNode):
        return Variable(node.name.value)
    if isinstance(node, ListValueNode):
        return [_given(each) for each in node.values]
    if isinstance(node, ObjectValueNode):
        return {each.name.value: _given(each.value) for each in node.fields}
    return _LITERALS[type(node)](node)


_LITERALS: Mapping[type, Callable[[Any], Given]] = {
    IntValueNode: lambda node: int(node.value),
    FloatValueNode: lambda node: float(node.value),
    StringValueNode: lambda node: node.value,
    BooleanValueNode: lambda node: node.value,
    EnumValueNode: lambda node: node.value,
    NullValueNode: lambda _: None,
}
