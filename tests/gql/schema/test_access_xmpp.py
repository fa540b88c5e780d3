"""Whose XMPP stores whom are shown: the edges that are no catalogue fields obey the rules too."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from gql import demo
from gql.schema.quirks import Schema
from models.network import Network
from models.principal import ANONYMOUS, LOCAL_ADMIN, Principal, Role
from models.rules import Audience, Opening
from tests.gql.schema.lookers import Look, looker

EVERYTHING = """{ xmppUsers { nodes { jid roster { contacts { jid user { jid } } } blocklist { jid user { jid } } vcard
    private: store(name: "private") archive { nodes { body sender { jid } recipient { jid } } }
    offlineMessages { nodes { body } } room { name affiliations { jid user { jid } } messages { nodes { body } } }
    account { id } stores { nodes { name value } } } } }"""
ALICE = "alice@demo.example"


@pytest.fixture(params=[{}, {"xmppuser": Opening(Audience.PUBLIC, public=("host", "name")),
                             "xmppstore": Opening(Audience.PUBLIC, public=("user", "name")),
                             "xmpphost": Opening(Audience.PUBLIC, public=("name",))}], ids=["closed", "opened"])
def wonderland(request: pytest.FixtureRequest, prepared_url: str) -> Iterator[Network]:
    """The demonstration, with the rules that are built in, and opened as far as that goes."""
    with closing(Network.open(prepared_url, types=(), openings=request.param)) as network:
        demo.fill(network)
        yield network


@pytest.fixture
def is_open(request: pytest.FixtureRequest) -> bool:
    return "opened" in request.node.callspec.id


@pytest.fixture
def look(wonderland: Network, schema: Schema) -> Iterator[Look]:
    """From a principal and a query to the data of an answer without errors, which both executors give."""
    with looker(wonderland, schema) as look:
        yield look


@pytest.fixture
def alice(wonderland: Network) -> Principal:
    return Principal(Role.USER, ALICE, user=wonderland.views.users([ALICE])[ALICE])


def users(data: Any) -> dict[str, Any]:
    return {node["jid"]: node for node in data["xmppUsers"]["nodes"]}


def test_users_see_their_own_stores(look: Look, alice: Principal) -> None:
    own, whole = users(look(alice, EVERYTHING))[ALICE], users(look(LOCAL_ADMIN, EVERYTHING))[ALICE]
    assert whole["roster"]["contacts"]
    assert whole["archive"]["nodes"]
    for edge in ("vcard", "private", "offlineMessages", "room", "stores"):
        assert own[edge] == whole[edge]
    assert [contact["jid"] for contact in own["roster"]["contacts"]] == [
        contact["jid"] for contact in whole["roster"]["contacts"]]
    assert [message["body"] for message in own["archive"]["nodes"]] == [
        message["body"] for message in whole["archive"]["nodes"]]


def test_contacts_lead_only_to_users_that_may_be_seen(look: Look, alice: Principal, is_open: bool) -> None:
    own, whole = (users(look(who, EVERYTHING))[ALICE] for who in (alice, LOCAL_ADMIN))
    led_to = {contact["jid"] for contact in whole["roster"]["contacts"] if contact["user"]}
    assert led_to
    seen = {contact["jid"] for contact in own["roster"]["contacts"] if contact["user"]}
    assert seen == (led_to if is_open else set())
    for message in own["archive"]["nodes"]:
        for end in ("sender", "recipient"):
            assert message[end] is None or is_open or message[end]["jid"] == ALICE


def test_stores_of_others_are_empty_to_everybody_else(look: Look, alice: Principal, is_open: bool) -> None:
    whole = users(look(LOCAL_ADMIN, EVERYTHING))
    assert any(node["room"] and node["room"]["affiliations"] for node in whole.values())
    for who in (alice, ANONYMOUS):
        found = users(look(who, EVERYTHING))
        others = {jid for jid in found if who is ANONYMOUS or jid != ALICE}
        assert others == ({jid for jid in whole if who is ANONYMOUS or jid != ALICE} if is_open else set())
        for node in map(found.__getitem__, others):
            assert (node["roster"], node["vcard"], node["private"], node["room"], node["account"]) == (None,) * 5
            assert node["blocklist"] == node["archive"]["nodes"] == node["offlineMessages"]["nodes"] == []
            assert all(store["value"] is None for store in node["stores"]["nodes"])
