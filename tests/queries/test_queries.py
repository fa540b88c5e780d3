"""Every golden query has its answer from both executors on every engine, and its statements."""
from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from graphql import parse, validate

from gql.schema.quirks import Schema
from tests.engines import Engine
from tests.gql.compiler.comparison import difference
from tests.gql.compiler.executors import compiled, reference, statements
from tests.gql.compiler.worlds import World
from tests.queries.golden import Golden, demo_schema, demo_world, goldens, printed, strays

GOLDENS = goldens()
FEWEST = 60

every_query = pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.behaviour)


@pytest.fixture(scope="module")
def schema() -> Schema:
    return demo_schema()


@pytest.fixture(scope="module")
def world(_engine: Engine, schema: Schema) -> Iterator[World]:
    """The demonstration, which these tests only read."""
    with demo_world(_engine, schema) as made:
        yield made
    _engine.take_back()


def test_there_are_many_and_each_file_belongs_to_one() -> None:
    assert len(GOLDENS) >= FEWEST
    assert list(strays()) == []


@every_query
def test_query_is_valid(schema: Schema, golden: Golden) -> None:
    assert validate(schema._schema, parse(golden.operation.document)) == []


@every_query
def test_reference_executor_gives_the_answer(world: World, golden: Golden) -> None:
    assert printed(reference(world, golden.operation, "admin").content) == golden.answer


@every_query
def test_compiler_gives_the_answer(world: World, golden: Golden) -> None:
    assert difference(compiled(world, golden.operation, "admin").content, json.loads(golden.answer)) == ""


@every_query
def test_statements_are_those_that_were_read(world: World, golden: Golden) -> None:
    """If they are meant to change: python -m tests.queries.write, and read what it wrote."""
    assert statements(world, golden.operation, "admin") == golden.statements(world.network.database.engine)
