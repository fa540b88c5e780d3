"""GraphQL over HTTP: what a request must be, and what its response is."""
from __future__ import annotations

import asyncio
import gzip
import json
from typing import Any

import pytest

from gql.web.door import GraphQLDoor

from .conftest import MAX_BODY, MakeDoor, Send

GRAPHQL = "application/graphql-response+json"
HELLO = {"query": "{ __typename }"}


def test_a_posted_operation_is_run(send: Send) -> None:
    response = send("POST", json={"query": "query A { a: __typename } query B($x: ID!) { node(id: $x) { id } }",
                                  "operationName": "B", "variables": {"x": "account:1"}, "extensions": {}})
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    assert response.json() == {"data": {"node": None}}


def test_a_query_can_come_in_the_address(send: Send) -> None:
    response = send("GET", params={"query": "query($x: ID!) { node(id: $x) { id } }", "variables": '{"x": "account:1"}',
                                   "operationName": ""})
    assert response.status_code == 200
    assert response.json() == {"data": {"node": None}}


@pytest.mark.parametrize(("accept", "media_type"), [
    ("*/*", "application/json"), ("", "application/json"), ("application/json", "application/json"),
    (GRAPHQL, GRAPHQL), (f"{GRAPHQL}, application/json;q=0.9", GRAPHQL), (f"text/html, {GRAPHQL};q=0.1", GRAPHQL),
])
def test_the_response_has_the_media_type_that_is_accepted(send: Send, accept: str, media_type: str) -> None:
    response = send("POST", json=HELLO, headers={"Accept": accept})
    assert response.headers["content-type"] == f"{media_type}; charset=utf-8"
    assert response.headers["vary"] == "Accept"


def test_several_accept_headers_are_one(send: Send) -> None:
    headers = [("Accept", "application/json;q=0.5"), ("Accept", GRAPHQL)]
    assert send("POST", json=HELLO, headers=headers).headers["content-type"].startswith(GRAPHQL)


