"""The generator makes up queries that are worth comparing: they use all that there is, and most find something."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
)
from hypothesis import HealthCheck, Phase, given, seed, settings

from gql.schema.quirks import Schema
from tests.engines import Engine
from tests.gql.compiler.documents import Query
from tests.gql.compiler.executors import compiled
from tests.gql.compiler.known import Known
from tests.gql.compiler.reach import Reach
from tests.gql.compiler.selections import queries
from tests.gql.compiler.worlds import opened

EXAMPLES = 500

LEAST_SHARES = {
    "answer with something in it": 0.45, "answer without errors": 0.8, "error BAD_INPUT": 0.02,
    "alias": 0.3, "named operation": 0.3, "operation without a name": 0.3, "one of several operations": 0.01,
    "fragment spread": 0.1, "fragment in two places": 0.02, "field in two parts": 0.1,
    "inline fragment on a type": 0.15, "inline fragment on no type": 0.1, "inline fragment on Object": 0.02,
    "inline fragment on Node": 0.005, "variable with default": 0.2, "variable without default": 0.2,
    "variable that is not given": 0.05, "variable of an input object": 0.1, "variable of a list": 0.05,
    "depth 3": 0.2, "depth 4": 0.1, "depth 6": 0.04,
    "@skip on field by literal": 0.05, "@skip on field by variable": 0.05,
    "@skip on inline_fragment by variable": 0.005,
    "@include on field by literal": 0.05, "@include on field by variable": 0.05,
    "@include on inline_fragment by variable": 0.005,
    "page first": 0.2, "page last": 0.1, "page after first": 0.1, "page before last": 0.1, "page after": 0.03,
    "page before": 0.03, "page after before first": 0.05, "page after last": 0.05, "page before first": 0.05,
    "order by several": 0.05, "order by a path": 0.1, "order by a longer path": 0.003,
    "order by one without brackets": 0.02,
    "condition and": 0.03, "condition or": 0.03, "condition not": 0.03, "condition some": 0.03, "condition none": 0.03,
    "condition every": 0.03, "condition through an edge": 0.015, "condition through an edge to any type": 0.01,
}
"""In which share of the queries what stands at least."""


@pytest.fixture(scope="module")
def known(_engine: Engine, schema: Schema) -> Iterator[Known]:
    """What there is in the world that has objects of every type."""
    with opened("made", _engine, schema) as world:
        yield Known(world)
    _engine.take_back()


@pytest.fixture(scope="module")
def reach(known: Known) -> Reach:
    """What made-up queries use."""
    found = Reach(known.shapes)

    @seed(1)
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck),
              phases=(Phase.generate,))
    @given(queries(known))
    def add(query: Query) -> None:
        operation = query.operation()
        found.add(operation, compiled(known.world, operation, "admin").content)

    add()
    return found


def test_queries_differ(reach: Reach) -> None:
    assert len(reach.documents) > 0.9 * EXAMPLES


def test_what_is_rare_by_chance_is_there_often_enough(reach: Reach) -> None:
    shares = {name: reach.found[name] / reach.found["queries"] for name in LEAST_SHARES}
    assert {name: share for name, share in shares.items() if share < LEAST_SHARES[name]} == {}


def test_every_field_is_asked_for(known: Known, reach: Reach) -> None:
    fields = {f"field {type_.name}.{name}" for type_ in _outputs(known) for name in type_.fields}
    missing = fields - reach.found.keys()
    assert len(missing) < 0.35 * len(fields), sorted(missing)
    views = {f"field {type_.name}.{name}" for type_ in _outputs(known) if known.shapes.is_view(type_)
             for name in type_.fields}
    assert len(views & missing) < 0.2 * len(views), sorted(views & missing)


def test_every_kind_of_value_is_asked_for(known: Known, reach: Reach) -> None:
    kinds = {f"value {get_named_type(field.type).name}" for type_ in _outputs(known) for field in type_.fields.values()
             if is_leaf_type(get_named_type(field.type))}
    assert kinds - reach.found.keys() == set()


def test_every_operator_compares_every_kind_of_value(known: Known, reach: Reach) -> None:
    scalars = {f"input {type_.name}.{name}" for type_ in _inputs(known) if type_.name.endswith("Filter")
               and not isinstance(get_named_type(type_.fields["eq"].type), GraphQLEnumType) for name in type_.fields}
    missing = scalars - reach.found.keys()
    assert len(missing) < 0.25 * len(scalars), sorted(missing)


def test_every_direction_is_used(reach: Reach) -> None:
    for name in ("ASC", "DESC", "ASC_NULLS_LAST", "DESC_NULLS_FIRST"):
        assert reach.found[f"enum Direction.{name}"]


def _outputs(known: Known) -> Iterator[GraphQLObjectType | GraphQLInterfaceType]:
    """The types that queries can reach."""
    left, seen = [known.shapes.query.name], set[str]()
    while left:
        name = left.pop()
        type_ = known.shapes.schema.type_map[name]
        if name not in seen and isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            seen.add(name)
            yield type_
            left += [get_named_type(field.type).name for field in type_.fields.values()]
            left += [one.name for one in known.shapes.objects(type_)]


def _inputs(known: Known) -> Iterator[GraphQLInputObjectType]:
    """The comparisons of one value."""
    for type_ in known.shapes.schema.type_map.values():
        if isinstance(type_, GraphQLInputObjectType) and "isNull" in type_.fields:
            yield type_
