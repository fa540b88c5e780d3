"""Running one operation: a document, its variables, an answer."""
from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson
from graphql import GraphQLError, GraphQLSyntaxError, OperationType, parse

from gql.compiler.errors import LimitExceeded, TimedOut
from gql.limits.table import DEFAULTS, Limits
from gql.schema.errors import Code, Invalid, presented
from gql.schema.loading import Reader
from gql.schema.preparing import Prepared, chosen, hidden, parsed, prepare
from gql.schema.quirks import Schema


class Operation(NamedTuple):
    """What a client wants to run; `name` chooses where a document holds several operations."""

    document: str
    variables: Mapping[str, Any] | None = None
    name: str | None = None


REFUSALS = frozenset({Code.UNAUTHENTICATED, Code.FORBIDDEN})
"""What says that an answer is refused to whoever asks."""


class OnlyQueries(Exception):
    """An operation that changes things, asked for in a way that may not."""


class Answer(NamedTuple):
    """The result of an operation. One that never ran, as it was no good, has no data at all, not even null.

    `body` is the whole answer as the database has written it: then there are no errors. `explanation` says how the
    answer came about.
    """

    data: Mapping[str, Any] | None
    errors: list[dict[str, Any]]
    ran: bool = True
    body: bytes | None = None
    explanation: Mapping[str, Any] | None = None

    @property
    def content(self) -> dict[str, Any]:
        """The answer as GraphQL's specification has it (section 7.1)."""
        content: dict[str, Any] = {"errors": self.errors} if self.errors else {}
        if self.ran:
            content["data"] = orjson.Fragment(self.body[len('{"data":'):-1]) if self.body else self.data
        if self.explanation is not None:
            content["extensions"] = {"explain": self.explanation}
        return content

    @property
    def json(self) -> bytes:
        """The same as it is sent."""
        return self.body if self.body is not None and self.explanation is None else orjson.dumps(self.content)

    @property
    def refusal(self) -> tuple[Code, str] | None:
        """The code and the message of the first error, if whoever asks may see nothing at all of the answer."""
        if not self.errors:
            return None
        codes = {error["extensions"]["code"] for error in self.errors}
        if not codes <= REFUSALS or any(value is not None for value in (self.data or {}).values()):
            return None
        return self.errors[0]["extensions"]["code"], self.errors[0]["message"]


async def execute(
    schema: Schema, operation: Operation, reader: Reader, *, only_queries: bool = False, limits: Limits = DEFAULTS,
    introspects: bool = True,
) -> Answer:
    """The answer of the reference executor to an operation; raises OnlyQueries.

    Without `introspects` nothing is said of the schema beyond what valid operations show of it.
    """
    try:
        prepared = ready(schema, operation, only_queries=only_queries, limits=limits, introspects=introspects)
        prepared.check(operation.variables or {}, limits)
        return await run(schema, prepared, operation, reader, limits, introspects=introspects)
    except REFUSING as error:
        return refused(error)


def ready(
    schema: Schema, operation: Operation, *, only_queries: bool, limits: Limits, introspects: bool,
) -> Prepared:
    """An operation that may run, but for its cost. Raises OnlyQueries, LimitExceeded, Invalid and GraphQLError."""
    document = parsed(operation.document, limits)
    node = chosen(document, operation.name)
    if only_queries and node.operation is not OperationType.QUERY:
        raise OnlyQueries
    return prepare(schema, document, node, introspects=introspects)


REFUSING = (Invalid, LimitExceeded, TimedOut, GraphQLError)
"""What says why an operation has no answer."""


def refused(error: Exception) -> Answer:
    """The answer that says why there is none; `error` is one of REFUSING."""
    if isinstance(error, Invalid):
        return _refused(*error.errors)
    return _refused(error if isinstance(error, GraphQLError) else GraphQLError(str(error), original_error=error))


async def run(
    schema: Schema, prepared: Prepared, operation: Operation, reader: Reader, limits: Limits, *, introspects: bool,
) -> Answer:
    """The answer of the reference executor to an operation that may run. Raises TimedOut."""
    try:
        async with asyncio.timeout(limits.deadline) as deadline:
            result = await schema.run(
                prepared.document, operation.name, dict(operation.variables or {}), reader)
    except TimeoutError:
        if not deadline.expired():
            raise
        raise _late(prepared, limits) from None
    errors = result.errors or []
    ran = result.data is not None or any(error.path for error in errors)
    return Answer(result.data, presented(errors if ran or introspects else hidden(errors)), ran)


def _refused(*errors: GraphQLError) -> Answer:
    return Answer(None, presented(errors), ran=False)


def _late(prepared: Prepared, limits: Limits) -> TimedOut:
    changes = prepared.operation.operation is not OperationType.QUERY
    advice = "what it was about to change may yet be changed: look before you repeat it" if changes else "ask for less"
    return TimedOut(f"the answer took longer than {limits.deadline} seconds (limits.deadline); {advice}")


def syntax_error(document: str) -> str | None:
    """Why a text is no GraphQL document and where; None if it is one."""
    try:
        parse(document, no_location=True)
    except GraphQLSyntaxError as error:
        line, column = error.locations[0] if error.locations else (1, 1)
        return f"{error.message} (line {line}, column {column})"
    return None