@pytest.mark.parametrize("query", ["{ __typename }", "mutation { __typename }", "{"])
@pytest.mark.parametrize("accept", ["text/html", "image/png", "application/json;q=0", f"{GRAPHQL};charset=utf-16"])
def test_a_client_that_takes_no_type_of_ours_gets_406_and_nothing_runs(
    send: Send, accept: str, query: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("gql.schema.answering.Answerer.answer")
    response = send("POST", json={"query": query}, headers={"Accept": accept})
    assert response.status_code == 406
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert GRAPHQL in error["message"]


def test_a_head_request_has_the_status_and_headers_of_a_get(send: Send) -> None:
    headers = {"Accept": GRAPHQL}
    got, headed = (send(method, params={"query": "{ nonsense }"}, headers=headers) for method in ("GET", "HEAD"))
    assert headed.status_code == got.status_code == 400
    assert headed.headers == got.headers


@pytest.mark.parametrize(("accept", "status"), [("application/json", 200), (GRAPHQL, 400)])
@pytest.mark.parametrize("query", ["{", "{ nonsense }", "query A { __typename } query B { __typename }"])
def test_a_document_that_cannot_run_has_no_data(send: Send, query: str, accept: str, status: int) -> None:
    response = send("POST", json={"query": query}, headers={"Accept": accept})
    assert response.status_code == status
    assert "data" not in response.json()
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_INPUT"


@pytest.mark.parametrize("accept", ["application/json", GRAPHQL])
def test_an_error_of_one_field_is_part_of_a_good_answer(send: Send, accept: str) -> None:
    response = send("POST", json={"query": '{ node(id: "x") { id } __typename }'}, headers={"Accept": accept})
    assert response.status_code == 200
    assert response.json()["data"] == {"node": None, "__typename": "Query"}
    assert response.json()["errors"][0]["path"] == ["node"]


@pytest.mark.parametrize("body", [
    "", "{", "[]", "[7]", "7", "null", "{}", '{"query": null}', '{"query": 7}', '{"query": ""}', '{"query": ["{ a }"]}',
    json.dumps([[HELLO]]), json.dumps({**HELLO, "variables": []}), json.dumps({**HELLO, "variables": "{}"}),
    json.dumps({**HELLO, "operationName": 7}), json.dumps({**HELLO, "extensions": "x"}), '{"query": "\\ud800"}',
])
def test_a_body_without_an_operation_is_refused(send: Send, body: str) -> None:
    response = send("POST", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert error["message"]
    assert error["extensions"] == {"code": "BAD_INPUT"}


@pytest.mark.parametrize("params", [
    {}, {"query": ""}, {**HELLO, "variables": "{"}, {**HELLO, "variables": "[]"}, {**HELLO, "extensions": "{"},
    {**HELLO, "extensions": "7"}, {"Query": "{ __typename }"},
])
def test_an_address_without_an_operation_is_refused(send: Send, params: dict[str, str]) -> None:
    assert send("GET", params=params).status_code == 400


@pytest.mark.parametrize("more", [
    {"variables": "null", "extensions": "null"}, {"variables": "", "extensions": "", "operationName": "", "x": ""},
    {"nonsense": "7", "extensions": '{"tracing": true}'},
])
def test_what_means_nothing_in_an_address_is_passed_over(send: Send, more: dict[str, str]) -> None:
    assert send("GET", params={**HELLO, **more}).json() == {"data": {"__typename": "Query"}}


def test_null_and_unknown_properties_of_a_body_mean_nothing(send: Send) -> None:
    body = {**HELLO, "variables": None, "operationName": None, "extensions": None, "documentId": None, "id": 7}
    assert send("POST", json=body).json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(("query", "status"), [
    ("query=%7B__typename%7D", 200), ("query=%7B+__typename+%7D", 200), ("query={__typename} %23 \xc3\xa9", 200),
    ("query=%7B__typename%7D&query=%7B__typename%7D", 400), ("query=%7B__typename%7D%23%FF", 400),
    ("query=%7B__typename%7D%23%ED%A0%80", 400), ("query=%7B__typename%7D%23\xff", 400),
    (f"query=%7B__typename%7D{'&a=b' * 100}", 400), (f"query=%7B__typename%7D%23{'a' * 70_000}", 414),
    ("query=%7B__typename%7D%00", 400), ("query=%", 400), ("query", 400), ("&&=&;", 400),
])
def test_an_address_is_read_as_it_is_or_refused(make_door: MakeDoor, query: str, status: int) -> None:
    assert raw_status(make_door(), query.encode("latin-1")) == status


def raw_status(door: GraphQLDoor, query_string: bytes) -> int:
    """The status of a GET; httpx would mend the address."""
    sent: list[Any] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/graphql", "query_string": query_string,
             "headers": [(b"accept", GRAPHQL.encode())], "client": ("127.0.0.1", 1)}
    asyncio.run(door(scope, receive, send))
    status: int = sent[0]["status"]
    return status


def test_an_array_is_answered_by_an_array(send: Send) -> None:
    response = send("POST", json=[HELLO, HELLO])
    assert response.status_code == 200
    assert response.json() == [send("POST", json=HELLO).json()] * 2


@pytest.mark.parametrize(("name", "complaint"), [
    (None, "the document has no operation; it needs a query or a mutation"),
    ("X", "the document has no operation called 'X'; operationName has to name one of its own"),
])
def test_a_document_without_the_operation_says_so(send: Send, name: str | None, complaint: str) -> None:
    query = "fragment F on Query { __typename }" + (" query A { ...F }" if name else "")
    response = send("POST", json={"query": query, "operationName": name}, headers={"Accept": GRAPHQL})
    assert response.status_code == 400
    assert response.json() == {"errors": [{"message": complaint, "extensions": {"code": "BAD_INPUT"}}]}


@pytest.mark.parametrize("accept", ["application/json", GRAPHQL])
@pytest.mark.parametrize("operation", ["mutation { __typename }", "subscription { __typename }"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_address_runs_queries_only(send: Send, method: str, operation: str, accept: str) -> None:
    response = send(method, params={"query": operation}, headers={"Accept": accept})
    assert response.status_code == 405
    assert response.headers["allow"] == "POST"


def test_a_compressed_body_is_refused(send: Send) -> None:
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    response = send("POST", content=gzip.compress(json.dumps(HELLO).encode()), headers=headers)
    assert response.status_code == 415
    assert response.headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("content_type", [
    "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql",
    "application/json; charset=utf-16",
])
def test_another_media_type_is_refused(send: Send, content_type: str) -> None:
    response = send("POST", content=json.dumps(HELLO), headers={"Content-Type": content_type})
    assert response.status_code == 415


@pytest.mark.parametrize("content_type", [
    "application/json", "application/json; charset=UTF-8", 'Application/JSON;charset="utf-8"',
])
def test_json_in_utf_8_is_read(send: Send, content_type: str) -> None:
    response = send("POST", content=json.dumps(HELLO), headers={"Content-Type": content_type})
    assert response.status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_another_method_is_refused(send: Send, method: str) -> None:
    response = send(method, json=HELLO)
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize("announced", [True, False])
def test_a_large_body_is_refused(send: Send, announced: bool) -> None:
    body = json.dumps({"query": "#" * MAX_BODY}).encode()

    async def pieces() -> Any:
        yield body

    response = send("POST", content=body if announced else pieces(), headers={"Content-Type": "application/json"})
    assert response.status_code == 413


CHANGE = 'mutation { createAccount(input: {display: "New"}) { account { id } } }'


@pytest.mark.parametrize(("peer", "headers"), [
    ("203.0.113.5", {}), ("127.0.0.1", {"X-Forwarded-For": "203.0.113.5"}),
])
def test_peers_that_are_not_trusted_change_nothing(send: Send, peer: str, headers: dict[str, str]) -> None:
    response = send("POST", json={"query": CHANGE}, peer=peer, headers=headers)
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == 'Bearer realm="edgewise"'
    assert response.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_an_unexpected_error_is_masked(
    send: Send, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:
    async def answer(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the server")

    monkeypatch.setattr("gql.schema.answering.Answerer.answer", answer)
    response = send("POST", json=HELLO)
    assert response.status_code == 500
    assert "secret" not in response.text
    assert response.json()["errors"][0]["extensions"]["id"] in caplog.text
    assert "secret of the server" in caplog.text


def test_a_slash_too_many_leads_to_the_door(send: Send) -> None:
    response = send("GET", "/graphql/", follow_redirects=True, headers={"Accept": "text/html"})
    assert response.url.path == "/graphql"
    assert response.status_code == 200


@pytest.mark.parametrize("path", ["/graphql/x", "/graphql/x/y"])
def test_there_is_nothing_else(send: Send, path: str) -> None:
    assert send("GET", path).status_code == 404
