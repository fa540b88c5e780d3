"""The XMPP edges, over stores that real clients filled and over the demonstration."""
from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from gql import demo
from gql.schema.build import build_schema
from gql.schema.execution import Answer, Operation, execute
from gql.schema.loading import Reader
from models.network import Network
from models.principal import LOCAL_ADMIN
from models.xmpp.secret_stores import SECRET_STORES
from tests.engines import Engine
from tests.gql.schema.conftest import Ask
from tests.models.xmpp.corpora import Corpus, corpus
from tests.statements import Statements

AnswerFrom = Callable[..., Answer]
Filled = Callable[..., Any]


@pytest.fixture(scope="module", params=["sql", "files"])
def stored(_engine: Engine, request: pytest.FixtureRequest) -> Iterator[Corpus]:
    """What real clients left in Prosody's SQL storage, and in its files; tests only read it."""
    with corpus(_engine, request.param) as made:
        yield made
    _engine.take_back()


@pytest.fixture
def about(stored: Corpus, answer_from: AnswerFrom) -> Filled:
    """From an address and fields of that user to what the corpus has."""
    def run(jid: str, fields: str, **variables: Any) -> Any:
        declared = "".join(f", ${name}: String" for name in variables)
        document = f"query($jid: String{declared}) {{ xmppUser(jid: $jid) {{ {fields} }} }}"
        found = answer_from(stored.network, document, jid=jid, **variables)
        assert found.errors == []
        assert found.data
        return found.data["xmppUser"]

    return run


@pytest.fixture
def wonderland(network: Network) -> Network:
    demo.fill(network)
    return network


@pytest.mark.parametrize("jid", ["alice@example.com", "room@conference.example.com", "zoë@example.com"])
def test_users_say_their_address(about: Filled, jid: str) -> None:
    assert about(jid, "jid") == {"jid": jid}


def test_contacts_lead_to_those_users_that_are_held(about: Filled, stored: Corpus) -> None:
    roster = about("alice@example.com", "roster { version contacts { jid subscription ask groups user { jid } } }")
    found = {contact["jid"]: contact for contact in roster["roster"]["contacts"]}
    for jid, contact in found.items():
        assert contact["user"] == ({"jid": jid} if jid in stored.ids and "@" in jid else None)
    assert found["bob@example.com"]["subscription"] == "BOTH"
    assert found["bob@example.com"]["user"]
    assert found["offline.contact@elsewhere.invalid"]["user"] is None
    assert roster["roster"]["version"] == stored.views.rosters([stored.ids["alice@example.com"]]).popitem()[1].version


def test_requests_lead_to_whoever_asks(about: Filled, stored: Corpus) -> None:
    rosters = stored.views.rosters(stored.ids.values())
    jids = {id_: jid for jid, id_ in stored.ids.items()}
    asked = {jids[id_]: [one.jid for one in roster.pending] for id_, roster in rosters.items() if roster.pending}
    assert asked
    for jid, asking in asked.items():
        found = about(jid, "roster { pending { jid stanza user { jid } } }")["roster"]["pending"]
        assert [request["jid"] for request in found] == asking
        assert all(request["stanza"]["name"] == "presence" for request in found)


def test_blocked_addresses_have_a_time_where_it_was_kept(about: Filled) -> None:
    found = about("alice@example.com", "blocklist { jid blockedAt user { id } }")["blocklist"]
    assert [blocked["jid"] for blocked in found] == ["evil.example", "spammer@example.net"]
    assert all(blocked["blockedAt"] is None or blocked["blockedAt"].startswith("20") for blocked in found)
    assert about("carol@example.com", "blocklist { jid }") == {"blocklist": []}


def test_archives_are_read_in_pages_both_ways(about: Filled, stored: Corpus) -> None:
    page = "edges { cursor node { archiveId body } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor }"
    whole = [edge["node"] for edge in about("alice@example.com", f"archive {{ {page} }}")["archive"]["edges"]]
    assert len(whole) > 3
    forth, at, more = [], None, True
    while more:
        found = about("alice@example.com", f"archive(first: 2, after: $at) {{ {page} }}", at=at)["archive"]
        forth += [edge["node"] for edge in found["edges"]]
        at, more = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]
    assert forth == whole
    last = about("alice@example.com", f"archive(last: 2) {{ {page} }}")["archive"]
    assert [edge["node"] for edge in last["edges"]] == whole[-2:]
    assert last["pageInfo"]["hasPreviousPage"]


