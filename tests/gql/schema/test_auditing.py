"""The audit log as GraphQL shows it."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from gql.schema.execution import Answer
from gql.schema.loading import Reader
from models.audit import Actor
from models.network import Network
from models.principal import ANONYMOUS, Principal, Role

from .conftest import Ask

ALL = """query($where: AuditWhere, $first: Int, $after: String) {
    auditEntries(where: $where, first: $first, after: $after) { edges { cursor }
    nodes { at principal address door action object changes { field old new hidden } }
    pageInfo { hasNextPage hasPreviousPage endCursor } } }"""


@pytest.fixture
def filled(network: Network) -> Network:
    """Three changes, a second after each other."""
    seconds = iter(range(1_772_000_000, 1_772_000_100))
    network.store.audit._clock = lambda: next(seconds)
    actor = Actor("alice@example.net", "192.0.2.1", "rest")
    id_ = network.store.create("account", {"display": "Alice", "pass": "sha256:x"}, actor=actor)
    network.store.update("account", id_, {"email": "a@example.net"}, actor=Actor("token:ci", "::1", "graphql"))
    network.store.delete("account", id_, actor=actor)
    return network


def test_an_entry_shows_all_that_the_log_has(filled: Network, ask: Ask) -> None:
    found = ask(ALL, where={"principal": "token:ci"})["auditEntries"]
    assert found["nodes"] == [{
        "at": "2026-02-25T06:13:21Z", "principal": "token:ci", "address": "::1", "door": "graphql", "action": "update",
        "object": "account:1", "changes": [{"field": "email", "old": None, "new": "a@example.net", "hidden": False}],
    }]
    created = ask(ALL, where={"until": "2026-02-25T06:13:21Z"})["auditEntries"]["nodes"][0]["changes"]
    assert created == [{"field": "display", "old": None, "new": "Alice", "hidden": False},
                       {"field": "pass", "old": None, "new": None, "hidden": True}]


@pytest.mark.parametrize(("where", "actions"), [
    (None, ["delete", "update", "create"]), ({}, ["delete", "update", "create"]),
    ({"door": "rest"}, ["delete", "create"]), ({"object": "account:1"}, ["delete", "update", "create"]),
    ({"object": "account:2"}, []), ({"type": "channel"}, []),
    ({"object": "channel:1"}, []), ({"object": f"account:{2**64 - 1}"}, []), ({"principal": "\0"}, []),
    ({"principal": "alice@example.net", "type": "account"}, ["delete", "create"]),
    ({"since": "2026-02-25T06:13:21Z", "until": "2026-02-25T06:13:22Z"}, ["update"]),
    ({"since": "0001-01-01T00:00:00Z", "until": "9999-12-31T23:59:59Z", "door": None}, ["delete", "update", "create"]),
])
def test_where_says_which_entries(filled: Network, ask: Ask, where: object, actions: list[str]) -> None:
    assert [node["action"] for node in ask(ALL, where=where)["auditEntries"]["nodes"]] == actions


def test_pages_follow_each_other(filled: Network, ask: Ask) -> None:
    first = ask(ALL, first=2)["auditEntries"]
    end = first["edges"][1]["cursor"]
    assert first["pageInfo"] == {"hasNextPage": True, "hasPreviousPage": False, "endCursor": end}
    second = ask(ALL, first=2, after=end)["auditEntries"]
    assert [node["action"] for node in second["nodes"]] == ["create"]
    assert second["pageInfo"]["hasNextPage"] is False
    assert ask(ALL, first=0)["auditEntries"]["nodes"] == []


@pytest.mark.parametrize(("arguments", "part"), [
    ('after: "account:1"', "this is no cursor of the audit log"), ('after: ""', "this is no cursor"),
    ("first: 1001", "first is 1001"), ("first: -1", "first is -1"), ('where: {object: "x"}', "is no id"),
    ('where: {object: "account:1", type: "channel"}', "leave type out"), ('where: {since: "today"}', "is no moment"),
])
def test_bad_arguments_are_said(complain: Callable[..., tuple[str, str]], arguments: str, part: str) -> None:
    code, message = complain(f"{{ auditEntries({arguments}) {{ nodes {{ at }} }} }}")
    assert code == "BAD_INPUT"
    assert part in message


def test_what_a_mutation_does_is_in_the_log(answer: Callable[..., Answer], ask: Ask, network: Network) -> None:
    reader = Reader(network, Principal(Role.ADMIN, "alice@example.net"))
    assert answer("""mutation { transaction(operations: [
        {as: "a", do: {createAccount: {display: "Alice"}}}, {do: {createNick: {nick: "a", account: "$a"}}}])
        { results { id } } }""", reader=reader).errors == []
    refused = 'mutation { updateAccount(input: {id: "account:99", email: "x"}) { account { id } } }'
    assert answer(refused, reader=reader).errors
    assert [(node["principal"], node["object"]) for node in ask(ALL)["auditEntries"]["nodes"]] == [
        ("alice@example.net", "nick:2"), ("alice@example.net", "account:1")]


@pytest.mark.parametrize(("principal", "code"), [
    (ANONYMOUS, "UNAUTHENTICATED"), (Principal(Role.USER, "alice@example.net", account=1), "FORBIDDEN"),
    (Principal(Role.ADMIN, "token:reads"), "FORBIDDEN"),
])
def test_it_is_for_administrators(
    answer: Callable[..., Answer], filled: Network, principal: Principal, code: str,
) -> None:
    found = answer("{ auditEntries { nodes { at } } }", reader=Reader(filled, principal))
    assert {error["extensions"]["code"] for error in found.errors} == {code}
    assert found.data is None
