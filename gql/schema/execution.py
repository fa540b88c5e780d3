"""Running one operation: a document, its variables, an answer."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, GraphQLSyntaxError, parse
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from gql.compiler.ids import short
from gql.schema.errors import Code, presented
from gql.schema.loading import Reader
from gql.schema.quirks import Schema


@dataclass(frozen=True)
class Operation:
    """What a client wants to run; `name` chooses where a document holds several operations."""

    document: str
    variables: Mapping[str, Any] | None = None
    name: str | None = None


REFUSALS = frozenset({Code.UNAUTHENTICATED, Code.FORBIDDEN})
"""What says that an answer is refused to whoever asks."""


class OnlyQueries(Exception):
    """An operation that changes things, asked for in a way that may not."""


@dataclass(frozen=True)
class Answer:
    """The result of an operation. One that never ran, as it was no good, has no data at all, not even null."""

    data: Mapping[str, Any] | None
    errors: list[dict[str, Any]]
    ran: bool = True

    @property
    def content(self) -> dict[str, Any]:
        """The answer as GraphQL's specification has it (section 7.1)."""
        content: dict[str, Any] = {"errors": self.errors} if self.errors else {}
        return {**content, "data": self.data} if self.ran else content

    @property
    def refusal(self) -> tuple[Code, str] | None:
        """The code and the message of the first error, if whoever asks may see nothing at all of the answer."""
        codes = {error["extensions"]["code"] for error in self.errors}
        if not codes or not codes <= REFUSALS or any(value is not None for value in (self.data or {}).values()):
            return None
        return self.errors[0]["extensions"]["code"], self.errors[0]["message"]


async def execute(schema: Schema, operation: Operation, reader: Reader, *, only_queries: bool = False) -> Answer:
    """The answer to an operation; raises OnlyQueries."""
    try:
        result = await schema.execute(
            operation.document, dict(operation.variables or {}), context_value=reader, operation_name=operation.name,
            allowed_operation_types=[OperationType.QUERY] if only_queries else list(OperationType),
        )
    except InvalidOperationTypeError:
        raise OnlyQueries from None
    except CannotGetOperationTypeError as error:
        return Answer(None, presented([_no_operation(error.operation_name)]), ran=False)
    ran = result.data is not None or any(error.path for error in result.errors or ())
    return Answer(result.data, presented(result.errors or ()), ran)


def syntax_error(document: str) -> str | None:
    """Why a text is no GraphQL document and where; None if it is one."""
    try:
        parse(document, no_location=True)
    except GraphQLSyntaxError as error:
        line, column = error.locations[0] if error.locations else (1, 1)
        return f"{error.message} (line {line}, column {column})"
    return None


def _no_operation(name: str | None) -> GraphQLError:
    if name is None:
        return GraphQLError("the document has no operation; it needs a query or a mutation")
    return GraphQLError(f"the document has no operation called {short(name)}; operationName has to name one of its own")
