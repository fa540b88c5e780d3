"""Every field of every type shows, orders and filters alike, whatever it holds."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
)

from gql.schema.execution import Operation
from gql.schema.quirks import Schema
from tests.engines import Engine
from tests.gql.compiler.comparison import difference
from tests.gql.compiler.executors import compiled, reference
from tests.gql.compiler.inputs import OTHERS
from tests.gql.compiler.known import Known
from tests.gql.compiler.shapes import is_plain
from tests.gql.compiler.values import scalar
from tests.gql.compiler.worlds import FULL_WORLDS, opened

DIRECTIONS = ("ASC", "DESC_NULLS_FIRST")
PAGE = "{ edges { cursor } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"
MOST = 40
"""How many lists one query asks for."""


@pytest.fixture(scope="module", params=FULL_WORLDS)
def known(_engine: Engine, schema: Schema, request: pytest.FixtureRequest) -> Iterator[Known]:
    """What there is in a world; the worlds one after the other."""
    if request.param == "spoilt" and _engine.name != "sqlite":
        pytest.skip("only SQLite has columns without a type")
    with opened(request.param, _engine, schema) as world:
        yield Known(world)
    _engine.take_back()


def test_every_field_shows_what_it_holds(known: Known) -> None:
    for name, node in _lists(known):
        fields = " ".join(field for field, its in node.fields.items() if is_plain(its))
        _same(known, f"{{ {name}(first: 1000) {{ totalCount nodes {{ __typename {fields} }} }} }}")


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_every_field_orders_and_pages_both_ways(known: Known, direction: str) -> None:
    for name, node in _lists(known):
        orders = [f"orderBy: {{{field}: {direction}}}" for field, its in node.fields.items()
                  if field in _input(known, f"{node.name}OrderBy").fields and is_plain(its)]
        found = _lists_of(known, name, [f"{order}, first: 9" for order in orders], PAGE)
        ends = [each["pageInfo"]["endCursor"] for each in found]
        beyond = [f'{order}, first: 9, after: "{end}"' for order, end in zip(orders, ends, strict=True) if end]
        before = [f'{order}, last: 5, before: "{end}"' for order, end in zip(orders, ends, strict=True) if end]
        _lists_of(known, name, [*beyond, *before], PAGE)


def test_every_operator_compares_every_field(known: Known) -> None:
    for name, node in _lists(known):
        where = _input(known, f"{node.name}Where")
        conditions = [condition for field in where.fields for condition in _conditions(known, node, where, field)]
        arguments = [f"where: {{{each}}}, first: 1000" for each in conditions]
        _lists_of(known, name, arguments, "{ totalCount nodes { id } }")


def _lists(known: Known) -> Iterator[tuple[str, GraphQLObjectType]]:
    for type_name, (name, _) in known.shapes.lists.items():
        node = known.shapes.schema.type_map[type_name]
        assert isinstance(node, GraphQLObjectType)
        if known.rows[type_name]:
            yield name, node


def _input(known: Known, name: str) -> GraphQLInputObjectType:
    type_ = known.shapes.schema.type_map[name]
    assert isinstance(type_, GraphQLInputObjectType)
    return type_


def _lists_of(known: Known, name: str, arguments: Sequence[str], fields: str) -> list[Any]:
    """The same list with other arguments each time."""
    found: list[Any] = []
    for start in range(0, len(arguments), MOST):
        lists = [f"l{place}: {name}({each}) {fields}" for place, each in enumerate(arguments[start:start + MOST])]
        found += _same(known, f"{{ {' '.join(lists)} }}").values()
    return found


def _same(known: Known, document: str) -> Any:
    """What both executors answer, which has to be the same and without errors."""
    expected = reference(known.world, Operation(document), "admin").content
    found = compiled(known.world, Operation(document), "admin")
    assert difference(found.content, expected) == "", document
    assert "errors" not in expected, document
    return expected["data"]


def _conditions(
    known: Known, node: GraphQLObjectType, where: GraphQLInputObjectType, name: str,
) -> Iterator[str]:
    """Conditions with every operator that a field has; none for edges, `and`, `or` and `not`."""
    comparison = get_named_type(where.fields[name].type)
    if isinstance(comparison, GraphQLInputObjectType) and "isNull" in comparison.fields:
        values = _values(known, node, name, get_named_type(comparison.fields["eq"].type))
        for operator, field in comparison.fields.items():
            yield from (f"{name}: {{{operator}: {given}}}" for given in _given(operator, field.type, values))


def _values(known: Known, node: GraphQLObjectType, name: str, type_: GraphQLNamedType) -> list[Any]:
    """Some values that the field has, and some others."""
    found = [value for value in known.values(node.name, name if name in node.fields else name.removesuffix("Id"))
             if "\0" not in str(value)]
    some = [*found[:2], *found[2:][-1:]]
    if type_.name == "ID":
        return some  # ids of other types are refused
    return [*some, *(list(type_.values) if isinstance(type_, GraphQLEnumType) else OTHERS[type_.name])[:2]]


def _given(operator: str, type_: GraphQLInputType, values: Sequence[Any]) -> list[str]:
    """What an operator is given, as literals."""
    if operator == "isNull":
        return ["true", "false"]
    if operator == "like":
        values = [value.replace("\\", "\\\\") for value in values]
    shown = [scalar(type_, value) for value in values]
    return [f"[{', '.join(shown[:size])}]" for size in (0, 3)] if "[" in str(type_) else shown
