"""Edges: along references, back along them, and the lists of all objects."""
from __future__ import annotations

import pytest

from .conftest import Ask, Create


@pytest.fixture
def alice(create: Create) -> str:
    return create("account", display="Alice", email="alice@example.com", NS_PRIVATE=True)


def test_a_reference_leads_to_its_object(ask: Ask, create: Create, alice: str) -> None:
    nick = create("nick", nick="alice_away", nc=alice)
    found = ask("query($id: ID!) { nick(id: $id) { nick account { id display private hideEmail } } }", id=nick)
    assert found["nick"] == {
        "nick": "alice_away", "account": {"id": alice, "display": "Alice", "private": True, "hideEmail": False}}


def test_a_reference_that_was_never_set_is_null(ask: Ask, create: Create, alice: str) -> None:
    create("channel", name="#a", founder=alice)
    found = ask("{ channels { nodes { founder { display } successor { display } } } }")
    assert found["channels"]["nodes"] == [{"founder": {"display": "Alice"}, "successor": None}]


def test_a_reference_to_any_type_says_which_type_it_is(ask: Ask, create: Create, alice: str) -> None:
    nick = create("nick", nick="tea", nc=alice)
    for owner in (alice, nick):
        create("vhost", owner=owner, vhost=f"{owner.partition(':')[0]}.example")
    found = ask("{ vhosts { nodes { host owner { __typename id ... on Account { display } ... on Nick { nick } } } } }")
    assert found["vhosts"]["nodes"] == [
        {"host": "account.example", "owner": {"__typename": "Account", "id": alice, "display": "Alice"}},
        {"host": "nick.example", "owner": {"__typename": "Nick", "id": nick, "nick": "tea"}},
    ]


def test_every_reference_leads_back(ask: Ask, create: Create, alice: str) -> None:
    channel = create("channel", name="#a", founder=alice)
    other = create("channel", name="#b", successor=alice)
    create("accesschanaccess", ci=channel, obj=alice, level=5)
    found = ask("""query($id: ID!) { account(id: $id) {
        nicks { nodes { nick } } channelsAsFounder { nodes { id } } channelsAsSuccessor { nodes { id } }
        accessEntriesAsGrantee { nodes { level } } } }""", id=alice)
    assert found["account"] == {
        "nicks": {"nodes": []}, "channelsAsFounder": {"nodes": [{"id": channel}]},
        "channelsAsSuccessor": {"nodes": [{"id": other}]}, "accessEntriesAsGrantee": {"nodes": [{"level": 5}]}}


def test_ways_back_from_any_object_are_on_the_interface(ask: Ask, create: Create, alice: str) -> None:
    create("vhost", owner=alice, vhost="a.example")
    found = ask("query($id: ID!) { node(id: $id) { ... on Object { vhosts { nodes { host } } } } }", id=alice)
    assert found["node"] == {"vhosts": {"nodes": [{"host": "a.example"}]}}


def test_refs_finds_what_refers_to_an_object_through_any_field(ask: Ask, create: Create, alice: str) -> None:
    both = create("channel", name="#a", founder=alice, successor=alice)
    create("channel", name="#b")
    second = create("channel", name="#c", successor=alice)
    query = """query($id: ID!, $after: ID) { node(id: $id) { ... on Object {
        refs(type: CHANNEL, first: 1, after: $after) { id ... on Channel { name } } } } }"""
    assert ask(query, id=alice)["node"]["refs"] == [{"id": both, "name": "#a"}]
    assert ask(query, id=alice, after=both)["node"]["refs"] == [{"id": second, "name": "#c"}]
    assert ask(query, id=alice, after=second)["node"]["refs"] == []


def test_refs_through_references_to_any_type(ask: Ask, create: Create, alice: str) -> None:
    vhost = create("vhost", owner=alice, vhost="a.example")
    found = ask("query($id: ID!) { account(id: $id) { refs(type: VHOST) { id } none: refs(type: NICK) { id } } }",
                id=alice)
    assert found["account"] == {"refs": [{"id": vhost}], "none": []}
