"""What somebody learns of the schema to whom it is not shown."""
from __future__ import annotations

import pytest
from graphql import get_introspection_query

from .conftest import STRANGER, MakeApp, Send, errors, post, sender

HIDDEN = "this does not fit the schema, which this server does not show you (graphql.introspection)"


@pytest.fixture
def closed(make_app: MakeApp) -> Send:
    """A gateway that shows its schema to nobody."""
    return sender(make_app(introspection="none"))


@pytest.mark.parametrize("query", [
    get_introspection_query(), "{ __schema { types { name } } }", '{ __type(name: "Account") { name } }',
    "{ ...F } fragment F on Query { __schema { queryType { name } } }",
    '{ a: __type(name: "Query") { fields { name } } }',
    "query A { __typename } query B { __schema { description } }",
])
def test_introspection_is_off(closed: Send, query: str) -> None:
    response = closed("POST", "/graphql", json={"query": query, "operationName": "A" if "query A" in query else None})
    assert errors(response) == [("BAD_INPUT", HIDDEN)]
    assert "data" not in response.json()


def test_what_was_shown_to_one_is_shown_to_no_other(make_app: MakeApp) -> None:
    """Documents are remembered; whether they may run is not theirs alone to say."""
    send = sender(make_app())
    ask = {"json": {"query": "{ __schema { queryType { name } } }"}}
    assert send("POST", "/graphql", peer=STRANGER, **ask).json()["errors"][0]["message"] == HIDDEN
    for _ in range(2):
        assert send("POST", "/graphql", **ask).json() == {"data": {"__schema": {"queryType": {"name": "Query"}}}}
        assert send("POST", "/graphql", peer=STRANGER, **ask).json()["errors"][0]["message"] == HIDDEN
        batch = send("POST", "/graphql", peer=STRANGER, json=[ask["json"]])
        assert batch.json()[0]["errors"][0]["message"] == HIDDEN


def test_what_is_known_still_runs(closed: Send) -> None:
    assert post(closed, "{ __typename accounts { nodes { __typename id } } }").json() == {
        "data": {"__typename": "Query", "accounts": {"nodes": []}}}


GUESSES = [
    "{ acounts { totalCount } }", "{ accounts }", "{ xyzzy }", "{ accounts(frist: 1) { totalCount } }",
    "{ accounts { nodes { emial } } }", "{ accounts { nodes { id { x } } } }", "{ accounts { nodes { pass } } }",
    '{ accounts(where: {displya: {eq: "a"}}) { totalCount } }', "{ accounts(where: {pass: {eq: 1}}) { totalCount } }",
    "{ accounts(orderBy: [{displya: ASC}]) { totalCount } }", "{ accounts(orderBy: [{display: UP}]) { totalCount } }",
    "query($a: AccountWere) { accounts(where: $a) { totalCount } }", "{ ... on Acount { id } }", "{ account { id }",
    "query($a: AccountWhere) { accounts(where: $a) { totalCount } }", "mutation { x }", "mutation { createAcount }",
    'mutation { createAccount(input: {}) { account { id } } }', "subscription { x }",
    "{ a: accounts { nodes } a: nick }",
    '{ __type(name: "Acount") { name } }', "{ node { id } }", "{ accounts @dfer { totalCount } }",
]


@pytest.mark.parametrize("query", GUESSES)
def test_all_wrong_guesses_hear_the_same(closed: Send, query: str) -> None:
    """So a list of words tells right names from wrong ones no better than nonsense: clairvoyance learns nothing."""
    response = closed("POST", "/graphql", json={"query": query, "variables": {"a": {"displya": 1}}})
    code, message = errors(response)[0]
    assert code == "BAD_INPUT"
    assert message == HIDDEN or message.startswith("Syntax Error")


def test_right_words_among_wrong_ones_stay_hidden(closed: Send) -> None:
    """Clairvoyance sends words by the bucket and looks which of them no error names."""
    answers = {closed("POST", "/graphql", json={"query": "{ " + " ".join(words) + " }"}).text for words in (
        ["xyzzy", "plugh"], ["accounts", "xyzzy"], ["account", "accounts", "nick"], ["node", "types"])}
    assert len(answers) == 1


def test_graphiql_is_off_too(closed: Send) -> None:
    response = closed("GET", "/graphql", headers={"Accept": "text/html"})
    assert response.status_code == 403
    assert response.headers["content-type"].startswith("application/json")


def test_to_whom_it_may_be_shown_it_is(make_app: MakeApp) -> None:
    for introspection in ("all", "authenticated"):
        send = sender(make_app(introspection=introspection))
        assert post(send, "{ __schema { queryType { name } } }").status_code == 200
        assert "Did you mean 'accounts'" in post(send, "{ acounts { totalCount } }").text
        assert send("GET", "/graphql", headers={"Accept": "text/html"}).status_code == 200


def test_a_stranger_is_shown_nothing_by_default(send: Send) -> None:
    for query in ("{ __schema { queryType { name } } }", "{ viewr { role } }"):
        response = send("POST", "/graphql", json={"query": query}, peer=STRANGER)
        assert errors(response) == [("BAD_INPUT", HIDDEN)]
    assert send("GET", "/graphql", headers={"Accept": "text/html"}, peer=STRANGER).status_code == 401
