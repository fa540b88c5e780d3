"""Requests that mean harm, or were written by chance: each gets a clear answer, none an error of the server."""
from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gql.schema.errors import LONGEST_MESSAGE, Code

from .conftest import MAX_BODY, Send

GRAPHQL = "application/graphql-response+json"
NODE = "query($x: ID!) { node(id: $x) { id } }"

settings.register_profile("http", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CLIENTS_FAULTS = set(Code) - {Code.INTERNAL} | {"PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_SUPPORTED"}

many = settings(settings.get_profile("http"), max_examples=150)


def post(send: Send, body: bytes) -> httpx.Response:
    return send("POST", content=body, headers={"Content-Type": "application/json", "Accept": GRAPHQL})


def ask(send: Send, query: str, **variables: object) -> httpx.Response:
    return post(send, json.dumps({"query": query, "variables": variables}).encode())


def assert_no_fault_of_ours(response: httpx.Response) -> None:
    """The response is GraphQL's, its status fits, and whatever is wrong is said to be the client's doing."""
    assert response.status_code < 500
    content = response.json()
    assert ("data" in content) == (response.status_code == 200)
    for error in content.get("errors", []):
        assert error["message"]
        assert error["extensions"]["code"] in CLIENTS_FAULTS


def refusal(response: httpx.Response) -> str:
    """What a refused request hears."""
    assert_no_fault_of_ours(response)
    assert response.status_code == 400
    message: str = response.json()["errors"][0]["message"]
    assert len(message) <= LONGEST_MESSAGE + len("...")
    return message


@pytest.mark.parametrize("body", [
    b'{"query": "{ __typename } # \xff"}', b'{"query": "{ __typename }", "variables": {"\xc3": 1}}',
    b'\xef\xbb\xbf{"query": "{ __typename }"}', '{"query": "{ __typename }"}'.encode("utf-16"),
    b'{"query": "\\ud800"}', b'{"query": "{ __typename }", "variables": {"x": "\\udfff\\ud800"}}', b"\x00", b"\x1f\x8b",
    b'{"query": "\xed\xa0\x80"}', b'{"query": "{ __typename }"} {}', b'{"query": "{ __typename }",}',
])
def test_what_is_no_json_in_utf_8_is_refused(send: Send, body: bytes) -> None:
    assert refusal(post(send, body)).startswith("the body is no JSON: ")


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e400", b"+1", b"01", b".5", b"0x10"])
def test_what_is_no_number_is_refused(send: Send, number: bytes) -> None:
    body = b'{"query": "{ __typename }", "variables": {"x": %s}}' % number
    assert refusal(post(send, body)).startswith("the body is no JSON: ")


@pytest.mark.parametrize("number", [
    2**31, -(2**31) - 1, 2**53, 2**63 - 1, 2**63, 2**64, 10**100, 0.5, 1e300, True, "1", [[1]], {},
])
def test_what_is_no_int_is_refused_for_one(send: Send, number: object) -> None:
    message = refusal(ask(send, "query($n: Int) { accounts(first: $n) { __typename } }", n=number))
    assert message.startswith("Variable '$n' has invalid value")


@pytest.mark.parametrize("digits", [10, 19, 20, 100, 4300, 4301, 20_000])
def test_a_literal_with_many_digits_is_refused(send: Send, digits: int) -> None:
    for literal in ("9" * digits, "-" + "9" * digits, "9" * digits + ".5e99999"):
        refusal(ask(send, f"{{ accounts(first: {literal}) {{ __typename }} }}"))


def test_a_number_of_any_size_can_be_an_id(send: Send) -> None:
    for number in (7, 2**63, 2**64 - 1, 10**30):
        response = ask(send, NODE, x=number)
        assert_no_fault_of_ours(response)
        assert response.json()["errors"][0]["path"] == ["node"]


@pytest.mark.parametrize("depth", [100, 500, 1000, 5000, 16_000])
@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}")])
def test_deep_variables_are_refused(send: Send, opening: bytes, closing: bytes, depth: int) -> None:
    nested = opening * depth + b"1" + closing * depth
    refusal(post(send, b'{"query": "%s", "variables": {"x": %s}}' % (NODE.encode(), nested)))
    refusal(post(send, nested))


