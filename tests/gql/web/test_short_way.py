"""Which requests to /graphql are answered at once: short queries that ran before, by whom is known without waiting."""
from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Message, Scope

from gql.compiler.errors import TimedOut
from gql.limits.table import Limits
from gql.schema.execution import Answer, Operation
from gql.schema.quirks import Schema
from gql.web.at_once import Coming, Response
from gql.web.door import GraphQLDoor
from gql.web.refusal import Refusal
from gql.web.remembered import hashed
from gql.web.requests import Parameters
from models.network import Network
from models.tokens import Tokens
from tests.gql.web.conftest import sender
from tests.identity import authenticator_for
from tests.people import ALICE, fill, user

HERE, ELSEWHERE = "127.0.0.1", "203.0.113.5"
ACCOUNTS = "query($ids: [ID!]!, $n: Int) { accounts(where: {id: {in: $ids}}, first: $n) { nodes { id display } } }"
GIVEN: Mapping[str, Any] = {"ids": ["account:1"], "n": 1}


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    with closing(Network.open(f"sqlite:///{tmp_path}/short.db", types=())) as opened:
        opened.store.create("account", {"display": "Alice", "email": "alice@example.org"})
        yield opened


MakeDoor = Callable[..., GraphQLDoor]


@pytest.fixture
def make(network: Network, schema: Schema) -> MakeDoor:
    def door(**limits: Any) -> GraphQLDoor:
        return GraphQLDoor(network, schema, authenticator=authenticator_for(network), limits=Limits(**limits))

    return door


def ask(
    door: GraphQLDoor, content: Any, *, peer: str = HERE, method: str = "POST", path: str = "/graphql", **fields: str,
) -> Response | None:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    given = {"content_type": "application/json", "content_length": str(len(body)), **fields}
    headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in given.items()]
    return asyncio.run(at_once(door, {**scope(len(body)), "method": method, "path": path, "headers": headers,
                                      "client": (peer, 4000)}, body))


def scope(size: int) -> Scope:
    """A POST with a body of a size."""
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % size)]
    return {"type": "http", "method": "POST", "path": "/graphql", "raw_path": b"/graphql", "query_string": b"",
            "headers": headers, "client": (HERE, 4000)}


async def at_once(door: GraphQLDoor, scope: Scope, body: bytes) -> Response | None:
    answer = door.at_once(scope, body)
    return answer if isinstance(answer, Response) else None


def before(
    door: GraphQLDoor, query: str, variables: Mapping[str, Any] | None = None, peer: str = HERE, **fields: str,
) -> Any:
    """Ask the usual way."""
    response = sender(door)("POST", json={"query": query, "variables": variables}, peer=peer, headers=fields)
    assert response.status_code == 200
    return response.json()["data"]


def test_a_short_query_is_answered_at_once_when_it_ran_before(make: MakeDoor) -> None:
    door = make()
    request = {"query": ACCOUNTS, "variables": GIVEN}
    assert ask(door, request) is None
    before(door, ACCOUNTS, GIVEN)
    answer = ask(door, request)
    assert answer
    assert json.loads(answer.body) == {"data": {"accounts": {"nodes": [{"id": "account:1", "display": "Alice"}]}}}


async def unwanted(*_: object, **__: object) -> Answer:
    pytest.fail("it was answered the long way")


