"""Any store as JSON, and which stores there are."""
from __future__ import annotations

import json
from typing import Any

import pytest

from models.database import transaction
from models.lua import literal
from models.network import Network
from models.query.pages import LARGEST, Page
from models.xmpp.address import MOST_ADDRESSES
from models.xmpp.json_form import JSON
from models.xmpp.list_rows import MOST_USERS
from models.xmpp.store_rows import MOST_IDS
from models.xmpp.store_value import StoreValue
from models.xmpp.views import XmppViews
from tests.models.xmpp.as_prosody import ARCHIVE, insert, run
from tests.statements import Statements

ALICE = ("example.com", "alice")


@pytest.fixture
def views(network: Network) -> XmppViews:
    return network.views


def alice(network: Network) -> int:
    (user,) = network.store.page("xmppuser")
    return user.id


@pytest.mark.parametrize(("lua", "value"), [
    ("5", 5), ("1.5", 1.5), ('"text"', "text"), ("true", True), ("false", False), ("{1, 2}", [1, 2]),
    ("{a = {}, b = {c = {1}}}", {"a": {}, "b": {"c": [1]}}), ("{[false] = {x = 1}}", {"__hash": [False, {"x": 1}]}),
    ("{[2] = 5, a = 1}", {"__hash": [2, 5], "a": 1}), ("{1, a = 2}", {"__array": [1], "a": 2}),
    ("{a = (1/0), b = (-1/0), c = (0/0)}", {"a": None, "b": None, "c": None}), ("(1/0)", None),
    ("{a = {(1/0)}}", {"a": [None]}), ('"\\255"', "\\xff"), ("9223372036854775807", 2**63 - 1), ("0.1", 0.1),
])
def test_keyval_is_in_the_form_of_data(network: Network, views: XmppViews, lua: str, value: Any) -> None:
    network.stores.put(*ALICE, "store", literal.loads(lua.encode()))
    found = views.values([alice(network)], "store")
    assert found == {alice(network): StoreValue(value)}
    json.dumps(found[alice(network)].value, allow_nan=False)


def test_deeply_nested_values_are_shown(network: Network, views: XmppViews) -> None:
    network.stores.put(*ALICE, "store", literal.loads(b"{" * 127 + b"(1/0)" + b"}" * 127))
    assert json.dumps(views.values([alice(network)], "store")[alice(network)].value) == "[" * 127 + "null" + "]" * 127


def test_keyval_hides_a_list(network: Network, views: XmppViews) -> None:
    network.stores.append(*ALICE, "store", 1)
    assert views.values([alice(network)], "store")[alice(network)] == StoreValue([1])
    network.stores.put(*ALICE, "store", 2)
    assert views.values([alice(network)], "store")[alice(network)] == StoreValue(2)


def test_long_list_is_cut(network: Network, views: XmppViews) -> None:
    with transaction(network.database):
        for number in range(LARGEST // 2):
            run(network.database, ARCHIVE, *ALICE, "list", 5, "", f"k{number}", "number", str(number))
        for number in range(LARGEST // 2, LARGEST):
            network.stores.append(*ALICE, "list", number)
    every: list[JSON] = list(range(LARGEST))
    assert views.values([alice(network)], "list") == {alice(network): StoreValue(every)}
    network.stores.append(*ALICE, "list", 5)
    assert views.values([alice(network)], "list") == {alice(network): StoreValue(every, complete=False)}
    rest = views.messages([alice(network)], "list", page=Page(last=1))[alice(network)]
    assert [message.json for message in rest.messages] == [5]


def test_items_that_cannot_be_read_are_left_out_as_in_data(network: Network, views: XmppViews) -> None:
    network.stores.append(*ALICE, "list", 1)
    run(network.database, ARCHIVE, *ALICE, "list", 5, "", "k", "json", "{")
    assert views.values([alice(network)], "list") == {alice(network): StoreValue([1])}
    assert network.stores.json(*ALICE, "list") == b"[1]"


@pytest.mark.parametrize("config", [
    {"_data": 5}, {"_data": [1]}, {"_data": {}}, 5, [1, 2], {"password": "mine"}, {"_data": {"name": "x"}},
])
def test_config_without_secrets_is_shown_whole(network: Network, views: XmppViews, config: Any) -> None:
    network.stores.put(*ALICE, "config", literal.loads(lua_of(config).encode()))
    assert views.values([alice(network)], "config")[alice(network)].value == config


def lua_of(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {lua_of(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "{" + ", ".join(map(lua_of, value)) + "}"
    return json.dumps(value)


@pytest.mark.parametrize("name", ["", "no such", "ä", "a\0b", "\ud800", "%s", "store'", "x" * 3000])
def test_stores_that_are_not_there_are_left_out(network: Network, views: XmppViews, name: str) -> None:
    network.stores.put(*ALICE, "store", 5)
    assert views.values([alice(network), 10**9, -1, 2**70], name) == {}


def test_names_are_those_of_stores_with_anything_in_them(network: Network, views: XmppViews) -> None:
    for store in ("one", "two", "accounts"):
        network.stores.put(*ALICE, store, 5)
    network.stores.append(*ALICE, "three", 5)
    run(network.database, ARCHIVE, *ALICE, "four", 5, "", "k", "xml", "<a/>")
    network.stores.delete(*ALICE, "two")
    insert(network.database, "example.com", "bob", "invite_token", ("k", "string", "x"))
    ids = [row.id for row in network.store.page("xmppuser")]
    assert [views.store_names(ids)[id_] for id_ in ids] == [("four", "one", "three"), ()]


def test_more_users_than_a_statement_can_name_need_another(
    network: Network, views: XmppViews, statements: Statements
) -> None:
    network.stores.append(*ALICE, "roster", 5)
    id_ = alice(network)
    statements.taken()
    many = [*range(10**6, 10**6 + MOST_IDS), id_]
    assert (views.rosters(many), views.store_names(many)) == ({}, {id_: ("roster",)})
    assert len(statements.taken()) == 4
    most = MOST_USERS[network.database.engine]
    found = views.messages(many[-most - 1:], "roster")
    assert [message.json for message in found[id_].messages] == [5]
    assert len(statements.taken()) == 2
    assert MOST_ADDRESSES * 2 <= MOST_IDS
