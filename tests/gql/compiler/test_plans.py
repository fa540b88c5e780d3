"""No statement reads a whole table for an edge with an index, in edgewise's own layout and in Anope's untyped one."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from graphql import GraphQLField, GraphQLInputObjectType, GraphQLObjectType, get_named_type

from gql.schema.execution import Operation
from gql.schema.quirks import Schema
from tests.engines import Engine
from tests.gql.compiler.executors import ready
from tests.gql.compiler.known import Known
from tests.gql.compiler.worlds import World, opened

LIST = "(first: 2) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }"


@pytest.fixture(scope="module", params=["made", "anopes"])
def known(_engine: Engine, schema: Schema, request: pytest.FixtureRequest) -> Iterator[Known]:
    """What there is in a world; the worlds one after the other."""
    with opened(request.param, _engine, schema) as world:
        yield Known(world)
    _engine.take_back()


@dataclass(frozen=True)
class Edge:
    """A field that leads from an object of a type to others."""

    type: GraphQLObjectType
    name: str
    field: GraphQLField


def test_a_scan_would_be_seen(known: Known) -> None:
    (found,) = whole_tables(known.world, '{ memos(where: {text: {contains: "x"}}) { totalCount } }')
    assert "t1" in found


def test_lists_of_what_refers_to_an_object_are_found_by_index(known: Known) -> None:
    for edge in _edges(known):
        if known.shapes.node_of(get_named_type(edge.field.type)):
            _no_scan(known, f"{_look_up(known, edge.type)} {{ {edge.name} {LIST} }}")


def test_objects_that_are_referred_to_are_found_by_index(known: Known) -> None:
    for edge in _edges(known):
        if not edge.field.args:
            _no_scan(known, f"{_look_up(known, edge.type)} {{ {edge.name} {{ __typename id }} }}")


def test_edges_of_edges_are_found_by_index(known: Known) -> None:
    for edge in _edges(known):
        node = known.shapes.node_of(get_named_type(edge.field.type))
        back = next((each for each in _edges(known) if each.type is node and not each.field.args), None)
        if node and back:
            _no_scan(known, f"{_look_up(known, edge.type)} {{ {edge.name}(first: 2) {{ nodes {{ "
                            f"id {back.name} {{ id }} }} }} }}")


def test_filters_by_the_id_of_what_is_referred_to_find_by_index(known: Known) -> None:
    for edge in _edges(known):
        ids, where = known.values(edge.type.name, edge.name), known.shapes.schema.type_map[f"{edge.type.name}Where"]
        assert isinstance(where, GraphQLInputObjectType)
        if ids and f"{edge.name}Id" in where.fields:
            name, _ = known.shapes.lists[edge.type.name]
            _no_scan(known, f'{name}(where: {{{edge.name}Id: {{eq: "{ids[0]}"}}}}) {{ totalCount nodes {{ id }} }}')


def test_refs_are_found_by_index(known: Known) -> None:
    for type_name in ("Account", "Channel", "Nick"):
        type_ = known.shapes.schema.type_map[type_name]
        for constant in ("NICK", "CHANNEL", "ACCESS_CHAN_ACCESS", "MEMO_INFO", "VHOST"):
            _no_scan(known, f"{_look_up(known, type_)} {{ refs(type: {constant}, first: 3) {{ id }} }}")


def test_objects_are_found_by_their_ids_and_names(known: Known) -> None:
    accounts, channels = known.ids["Account"], known.ids["Channel"]
    _no_scan(known, f'node(id: "{accounts[0]}") {{ id }}')
    _no_scan(known, f'nodes(ids: ["{accounts[0]}", "{channels[0]}"]) {{ id }}')
    _no_scan(known, 'account(display: "alice") { id }')
    _no_scan(known, 'channels(where: {name: {startsWith: "#a"}}) { totalCount nodes { id } }')
    _no_scan(known, 'nicks(where: {account: {display: {eq: "alice"}}}) { totalCount nodes { id } }')


def _edges(known: Known) -> Iterator[Edge]:
    """The fields that lead from stored objects to stored objects along references, either way."""
    for type_name, ids in known.ids.items():
        type_ = known.shapes.schema.type_map[type_name]
        assert isinstance(type_, GraphQLObjectType)
        for name, field in type_.fields.items() if ids else ():
            target = get_named_type(field.type)
            if known.shapes.is_stored(known.shapes.node_of(target) or target) and name != "refs":
                yield Edge(type_, name, field)


def _look_up(known: Known, type_: Any) -> str:
    """The field of Query that gives an object of a type that exists."""
    name = next(name for name, field in known.shapes.query.fields.items()
                if "id" in field.args and get_named_type(field.type) is type_)
    return f'{name}(id: "{known.ids[type_.name][0]}")'


def _no_scan(known: Known, selection: str) -> None:
    assert whole_tables(known.world, f"{{ {selection} }}") == [], selection


def whole_tables(world: World, document: str) -> list[str]:
    """The steps of the database's plan that read a whole table, although it was told not to."""
    statement = ready(world, Operation(document), "admin")
    database = world.network.database
    return WHOLE_TABLES[database.engine](database, statement.statement.sql, statement.parameters)


def _sqlite(database: Any, sql: str, parameters: Any) -> list[str]:
    database.execute_sql(sql, parameters).fetchall()  # which makes the connection see indexes that were just made
    rows = database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall()
    return [row[3] for row in rows if re.match(r"SCAN (t\d+|s\d+|anope_db_\w+|prosody\w*)( |$)", row[3])]


def _postgresql(database: Any, sql: str, parameters: Any) -> list[str]:
    database.execute_sql("SET enable_seqscan = off")
    rows = database.execute_sql(f"EXPLAIN {sql}", parameters).fetchall()
    return [row[0] for row in rows if "Seq Scan on" in row[0]]


def _mariadb(database: Any, sql: str, parameters: Any) -> list[str]:
    """It reads small tables whole; where it knows no index for a step it would do so always."""
    cursor = database.execute_sql(f"EXPLAIN {sql.partition(' FOR ')[2]}", parameters)
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [str(row) for row in rows if row["type"] == "ALL" and row["possible_keys"] is None
            and re.match(r"[ts]\d+$", row["table"] or "")]


WHOLE_TABLES = {"sqlite": _sqlite, "postgresql": _postgresql, "mysql": _mariadb}
