"""Automatic persisted queries and trusted documents, over HTTP."""
from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from gql.web.documents import Documents
from gql.web.remembered import hashed

from .conftest import MakeDoor, Send, sender

GRAPHQL = "application/graphql-response+json"
NODE = "query Node($x: ID!) { node(id: $x) { id } }"
TYPE = "{ __typename }"
DATA = {"data": {"__typename": "Query"}}
TRUSTED = {"node": NODE, hashed(NODE): NODE}

Ask = Callable[..., httpx.Response]


def persisted(text: str, **changes: object) -> dict[str, Any]:
    return {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": hashed(text), **changes}}}


def post(send: Send, accept: str = GRAPHQL, **body: object) -> httpx.Response:
    return send("POST", json=body, headers={"Accept": accept})


def get(send: Send, accept: str = GRAPHQL, **fields: object) -> httpx.Response:
    params = {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}
    return send("GET", params=params, headers={"Accept": accept})


both_methods = pytest.mark.parametrize("ask", [post, get])


def error(response: httpx.Response) -> tuple[int, str, str]:
    (found,) = response.json()["errors"]
    assert "data" not in response.json()
    return response.status_code, found["extensions"]["code"], found["message"]


@both_methods
def test_a_hash_alone_works_once_the_document_came_with_it(send: Send, ask: Ask) -> None:
    assert error(ask(send, **persisted(TYPE))) == (404, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
    assert ask(send, query=TYPE, **persisted(TYPE)).json() == DATA
    assert post(send, **persisted(TYPE)).json() == DATA
    assert get(send, **persisted(TYPE)).json() == DATA


def test_a_remembered_document_runs_with_other_variables_and_another_operation(send: Send) -> None:
    text = f"{NODE} query Other {TYPE}"
    assert post(send, query=text, operationName="Other", **persisted(text)).json() == DATA
    answer = get(send, operationName="Node", variables={"x": "account:1"}, **persisted(text))
    assert answer.json() == {"data": {"node": None}}


def test_clients_of_the_older_media_type_hear_of_it_with_status_200(send: Send) -> None:
    response = send("POST", json=persisted(TYPE))
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    assert error(response)[1:] == ("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")


@both_methods
def test_a_hash_of_another_document_is_refused_and_nothing_is_remembered(send: Send, ask: Ask) -> None:
    status, code, message = error(ask(send, query=TYPE, **persisted(NODE)))
    assert (status, code) == (400, "BAD_INPUT")
    assert "sha256Hash is not the SHA-256 of query" in message
    assert error(ask(send, **persisted(NODE)))[0] == 404


@pytest.mark.parametrize("query", ["{", "{ nonsense }", "query A { __typename } query B { __typename }"])
def test_a_document_that_did_not_run_is_not_remembered(send: Send, query: str) -> None:
    assert post(send, query=query, **persisted(query)).status_code == 400
    assert error(post(send, **persisted(query)))[1] == "PERSISTED_QUERY_NOT_FOUND"


def test_a_document_without_a_hash_is_not_remembered(send: Send) -> None:
    assert post(send, query=TYPE).json() == DATA
    assert error(post(send, **persisted(TYPE)))[1] == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize("extension", [
    7, "x", [], {}, {"version": 1}, {"version": 2, "sha256Hash": hashed(TYPE)}, {"sha256Hash": hashed(TYPE)},
    {"version": 1, "sha256Hash": ""}, {"version": 1, "sha256Hash": 7}, {"version": 1, "sha256Hash": None},
])
def test_an_extension_of_another_form_is_refused(send: Send, extension: object) -> None:
    status, code, message = error(post(send, query=TYPE, extensions={"persistedQuery": extension}))
    assert (status, code) == (400, "BAD_INPUT")
    assert message.startswith("persistedQuery has to be")


def test_other_extensions_are_ignored(send: Send) -> None:
    assert post(send, query=TYPE, extensions={"persistedQuery": None, "tracing": True}).json() == DATA


def test_get_with_a_hash_runs_no_mutation(send: Send) -> None:
    response = get(send, query="mutation { __typename }", **persisted("mutation { __typename }"))
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"


def test_the_store_can_be_off(make_door: MakeDoor) -> None:
    send = sender(make_door(Documents(most_bytes=0)))
    assert post(send, query=TYPE, **persisted(TYPE)).json() == DATA
    assert error(post(send, **persisted(TYPE))) == (
        400, "PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported")


@both_methods
@pytest.mark.parametrize("trusted_only", [False, True])
@pytest.mark.parametrize("id_", ["node", hashed(NODE), f"sha256:{hashed(NODE)}"])
def test_a_trusted_document_runs_by_its_id(make_door: MakeDoor, ask: Ask, trusted_only: bool, id_: str) -> None:
    send = sender(make_door(Documents(TRUSTED, trusted_only=trusted_only)))
    expected = {"data": {"node": None}}
    assert ask(send, documentId=id_, variables={"x": "account:1"}).json() == expected
    assert ask(send, variables={"x": "account:1"}, **persisted(NODE, sha256Hash=id_)).json() == expected


def test_a_trusted_document_runs_by_its_text(make_door: MakeDoor) -> None:
    send = sender(make_door(Documents(TRUSTED, trusted_only=True)))
    answer = post(send, query=NODE, variables={"x": "account:1"}, **persisted(NODE))
    assert answer.json() == {"data": {"node": None}}


@both_methods
@pytest.mark.parametrize("accept", [GRAPHQL, "application/json"])
@pytest.mark.parametrize("body", [
    {"query": TYPE}, {"query": f"{NODE} "}, {"query": TYPE, **persisted(TYPE)}, persisted(TYPE),
    {"documentId": "other"}, {"documentId": "../node"}, {"query": "{ __schema { description } }"},
])
def test_nothing_else_runs_where_only_trusted_documents_do(
    make_door: MakeDoor, ask: Ask, accept: str, body: dict[str, Any],
) -> None:
    send = sender(make_door(Documents(TRUSTED, trusted_only=True)))
    status, code, message = error(ask(send, accept, **body))
    assert (status, code) == (403, "FORBIDDEN")
    assert "trusted documents only" in message


def test_others_run_beside_trusted_documents_unless_refused(make_door: MakeDoor) -> None:
    send = sender(make_door(Documents(TRUSTED)))
    assert post(send, query=TYPE).json() == DATA
    assert error(post(send, documentId="other"))[1] == "PERSISTED_QUERY_NOT_FOUND"


def test_a_document_and_an_id_cannot_both_be_meant(make_door: MakeDoor) -> None:
    send = sender(make_door(Documents(TRUSTED)))
    assert error(post(send, query=TYPE, documentId="node")) == (400, "BAD_INPUT", "send query or documentId, not both")
