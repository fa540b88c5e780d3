"""New passwords: hashed as Anope does it, by owners for themselves and by administrators for anybody."""
from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from gql.schema import new_password
from gql.schema.execution import Answer, Operation, execute
from gql.schema.loading import Reader
from gql.schema.quirks import Schema
from models.network import Network
from models.passwords.anope import read_password
from tests.gql.schema.people import Town, settle

SET = "mutation($id: ID!, $new: String!) { setPassword(input: {id: $id, password: $new}) { account { id display } } }"
Act = Callable[..., Answer]


@pytest.fixture
def town(network: Network) -> Town:
    return settle(network)


@pytest.fixture
def act(town: Town, schema: Schema) -> Act:
    """From somebody, whose password and which to the whole answer."""
    def run(name: str, whose: str, new: str) -> Answer:
        reader = Reader(town.network, town.asker(name).principal)
        id_ = whose if ":" in whose else str(town.thing("account", whose).id)
        return asyncio.run(execute(schema, Operation(SET, {"id": id_, "new": new}), reader))

    return run


def stored(town: Town, person: str) -> str:
    type_ = town.network.catalogue["account"]
    row = town.network.store.get(*town.thing("account", person).id)
    return str(row.values[list(type_.by_name).index("pass")])


def code(answer: Answer) -> str:
    (error,) = answer.errors
    return str(error["extensions"]["code"])


@pytest.mark.parametrize(("who", "whose"), [("alice", "alice"), ("admin", "alice"), ("carol", "carol")])
def test_owners_and_administrators_set_passwords(town: Town, act: Act, who: str, whose: str) -> None:
    answer = act(who, whose, "drink me, zoë")
    assert answer.errors == []
    secret = read_password(stored(town, whose))
    assert secret is not None
    assert secret.verify("drink me, zoë")
    assert not secret.verify("drink me")
    assert stored(town, whose).startswith("bcrypt:$2a$10$")


@pytest.mark.parametrize(("who", "whose", "expected"), [
    ("anonymous", "alice", "UNAUTHENTICATED"), ("token", "alice", "FORBIDDEN"), ("alice", "bob", "FORBIDDEN"),
    ("alice", "carol", "NOT_FOUND"), ("alice", "account:999999", "NOT_FOUND"), ("admin", "account:999999", "NOT_FOUND"),
    ("alice", "nick:1", "BAD_INPUT"),
])
def test_others_do_not_and_nothing_is_hashed_for_those_who_may_not(
    town: Town, act: Act, monkeypatch: pytest.MonkeyPatch, who: str, whose: str, expected: str,
) -> None:
    hashed: list[str] = []

    def note(password: str) -> str:
        hashed.append(password)
        return "bcrypt:x"

    monkeypatch.setattr(new_password, "hashed", note)
    before = [stored(town, person) for person in ("alice", "bob", "carol")]
    assert code(act(who, whose, "new")) == expected
    assert [stored(town, person) for person in ("alice", "bob", "carol")] == before
    assert hashed == (["new"] if who == "admin" else [])


@pytest.mark.parametrize("new", ["", "two\nlines", "two\rlines", "nul\0", "x" * 73, "ä" * 37])
def test_what_no_service_could_take_is_refused(town: Town, act: Act, new: str) -> None:
    before = stored(town, "alice")
    answer = act("alice", "alice", new)
    assert code(answer) == "BAD_INPUT"
    assert "72 bytes" in answer.errors[0]["message"]
    assert answer.errors[0]["extensions"]["argument"][0] == "input"
    assert stored(town, "alice") == before


def test_the_audit_log_does_not_hold_it(town: Town, act: Act) -> None:
    assert act("alice", "alice", "drink me").errors == []
    rows = town.network.database.execute_sql("SELECT * FROM edgewise_audit").fetchall()
    assert rows
    assert "drink me" not in repr(rows)
    assert stored(town, "alice") not in repr(rows)
