"""What queries make use of, as short names: so that a test can say what the generator reaches."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLInputObjectType,
    InlineFragmentNode,
    Node,
    ObjectFieldNode,
    ObjectValueNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableNode,
    Visitor,
    get_named_type,
    is_input_object_type,
    parse,
    visit,
)
from graphql.language import ArgumentNode, DirectiveNode, EnumValueNode, OperationDefinitionNode, VariableDefinitionNode

from gql.schema.execution import Operation
from tests.gql.compiler.shapes import Shapes


class Reach(Visitor):
    """Counts what the operations use that are added: `found` says in how many, `documents` are their texts."""

    def __init__(self, shapes: Shapes) -> None:
        super().__init__()
        self.found: Counter[str] = Counter()
        self.documents: set[str] = set()
        self._shapes, self._info = shapes, TypeInfo(shapes.schema)
        self._seen: set[str] = set()
        self._given: set[str] = set()

    def add(self, operation: Operation, content: Any) -> None:
        """Look at one operation and its answer."""
        self._seen, self._given = set(_answered(content)), set(operation.variables or {})
        visit(parse(operation.document), TypeInfoVisitor(self._info, self))
        if operation.name:
            self._seen.add("one of several operations")
        self.documents.add(repr(operation))
        self.found.update({*self._seen, "queries"})

    # ------------------------------------------------------------------------------------- selections

    def enter_field(self, node: FieldNode, _key: Any, beside: Any, _path: Any, ancestors: list[Any]) -> None:
        """A field, its arguments of a page, and how many edges are above it."""
        parent, field = self._info.get_parent_type(), self._info.get_field_def()
        assert parent
        assert field
        self._seen |= {f"field {parent.name}.{node.name.value}", f"value {get_named_type(field.type).name}"}
        if node.alias:
            self._seen.add("alias")
        self._seen.add(f"depth {sum(isinstance(one, FieldNode) and _is_edge(one) for one in ancestors)}")
        names = {argument.name.value for argument in node.arguments or ()}
        self._seen.add(f"page {' '.join(sorted(names & {'first', 'after', 'last', 'before'}))}")
        keys = [_key_of(one) for one in beside if isinstance(one, FieldNode)]
        if node.selection_set and keys.count(_key_of(node)) > 1:
            self._seen.add("field in two parts")

    def enter_inline_fragment(self, node: InlineFragmentNode, *_: Any) -> None:
        """An inline fragment, and on what."""
        name = node.type_condition.name.value if node.type_condition else None
        kind = "no type" if name is None else name if name in ("Node", "Object", "Query") else "a type"
        self._seen.add(f"inline fragment on {kind}")

    def enter_fragment_spread(self, node: FragmentSpreadNode, *_: Any) -> None:
        """The place of a fragment, and whether it has another one."""
        name = f"fragment spread {node.name.value}"
        self._seen.add("fragment in two places" if name in self._seen else "fragment spread")
        self._seen.add(name)

    def enter_directive(self, node: DirectiveNode, _key: Any, _parent: Any, _path: Any, ancestors: list[Any]) -> None:
        """A directive, on what, and what it depends on."""
        holder = next(one for one in reversed(ancestors) if isinstance(one, Node))
        by = "variable" if isinstance((node.arguments or ())[0].value, VariableNode) else "literal"
        self._seen.add(f"@{node.name.value} on {holder.kind} by {by}")

    # ----------------------------------------------------------------------------------------- values

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:
        """An argument and how it is given."""
        self._seen.add(f"argument {node.name.value} {node.value.kind}")
        if node.name.value == "orderBy" and isinstance(node.value, ObjectValueNode):
            self._seen.add("order by one without brackets")
        if node.name.value == "orderBy" and len(getattr(node.value, "values", None) or ()) > 1:
            self._seen.add("order by several")

    def enter_object_field(
        self, node: ObjectFieldNode, _key: Any, _parent: Any, _path: Any, ancestors: list[Any],
    ) -> None:
        """A field of an input: an operator, a condition, a step of an order."""
        parent = get_named_type(self._info.get_parent_input_type())
        assert isinstance(parent, GraphQLInputObjectType)
        name, inner = node.name.value, get_named_type(parent.fields[node.name.value].type)
        self._seen.add(f"input {parent.name}.{name}")
        if parent.name.endswith("OrderBy") and is_input_object_type(inner):
            steps = sum(isinstance(one, ObjectFieldNode) for one in ancestors)
            self._seen.add("order by a longer path" if steps > 1 else "order by a path")
        elif parent.name.endswith(("Where", "ListFilter")):
            self._seen.add(f"condition {name}")
            if self._leads_on(parent, name):
                kind = " to any type" if inner.name == "ObjectWhere" else ""
                self._seen.add(f"condition through an edge{kind}")

    def _leads_on(self, where: GraphQLInputObjectType, name: str) -> bool:
        owner = self._shapes.owners.get(where.name)
        target = get_named_type(owner.fields[name].type) if owner and name in owner.fields else None
        return target is not None and self._shapes.is_stored(target)

    def enter_enum_value(self, node: EnumValueNode, *_: Any) -> None:
        """A value of an enum."""
        named = get_named_type(self._info.get_input_type())
        self._seen.add(f"enum {named.name if named else ''}.{node.value}")

    def enter_variable_definition(self, node: VariableDefinitionNode, *_: Any) -> None:
        """A variable, of which type, and whether it is given."""
        named = get_named_type(self._info.get_input_type())
        if is_input_object_type(named):
            self._seen.add("variable of an input object")
        if "list" in node.type.kind:
            self._seen.add("variable of a list")
        self._seen.add(f"variable {'with' if node.default_value else 'without'} default")
        if node.variable.name.value not in self._given:
            self._seen.add("variable that is not given")

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> None:
        """An operation, and whether it has a name."""
        self._seen.add("named operation" if node.name else "operation without a name")


def _is_edge(node: FieldNode) -> bool:
    return node.name.value not in ("nodes", "edges", "node", "pageInfo") or bool(node.arguments)


def _key_of(node: FieldNode) -> str:
    return node.alias.value if node.alias else node.name.value


def _answered(content: Any) -> Iterator[str]:
    """What can be said of an answer."""
    for error in content.get("errors", ()):
        yield f"error {error['extensions']['code']}"
    if _filled(content.get("data")):
        yield "answer with something in it"
    yield "answer with errors" if content.get("errors") else "answer without errors"


def _filled(value: Any) -> bool:
    """Whether there is anything that is not empty."""
    if isinstance(value, dict):
        return any(_filled(inner) for name, inner in value.items() if name != "__typename")
    return any(map(_filled, value)) if isinstance(value, list) else value is not None and value is not False
