"""The compiler answers as the reference executor does, whatever is asked.

EDGEWISE_TEST_LONG says how many queries to make up for an engine; by default it is a few hundred.
"""
from __future__ import annotations

import os

import pytest
from graphql import parse, validate
from hypothesis import HealthCheck, Phase, given, seed, settings

from gql.schema.errors import Code
from tests.gql.compiler.comparison import assert_same, codes
from tests.gql.compiler.documents import Query
from tests.gql.compiler.executors import PRINCIPALS, compiled, reference
from tests.gql.compiler.known import Known
from tests.gql.compiler.selections import queries
from tests.gql.compiler.values import Mode
from tests.gql.compiler.worlds import WORLDS

LONG = int(os.environ.get("EDGEWISE_TEST_LONG") or 0)

QUERIES = LONG or 720
"""How many different queries each engine is asked, by whomever, about whichever world."""

PARTS = 4
"""In how many tests the queries of a world are, so that several processes share them."""

ROUND = 60
"""How many queries hypothesis makes up at once; it would repeat itself more and more."""


@pytest.mark.timeout(max(300, LONG * 2))
@pytest.mark.parametrize("principal", PRINCIPALS)
@pytest.mark.parametrize("part", range(PARTS))
def test_answers_are_those_of_the_reference_executor(known: Known, principal: str, part: int) -> None:
    wanted = -(-QUERIES // (len(WORLDS) * PARTS * len(PRINCIPALS)))
    agreed: set[str] = set()
    number = 0
    while len(agreed) < wanted:
        _make_up(known, principal, agreed, seed_=1_000_000 * part + number)
        number += 1


def _make_up(known: Known, principal: str, agreed: set[str], seed_: int) -> None:
    """Compare a round of queries; those that agreed are not asked again."""
    @seed(seed_)
    @settings(max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck),
              phases=(Phase.generate, Phase.shrink))
    @given(queries(known))
    def check(query: Query) -> None:
        if repr(query) not in agreed:
            assert_agreement(known, principal, query)
            agreed.add(repr(query))

    check()


def assert_agreement(known: Known, principal: str, query: Query) -> None:
    """Fail where an answer of the compiler is another one, or depends on how values are given."""
    drawn = query.operation()
    assert validate(known.shapes.schema, parse(drawn.document)) == []
    expected = reference(known.world, drawn, principal).content
    assert Code.INTERNAL not in codes(expected)
    said = {(operation.document, repr(operation.variables)): operation for operation in map(query.operation, Mode)}
    for operation in said.values():
        found = compiled(known.world, operation, principal)
        assert_same(found.content, expected)
