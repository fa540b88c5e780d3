"""From a document to an operation that may run: parsed, measured, valid; all that can be known without variables."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    parse,
)

from gql.compiler.ids import short
from gql.limits.conditions import Conditions
from gql.limits.cost import Cost, cost_of
from gql.limits.excess import excess, require
from gql.limits.shape import check_shape, fragments_of
from gql.limits.table import DEFAULTS, Limits
from gql.schema.errors import Invalid
from gql.schema.quirks import Schema


@dataclass(frozen=True)
class Prepared:
    """One operation of a document that is valid and within the limits, but for those that depend on variables."""

    document: DocumentNode
    operation: OperationDefinitionNode
    cost: Cost
    conditions: Conditions

    def check(self, variables: Mapping[str, Any], limits: Limits) -> None:
        """Raise LimitExceeded if it may not run with some variables."""
        self.conditions.check(variables, limits.conditions)
        self.cost.check(variables, limits.cost)


def parsed(text: str, limits: Limits) -> DocumentNode:
    """A document within the limits that need no schema.

    Raises LimitExceeded, GraphQLSyntaxError, and GraphQLError for circular fragments.
    """
    require("characters", "characters of the document", len(text), limits.characters)
    try:
        document = parse(text, max_tokens=limits.tokens)
    except GraphQLSyntaxError as error:
        if error.message.endswith("tokens. Parsing aborted."):
            raise excess("tokens", "tokens of the document", f"more than {limits.tokens}", limits.tokens) from None
        raise
    check_shape(document, limits)
    return document


def chosen(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    """The operation that a request means; raises GraphQLError if it does not say which."""
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if name is not None:
        operations = [node for node in operations if node.name and node.name.value == name]
    if not operations:
        raise GraphQLError(_missing(name))
    if name is None and len(operations) > 1:
        raise GraphQLError("the document has several operations; name one of them")
    return operations[0]


def prepare(
    schema: Schema, document: DocumentNode, operation: OperationDefinitionNode, *, introspects: bool = True,
) -> Prepared:
    """An operation of a parsed document, once the whole document has turned out to be valid; raises Invalid.

    Without `introspects` the schema stays hidden: introspection is not valid, and an error says nothing more.
    """
    errors = schema.faults(document, introspects=introspects)
    if errors:
        raise Invalid(errors if introspects else hidden(errors))
    return Prepared(document, operation, *cost_of(schema.core, operation, fragments_of(document)))


def valid(schema: Schema, text: str, name: str | None, limits: Limits = DEFAULTS) -> DocumentNode:
    """A document whose operation may run; raises RequestError that says why it may not."""
    try:
        document = parsed(text, limits)
        prepare(schema, document, chosen(document, name))
    except GraphQLError as error:
        raise Invalid([error]) from None
    return document


def hidden(errors: Sequence[GraphQLError]) -> list[GraphQLError]:
    """What may be said of errors about the schema to whom the schema is not shown: names or places would tell of it."""
    return [GraphQLError(
        "this does not fit the schema, which this server does not show you (graphql.introspection)")] if errors else []


def _missing(name: str | None) -> str:
    if name is None:
        return "the document has no operation; it needs a query or a mutation"
    return f"the document has no operation called {short(name)}; operationName has to name one of its own"
