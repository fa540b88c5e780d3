"""Several operations in one request: no more of them, and no more work, than one request may ask for."""
from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from gql.limits.clients import UnderWay
from gql.limits.table import DEFAULTS
from gql.schema.loading import Reader
from gql.schema.quirks import Schema
from gql.web.door import GraphQLDoor
from gql.web.media_types import GRAPHQL
from models.network import Network
from tests.identity import authenticator_for
from tests.people import ALICE, fill

from .conftest import STRANGER, MakeApp, Send, errors, sender

NAME = {"query": "{ __typename }"}
LIST = {"query": "query($n: Int!) { accounts(first: $n) { nodes { id } } }", "variables": {"n": 500}}

GONE = {"query": 'mutation { deleteAccount(input: {id: "account:999"}) { deleted } }'}


def made(name: str) -> dict[str, str]:
    return {"query": f'mutation {{ createAccount(input: {{display: "{name}"}}) {{ account {{ display }} }} }}'}


def batch(send: Send, *operations: object, **options: Any) -> httpx.Response:
    return send("POST", "/graphql", json=operations, **options)


def codes(response: httpx.Response) -> list[str | None]:
    """The code of each answer's first error."""
    return [answer["errors"][0]["extensions"]["code"] if "errors" in answer else None for answer in response.json()]


