"""The demonstration: what is in it, where it may go, and that it is sound."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

from gql import demo
from gql.demo import xmpp
from gql.demo.irc import SHEETS
from gql.errors import NotADemo
from models.check import check
from models.lua.value import Table
from models.network import Network

PREFIX = "anope_db_"
OPPOSITE = {"both": "both", "to": "from", "from": "to", "none": "none"}


@pytest.fixture
def filled(network: Network) -> Network:
    demo.fill(network)
    return network


def test_every_fact_becomes_an_object(filled: Network) -> None:
    for sheet in SHEETS:
        assert len(filled.store.page(sheet.type)) == len(sheet.rows)


def test_references_lead_where_they_are_written(filled: Network) -> None:
    alice = filled.store.find("account", "display", "Alice")
    nick = filled.store.find("nick", "nick", "alice_away")
    assert alice
    assert nick
    assert nick in filled.store.refs("account", alice.id, "nick")
    assert [row.values[2] for row in filled.store.refs("account", alice.id, "channel")] == ["#wonderland", "#burrow"]


def test_users_have_their_stores(filled: Network) -> None:
    assert filled.stores.hosts() == {xmpp.HOST, xmpp.ROOMS}
    account = filled.stores.keyval(xmpp.HOST, "alice", "accounts")
    assert isinstance(account, Table)
    assert account.get(b"password") == b"wonderland"
    roster = filled.stores.json(xmpp.HOST, "alice", "roster")
    assert roster is not None
    assert b'"hatter@demo.example":{' in roster


def test_archives_give_back_what_was_written(filled: Network) -> None:
    for store in {(host, user, store) for host, user, store, _ in xmpp.archives()}:
        written = [demo.to_lua(item) for *names, item in xmpp.archives() if tuple(names) == store]
        assert filled.stores.items(*store) == written


def test_nothing_in_it_is_broken(filled: Network) -> None:
    assert check(filled) == []


def test_it_is_put_there_once(filled: Network) -> None:
    before = filled.tables.objects.select().count()
    demo.fill(filled)
    assert filled.tables.objects.select().count() == before


def test_it_may_go_where_nothing_is(database_url: str) -> None:
    demo.check(database_url, prefix=PREFIX)
    with closing(Network.open(database_url, types=())):
        demo.check(database_url, prefix=PREFIX)


def test_it_may_be_shown_again_whatever_was_changed(prepared_url: str) -> None:
    with closing(Network.open(prepared_url, types=())) as network:
        demo.fill(network)
        network.store.delete("account", network.store.page("account")[0].id)
        network.store.create("account", {"display": "Mallory"})
    demo.check(prepared_url, prefix=PREFIX)


def test_it_does_not_go_beside_other_data(prepared_url: str) -> None:
    with closing(Network.open(prepared_url, types=())) as network:
        network.store.create("account", {"display": "Mallory"})
    with pytest.raises(NotADemo, match="leave --demo out"):
        demo.check(prepared_url, prefix=PREFIX)
    demo.check(prepared_url, prefix="other_")


def test_it_does_not_go_beside_what_prosody_wrote(prepared_url: str) -> None:
    with closing(Network.open(prepared_url, types=())) as network:
        network.stores.put("example.com", "user", "accounts", Table(fields={b"password": b"x"}))
    with pytest.raises(NotADemo):
        demo.check(prepared_url, prefix=PREFIX)
    with pytest.raises(NotADemo):
        demo.check(prepared_url, prefix="other_")


def test_it_does_not_go_beside_what_anope_wrote(fixture_url: Callable[[str], str]) -> None:
    with pytest.raises(NotADemo):
        demo.check(fixture_url("small"), prefix=PREFIX)


def test_subscriptions_agree_on_both_sides() -> None:
    lines = {(line.owner, line.contact): line for line in xmpp.ROSTERS}
    for (owner, contact), line in lines.items():
        other = lines.get((contact, owner))
        assert (other.subscription if other else "none") == OPPOSITE[line.subscription]


def test_all_who_are_named_have_an_account() -> None:
    people = {name for line in xmpp.ROSTERS for name in (line.owner, line.contact)}
    people |= {name for message in (*xmpp.ARCHIVE, *xmpp.OFFLINE) for name in (message.sender, message.recipient)}
    people |= {*xmpp.VCARDS, *xmpp.BLOCKED, *xmpp.ADMINS, *xmpp.AFFILIATIONS}
    assert people == set(xmpp.PASSWORDS)
    accounts = next(sheet for sheet in SHEETS if sheet.type == "account")
    assert people <= {str(row[0]).lower() for row in accounts.rows}
