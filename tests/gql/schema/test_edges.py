"""Edges: along references, back along them, and the lists of all objects."""
from __future__ import annotations

from typing import Any

import pytest

from models.network import Network

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
    found = ask("{ channels { founder { display } successor { display } } }")
    assert found["channels"] == [{"founder": {"display": "Alice"}, "successor": None}]


def test_a_reference_to_any_type_says_which_type_it_is(ask: Ask, create: Create, alice: str) -> None:
    nick = create("nick", nick="tea", nc=alice)
    for owner in (alice, nick):
        create("vhost", owner=owner, vhost=f"{owner.partition(':')[0]}.example")
    found = ask("{ vhosts { host owner { __typename id ... on Account { display } ... on Nick { nick } } } }")
    assert found["vhosts"] == [
        {"host": "account.example", "owner": {"__typename": "Account", "id": alice, "display": "Alice"}},
        {"host": "nick.example", "owner": {"__typename": "Nick", "id": nick, "nick": "tea"}},
    ]


def test_every_reference_leads_back(ask: Ask, create: Create, alice: str) -> None:
    channel = create("channel", name="#a", founder=alice)
    other = create("channel", name="#b", successor=alice)
    create("accesschanaccess", ci=channel, obj=alice, level=5)
    found = ask("""query($id: ID!) { account(id: $id) {
        nicks { nick } channelsAsFounder { id } channelsAsSuccessor { id } accessEntriesAsGrantee { level } } }""",
                id=alice)
    assert found["account"] == {
        "nicks": [], "channelsAsFounder": [{"id": channel}], "channelsAsSuccessor": [{"id": other}],
        "accessEntriesAsGrantee": [{"level": 5}]}


def test_ways_back_from_any_object_are_on_the_interface(ask: Ask, create: Create, alice: str) -> None:
    create("vhost", owner=alice, vhost="a.example")
    found = ask("query($id: ID!) { node(id: $id) { ... on Object { vhosts { host } } } }", id=alice)
    assert found["node"] == {"vhosts": [{"host": "a.example"}]}


def test_lists_go_on_behind_an_id(ask: Ask, create: Create, alice: str) -> None:
    nicks = [create("nick", nick=name, nc=alice) for name in "abcde"]
    pages: list[list[str]] = []
    after: Any = None
    while not pages or pages[-1]:
        found = ask("query($id: ID!, $after: ID) { account(id: $id) { nicks(first: 2, after: $after) { id } } }",
                    id=alice, after=after)
        pages.append([nick["id"] for nick in found["account"]["nicks"]])
        after = pages[-1][-1] if pages[-1] else None
    assert pages == [nicks[:2], nicks[2:4], nicks[4:], []]


def test_a_limit_holds_for_every_parent(ask: Ask, create: Create) -> None:
    for display in "ab":
        account = create("account", display=display)
        for number in range(3):
            create("nick", nick=f"{display}{number}", nc=account)
    found = ask("{ accounts { nicks(first: 2) { nick } all: nicks { nick } } }")
    assert [[nick["nick"] for nick in account["nicks"]] for account in found["accounts"]] == [
        ["a0", "a1"], ["b0", "b1"]]
    assert [len(account["all"]) for account in found["accounts"]] == [3, 3]


def test_a_list_is_bounded_without_being_asked(ask: Ask, network: Network) -> None:
    for number in range(51):
        network.store.create("account", {"display": str(number)})
    assert len(ask("{ accounts { id } }")["accounts"]) == 50
    assert len(ask("{ accounts(first: 1000) { id } }")["accounts"]) == 51
    assert ask("{ accounts(first: 0) { id } }")["accounts"] == []


def test_the_objects_of_a_type_come_in_the_order_of_ids(ask: Ask, create: Create) -> None:
    ids = [create("account", display=name) for name in "zyx"]
    found = ask("query($after: ID) { accounts(after: $after) { id } }", after=ids[0])
    assert [account["id"] for account in found["accounts"]] == ids[1:]


def test_an_object_deleted_meanwhile_still_marks_a_place(ask: Ask, create: Create, network: Network) -> None:
    ids = [create("xline", mask=mask) for mask in "abc"]
    network.store.delete("xline", int(ids[0].partition(":")[2]))
    found = ask("query($after: ID) { xlines(after: $after) { id } }", after=ids[0])
    assert [one["id"] for one in found["xlines"]] == ids[1:]
