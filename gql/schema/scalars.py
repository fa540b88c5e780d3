"""The scalars that GraphQL itself lacks: moments and large numbers."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

BigInt = NewType("BigInt", int)


def print_moment(value: datetime) -> str:
    """A moment as RFC 3339 writes it in UTC: 2024-05-17T09:30:00Z."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


SCALARS: Mapping[object, ScalarDefinition] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment in UTC, such as `2024-05-17T09:30:00Z`.",
        specified_by_url="https://scalars.graphql.org/andimarek/date-time.html",
        serialize=print_moment,
    ),
    BigInt: strawberry.scalar(
        name="BigInt",
        description="A whole number of up to 64 bits, as a string of digits: JSON readers round large numbers.",
        serialize=str,
    ),
}
"""The Python types of annotations and the scalars that they become."""
