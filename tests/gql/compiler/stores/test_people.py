"""Addresses lead to the same users, or the reference executor is asked."""
from __future__ import annotations

from typing import Any

import orjson
import pytest

from gql.compiler import compiler
from gql.compiler.errors import Unplannable
from gql.demo import to_lua
from models.catalogue import ObjectID
from models.principal import Principal, Role
from tests.gql.compiler.stores.agreement import Asked
from tests.gql.compiler.stores.questions import QUESTIONS, of_users

HOST = "demo.example"

ROSTER = of_users("roster { contacts { jid user { jid } } pending { jid user { jid } } } blocklist { jid user { id } }")


def put(asked: Asked, user: str, store: str, value: dict[object, object]) -> None:
    asked.network.stores.put(HOST, user, store, to_lua(value))


@pytest.mark.parametrize("key", [
    f"juliet@{HOST}", f"juliet@{HOST}/balcony", f"juliet@{HOST}/a/b@c", HOST, "juliet", f"@{HOST}", f"a@b@{HOST}",
    f"juliet/x@{HOST}", f"juliet@{HOST}/", "nobody@elsewhere.invalid", f"zoë@{HOST}", f"a\"'\\%b@{HOST}",
    f"ſ@{HOST}/x y",
])
def test_addresses_in_keys_lead_to_users(asked: Asked, key: str) -> None:
    for user in ("juliet", "zoë", "", "a\\%b"):
        put(asked, user, "vcard", {"name": "vCard"})
    put(asked, "romeo", "roster", {key: {"subscription": "both"}, False: {"pending": {f"juliet@{HOST}": {"x": 1}}}})
    put(asked, "romeo", "blocklist", {key: True})
    if key.startswith("ſ"):
        with pytest.raises(Unplannable, match="not written as servers write it"):
            asked.compiled(ROSTER)
    else:
        asked.agreed(ROSTER)


MARKS = "\N{STX}0\N{US}a\N{RS}b\N{US}\N{ETX}\N{STX}1\N{ETX}\n\x01"
"""What would be spots if it stood raw among them."""


@pytest.mark.parametrize("query", [
    "{ accounts { nodes { display greet } } nicks { nodes { nick account { greet } } } }",
    "{ accounts { nodes { display greet xmppUser { jid roster { contacts { name jid } } } } } }",
    of_users("vcard jid roster { contacts { name user { jid } } } account { display greet }"),
])
def test_texts_that_look_like_spots_stay_texts(asked: Asked, query: str) -> None:
    for display in ("romeo", MARKS, f"ro{MARKS}meo"):
        account = asked.network.store.create("account", {"display": display, "greet": MARKS})
        asked.network.store.create("nick", {"nick": display, "nc": ObjectID("account", account)})
    put(asked, "romeo", "vcard", {"name": MARKS})
    put(asked, "romeo", "roster", {f"juliet@{HOST}": {"name": MARKS, "subscription": "both"}})
    assert orjson.dumps(MARKS)[1:-1] in orjson.dumps(asked.agreed(query))


def test_a_long_answer_is_looked_through_aside(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    workers, aside = asked.network.workers, []
    compute = workers.compute

    async def counted(*given: Any) -> Any:
        aside.append(given)
        return await compute(*given)

    monkeypatch.setattr(workers, "compute", counted)
    monkeypatch.setattr(compiler, "LONG_ANSWER", 100)
    for display in (MARKS, "x" * 100):
        asked.network.store.create("account", {"display": display})
        asked.agreed("{ accounts { nodes { display } } }")
    leaves = asked.network.database.engine == "postgresql"
    assert len(aside) == (1 if leaves else 0), "only PostgreSQL leaves control characters"


@pytest.mark.parametrize("key", [f"Juliet@{HOST}", f"juliet@{HOST}.", "zoë@Demo.example"])
def test_addresses_in_other_spellings_are_left_to_the_reference_executor(asked: Asked, key: str) -> None:
    put(asked, "juliet", "vcard", {"name": "vCard"})
    put(asked, "romeo", "roster", {key: {"subscription": "both"}})
    with pytest.raises(Unplannable, match="not written as servers write it"):
        asked.compiled(ROSTER)
    asked.agreed(of_users("roster { contacts { jid subscription } }"))


def test_requests_of_old_rosters_are_left_to_the_reference_executor(asked: Asked) -> None:
    put(asked, "romeo", "roster", {"pending": {f"juliet@{HOST}": True}})
    with pytest.raises(Unplannable, match="no statement looks"):
        asked.compiled(ROSTER)
    asked.agreed(of_users("roster { contacts { jid user { jid } } pending { jid stanza } }"))


USERS = ("juliet", "Juliet", "zoë", "a b", "a@b", "k[]", "k{}", "s", "ss", "strasse", "straße", "i̇", "ⱥ", "Ⱥb", "k")
LINKED = ("juliet", "Juliet", "JULIET", "Zoë", "zoë", "K[]", "k{}", "ȺB")


@pytest.mark.parametrize("display", [
    "juliet", "Juliet", "JULIET", "Zoë", "zoë", "ZOË", "a b", "a@b", "K[]", "k{}", "", "ſ", "straße", "İ", "Ⱥ", "ȺB",
    "\u212a",
])
def test_accounts_and_users_lead_to_each_other(asked: Asked, display: str) -> None:
    for user in USERS:
        put(asked, user, "vcard", {"name": "vCard"})
    for _ in range(2):
        asked.network.store.create("account", {"display": display})
    asked.network.stores.put("conference.demo.example", "juliet", "vcard", to_lua({"name": "x"}))
    found = asked.agreed("""{
        accounts { nodes { id display xmppUser { id jid account { id xmppUser { jid } } } } }
        xmppUsers { nodes { jid account { id display } } } }""")
    assert bool(found["accounts"]["nodes"][0]["xmppUser"]) == (display in LINKED)


@pytest.mark.parametrize("name", QUESTIONS)
def test_users_see_their_own_stores_alone(wonderland: Asked, name: str) -> None:
    users = {row.values[1]: row.id for row in wonderland.network.store.page("xmppuser")}
    asked = Asked(wonderland.network, wonderland.schema, Principal(Role.USER, "alice", user=users["alice"]))
    with asked.runner:
        found = asked.agreed(QUESTIONS[name])
    assert "bob@demo.example" not in [node.get("jid") for node in next(iter(found.values()))["nodes"]]
    nobody = Asked(wonderland.network, wonderland.schema, Principal(Role.USER, "carol", account=1))
    with nobody.runner:
        assert next(iter(nobody.agreed(QUESTIONS[name]).values())) == {"nodes": []}
