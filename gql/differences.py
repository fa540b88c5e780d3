"""How one schema differs from another, as a frontend's developer has to know it."""
from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graphql import GraphQLError, GraphQLSchema, build_schema
from graphql.utilities.find_schema_changes import (
    BreakingChange,
    DangerousChange,
    SafeChange,
    find_schema_changes,
)

from gql.errors import UnreadableSchema

WORDS: Mapping[type, str] = {BreakingChange: "breaking", DangerousChange: "dangerous", SafeChange: "safe"}
"""What a kind of change means to the clients of the older schema, the worst first."""


class Difference(NamedTuple):
    """One difference: `breaking` refuses queries that were valid, `dangerous` may surprise, `safe` only adds."""

    severity: str
    text: str

    @property
    def breaking(self) -> bool:
        """Whether queries that were valid are so no more."""
        return self.severity == "breaking"

    def __str__(self) -> str:
        return f"{self.severity}: {self.text}"


def differences(before: str, after: str) -> list[Difference]:
    """The differences between two schemas in SDL, breaking ones first.

    Raises UnreadableSchema where `before` is no SDL.
    """
    order = list(WORDS)
    changes = sorted(find_schema_changes(_parsed(before), build_schema(after)), key=lambda c: order.index(type(c)))
    return [Difference(WORDS[type(change)], change.description.rstrip(".")) for change in changes]


def _parsed(sdl: str) -> GraphQLSchema:
    try:
        return build_schema(sdl)
    except (GraphQLError, TypeError) as error:
        raise UnreadableSchema(f"the schema to compare with cannot be read: {error}") from None
