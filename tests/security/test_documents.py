"""Documents that are meant to cost much: the attacks of GraphQL's attack tools, each refused before it costs anything.

The names are those of graphql-cop, CrackQL, InQL and of OWASP's cheat sheet.
"""
from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from graphql import get_introspection_query

from gql.limits.table import DEFAULTS
from gql.schema.execution import Answer, Operation, execute
from gql.schema.loading import Reader
from gql.schema.quirks import Schema
from models.network import Network
from models.principal import LOCAL_ADMIN

from .conftest import GRAPHQL, MakeApp, Send, errors, post, sender


def milliseconds(work: Callable[[], object], times: int = 5) -> float:
    """How much processor time something takes, undisturbed."""
    def once() -> float:
        before = time.process_time()
        work()
        return (time.process_time() - before) * 1000

    return min(once() for _ in range(times))


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, which is the same on every machine."""
    events: list[str] = []
    sys.setprofile(lambda _frame, event, _value: events.append(event))
    try:
        work()
    finally:
        sys.setprofile(None)
    return sum(event.endswith("call") for event in events)


@pytest.fixture
def run(network: Network, schema: Schema) -> Iterator[Callable[[str], Answer]]:
    """From a document to its answer, without HTTP."""
    with asyncio.Runner() as runner:
        yield lambda text: runner.run(execute(schema, Operation(text), Reader(network, LOCAL_ADMIN)))


def refusal(response_errors: list[tuple[str, str]]) -> str:
    """The setting of the limit that a document breaks, the only error there is."""
    ((code, message),) = response_errors
    assert code == "LIMIT"
    return message.rpartition("(limits.")[2].partition(")")[0]


SPREADS = "".join(
    f" fragment F{n} on Query {{ a{n}: node(id: 1) {{ id }} ...F{n + 1} ...F{n + 1} }}" for n in range(90))
INTROSPECTION, FULL_TYPE = get_introspection_query().split("fragment FullType")
SCHEMA = INTROSPECTION[INTROSPECTION.index("__schema"):INTROSPECTION.rindex("}")]
GREETS = '{greet: {like: "%a"}} ' * 10

ATTACKS = {
    "alias overload": ("{ " + " ".join(f"alias{n}: __typename" for n in range(101)) + " }", "aliases"),
    "directive overload": ("{ __typename " + "@aa" * 10 + "@include(if: true)" * 100 + " }", "directives"),
    "field duplication": ("{ " + "__typename " * 500 + "}", "repetitions"),
    "field duplication below": ("{ accounts { nodes { " + "id " * 500 + "} } }", "repetitions"),
    "field duplication in fragments": (
        "{ accounts { nodes { " + "... { id } " * 500 + "} } }", "repetitions"),
    "duplicated lists in lists": (
        "{ " + "accounts { nodes { nicks { nodes { id } } } } " * 100 + "}", "repetitions"),
    "deep query": ("{ node(id: 1) { " + "... on Nick { account { ... on Account { refs(type: NICK) { " * 12
                   + "id" + " } } } }" * 12 + " } }", "depth"),
    "wide root": ("{ " + " ".join(f"root{n} {{ id }}" for n in range(21)) + " }", "root_fields"),
    "token flood": ("{ nodes(ids: [" + "1 " * 5000 + "]) { id } }", "tokens"),
    "comment flood": ("#\n" * 6000 + "{ __typename }", "tokens"),
    "long document": ("{ __typename }" + " " * 60_000, "characters"),
    "fragment flood": ("{ __typename } " + " ".join(
        f"fragment F{n} on Query {{ a }}" for n in range(200)), "fragments"),
    "fragments that spread each other": ("{ ...F0 }" + SPREADS + " fragment F90 on Query { __typename }", "aliases"),
    "large pages in large pages": ("""{ accounts(first: 1000) { nodes { nicks(first: 1000) { nodes { account {
        nicks(first: 1000) { nodes { nick } } } } } } } }""", "cost"),
    "totals of everything": ("""{ accounts(first: 1000) { nodes { nicks(first: 1000) { totalCount nodes { account {
        id } } } } } }""", "cost"),
    "conditions without end": (
        "{ accounts(where: {or: [" + '{display: {contains: "a"}} ' * 260 + "]}) { nodes { id } } }", "conditions"),
    "conditions in many places": (
        "{ " + " ".join(f"a{n}: accounts(where: {{or: [{GREETS}]}}) {{ totalCount }}" for n in range(20)) + " }",
        "conditions"),
    "lists in conditions on lists": ("""{ accounts(first: 1000, where: {nicks: {some: {account: {nicks: {some: {account:
        {nicks: {none: {nick: {eq: "a"}}}}}}}}}}) { totalCount } }""", "cost"),
    "introspection many times": (
        "{ " + " ".join(f"a{n}: {SCHEMA}" for n in range(8)) + " } fragment FullType" + FULL_TYPE, "cost"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_by_its_limit(run: Callable[[str], Answer], attack: str) -> None:
    document, setting = ATTACKS[attack]
    found = run(document)
    assert not found.ran
    assert refusal([(e["extensions"]["code"], e["message"]) for e in found.errors]) == setting


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_costs_little(run: Callable[[str], Answer], attack: str) -> None:
    assert milliseconds(lambda: run(ATTACKS[attack][0])) < 100


def test_six_kilobytes_of_field_duplication_cost_less_than_50_ms(run: Callable[[str], Answer]) -> None:
    for document in ("{ " + "__typename " * 545 + "}", "{ accounts { nodes { " + "id " * 2000 + "} } }",
                     "{ " + "accounts { nodes { id } } " * 230 + "}"):
        assert len(document) > 5_900
        assert milliseconds(lambda document=document: run(document)) < 50  # type: ignore[misc]


@pytest.mark.parametrize(("document", "most"), [
    ("{ " + " ".join(f"a{n}: __typename" for n in range(51)) + " }", 7_500), ("#" * 50_001, 300),
    ("{ a { ...A } } fragment A on T { ...A }", 800),
])
def test_the_cheapest_refusals_take_few_calls(run: Callable[[str], Answer], document: str, most: int) -> None:
    """10,000 calls take about 1 ms; benchmarks say what a refusal takes."""
    assert run(document).errors
    assert calls(lambda: run(document)) < most


@pytest.mark.parametrize("document", [
    "{ accounts { nodes { ...A } } } fragment A on Account { nicks { nodes { account { ...A } } } }",
    "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    "{ ...A } fragment A on Query { ...A ...A ...A }",
])
def test_circular_fragments_are_refused(run: Callable[[str], Answer], document: str) -> None:
    (error,) = run(document).errors
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert "these fragments lead to themselves" in error["message"]


@pytest.mark.parametrize(("condition", "setting"), [
    ({"and": [{"display": {"contains": "a"}}] * 20_000}, "conditions"),
    ({"or": [{"id": {"in": ["account:1"] * 2_000}}] * 2}, ""),
    (json.loads('{"not": ' * 900 + "{}" + "}" * 900), "conditions"),
    (json.loads('{"not": ' * 240 + "{}" + "}" * 240), ""),
    (json.loads('{"nicks": {"some": {"account": ' * 150 + "{}" + "}}}" * 150), "cost"),
    ({"and": json.loads("[" * 900 + "]" * 900)}, "conditions"),
])
@pytest.mark.parametrize("compiles", [True, False])
def test_conditions_in_variables_are_bounded_like_others(
    make_app: MakeApp, condition: object, setting: str, compiles: bool,
) -> None:
    send = sender(make_app(compiles=compiles))
    ask = "query($w: AccountWhere!) { accounts(where: $w) { nodes { id } } }"
    for query in (ask, ask.replace("where: $w", "where: {and: [$w]}")):
        started = time.process_time()
        response = post(send, query, {"w": condition})
        assert time.process_time() - started < 5  # as against minutes: how fast it is, benchmarks say
        assert response.status_code in ((400,) if setting else (200, 400))
        ((code, message), *_) = errors(response)
        assert code == ("LIMIT" if setting else "BAD_INPUT")
        assert f"(limits.{setting})" in message or not setting


@pytest.mark.parametrize("document", [
    "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }",
    '{ __type(name: "Query") { fields { type { fields { type { fields { name } } } } } } }',
    "{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } }",
])
def test_deep_introspection_is_refused(run: Callable[[str], Answer], document: str) -> None:
    assert not run(document).ran


def test_the_worst_that_is_allowed_is_validated_in_time(run: Callable[[str], Answer]) -> None:
    most = DEFAULTS.repetitions
    fields = ["id", "display", "email", "language", "greet", "hideEmail", "secure", "private", "autoOp", "memoMail"]
    worst = "{ accounts(first: 0) { nodes { " + " ".join(fields * most) + " } } }"
    assert run(worst).ran
    assert milliseconds(lambda: run(worst)) < 200


MUTATION = 'mutation { createAccount(input: {display: "Mallory"}) { account { id } } }'


def accounts(network: Network) -> int:
    return len(network.store.page("account"))


def test_get_makes_no_mutation(send: Send, network: Network) -> None:
    for query in (MUTATION, "query Q { __typename } " + MUTATION.replace("mutation", "mutation M")):
        response = send("GET", "/graphql", params={"query": query, "operationName": "M" if "Q" in query else ""})
        assert response.status_code == 405
    assert accounts(network) == 0


def test_get_makes_no_mutation_that_was_made_by_post(send: Send, network: Network) -> None:
    """What is remembered of a document does not say how it may be asked."""
    for number in range(1, 3):
        assert "errors" not in post(send, MUTATION).json()
        assert send("GET", "/graphql", params={"query": MUTATION}).status_code == 405
        assert accounts(network) == number


@pytest.mark.parametrize("content_type", [
    "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "text/plain;charset=UTF-8",
    "application/graphql", "", "application/json; charset=utf-7", "text/json", "application/jsonp",
])
def test_no_simple_request_of_a_page_is_an_operation(send: Send, network: Network, content_type: str) -> None:
    for body in (f'{{"query": {MUTATION!r}}}'.replace("'", '"'), f"query={MUTATION}", MUTATION):
        response = send("POST", "/graphql", content=body.encode(), headers={"Content-Type": content_type})
        assert response.status_code == 415
    assert accounts(network) == 0


def test_several_operations_need_the_name_of_one(send: Send, network: Network) -> None:
    response = post(send, "query Q { __typename } " + MUTATION.replace("mutation", "mutation M"))
    assert errors(response) == [("BAD_INPUT", "the document has several operations; name one of them")]
    assert accounts(network) == 0


def test_a_body_above_its_limit_is_refused_before_it_is_read(make_app: MakeApp) -> None:
    send = sender(make_app(replace(DEFAULTS, body=1000)))
    response = send("POST", "/graphql", content=b" " * 1001, headers={"Content-Type": "application/json"})
    assert response.status_code == 413
    assert errors(response) == [("LIMIT", "the body is larger than 1000 bytes (limits.body); send less at once")]


def test_an_answer_that_takes_too_long_is_ended(
    network: Network, schema: Schema, monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def wait(*_: object) -> dict[str, int]:
        await asyncio.sleep(60)
        return {}

    monkeypatch.setattr(Reader, "totals", wait)
    found = asyncio.run(execute(
        schema, Operation("{ types { count } }"), Reader(network, LOCAL_ADMIN), limits=replace(DEFAULTS, deadline=1)))
    (error,) = found.errors
    assert error["extensions"]["code"] == "TIMEOUT"
    assert "longer than 1 seconds (limits.deadline)" in error["message"]
    assert not found.ran


def test_operations_under_way_are_counted_by_client(make_app: MakeApp) -> None:
    app = make_app(replace(DEFAULTS, operations=2))
    started, go_on = 0, asyncio.Event()

    async def answered(peer: str, hold: bool) -> int:
        sent: list[int] = []

        async def receive() -> dict[str, object]:
            nonlocal started
            started += 1
            if hold:
                await go_on.wait()
            return {"type": "http.request", "body": b'{"query": "{ __typename }"}', "more_body": False}

        async def send(message: dict[str, int]) -> None:
            sent.append(message.get("status", 0))

        headers = [(b"content-type", b"application/json"), (b"accept", GRAPHQL.encode())]
        await app({"type": "http", "method": "POST", "path": "/graphql", "raw_path": b"/graphql", "query_string": b"",
                   "headers": headers, "client": (peer, 1), "scheme": "http", "http_version": "1.1", "root_path": "",
                   "server": ("127.0.0.1", 80)}, receive, send)  # type: ignore[arg-type]
        return sent[0]

    async def attack() -> None:
        slow = [asyncio.create_task(answered("127.0.0.1", hold=True)) for _ in range(2)]
        while started < 2:
            await asyncio.sleep(0)
        assert await answered("127.0.0.1", hold=False) == 429
        assert await answered("127.0.0.2", hold=False) == 200
        go_on.set()
        assert await asyncio.gather(*slow) == [200, 200]
        assert await answered("127.0.0.1", hold=False) == 200

    asyncio.run(attack())
