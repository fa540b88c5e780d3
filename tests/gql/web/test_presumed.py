"""Whoever shows a password again: PostgreSQL is asked at once for the answer and for what proves him."""
from __future__ import annotations

import hashlib
import time
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

import pytest

from gql.auth.authenticator import KNOWN_SECONDS, Authenticator
from gql.limits.table import Limits
from gql.schema.quirks import Schema
from gql.web.door import GraphQLDoor
from models.catalogue import ObjectID
from models.lua.value import Table
from models.network import Network
from models.workers import Read
from tests.gql.web.conftest import Send, sender
from tests.identity import authenticator_for
from tests.people import ALICE, BOB, fill, user

STRANGER = "203.0.113.5"
DISPLAYS = "{ accounts { nodes { display email } } }"
CREATE = 'mutation { createNick(input: {nick: "New"}) { nick { nick } } }'


def basic(name: str, password: str) -> tuple[bytes, bytes]:
    return b"authorization", b"Basic " + b64encode(f"{name}:{password}".encode())


class Case:
    """A door on PostgreSQL, and how often an answer came together with its proof, or was asked for so in vain."""

    def __init__(self, network: Network, schema: Schema, monkeypatch: pytest.MonkeyPatch, **limits: Any) -> None:
        if network.workers.lines is None:
            pytest.skip("PostgreSQL alone has lines")
        self.network, self.account = network, fill(network)
        self.authenticator: Authenticator = authenticator_for(
            network, default_host="chat.example", account_host="chat.example", anope_admins=["alice"])
        self.send: Send = sender(GraphQLDoor(
            network, schema, authenticator=self.authenticator, limits=Limits(**limits)))
        self.together: list[bool] = []
        together = network.workers.lines.together

        async def counted(reads: Sequence[Read], last: Read, *others: Any) -> Any:
            found = await together(reads, last, *others)
            self.together.append(found is not None)
            return found

        monkeypatch.setattr(network.workers.lines, "together", counted)

    def ask(self, name: str, password: str, query: str = DISPLAYS, **options: Any) -> Any:
        header, value = basic(name, password)
        response = self.send("POST", json={"query": query, **options}, headers={header.decode(): value.decode()},
                             peer=STRANGER)
        return response.json() if response.status_code == 200 else response.status_code

    def taken(self) -> list[bool]:
        """What happened since the last time."""
        found, self.together = self.together, []
        return found