def test_the_usual_way_answers_it_at_once_too(make: MakeDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    door = make()
    first = before(door, ACCOUNTS, GIVEN)
    monkeypatch.setattr(door._answerer, "answer", unwanted)
    assert before(door, ACCOUNTS, GIVEN) == first
    assert before(door, ACCOUNTS, {"ids": ["account:9"]}) == {"accounts": {"nodes": []}}


def test_what_is_not_answered_at_once_is_not_tried_again(make: MakeDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    door, tried = make(), list[str]()
    quick = door._answerer.answer_at_once

    def watched(operation: Operation, *rest: Any, **named: Any) -> Answer | None:
        tried.append(operation.document)
        return quick(operation, *rest, **named)

    monkeypatch.setattr(door._answerer, "answer_at_once", watched)
    body = json.dumps({"query": ACCOUNTS, "variables": GIVEN}).encode()
    coming = door.at_once(scope(len(body)), body)
    assert coming
    assert not isinstance(coming, Response)
    assert asyncio.run(arrived(coming)).status == 200
    assert tried == [ACCOUNTS]


def test_queries_by_get_go_the_long_way(make: MakeDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    door = make()
    before(door, ACCOUNTS, GIVEN)
    asked = {"query": ACCOUNTS, "variables": json.dumps(GIVEN)}
    first = sender(door)("GET", params=asked).json()
    monkeypatch.setattr(door._answerer, "answer_at_once", lambda *_, **__: pytest.fail("it was answered at once"))
    assert sender(door)("GET", params=asked).json() == first == {
        "data": {"accounts": {"nodes": [{"id": "account:1", "display": "Alice"}]}}}


def test_values_are_those_of_the_request(make: MakeDoor) -> None:
    door = make()
    before(door, ACCOUNTS, GIVEN)
    answer = ask(door, {"query": ACCOUNTS, "variables": {"ids": ["account:9"], "n": 1}})
    assert answer
    assert json.loads(answer.body) == {"data": {"accounts": {"nodes": []}}}


def test_a_caller_sees_what_he_may_see(make: MakeDoor) -> None:
    door, query = make(), "{ accounts { nodes { display email } } }"
    before(door, query)
    before(door, query, peer=ELSEWHERE)
    mine, others = ask(door, {"query": query}), ask(door, {"query": query}, peer=ELSEWHERE)
    assert mine
    assert others
    assert json.loads(mine.body)["data"]["accounts"]["nodes"] == [{"display": "Alice", "email": "alice@example.org"}]
    assert json.loads(others.body)["data"]["accounts"]["nodes"] == []


@pytest.mark.parametrize("options", [
    {"authorization": "Bearer edgewise_x"}, {"method": "GET"}, {"method": "PUT"}, {"path": "/graphql/"},
    {"content_type": "text/plain"}, {"content_encoding": "gzip"}, {"accept": "text/html"},
])
def test_other_requests_go_the_usual_way(make: MakeDoor, options: Any) -> None:
    door = make()
    before(door, ACCOUNTS, GIVEN)
    request = {"query": ACCOUNTS, "variables": GIVEN}
    assert ask(door, request)
    assert ask(door, request, **options) is None


@pytest.mark.parametrize("content", [
    b"", b"{", b"[]", [{"query": ACCOUNTS, "variables": GIVEN}], {"query": 5}, {"variables": GIVEN},
    {"documentId": "unknown"}, {"query": ACCOUNTS}, {"query": ACCOUNTS, "variables": {"ids": ["nick:1"]}},
    {"query": ACCOUNTS, "variables": {"ids": ["account:1"], "n": 1001}},
    {"query": ACCOUNTS, "variables": {"ids": None}}, {"query": ACCOUNTS, "variables": GIVEN, "operationName": "other"},
    {"query": ACCOUNTS, "variables": GIVEN, "extensions": {"explain": True}},
])
def test_what_is_wrong_is_said_the_usual_way(make: MakeDoor, content: Any) -> None:
    door = make()
    before(door, ACCOUNTS, GIVEN)
    assert ask(door, content) is None


def test_a_body_above_the_limit_goes_the_usual_way(make: MakeDoor) -> None:
    query = "{ accounts { nodes { display } } }"
    whole = json.dumps({"query": query}).encode().ljust(100)
    door = make(body=100)
    before(door, query)
    assert ask(door, whole)
    assert ask(door, whole + b" ") is None


def test_what_changes_something_goes_the_usual_way(make: MakeDoor, network: Network) -> None:
    door = make()
    mutation = 'mutation { createNick(input: {nick: "New"}) { nick { nick } } }'
    before(door, mutation)
    assert ask(door, {"query": mutation}) is None
    assert network.database.cell(f"SELECT count(*) FROM {network.tables.prefix}nick", ()) == 1


def test_a_long_query_goes_the_usual_way_and_a_short_one_of_the_same_text_soon_not(make: MakeDoor) -> None:
    door = make()
    before(door, ACCOUNTS, GIVEN)
    many = {"ids": [f"account:{number}" for number in range(1, 601)], "n": 600}
    assert ask(door, {"query": ACCOUNTS, "variables": many}) is None
    assert ask(door, {"query": ACCOUNTS, "variables": GIVEN}) is None
    before(door, ACCOUNTS, GIVEN)
    assert ask(door, {"query": ACCOUNTS, "variables": GIVEN})


def test_who_has_too_many_operations_under_way_hears_it_the_usual_way(make: MakeDoor) -> None:
    door = make(operations=1)
    before(door, ACCOUNTS, GIVEN)
    request = {"query": ACCOUNTS, "variables": GIVEN}
    door._under_way.begin(HERE)
    assert ask(door, request) is None
    door._under_way.end(HERE)
    for _ in range(3):
        assert ask(door, request)


def test_an_answer_that_is_too_long_is_refused(make: MakeDoor) -> None:
    door = make(answer=60)
    before(door, ACCOUNTS, {"ids": ["account:9"], "n": 1})
    answer = ask(door, {"query": ACCOUNTS, "variables": GIVEN})
    assert answer
    assert json.loads(answer.body)["errors"][0]["extensions"]["code"] == "LIMIT"


def test_a_deadline_is_told_and_nothing_runs_twice(make: MakeDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    door = make()
    before(door, ACCOUNTS, GIVEN)
    calls: list[str] = []

    def late(sql: str, _: object) -> bytes:
        calls.append(sql)
        raise TimedOut("the answer took longer than 10 seconds")

    monkeypatch.setattr(door._answerer.compiler._runner, "run_at_once", late)
    answer = ask(door, {"query": ACCOUNTS, "variables": GIVEN})
    assert answer
    assert json.loads(answer.body)["errors"][0]["extensions"]["code"] == "TIMEOUT"
    assert len(calls) == 1


def test_a_fault_of_ours_leaves_nothing_behind(make: MakeDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    door = make()
    before(door, ACCOUNTS, GIVEN)

    def broken(_sql: str, _: object) -> bytes:
        raise RuntimeError("secret")

    monkeypatch.setattr(door._answerer.compiler._runner, "run_at_once", broken)
    with pytest.raises(RuntimeError):  # the protocol has it met anew the usual way, which masks it
        ask(door, {"query": ACCOUNTS, "variables": GIVEN})
    assert not door._under_way._clients


def test_a_statement_that_fails_is_told_at_once_and_not_run_again(
    make: MakeDoor, network: Network, caplog: pytest.LogCaptureFixture,
) -> None:
    door = make()
    before(door, ACCOUNTS, GIVEN)
    network.database.execute_sql(f"ALTER TABLE {network.tables.prefix}account RENAME TO elsewhere")
    answer = ask(door, {"query": ACCOUNTS, "variables": GIVEN})
    assert answer
    (error,) = json.loads(answer.body)["errors"]
    assert error["extensions"]["code"] == "INTERNAL"
    assert "elsewhere" not in str(error)
    assert "the statement was: SELECT" in caplog.text
    assert ask(door, {"query": ACCOUNTS, "variables": GIVEN}) is None


def test_the_document_of_a_refused_query_is_not_remembered(make: MakeDoor) -> None:
    door = make(answer=60)
    before(door, ACCOUNTS, {"ids": ["account:9"], "n": 1})
    sha256 = hashed(ACCOUNTS)
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": sha256}}
    answer = ask(door, {"query": ACCOUNTS, "variables": GIVEN, "extensions": extensions})
    assert answer
    assert json.loads(answer.body)["errors"][0]["extensions"]["code"] == "LIMIT"
    with pytest.raises(Refusal):
        door._documents.find(Parameters(sha256=sha256))


def test_a_text_that_is_not_utf_8_is_met_at_once_one_time(make: MakeDoor, network: Network) -> None:
    door = make()
    before(door, ACCOUNTS, GIVEN)
    network.database.execute_sql(
        f"UPDATE {network.tables.prefix}account SET display = CAST(x'ff41' AS TEXT)")
    known = door._answerer._known[ACCOUNTS, None, False, True].compiled
    assert known
    assert ask(door, {"query": ACCOUNTS, "variables": GIVEN}) is None
    assert not known.was_short
    before(door, ACCOUNTS, GIVEN)
    assert not known.was_short


def test_engines_in_other_processes_are_never_asked_at_once(make: MakeDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    door = make()
    monkeypatch.setattr(door._answerer.compiler._runner, "is_local", False)
    before(door, ACCOUNTS, GIVEN)
    assert ask(door, {"query": ACCOUNTS, "variables": GIVEN}) is None


@pytest.mark.parametrize("content", [
    {"query": ACCOUNTS, "variables": GIVEN}, {"query": "{ nothing }"}, {"query": "{"},
    {"query": ACCOUNTS, "variables": {"ids": ["nick:1"]}}, {"query": "{ __schema { types { name } } }"},
    {"query": ACCOUNTS, "variables": GIVEN, "extensions": {"explain": True}},
    {"query": 'mutation { createNick(input: {nick: "New"}) { nick { nick } } }'},
])
@pytest.mark.parametrize("peer", [HERE, ELSEWHERE])
def test_a_request_that_was_read_goes_on_as_it_would_have_gone(make: MakeDoor, content: Any, peer: str) -> None:
    door, other = make(), make()
    body = json.dumps(content).encode()
    usual = sender(other)("POST", content=body, headers={"content-type": "application/json"}, peer=peer)
    coming = door.at_once({**scope(len(body)), "client": (peer, 4000)}, body)
    assert coming
    assert not isinstance(coming, Response)
    answer = asyncio.run(arrived(coming))
    assert (answer.status, sorted([*answer.fields, (b"content-length", b"%d" % len(answer.body))])) == (
        usual.status_code, sorted(usual.headers.raw))
    assert list(json.loads(answer.body)) == list(usual.json())
    assert answer.body.replace(b"nick:3", b"nick:2") == usual.content
    assert not door._under_way._clients


async def arrived(coming: Coming) -> Response:
    async def receive() -> Message:
        return await asyncio.get_running_loop().create_future()  # type: ignore[no-any-return]  # it never comes

    answer = await coming(receive)
    assert isinstance(answer, Response)
    return answer


LOGIN = 'mutation { login(user: "alice@chat.example", password: "w0nderland") { token } }'
VIEWER = "{ accounts { nodes { display email } } }"


@pytest.fixture
def peopled(network: Network, schema: Schema) -> GraphQLDoor:
    fill(network)
    authenticator = authenticator_for(network, default_host="chat.example", account_host="chat.example")
    return GraphQLDoor(network, schema, authenticator=authenticator)


def test_who_shows_a_session_is_answered_at_once_until_it_ends(peopled: GraphQLDoor) -> None:
    bearer = f"Bearer {before(peopled, LOGIN, peer=ELSEWHERE)['login']['token']}"
    usual = before(peopled, VIEWER, peer=ELSEWHERE, authorization=bearer)
    quick = ask(peopled, {"query": VIEWER}, peer=ELSEWHERE, authorization=bearer)
    assert quick
    assert json.loads(quick.body)["data"] == usual
    before(peopled, "mutation { logout }", peer=ELSEWHERE, authorization=bearer)
    assert ask(peopled, {"query": VIEWER}, peer=ELSEWHERE, authorization=bearer) is None


def test_a_session_ends_when_the_password_changes(peopled: GraphQLDoor, network: Network) -> None:
    bearer = f"Bearer {before(peopled, LOGIN, peer=ELSEWHERE)['login']['token']}"
    before(peopled, VIEWER, peer=ELSEWHERE, authorization=bearer)
    user(network, ALICE, "other")
    assert ask(peopled, {"query": VIEWER}, peer=ELSEWHERE, authorization=bearer) is None


def test_what_somebody_is_to_the_gateway_is_found_out_the_usual_way(
    peopled: GraphQLDoor, network: Network, schema: Schema,
) -> None:
    token = before(peopled, LOGIN, peer=ELSEWHERE)["login"]["token"]
    bearer = f"Bearer {token}"
    other = GraphQLDoor(network, schema, authenticator=authenticator_for(network, default_host="chat.example"))
    before(other, VIEWER)
    assert ask(other, {"query": VIEWER}, peer=ELSEWHERE, authorization=bearer) is None
    before(other, VIEWER, peer=ELSEWHERE, authorization=bearer)
    assert ask(other, {"query": VIEWER}, peer=ELSEWHERE, authorization=bearer)


def test_who_shows_a_token_is_answered_at_once_until_it_is_revoked(peopled: GraphQLDoor, network: Network) -> None:
    tokens = Tokens(network.database)
    bearer = f"Bearer {tokens.create('web', ['read'])}"
    before(peopled, VIEWER, peer=ELSEWHERE, authorization=bearer)
    assert ask(peopled, {"query": VIEWER}, peer=ELSEWHERE, authorization=bearer)
    tokens.revoke("web")
    assert ask(peopled, {"query": VIEWER}, peer=ELSEWHERE, authorization=bearer) is None


@pytest.mark.parametrize("credentials", [
    "Basic YWxpY2VAY2hhdC5leGFtcGxlOncwbmRlcmxhbmQ=", "Bearer other", "Bearer", "x",
])
def test_passwords_and_what_is_wrong_go_the_usual_way(peopled: GraphQLDoor, credentials: str) -> None:
    before(peopled, VIEWER)
    for _ in range(2):
        assert ask(peopled, {"query": VIEWER}, authorization=credentials) is None
