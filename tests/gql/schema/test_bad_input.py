"""Queries that make no sense: what the client is told."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from gql.schema.execution import Answer
from gql.schema.loading import Reader
from models.network import Network
from models.principal import LOCAL_ADMIN

from .conftest import Create

Complain = Callable[..., tuple[str, str]]


@pytest.mark.parametrize(("query", "part"), [
    ('{ node(id: "garbage") { id } }', "'garbage' is no id; an id is a type and a number, such as account:10"),
    ('{ node(id: "") { id } }', "'' is no id"),
    ('{ node(id: "account:010") { id } }', "is no id"),
    ('{ node(id: "account:-1") { id } }', "is no id"),
    ('{ node(id: "account:1:2") { id } }', "is no id"),
    ('{ node(id: "colour:1") { id } }', "there is no type 'colour'"),
    ('{ node(id: "Account:1") { id } }', "there is no type 'Account'"),
    ('{ account(id: "channel:1") { id } }', "give account:NUMBER, or use node(id:)"),
    ("{ account { id } }", "give either id or display"),
    ('{ account(id: "account:1", display: "a") { id } }', "give either id or display"),
    ("{ stats { id } }", "give an id"),
    ('{ nodes(ids: ["account:1", "x"]) { id } }', "'x' is no id"),
    ("query { nodes(ids: [" + '"account:1" ' * 1001 + "]) { id } }", "1001 ids; give at most 1000"),
    ('{ account(display: "") { refs(type: COLOUR) { id } } }', "COLOUR"),
    ('{ xmppStore(jid: "a@example.com") { id } }', "give either id or jid and name"),
    ('{ xmppUser(jid: "@example.com") { id } }', "is no JID; write user@host"),
    ('{ xmppUser(jid: "") { id } }', "is no JID"),
    ("{ accounts(first: -1) { totalCount } }", "first is -1; give a number from 0 to 1000"),
    ("{ accounts(first: 1001) { totalCount } }", "first is 1001"),
    ("{ accounts(last: 1001) { totalCount } }", "last is 1001"),
    ("{ accounts(first: 1, last: 1) { totalCount } }", "both first and last; give one of them"),
    ('{ accounts(after: "account:1") { totalCount } }', "this is no cursor; pass on one of an earlier answer"),
    ('{ accounts(before: "") { totalCount } }', "this is no cursor"),
    ("{ accounts(first: 3000000000) { totalCount } }", "Int cannot represent"),
    ('{ accounts(first: "2") { totalCount } }', "Int cannot represent"),
    ("{ accounts { nodes { pass } } }", "Cannot query field 'pass'"),
    ("{ accounts { nodes { emial } } }", "Did you mean 'email'"),
    ("{ acounts { totalCount } }", "Did you mean 'accounts'"),
    ("{ accounts }", "must have a selection"),
    ("{ accounts { id }", "Syntax Error"),
    ("query($id: ID!) { node(id: $id) { id } }", "Variable '$id'"),
    ("mutation { x }", "not"),
])
def test_bad_input_is_said_with_its_code(complain: Complain, query: str, part: str) -> None:
    code, message = complain(query)
    assert code == "BAD_INPUT"
    assert part in message


def test_a_long_text_is_not_repeated_at_length(complain: Complain) -> None:
    _, message = complain("query($id: ID!) { node(id: $id) { id } }", id="x" * 10_000)
    assert len(message) < 150


def test_bad_stretches_of_refs_are_said(complain: Complain, create: Create) -> None:
    account = create("account", display="Alice")
    for arguments, part in (
        ("first: 1001", "first is 1001; give a number from 0 to 1000"), ("first: -1", "first is -1"),
        (f'after: "{account}"', "is the id of another type; give nick:NUMBER"),
    ):
        code, message = complain(f'{{ account(display: "Alice") {{ refs(type: NICK, {arguments}) {{ id }} }} }}')
        assert code == "BAD_INPUT"
        assert part in message


def test_a_bad_edge_leaves_the_other_fields_alone(answer: Callable[..., Answer], create: Create) -> None:
    create("account", display="Alice")
    found = answer('{ accounts { nodes { display } } account(display: "alice") { nicks(first: -1) { totalCount } } }')
    assert found.data == {"accounts": {"nodes": [{"display": "Alice"}]}, "account": None}
    assert found.errors[0]["path"] == ["account", "nicks"]


def test_an_answer_that_would_be_too_large_is_refused(
    answer: Callable[..., Answer], create: Create, network: Network,
) -> None:
    account = create("account", display="Alice")
    for number in range(4):
        create("nick", nick=str(number), nc=account)
    query = "{ accounts { nodes { nicks { nodes { account { nicks { nodes { id } } } } } } } }"
    assert answer(query, reader=Reader(network, LOCAL_ADMIN, most_objects=25)).errors == []
    found = answer(query, reader=Reader(network, LOCAL_ADMIN, most_objects=24))
    assert {error["extensions"]["code"] for error in found.errors} == {"LIMIT"}
    assert "more than 24 objects" in found.errors[0]["message"]


def test_a_query_of_endless_length_is_refused(complain: Complain) -> None:
    code, message = complain("{" + "a: __typename " * 5_000 + "}")
    assert code == "LIMIT"
    assert "characters of the document: 70002" in message
