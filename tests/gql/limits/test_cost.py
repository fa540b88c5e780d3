"""How many rows an operation may touch."""
from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from graphql import get_introspection_query

from gql.compiler.errors import LimitExceeded
from gql.limits.cost import Cost
from gql.limits.table import DEFAULTS
from gql.schema.preparing import Prepared, chosen, parsed, prepare
from gql.schema.quirks import Schema


def prepared(schema: Schema, text: str) -> Prepared:
    document = parsed(text, DEFAULTS)
    return prepare(schema, document, chosen(document, None))


def cost_of(schema: Schema, text: str) -> Cost:
    return prepared(schema, text).cost


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
    (50 * 3, '{ accounts(where: {display: {eq: "a"}}) { nodes { id } } }', {}),
    (2 * 50 * 3, '{ accounts(where: {display: {eq: "a"}}) { totalCount nodes { id } } }', {}),
    (7 * 4 + 3, '{ accounts(first: 7, where: {id: {in: ["a", "b", 3]}, display: {}}) { nodes { id } } }', {}),
    (7 * 3 + 2, "query($ids: [ID!]!) { accounts(first: 7, where: {id: {in: $ids}}) { nodes { id } } }",
     {"ids": ["a", "b"]}),
    (7 * 3 + 1, "query($ids: [ID!] = [1]) { accounts(first: 7, where: {id: {in: $ids}}) { nodes { id } } }", {}),
    (7 * 3, "query($id: ID!) { accounts(first: 7, where: {id: {eq: $id}}) { nodes { id } } }", {"id": "a"}),
    (7 * (1 + 2 + 2 * 10), '{ accounts(first: 7, where: {nicks: {some: {nick: {eq: "a"}}}}) { nodes { id } } }', {}),
    (7 * (1 + 2 + 10 * (3 + 10 * 3)), """{ accounts(first: 7, where: {nicks: {none: {account: {
        nicks: {every: {nick: {eq: "a"}, id: {}}}}}}}) { nodes { id } } }""", {}),
    (7 * (1 + 2 + 10 * 3), """query($n: NickWhere!) {
        accounts(first: 7, where: {nicks: {some: $n}}) { nodes { id } } }""",
     {"n": {"id": {}, "nick": {"eq": "a"}}}),
    (7 * 3 + 2, "query($w: AccountWhere) { accounts(first: 7, where: $w) { nodes { id } } }",
     {"w": {"id": {"in": ["a", "b"]}}}),
    (7, "query($w: AccountWhere) { accounts(first: 7, where: $w) { nodes { id } } }", {"w": None}),
    (7 * 2, "query($w: AccountWhere = {id: {}}) { accounts(first: 7, where: $w) { nodes { id } } }", {}),
    (7 * 5, "query($w: [AccountWhere!]) { accounts(first: 7, where: {and: $w}) { nodes { id } } }",
     {"w": [{}, {"id": {}}]}),
    (3 * (1 + 5 * 3), '{ accounts(first: 3) { nodes { nicks(first: 5, where: {nick: {eq: "a"}}) { nodes { id } } } } }',
     {}),
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


NAMED = """query($w: AccountWhere!, $x: String) { accounts(where: {and: [$w, {display: {eq: $x}}]}) { nodes { nicks(
    where: {nick: {in: ["a", "b"]}}) { nodes { id } } } } }"""
"""Seven names: `and`, the two in its list, and two in each of the others."""


@pytest.mark.parametrize(("names", "variables"), [
    (7, {}), (7, {"w": {}}), (9, {"w": {"id": {"eq": "account:1"}}}), (11, {"w": {"and": [{}, {"id": {}}]}}),
    (7, {"w": "no condition"}), (9, {"w": {"id": {"in": ["x"] * 900}}}),
])
def test_names_in_conditions_are_counted(schema: Schema, names: int, variables: dict[str, Any]) -> None:
    conditions = prepared(schema, NAMED).conditions
    conditions.check(variables, names)
    with pytest.raises(LimitExceeded, match=rf"operation: more than {names - 1}, and the limit .*limits.conditions"):
        conditions.check(variables, names - 1)


def nested(depth: int, around: Callable[[Any], Any]) -> Any:
    """A condition in conditions."""
    found: Any = {}
    for _ in range(depth):
        found = around(found)
    return found


@pytest.mark.parametrize("value", [
    {"and": [{"display": {"eq": "a"}}] * 200_000}, {"and": [{}] * 200_000}, {"or": [[[]] * 3] * 100_000},
    nested(900, lambda inner: {"not": inner}), nested(400, lambda inner: {"and": [inner]}),
    {f"x{number}": {} for number in range(200_000)},
])
def test_large_conditions_are_looked_at_no_further_than_the_limit(schema: Schema, value: Any) -> None:
    conditions = prepared(schema, NAMED).conditions
    started = time.process_time()
    with pytest.raises(LimitExceeded, match="more than 500"):
        conditions.check({"w": value}, 500)
    assert time.process_time() - started < 0.05


BENCHMARK = """{ accounts(first: 1000) { nodes { id display email nicks { nodes { nick lastSeen } }
    accessEntriesAsGrantee { nodes { mask channel { name } } } flagsEntriesAsGrantee { nodes { mask channel { name } } }
    channelsAsFounder { nodes { name successor { display } } } } } }"""


@pytest.mark.parametrize("query", [BENCHMARK, get_introspection_query(), get_introspection_query(
    specified_by_url=True, directive_is_repeatable=True, schema_description=True, input_value_deprecation=True)])
def test_large_queries_of_good_will_pass(schema: Schema, query: str) -> None:
    cost_of(schema, query).check({}, DEFAULTS.cost)