@pytest.mark.parametrize("accept", ["", "*/*", GRAPHQL, f"{GRAPHQL}, application/json;q=0.9"])
def test_each_operation_has_its_answer_in_its_place(send: Send, network: Network, accept: str) -> None:
    response = batch(send, NAME, {"query": "{ nonsense }"}, made("Alice"), GONE, {"query": "{"},
                     {"query": '{ account(display: "ALICE") { display } }'}, headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json; charset=utf-8")
    assert codes(response) == [None, "BAD_INPUT", None, "NOT_FOUND", "BAD_INPUT", None]
    name, _, alice, _, _, found = response.json()
    assert name == {"data": {"__typename": "Query"}}
    assert alice["data"] == {"createAccount": {"account": {"display": "Alice"}}}
    assert found == {"data": {"account": {"display": "Alice"}}}
    assert len(network.store.page("account")) == 1


def test_what_one_could_not_do_undoes_nothing_of_the_others(send: Send) -> None:
    both = {"query": 'mutation { transaction(operations: [{do: {createAccount: {display: "C"}}}, '
                     '{do: {deleteAccount: {id: "account:999"}}}]) { results { __typename } } }'}
    assert codes(batch(send, made("A"), both, made("B"))) == [None, "NOT_FOUND", None]
    (accounts,) = batch(send, {"query": "{ accounts { nodes { display } } }"}).json()
    assert accounts["data"]["accounts"]["nodes"] == [{"display": "A"}, {"display": "B"}]


@pytest.mark.parametrize(("operations", "message"), [
    ([], "the batch is empty"), ([made("A"), []], "operation 1 of the batch: send one object"),
    ([[NAME]], "operation 0 of the batch: send one object"), ([made("A"), "x"], "operation 1 of the batch: send one"),
    ([made("A"), {"query": 1}], "operation 1 of the batch: query has to be a text"),
    ([made("A"), None], "operation 1 of the batch: send one object"),
])
def test_what_is_no_batch_is_refused_as_a_whole(
    send: Send, network: Network, operations: list[object], message: str,
) -> None:
    response = batch(send, *operations)
    assert response.status_code == 400
    ((code, found),) = errors(response)
    assert code == "BAD_INPUT"
    assert found.startswith(message)
    assert network.store.page("account") == []


def test_a_batch_above_the_limit_is_refused_before_any_work(send: Send, network: Network) -> None:
    response = batch(send, *[made(f"A{number}") for number in range(11)])
    assert response.status_code == 413
    assert errors(response) == [(
        "LIMIT", "operations of the batch: 11, and the limit is 10 (limits.batch); ask for less at once")]
    assert network.store.page("account") == []
    assert codes(batch(send, *[NAME] * 10)) == [None] * 10


def test_the_limit_is_a_setting(make_app: MakeApp) -> None:
    send = sender(make_app(replace(DEFAULTS, batch=1)))
    assert codes(batch(send, NAME)) == [None]
    assert batch(send, NAME, NAME).status_code == 413


def test_a_large_batch_costs_little(send: Send) -> None:
    started = time.process_time()
    assert batch(send, *[NAME] * 30_000).status_code == 413
    assert time.process_time() - started < 5  # as against minutes: how fast it is, benchmarks say


def test_the_cost_of_all_counts_before_any_of_them_runs(make_app: MakeApp, network: Network) -> None:
    send = sender(make_app(replace(DEFAULTS, cost=1000)))
    assert codes(batch(send, LIST, LIST)) == [None, None]
    response = batch(send, made("Alice"), LIST, {"query": "{ nonsense }"}, LIST)
    assert response.status_code == 413
    ((code, message),) = errors(response)
    assert code == "LIMIT"
    assert message.startswith("rows that the operations of the batch may touch: 1002, and the limit is 1000 (limits.")
    assert network.store.page("account") == []


def test_documents_are_as_long_together_as_one_may_be(make_app: MakeApp) -> None:
    send = sender(make_app(replace(DEFAULTS, characters=2 * len(NAME["query"]))))
    assert codes(batch(send, NAME, NAME)) == [None, None]
    assert "characters of the documents of the batch: 42, and the limit is 28" in batch(send, *[NAME] * 3).text


def test_no_more_are_begun_once_the_answers_are_long(make_app: MakeApp, network: Network) -> None:
    send = sender(make_app(replace(DEFAULTS, answer=1000)))
    long = {"query": "{ " + " ".join(f"name{number}: __typename" for number in range(20)) + " }"}
    response = batch(send, long, long, long, made("Alice"))
    assert codes(response) == [None, None, None, "LIMIT"]
    length = sum(len(orjson.dumps(answer)) for answer in response.json()[:3])
    assert f"answers before this one: {length}, and the limit is 1000 (limits.answer)" in response.text
    assert network.store.page("account") == []


@pytest.mark.parametrize("compiles", [True, False])
def test_there_is_one_deadline(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, compiles: bool) -> None:
    async def wait(*_: object) -> dict[str, int]:
        await asyncio.sleep(60)
        return {}

    monkeypatch.setattr(Reader, "totals", wait)
    send = sender(make_app(replace(DEFAULTS, deadline=1), compiles=compiles))
    started = time.monotonic()
    response = batch(send, NAME, {"query": "{ types { count } }"}, {"query": "{ types { count } }"}, NAME)
    assert time.monotonic() - started < 5
    assert codes(response) == [None, "TIMEOUT", "TIMEOUT", "TIMEOUT"]
    assert "may yet be changed" in response.json()[1]["errors"][0]["message"]
    assert "this operation was not begun" in response.json()[2]["errors"][0]["message"]


def test_each_operation_is_counted_as_under_way(make_app: MakeApp) -> None:
    send = sender(make_app(replace(DEFAULTS, operations=3)))
    assert codes(batch(send, NAME, NAME, NAME)) == [None] * 3
    response = batch(send, NAME, NAME, NAME, NAME)
    assert response.status_code == 429
    assert "(limits.operations)" in errors(response)[0][1]
    assert codes(batch(send, NAME, NAME, NAME)) == [None] * 3, "what was refused is not counted any more"


def test_operations_are_counted_together() -> None:
    under_way = UnderWay(3)
    assert under_way.begin("a", 2)
    assert not under_way.begin("a", 2)
    assert under_way.begin("b", 3)
    assert under_way.begin("a")
    under_way.end("a", 3)
    assert under_way.begin("a", 3)


def test_an_address_holds_no_batch(send: Send) -> None:
    response = send("GET", "/graphql", params={"query": '[{"query": "{ __typename }"}]'})
    assert "Syntax Error" in errors(response)[0][1]


@pytest.fixture
def strange(tmp_path: Path, schema: Schema) -> Iterator[tuple[Send, Network]]:
    """What sends as a stranger, and the network with people that it sends to."""
    with closing(Network.open(f"sqlite:///{tmp_path}/people.db", types=())) as network:
        fill(network)
        door = GraphQLDoor(network, schema, authenticator=authenticator_for(network, default_host="chat.example"))
        send = sender(door)
        yield lambda *args, **options: send(*args, peer=STRANGER, **options), network


def login(password: str) -> dict[str, str]:
    return {"query": f'mutation {{ login(user: "{ALICE}", password: "{password}") {{ token }} }}'}


def failures(network: Network) -> int:
    found: int = network.database.execute_sql("SELECT max(failures) FROM edgewise_failure").fetchone()[0]
    return found


def test_each_login_of_a_batch_counts(strange: tuple[Send, Network]) -> None:
    send, network = strange
    assert codes(batch(send, *[login(f"guess {number}") for number in range(7)])) == ["UNAUTHENTICATED"] * 7
    assert failures(network) == 7


def test_guesses_of_a_batch_wait_like_those_of_requests(strange: tuple[Send, Network]) -> None:
    send, network = strange
    started = time.monotonic()
    for _ in range(2):
        batch(send, *[login("the same guess")] * 8)
    assert failures(network) == 16
    assert time.monotonic() - started > 0.05 + 0.1 + 0.2 + 0.4 + 0.8, "from the eleventh on they wait"


def test_a_login_gives_rights_to_its_own_operation_only(strange: tuple[Send, Network]) -> None:
    send, _ = strange
    viewer = {"query": "{ viewer { role } }"}
    _, after = batch(send, login("w0nderland"), viewer).json()
    assert after == {"data": {"viewer": {"role": "ANONYMOUS"}}}


def test_one_refused_operation_refuses_no_other(strange: tuple[Send, Network]) -> None:
    send, _ = strange
    response = batch(send, made("x"), NAME, {"documentId": "unknown"}, {"query": "{ auditEntries { nodes { at } } }"})
    assert response.status_code == 200
    assert codes(response) == ["UNAUTHENTICATED", None, "PERSISTED_QUERY_NOT_FOUND", "UNAUTHENTICATED"]