@pytest.mark.parametrize("query", [
    "{a" * 3000 + "}" * 3000, "{ node(id: " + "[" * 5000 + "]" * 5000 + ") { id } }",
    "{ node(id: " + "{a:" * 5000 + "1" + "}" * 5000 + ") { id } }",
    "query($x: " + "[" * 5000 + "ID" + "]" * 5000 + ") { a }",
    "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "{" + "a:__typename " * 3000 + "}",
    "{" + " ".join(f"...F{n}" for n in range(1000)) + "}", "{ " + "x" * 90_000 + " }", "{ a" + "@skip" * 2000 + " }",
    "{ __schema { types { " + "fields { type { " * 30 + "name" + " } } " * 30 + "} } }",
    "query($a: Int, $a: Int) { __typename }", "{ __typename @skip(if: null) }", "type A { b: Int }", "#", "\ufeff",
    '{ node(id: "\\ud800") { id } }', '{ node(id: "\\u{110000}") { id } }', '{ node(id: "\n") { id } }', "\x07",
    ",,,", "{ \x00 }",
])
def test_a_document_that_cannot_run_is_refused(send: Send, query: str) -> None:
    refusal(ask(send, query, x="account:1"))


@pytest.mark.parametrize("text", [
    "\0", "a\0b", "\ufffd\uffff", "🏃" * 1000, "'\";--", "%_\\", "\r\n", "account:" + "9" * 5000,
])
def test_texts_of_any_kind_are_texts(send: Send, text: str) -> None:
    assert_no_fault_of_ours(ask(send, NODE, x=text))
    assert_no_fault_of_ours(ask(send, "query($x: String!) { account(display: $x) { id } }", x=text))


def test_the_last_of_two_equal_keys_counts_everywhere(send: Send) -> None:
    body = b"""{"query": "{ a }", "query": "query($x: String!) { __type(name: $x) { name } }",
                "variables": {"x": "String", "x": "ID"}}"""
    assert post(send, body).json() == {"data": {"__type": {"name": "ID"}}}


def test_the_longest_body_is_read(send: Send) -> None:
    body = json.dumps({"query": "{ __typename }", "variables": {}, "x": ""})
    assert post(send, body.replace('""', f'"{"a" * (MAX_BODY - len(body))}"').encode()).status_code == 200


@many
@given(body=st.binary(max_size=200))
def test_any_bytes_are_answered(send: Send, body: bytes) -> None:
    refusal(post(send, body))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=8)
documents = st.sampled_from([NODE, "{ __typename }", "{ nonsense }", "{", "mutation M { __typename }"])
parameters = st.fixed_dictionaries({}, optional={
    "query": documents | json_values, "variables": st.dictionaries(st.just("x"), json_values) | json_values,
    "operationName": st.just("M") | json_values, "documentId": json_values,
    "extensions": json_values | st.fixed_dictionaries({"persistedQuery": json_values}),
})


@many
@given(body=parameters)
def test_any_parameters_are_answered(send: Send, body: dict[str, Any]) -> None:
    response = send("POST", json=body, headers={"Accept": GRAPHQL})
    assert response.status_code in (200, 400, 404)  # 404: a persisted query that is not known
    assert_no_fault_of_ours(response)


@many
@given(fields=st.dictionaries(st.sampled_from(["query", "variables", "extensions"]) | st.text(), st.text()))
def test_any_address_is_answered(send: Send, fields: dict[str, str]) -> None:
    response = send("GET", params=fields, headers={"Accept": GRAPHQL})
    assert response.status_code == 400
    assert_no_fault_of_ours(response)


header_texts = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=60)


@many
@given(headers=st.dictionaries(st.sampled_from(["Accept", "Content-Type", "Content-Encoding"]), header_texts))
def test_any_headers_are_answered(send: Send, headers: dict[str, str]) -> None:
    sent = {"Content-Type": "application/json", **headers}
    encoded = {name: text.strip().encode("latin-1") for name, text in sent.items()}
    response = send("POST", content=b'{"query": "{ __typename }"}', headers=encoded)
    assert response.status_code in (200, 406, 415)


def test_a_body_of_unknown_length_is_not_read_beyond_the_limit(send: Send) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(MAX_BODY // 1_000 + 1):
            yield b" " * 1_000

    response = send("POST", content=pieces(), headers={"Content-Type": "application/json", "Accept": GRAPHQL})
    assert "content-length" not in response.request.headers
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (413, Code.LIMIT)
