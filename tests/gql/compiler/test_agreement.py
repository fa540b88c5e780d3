"""The compiler answers as the reference executor does, whatever is asked.

EDGEWISE_TEST_LONG says how many queries to make up for an engine; by default it is a few hundred.
"""
from __future__ import annotations

import os
from collections import Counter

import pytest
from graphql import parse, validate
from hypothesis import HealthCheck, Phase, given, seed, settings

from gql.schema.errors import Code
from tests.gql.compiler.comparison import codes, difference
from tests.gql.compiler.documents import Query
from tests.gql.compiler.executors import compiled, reference
from tests.gql.compiler.known import Known
from tests.gql.compiler.selections import queries
from tests.gql.compiler.shrinking import smallest
from tests.gql.compiler.values import Mode
from tests.gql.compiler.worlds import WORLDS

LONG = int(os.environ.get("EDGEWISE_TEST_LONG") or 0)

QUERIES = LONG or 720
"""How many queries each engine is asked, by whomever, about whichever world."""

PARTS = (*(("admin", number) for number in range(5)), *(("owner", number) for number in range(2)), ("anonymous", 0))
"""Who asks the queries of a world in so many tests, each as many as the others; several processes share them."""


MOST_FALLBACKS = 0.5
"""Which share of the answers may be the reference executor's own, as then they prove nothing."""


@pytest.mark.timeout(max(300, LONG * 2))
@pytest.mark.parametrize(("principal", "part"), PARTS)
def test_answers_are_those_of_the_reference_executor(known: Known, principal: str, part: int) -> None:
    reasons: list[str | None] = []

    @seed(part)
    @settings(max_examples=-(-QUERIES // (len(WORLDS) * len(PARTS))), deadline=None, database=None,
              suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
    @given(queries(known))
    def check(query: Query) -> None:
        if disagreement(known, principal, query, reasons):
            found = smallest(
                query, lambda other: is_valid(known, other) and bool(disagreement(known, principal, other, [])))
            pytest.fail(f"{disagreement(known, principal, found, [])}\n{found}")

    check()
    assert sum(reason is not None for reason in reasons) < MOST_FALLBACKS * len(reasons), Counter(reasons)


def disagreement(known: Known, principal: str, query: Query, reasons: list[str | None]) -> str:
    """In what an answer of the compiler is another one, or depends on how values are given; empty if in nothing.

    Adds to `reasons` why each answer is not the compiler's own, None if it is.
    """
    assert is_valid(known, query), query
    expected = reference(known.world, query.operation(), principal).content
    if Code.INTERNAL in codes(expected):
        return f"the reference executor fails: {expected}"
    said = {(operation.document, repr(operation.variables)): operation for operation in map(query.operation, Mode)}
    for operation in said.values():
        found = compiled(known.world, operation, principal)
        reasons.append(found.fallback)
        if differs := difference(found.content, expected):
            return f"{differs}\n{operation}"
    return ""


def is_valid(known: Known, query: Query) -> bool:
    """Whether a query may be asked at all."""
    return not validate(known.shapes.schema, parse(query.operation().document))
