"""The rules that make a document valid: graphql-core's, and what Strawberry adds to them."""
from __future__ import annotations

from graphql import (
    DocumentNode,
    GraphQLNamedType,
    NonNullTypeNode,
    ObjectValueNode,
    OperationDefinitionNode,
    VariableNode,
    specified_rules,
)
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule


class OneOfInputsRule(OneOfInputValidationRule):
    """Exactly one field is given of inputs that are made so.

    Strawberry's rule fails at variables that have no definition, or have it behind the fragment that uses them.
    """

    def enter_document(self, document: DocumentNode, *_: object) -> None:
        """Learn of all variables. Where several operations have one of a name, that which can be null counts."""
        operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
        found = [each for operation in operations for each in operation.variable_definitions or ()]
        found.sort(key=lambda each: not isinstance(each.type, NonNullTypeNode))
        self.variable_definitions = {each.variable.name.value: each for each in found}

    def enter_operation_definition(self, *_: object) -> None:
        """Forget nothing."""

    def enter_variable_definition(self, *_: object) -> None:
        """Learn nothing new."""

    def validate_one_of(self, node: ObjectValueNode, type: GraphQLNamedType) -> None:  # noqa: A002 - its name there
        """As Strawberry does, but variables without a definition are another rule's."""
        variables = {each.value.name.value for each in node.fields if isinstance(each.value, VariableNode)}
        if variables <= self.variable_definitions.keys():
            super().validate_one_of(node, type)


RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputsRule)