@pytest.fixture
def case(network: Network, schema: Schema, monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(network, schema, monkeypatch)


@pytest.mark.parametrize(("name", "password"), [(ALICE, "w0nderland"), ("alice", "w0nderland"), ("Alice", "secr1t")])
def test_an_answer_comes_with_its_proof_once_somebody_is_known(case: Case, name: str, password: str) -> None:
    first = case.ask(name, password)
    assert first["data"]["accounts"]["nodes"] == [{"display": "Alice", "email": None}]
    assert case.taken() == []
    assert [case.ask(name, password) for _ in range(3)] == [first] * 3
    assert case.taken() == [True] * 3


def test_control_characters_are_escaped_on_the_short_way_too(case: Case) -> None:
    case.network.store.update("account", case.account, {"email": "a\x02l\x1fi\nce"})
    for _ in range(3):
        (node,) = case.ask("Alice", "secr1t")["data"]["accounts"]["nodes"]
        assert node["email"] == "a\x02l\x1fi\nce"
    assert case.taken() == [True] * 2


def test_each_sees_his_own(case: Case) -> None:
    case.network.store.update("account", case.account, {"email": "alice@example.org"})
    for _ in range(3):
        assert case.ask("Alice", "secr1t")["data"]["accounts"]["nodes"] == [
            {"display": "Alice", "email": "alice@example.org"}]
        assert case.ask(BOB, "b0b")["data"]["accounts"]["nodes"] == [{"display": "Alice", "email": None}]
    assert case.taken() == [True] * 4


def test_a_changed_password_counts_at_once(case: Case) -> None:
    for _ in range(2):
        case.ask(ALICE, "w0nderland")
    user(case.network, ALICE, "new")
    assert case.ask(ALICE, "w0nderland") == 401
    assert case.taken() == [True, True]  # it was read once more, and did not fit
    assert case.ask(ALICE, "new")["data"]
    assert case.ask(ALICE, "w0nderland") == 401


def test_so_do_an_account_that_is_gone_and_one_that_is_suspended(case: Case) -> None:
    for _ in range(2):
        case.ask(ALICE, "w0nderland")
        case.ask("Alice", "secr1t")
    case.network.stores.put("chat.example", "alice", "accounts", None)
    case.network.store.create("nssuspendinfo", {
        "nick": ObjectID("account", case.account), "expires": int(time.time()) + 1000})
    assert case.ask(ALICE, "w0nderland") == case.ask("Alice", "secr1t") == 401


@pytest.mark.parametrize("password", ["", "W0nderland", "w0nderland ", "secr1t"])
def test_nothing_runs_for_a_wrong_password_beside_the_right_name(case: Case, password: str) -> None:
    for _ in range(2):
        case.ask(ALICE, "w0nderland")
    case.taken()
    for _ in range(2):
        assert case.ask(ALICE, password) == 401
    assert case.taken() == []


def test_changes_wait_until_it_is_certain_who_makes_them(case: Case) -> None:
    for number in range(3):
        assert case.ask("Alice", "secr1t", CREATE.replace("New", f"New{number}"))["data"]
    assert case.taken() == []
    user(case.network, BOB, "new")
    assert case.ask(BOB, "b0b", CREATE) == 401
    assert case.network.store.find("nick", "nick", "New") is None


@pytest.mark.parametrize("query", [
    "{", "{ nothing }", "{ accounts(first: 1001) { nodes { id } } }", '{ account(id: "x") { id } }',
    "{ __schema { description } }", "query($x: Int!) { accounts(first: $x) { nodes { id } } }",
    "{ accounts(first: 1000) { nodes { id } } }",
    '{ xmppUser(jid: "alice@chat.example") { jid roster { contacts { jid } } vcard store(name: "note") } }',
])
def test_whatever_is_no_short_statement_is_answered_as_ever(case: Case, query: str) -> None:
    case.network.stores.put("chat.example", "alice", "note", Table(fields={b"text": b"hello"}))
    case.ask(ALICE, "w0nderland")
    first = case.ask(ALICE, "w0nderland", query)
    assert case.ask(ALICE, "w0nderland", query) == case.ask(ALICE, "w0nderland", query) == first
    assert case.taken() == []


def test_costs_are_counted_before_anything_runs(
    network: Network, schema: Schema, monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = Case(network, schema, monkeypatch, cost=100)
    query = "query($n: Int!) { accounts(first: $n) { nodes { display } } }"
    for _ in range(2):
        assert case.ask(ALICE, "w0nderland", query, variables={"n": 5})["data"]
    assert case.taken() == [True]
    (error,) = case.ask(ALICE, "w0nderland", query, variables={"n": 500})["errors"]
    assert error["extensions"]["code"] == "LIMIT"
    assert case.taken() == []


def test_who_he_is_comes_before_what_is_wrong_with_his_request(case: Case) -> None:
    header, value = basic(ALICE, "w0nderland")
    headers = {header.decode(): value.decode(), "Content-Type": "application/json"}
    bodies = (b"{", b"x" * 2_000_000, b"[]", b'{"documentId": "nothing"}')

    def statuses() -> list[int]:
        return [case.send("POST", content=body, headers=headers, peer=STRANGER).status_code for body in bodies]

    usual = statuses()
    case.ask(ALICE, "w0nderland")
    assert statuses() == usual
    assert 401 not in usual
    user(case.network, ALICE, "new")
    assert statuses() == [401] * len(bodies)


def test_a_document_is_remembered_on_the_short_way_too(case: Case) -> None:
    for _ in range(2):
        case.ask(ALICE, "w0nderland")
    persisted = {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(DISPLAYS.encode()).hexdigest()}}
    first = case.ask(ALICE, "w0nderland", extensions=persisted)
    assert case.taken() == [True, True]
    header, value = basic(ALICE, "w0nderland")
    alone = case.send("POST", json={"extensions": persisted}, headers={header.decode(): value.decode()}, peer=STRANGER)
    assert alone.json() == first


def test_the_deadline_holds_and_is_told_to_nobody_else(
    network: Network, schema: Schema, monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = Case(network, schema, monkeypatch, deadline=0.5)
    for _ in range(2):
        case.ask(BOB, "b0b")
        case.ask(ALICE, "w0nderland")
    user(network, ALICE, "new")
    with network.database.atomic():
        network.database.execute_sql("LOCK TABLE anope_db_account")
        assert case.ask(BOB, "b0b")["errors"][0]["extensions"]["code"] == "TIMEOUT"
        assert case.ask(ALICE, "w0nderland") == 401
    assert case.ask(BOB, "b0b")["data"]


def test_what_fails_on_the_short_way_is_tried_on_the_usual_one(case: Case) -> None:
    case.ask(ALICE, "w0nderland")
    case.network.database.execute_sql("ALTER TABLE anope_db_account RENAME TO gone")
    try:
        answer = case.ask(ALICE, "w0nderland")
    finally:
        case.network.database.execute_sql("ALTER TABLE gone RENAME TO anope_db_account")
    assert answer["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert case.taken() == [False]
    assert case.ask(ALICE, "w0nderland")["data"]


def test_the_limits_hold(network: Network, schema: Schema, monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case(network, schema, monkeypatch, answer=30)
    answers = [case.ask(ALICE, "w0nderland") for _ in range(3)]
    assert [each["errors"][0]["extensions"]["code"] for each in answers] == ["LIMIT"] * 3


def test_batches_and_explanations_are_answered_as_ever(case: Case) -> None:
    for _ in range(3):
        found = case.ask("Alice", "secr1t", extensions={"explain": True})
        assert found["extensions"]["explain"]
    header, value = basic("Alice", "secr1t")
    for _ in range(2):
        response = case.send("POST", json=[{"query": DISPLAYS}] * 2, headers={header.decode(): value.decode()},
                             peer=STRANGER)
        assert [each["data"]["accounts"]["nodes"][0]["display"] for each in response.json()] == ["Alice"] * 2
    assert case.taken() == []


def test_nobody_is_presumed_for_long(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, now = [basic(ALICE, "w0nderland")], time.monotonic()
    monkeypatch.setattr(case.authenticator, "_clock", lambda: now)
    assert case.authenticator.presume(shown) is None
    case.ask(ALICE, "w0nderland")
    presumed = case.authenticator.presume(shown)
    assert presumed is not None
    assert presumed.principal.name == ALICE
    assert not presumed.holds([])
    now += KNOWN_SECONDS - 1
    assert case.authenticator.presume(shown) is not None
    case.ask(ALICE, "w0nderland")
    now += 2
    assert case.authenticator.presume(shown) is None


@pytest.mark.parametrize("value", [b"Basic !", b"Basic \xff", b"Basic", b"Digest x"])
def test_credentials_that_are_none_are_refused_as_ever(case: Case, value: bytes) -> None:
    response = case.send("POST", json={"query": DISPLAYS}, headers=[(b"Authorization", value)], peer=STRANGER)
    assert response.status_code in (400, 401)


def test_elsewhere_nobody_is_presumed(network: Network) -> None:
    if network.workers.lines is not None:
        pytest.skip("PostgreSQL has lines")
    network.stores.put("chat.example", "alice", "accounts", Table(fields={b"password": b"w0nderland"}))
    assert authenticator_for(network).presume([basic(ALICE, "w0nderland")]) is None