def test_archives_are_filtered_by_correspondent_and_time(about: Filled) -> None:
    fields = "nodes { archiveId sentAt with sender { jid } correspondent { jid } }"
    whole = about("alice@example.com", f"archive {{ {fields} }}")["archive"]["nodes"]
    with_bob = about("alice@example.com", f'archive(with: "Bob@example.com/phone") {{ {fields} }}')["archive"]["nodes"]
    assert with_bob == [message for message in whole if message["with"] == "bob@example.com"]
    assert with_bob
    assert all(message["correspondent"] == {"jid": "bob@example.com"} for message in with_bob)
    at = whole[1]["sentAt"]
    then = about("alice@example.com", f'archive(start: "{at}", end: "{at}") {{ {fields} }}')["archive"]["nodes"]
    assert then == [message for message in whole if message["sentAt"] == at]


def test_messages_wait_for_users_who_are_offline(about: Filled, stored: Corpus) -> None:
    waiting = stored.views.messages(stored.ids.values(), "offline")
    jids = {id_: jid for jid, id_ in stored.ids.items()}
    held = {jids[id_]: page.messages for id_, page in waiting.items() if page.messages}
    assert held
    for jid, messages in held.items():
        found = about(jid, "offlineMessages { nodes { from body xml json } }")["offlineMessages"]["nodes"]
        assert [(one["from"], one["body"]) for one in found] == [(one.from_, one.body) for one in messages]


def test_rooms_have_affiliations_and_a_log(about: Filled, stored: Corpus) -> None:
    room = about("room@conference.example.com", """room {
        jid name destroyed affiliations { jid affiliation nick user { jid } }
        messages(first: 1) { nodes { from body sender { jid } } } }""")["room"]
    assert room["jid"] == "room@conference.example.com"
    assert not room["destroyed"]
    assert "OWNER" in [one["affiliation"] for one in room["affiliations"]]
    assert all(one["user"] == ({"jid": one["jid"]} if one["jid"] in stored.ids else None)
               for one in room["affiliations"])
    (message,) = room["messages"]["nodes"]
    assert message["sender"] == {"jid": "room@conference.example.com"}
    assert about("alice@example.com", "room { jid }") == {"room": None}


def test_stores_answer_as_the_data_door_does(about: Filled, stored: Corpus) -> None:
    answers = stored.answered("vcard", "private", "roster", "blocklist")
    assert {store for _, store in answers} == {"vcard", "private", "roster", "blocklist"}
    for (jid, store), answer in answers.items():
        assert about(jid, f'store(name: "{store}")') == {"store": answer}
        if store == "vcard":
            assert about(jid, "vcard") == {"vcard": answer}
    assert about("alice@example.com", 'store(name: "nothing")') == {"store": None}


def test_secrets_are_never_reached(about: Filled, stored: Corpus) -> None:
    for jid in stored.ids:
        listed = about(jid, "stores(first: 1000) { nodes { name value } }")["stores"]["nodes"]
        assert all(store["value"] is None for store in listed if store["name"] in SECRET_STORES)
        named = " ".join(f's{place}: store(name: "{name}")' for place, name in enumerate(SECRET_STORES))
        assert set(about(jid, named).values()) == {None}
        assert "salted_password" not in json.dumps(listed)
        assert "stored_key" not in json.dumps(listed)
    assert any(about(jid, 'stores(where: {name: {eq: "accounts"}}) { nodes { name } }')["stores"]["nodes"]
               for jid in stored.ids), "no secret was there to be found"


