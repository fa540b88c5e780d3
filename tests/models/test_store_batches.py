"""Batched reads of the store: many objects, and what refers to many objects, in few statements."""
from __future__ import annotations

import pytest

from models.catalogue import ObjectID
from models.network import Network
from models.store import Store
from tests.statements import Statements


@pytest.fixture
def store(network: Network) -> Store:
    return network.store


@pytest.fixture
def accounts(store: Store) -> list[int]:
    return [store.create("account", {"display": f"user{number}"}) for number in range(3)]


def nicks(store: Store, account: int, *names: str) -> list[int]:
    return [store.create("nick", {"nick": name, "nc": ObjectID("account", account)}) for name in names]


def test_get_many_gives_those_that_exist_with_that_type(store: Store, accounts: list[int]) -> None:
    (nick,) = nicks(store, accounts[0], "adam")
    found = store.get_many("account", [accounts[2], accounts[0], nick, 9999, -1, 2**64, accounts[2]])
    assert {id_: row.id for id_, row in found.items()} == {accounts[0]: accounts[0], accounts[2]: accounts[2]}
    assert found[accounts[2]] == store.get("account", accounts[2])


def test_get_many_of_none_runs_no_statement(store: Store, statements: Statements) -> None:
    assert store.get_many("account", []) == {}
    assert store.refs_many("nick", "nc", [], limit=1) == {}
    assert len(statements.run) == 0


@pytest.mark.parametrize(("ids", "expected"), [(1, 1), (9, 1), (500, 1), (501, 2)])
def test_one_statement_serves_five_hundred_ids(store: Store, statements: Statements, ids: int, expected: int) -> None:
    store.get_many("account", range(ids))
    store.refs_many("nick", "nc", range(ids), limit=1)
    assert len(statements.run) == 2 * expected


def test_refs_many_groups_by_what_is_referred_to(store: Store, accounts: list[int]) -> None:
    one, two, three = nicks(store, accounts[0], "one", "two", "three")
    (other,) = nicks(store, accounts[1], "other")
    found = store.refs_many("nick", "nc", accounts, limit=10)
    assert {id_: [row.id for row in rows] for id_, rows in found.items()} == {
        accounts[0]: [one, two, three], accounts[1]: [other]}
    assert found[accounts[1]] == [store.get("nick", other)]


def test_refs_many_limits_each_group_and_goes_on_behind_an_id(store: Store, accounts: list[int]) -> None:
    one, two, three = nicks(store, accounts[0], "one", "two", "three")
    (other,) = nicks(store, accounts[1], "other")

    def ids(after: int) -> dict[int, list[int]]:
        found = store.refs_many("nick", "nc", accounts, after=after, limit=2)
        return {id_: [row.id for row in rows] for id_, rows in found.items()}

    assert ids(0) == {accounts[0]: [one, two], accounts[1]: [other]}
    assert ids(two) == {accounts[0]: [three], accounts[1]: [other]}
    assert ids(2**64) == {}


def test_refs_many_goes_along_references_to_any_type(store: Store, accounts: list[int]) -> None:
    channel = store.create("channel", {"name": "#x"})
    entry = store.create("accesschanaccess", {"ci": ObjectID("channel", channel),
                                              "obj": ObjectID("account", accounts[1])})
    found = store.refs_many("accesschanaccess", "obj", [*accounts, channel], limit=5)
    assert found == {accounts[1]: [store.get("accesschanaccess", entry)]}


def test_a_key_that_runs_through_a_reference_finds_its_object(store: Store) -> None:
    hosts = [store.create("xmpphost", {"name": name}) for name in ("a.example", "b.example")]
    users = [store.create("xmppuser", {"host": ObjectID("xmpphost", host), "name": "anna"}) for host in hosts]
    for host, user in zip(hosts, users, strict=True):
        found = store.find_key("xmppuser", (host, "anna"))
        assert found is not None
        assert found.id == user
    assert store.find_key("xmppuser", (hosts[0], "Anna")) is None
    assert store.find_key("xmppuser", (hosts[0], "an\0na")) is None
    assert store.find_key("xmppuser", (2**64, "anna")) is None
