"""How one schema differs from another, as a frontend's developer has to know it."""
from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graphql import GraphQLError, GraphQLSchema, build_schema
from graphql.utilities.find_schema_changes import (
    BreakingChange,
    DangerousChange,
    DangerousChangeType,
    SafeChange,
    find_schema_changes,
)

from gql.errors import UnreadableSchema

WORDS: Mapping[type, str] = {BreakingChange: "breaking", DangerousChange: "dangerous", SafeChange: "safe"}
SEVERITIES = tuple(WORDS.values())
"""What a kind of change means to the clients of the older schema, the worst first."""

HARMLESS = frozenset({DangerousChangeType.OPTIONAL_ARG_ADDED, DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED})
"""Changes that graphql-core warns of: servers might act otherwise for who leaves these out, but edgewise does not."""


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
    found = [Difference(_severity(change), change.description.rstrip("."))
             for change in find_schema_changes(_parsed(before), build_schema(after))]
    return sorted(found, key=lambda difference: SEVERITIES.index(difference.severity))


def _severity(change: BreakingChange | DangerousChange | SafeChange) -> str:
    return "safe" if change.type in HARMLESS else WORDS[type(change)]


def _parsed(sdl: str) -> GraphQLSchema:
    try:
        return build_schema(sdl)
    except (GraphQLError, TypeError) as error:
        raise UnreadableSchema(f"the schema to compare with cannot be read: {error}") from None