@pytest.mark.parametrize(("edge", "most"), [
    ("jid", 2),
    ("roster { contacts { user { jid } } }", 5),
    ("blocklist { user { jid } }", 5),
    ("vcard", 3),
    ("archive(first: 2) { nodes { sender { jid } } }", 5),
    ("offlineMessages { nodes { body } }", 2),
    ("room { affiliations { user { jid } } }", 6),
    ("account { xmppUser { jid } }", 6),
    ("stores { nodes { value } }", 3 + len(["archive", "offline", "muc_log"])),
])
def test_statements_do_not_depend_on_how_many_users_there_are(
    wonderland: Network, statements: Statements, edge: str, most: int,
) -> None:
    schema = build_schema(wonderland.catalogue, "demo.example")
    ask = Operation(f"{{ xmppUsers {{ nodes {{ {edge} }} }} }}")
    for _ in range(2):  # the first time makes the index of a field that is searched
        statements.clear()
        answer = asyncio.run(execute(schema, ask, Reader(wonderland, LOCAL_ADMIN)))
        assert answer.errors == []
    assert answer.data
    assert len(answer.data["xmppUsers"]["nodes"]) == 7
    assert 2 <= len(statements.sql) <= most


def test_many_stores_of_a_kind_are_read_together(wonderland: Network, ask: Ask, statements: Statements) -> None:
    fields = '{ nodes { name value } }'
    ask('{ xmppStores(where: {name: {eq: "vcard"}}) { nodes { id } } }')  # makes the index
    statements.clear()
    found = ask(f'{{ xmppStores(where: {{name: {{in: ["vcard", "roster", "blocklist"]}}}}) {fields} }}')
    assert len(statements.sql) == 2
    assert len(found["xmppStores"]["nodes"]) > 6
    assert all(store["value"] for store in found["xmppStores"]["nodes"])


def test_accounts_and_users_of_one_name_lead_to_each_other(wonderland: Network) -> None:
    document = """{ account(display: "ALICE") { xmppUser { jid account { display } } }
        xmppUser(jid: "tea-party@conference.demo.example") { account { id } } }"""
    found = {}
    for host in ("demo.example", "", "example.com"):
        schema = build_schema(wonderland.catalogue, host)
        answer = asyncio.run(execute(schema, Operation(document), Reader(wonderland, LOCAL_ADMIN)))
        assert answer.errors == []
        found[host] = answer.data
    assert found["demo.example"] == {
        "account": {"xmppUser": {"jid": "alice@demo.example", "account": {"display": "Alice"}}},
        "xmppUser": {"account": None}}
    assert found[""] == found["example.com"] == {"account": {"xmppUser": None}, "xmppUser": {"account": None}}


@pytest.mark.usefixtures("wonderland")
@pytest.mark.parametrize(("arguments", "part"), [
    ("first: -1", "give a number from 0 to 1000"),
    ("first: 1001", "give a number from 0 to 1000"),
    ("first: 1, last: 1", "give one of them"),
    ('after: "x"', "no cursor of a list of messages"),
    ('start: "yesterday"', "is no moment"),
])
def test_pages_of_messages_that_make_no_sense_are_refused(
    complain: Callable[..., tuple[str, str]], arguments: str, part: str,
) -> None:
    archive = f"archive({arguments}) {{ nodes {{ body }} }}"
    code, message = complain(f'{{ xmppUser(jid: "alice@demo.example") {{ {archive} }} }}')
    assert code == "BAD_INPUT"
    assert part in message


def test_an_answer_holds_so_many_contacts_and_messages(wonderland: Network, answer: Callable[..., Answer]) -> None:
    query = '{ xmppUser(jid: "alice@demo.example") { roster { contacts { jid } } archive { nodes { body } } } }'
    assert answer(query, reader=Reader(wonderland, LOCAL_ADMIN, most_objects=20)).errors == []
    (error, *_) = answer(query, reader=Reader(wonderland, LOCAL_ADMIN, most_objects=9)).errors
    assert error["extensions"]["code"] == "LIMIT"


@pytest.mark.parametrize(("key", "value"), [("version", 2**40), ("version", "many"), ("pending", 5)])
def test_odd_rosters_are_no_errors(network: Network, ask: Ask, key: str, value: object) -> None:
    stored = demo.to_lua({False: {key: value}, "bob@example.com": {"subscription": "odd", "groups": 3}, "x": 1})
    network.stores.put("example.com", "alice", "roster", stored)
    found = ask('{ xmppUser(jid: "alice@example.com") { roster { version contacts { jid subscription groups } } } }')
    assert found["xmppUser"]["roster"] == {
        "version": None, "contacts": [{"jid": "bob@example.com", "subscription": "NONE", "groups": []}]}
