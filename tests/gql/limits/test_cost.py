"""How many rows an operation may touch."""
from __future__ import annotations

from typing import Any

import pytest
from graphql import get_introspection_query

from gql.compiler.errors import LimitExceeded
from gql.limits.cost import Cost
from gql.limits.table import DEFAULTS
from gql.schema.preparing import chosen, parsed, prepare
from gql.schema.quirks import Schema


def cost_of(schema: Schema, text: str) -> Cost:
    document = parsed(text, DEFAULTS)
    return prepare(schema, document, chosen(document, None)).cost


@pytest.mark.parametrize(("rows", "query", "variables"), [
    (0, "{ __typename }", {}),
    (1, '{ account(display: "a") { id display } }', {}),
    (50, "{ accounts { nodes { id } } }", {}),
    (7, "{ accounts(first: 7) { edges { cursor node { id } } pageInfo { hasNextPage } } }", {}),
    (7, "{ accounts(last: 7) { nodes { id } } }", {}),
    (50, "{ accounts(first: null) { nodes { id } } }", {}),
    (1000, "{ accounts(first: 2000000) { nodes { id } } }", {}),
    (0, "{ accounts(first: -3) { nodes { id } } }", {}),
    (14, "{ accounts(first: 7) { totalCount nodes { id } } }", {}),
    (10 + 10 * 20, "{ accounts(first: 10) { nodes { nicks(first: 20) { nodes { nick } } } } }", {}),
    (10 + 10 * 20 + 200, "{ accounts(first: 10) { nodes { nicks(first: 20) { nodes { account { id } } } } } }", {}),
    (10 + 10 * 20, "{ accounts(first: 10) { edges { node { nicks(first: 20) { edges { node { id } } } } } } }", {}),
    (10 + 2 * 10 * 20, """{ accounts(first: 10) { nodes { nicks(first: 20) { nodes { id } } }
                                                    edges { node { nicks(first: 20) { nodes { id } } } } } }""", {}),
    (10 + 10 * 20, """{ accounts(first: 10) { nodes { nicks(first: 20) { nodes { id } } ...F } } }
                      fragment F on Account { nicks(first: 20) { nodes { nick } } }""", {}),
    (1 + 50 + 50, """{ node(id: "x") { ... on Account { nicks { nodes { id } } }
                                       ... on Channel { modeLocks { nodes { id } } } } }""", {}),
    (3, '{ nodes(ids: ["account:1", "account:2", "nick:3"]) { id } }', {}),
    (1, '{ nodes(ids: "account:1") { id } }', {}),
    (1 + 30, '{ account(display: "a") { refs(type: NICK, first: 30) { id } } }', {}),
    (1 + 50, '{ account(display: "a") { refs(type: NICK) { id } } }', {}),
    (9, "query($n: Int) { accounts(first: $n) { nodes { id } } }", {"n": 9}),
    (50, "query($n: Int) { accounts(first: $n) { nodes { id } } }", {}),
    (50, "query($n: Int) { accounts(first: $n) { nodes { id } } }", {"n": None}),
    (50, "query($n: Int) { accounts(first: $n) { nodes { id } } }", {"n": "no number"}),
    (5, "query($n: Int = 5) { accounts(first: $n) { nodes { id } } }", {}),
    (6, "query($n: Int = 5) { accounts(first: $n) { nodes { id } } }", {"n": 6}),
    (1000, "query($n: Int) { accounts(first: $n) { nodes { id } } }", {"n": 10**100}),
    (6 + 36, "query($n: Int) { accounts(first: $n) { nodes { nicks(first: $n) { nodes { id } } } } }", {"n": 6}),
    (2, "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["a", "b"]}),
    (1, "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": 12345}),
    (2, "query($ids: [ID!] = [1, 2]) { nodes(ids: $ids) { id } }", {}),
    (1, f"query($ids: [ID!] = {'9' * 9000}) {{ nodes(ids: $ids) {{ id }} }}", {}),
    (50, "{ accounts @skip(if: true) { nodes { id } } }", {}),
    (1 + 1, 'mutation { updateAccount(input: {id: "account:1", email: ""}) { account { id } } }', {}),
])
def test_pages_multiply_along_each_path(schema: Schema, rows: int, query: str, variables: dict[str, Any]) -> None:
    assert cost_of(schema, query).rows(variables) == rows


def test_a_cost_above_the_limit_is_refused_with_both_figures(schema: Schema) -> None:
    cost = cost_of(schema, "query($n: Int) { accounts(first: $n) { nodes { nicks(first: $n) { nodes { id } } } } }")
    cost.check({"n": 100}, 10_100)
    with pytest.raises(LimitExceeded, match=r"touch: 10100, and the limit is 10099 \(limits.cost\)"):
        cost.check({"n": 100}, 10_099)


def test_what_no_variable_changes_is_added_up_beforehand(schema: Schema) -> None:
    assert cost_of(schema, "{ accounts { nodes { nicks { nodes { account { id } } } } } }").parts == ()


BENCHMARK = """{ accounts(first: 1000) { nodes { id display email nicks { nodes { nick lastSeen } }
    accessEntriesAsGrantee { nodes { mask channel { name } } } flagsEntriesAsGrantee { nodes { mask channel { name } } }
    channelsAsFounder { nodes { name successor { display } } } } } }"""


@pytest.mark.parametrize("query", [BENCHMARK, get_introspection_query(), get_introspection_query(
    specified_by_url=True, directive_is_repeatable=True, schema_description=True, input_value_deprecation=True)])
def test_large_queries_of_good_will_pass(schema: Schema, query: str) -> None:
    cost_of(schema, query).check({}, DEFAULTS.cost)
