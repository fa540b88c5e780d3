"""The rules that make a document valid: graphql-core's, and what Strawberry adds to them."""
from __future__ import annotations

from collections.abc import Iterator

from graphql import (
    ExecutableDefinitionNode,
    GraphQLNamedType,
    NonNullTypeNode,
    ObjectValueNode,
    OperationDefinitionNode,
    VariableDefinitionNode,
    VariableNode,
    specified_rules,
)
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule


class OneOfInputsRule(OneOfInputValidationRule):
    """Exactly one field is given of inputs that are made so.

    Strawberry's rule fails at variables that have no definition, or have it behind the fragment that uses them.
    """

    def enter_operation_definition(self, node: ExecutableDefinitionNode, *_: object) -> None:
        """Note where inputs stand."""
        self._inside = node

    def enter_fragment_definition(self, node: ExecutableDefinitionNode, *_: object) -> None:
        """Note where inputs stand."""
        self._inside = node

    def enter_variable_definition(self, *_: object) -> None:
        """Wait until a variable is used."""

    def validate_one_of(self, node: ObjectValueNode, type: GraphQLNamedType) -> None:  # noqa: A002 - its name there
        """As Strawberry does, but variables without a definition are another rule's."""
        variables = {each.value.name.value for each in node.fields if isinstance(each.value, VariableNode)}
        self.variable_definitions = self._defined() if variables else {}
        if variables <= self.variable_definitions.keys():
            super().validate_one_of(node, type)

    def _defined(self) -> dict[str, VariableDefinitionNode]:
        """The variables here by name. Of several operations' with one name that which can be null counts."""
        found = [each for operation in self._operations() for each in operation.variable_definitions or ()]
        found.sort(key=lambda each: not isinstance(each.type, NonNullTypeNode))
        return {each.variable.name.value: each for each in found}

    def _operations(self) -> Iterator[OperationDefinitionNode]:
        """The operation that is gone through, or those that lead to the fragment that is."""
        for node in self.context.document.definitions:
            if isinstance(node, OperationDefinitionNode) and (node is self._inside or any(
                    each is self._inside for each in self.context.get_recursively_referenced_fragments(node))):
                yield node


RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputsRule)
"""What makes a document valid; the last two are Strawberry's own."""
