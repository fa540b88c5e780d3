"""What queries make use of, as short names: so that a test can say what the generator reaches."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    Node,
    ObjectFieldNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableNode,
    Visitor,
    get_named_type,
    is_input_object_type,
    parse,
    visit,
)
from graphql.language import DirectiveNode, OperationDefinitionNode, VariableDefinitionNode

from gql.schema.execution import Operation


class Reach(Visitor):
    """Counts what the queries use that are added; `found` says in how many."""

    def __init__(self, schema: GraphQLSchema) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self._info = TypeInfo(schema)
        self._seen: set[str] = set()

    def add(self, operation: Operation, content: Any) -> None:
        """Look at one operation and its answer."""
        self._seen = set(_answered(content))
        visit(parse(operation.document), TypeInfoVisitor(self._info, self))
        self.found.update(self._seen)
        self.found["queries"] += 1

    def enter_field(self, node: FieldNode, _key: Any, _parent: Any, _path: Any, ancestors: list[Any]) -> None:
        parent, field = self._info.get_parent_type(), self._info.get_field_def()
        assert parent
        assert field
        self._seen |= {f"field {parent.name}.{node.name.value}", f"value {get_named_type(field.type).name}"}
        if node.alias:
            self._seen.add("alias")
        edges = sum(isinstance(one, FieldNode) and _is_edge(one) for one in ancestors)
        self._seen.add(f"depth {edges}")
        names = {argument.name.value for argument in node.arguments or ()}
        self._seen.add(f"page {' '.join(sorted(names & {'first', 'after', 'last', 'before'}))}")

    def enter_argument(self, node: Any, *_: Any) -> None:
        self._seen.add(f"argument {node.name.value} {node.value.kind}")

    def enter_object_field(self, node: ObjectFieldNode, *_: Any) -> None:
        parent = self._info.get_parent_input_type()
        named = get_named_type(parent) if parent else None
        if is_input_object_type(named):
            self._seen.add(f"input {named.name}.{node.name.value}")
            self._seen.add(f"operator {node.name.value}")

    def enter_enum_value(self, node: Any, *_: Any) -> None:
        named = get_named_type(self._info.get_input_type())
        self._seen.add(f"enum {named.name if named else ''}.{node.value}")

    def enter_directive(self, node: DirectiveNode, _key: Any, _parent: Any, _path: Any, ancestors: list[Any]) -> None:
        holder = next(one for one in reversed(ancestors) if isinstance(one, Node))
        by = "variable" if isinstance((node.arguments or ())[0].value, VariableNode) else "literal"
        self._seen.add(f"@{node.name.value} on {holder.kind} by {by}")

    def enter_inline_fragment(self, node: InlineFragmentNode, *_: Any) -> None:
        self._seen.add(f"inline fragment on {self._kind(node.type_condition)}")

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: Any) -> None:
        name = f"fragment spread {node.name.value}"
        self._seen.add("fragment in two places" if name in self._seen else "fragment spread")
        self._seen.add(name)

    def enter_variable_definition(self, node: VariableDefinitionNode, *_: Any) -> None:
        named = self._info.get_input_type()
        kind = "input object" if is_input_object_type(get_named_type(named)) else str(get_named_type(named))
        self._seen.add(f"variable {node.type.kind} {kind}")
        self._seen.add("variable with default" if node.default_value else "variable without default")

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        self._seen.add("named operation" if node.name else "operation without a name")

    def _kind(self, condition: Any) -> str:
        if condition is None:
            return "no type"
        return condition.name.value if condition.name.value in ("Node", "Object", "Query") else "a type"


def _is_edge(node: FieldNode) -> bool:
    return node.name.value not in ("nodes", "edges", "node", "pageInfo") or bool(node.arguments)


def _answered(content: Any) -> Iterator[str]:
    """What can be said of an answer."""
    for error in content.get("errors", ()):
        yield f"error {error['extensions']['code']}"
    data = content.get("data")
    yield from ("answer with something in it" for _ in range(_filled(data)))
    yield "answer with errors" if content.get("errors") else "answer without errors"


def _filled(value: Any) -> bool:
    """Whether there is anything that is not empty."""
    if isinstance(value, dict):
        return any(_filled(inner) for name, inner in value.items() if name != "__typename")
    return any(map(_filled, value)) if isinstance(value, list) else value is not None and value is not False
