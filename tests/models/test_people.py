"""The people who can log in."""
from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from models.catalogue import ObjectID
from models.database import quoted
from models.network import Network
from models.passwords.secret import Secret
from models.people import People, Person, Source
from models.principal import Principal, Role
from models.xmpp.address import find_users
from tests.people import ALICE, BOB, account, fill, user


def named(people: People, name: str) -> Sequence[Person]:
    return asyncio.run(people.named(name))


def principal(people: People, person: Person) -> Principal:
    return asyncio.run(people.principal(person))


def secret(people: People, person: Person) -> Secret | None:
    return asyncio.run(people.secret(person))


def fits(people: People, person: Person, password: str) -> bool:
    return asyncio.run(people.claim(person, password)).holds


@pytest.mark.parametrize("name", ["Alice", "alice", "ALICE", "alice_away", "Alice_Away"])
def test_account_is_found_by_display_and_by_every_nick_in_any_case(network: Network, name: str) -> None:
    id_ = fill(network)
    people = People(network)
    assert named(people, name)[-1] == Person(Source.ANOPE, str(id_))
    assert fits(people, named(people, name)[-1], "secr1t")
    assert not fits(people, named(people, name)[-1], "Secr1t")


def test_account_without_nicks_is_found_by_its_display(network: Network) -> None:
    id_ = network.store.create("account", {"display": "Lone"})
    assert named(People(network), "lone")[-1] == Person(Source.ANOPE, str(id_))


@pytest.mark.parametrize("name", ["nobody", "\u00c4rger", "a b", "x" * 3000])
def test_name_of_nobody_stands_for_itself_and_no_password_fits(network: Network, name: str) -> None:
    fill(network)
    people = People(network, default_host="chat.example")
    *_, person = named(people, name)
    assert person.source is Source.ANOPE
    assert secret(people, person) is None
    assert not fits(people, person, "secr1t")
    assert named(people, name) == named(people, name.upper() if name.isascii() else name)


def test_name_of_nobody_is_never_taken_for_an_id(network: Network) -> None:
    id_ = fill(network)
    people = People(network)
    assert secret(people, named(people, str(id_))[-1]) is None


@pytest.mark.parametrize(("name", "address"), [
    (ALICE, ALICE), ("ALICE@Chat.Example", ALICE), ("alice@chat.example/phone", ALICE), ("nobody@x", "nobody@x"),
])
def test_name_with_an_at_is_a_jid(network: Network, name: str, address: str) -> None:
    assert named(People(network), name) == (Person(Source.XMPP, address),)


@pytest.mark.parametrize("name", ["@", "a@", "@b", "a\0b", "\ud800", "a@b\0", "a b@c d"])
def test_name_that_nobody_can_have_is_nobody(network: Network, name: str) -> None:
    assert named(People(network), name) == ()


def test_name_alone_is_a_user_of_the_default_host_or_an_account(network: Network) -> None:
    fill(network)
    for people in (People(network), People(network, hosts=["chat.example"]),
                   People(network, hosts=["a.example"], default_host="chat.example")):
        assert named(people, "Bob")[0] == Person(Source.XMPP, BOB)
    with_host = People(network, default_host="chat.example")
    user_, account_ = named(with_host, "alice")
    assert (user_.source, account_.source) == (Source.XMPP, Source.ANOPE)
    assert fits(with_host, user_, "w0nderland")
    assert not fits(with_host, account_, "w0nderland")


def test_only_users_of_hosts_that_are_served_log_in(network: Network) -> None:
    fill(network)
    user(network, "bob@hidden.example", "b0b")
    people = People(network, hosts=["chat.example"])
    assert fits(people, Person(Source.XMPP, BOB), "b0b")
    assert not fits(people, Person(Source.XMPP, "bob@hidden.example"), "b0b")


def test_without_hosts_users_of_all_hosts_of_the_data_log_in_and_no_others(network: Network) -> None:
    fill(network)
    user(network, "bob@hidden.example", "b0b")
    people = People(network)
    assert fits(people, Person(Source.XMPP, "bob@hidden.example"), "b0b")
    assert secret(people, Person(Source.XMPP, "bob@nowhere.example")) is None
    assert not fits(people, Person(Source.XMPP, "bob@nowhere.example"), "b0b")


@pytest.mark.parametrize(("expires", "good"), [(0, False), (2000, False), (1000, True), (999, True)])
def test_nobody_logs_in_with_an_account_that_is_suspended(network: Network, expires: int, good: bool) -> None:
    id_ = fill(network)
    network.store.create("nssuspendinfo", {"nick": ObjectID("account", id_), "expires": expires})
    people = People(network, clock=lambda: 1000.0)
    assert fits(people, Person(Source.ANOPE, str(id_)), "secr1t") is good


@pytest.mark.parametrize(("unconfirmed", "good"), [(True, False), (False, True), (None, True)])
def test_nobody_logs_in_before_the_registration_is_confirmed(
    network: Network, unconfirmed: bool | None, good: bool,
) -> None:
    id_ = account(network, "Carol", UNCONFIRMED=unconfirmed)
    assert fits(People(network), Person(Source.ANOPE, str(id_)), "secr1t") is good


def test_accounts_that_anope_wrote_can_log_in(network: Network) -> None:
    """Anope's columns hold text, and flags that were never set are empty there."""
    id_ = account(network, "Carol")
    if network.database.engine == "sqlite":
        table = quoted(network.database, "anope_db_account")
        network.database.execute_sql(f"UPDATE {table} SET UNCONFIRMED = ''")
    assert fits(People(network), Person(Source.ANOPE, str(id_)), "secr1t")


def test_people_of_both_servers_are_one_where_the_settings_say_so(network: Network) -> None:
    id_ = fill(network)
    found = find_users(network.views.rows, [ALICE, BOB])
    linked, apart = People(network, account_host="chat.example"), People(network)
    for person, name in ((Person(Source.XMPP, ALICE), ALICE), (Person(Source.ANOPE, str(id_)), "Alice")):
        assert principal(linked, person) == Principal(Role.USER, name, id_, found[ALICE])
    assert principal(linked, Person(Source.XMPP, BOB)) == Principal(Role.USER, BOB, None, found[BOB])
    assert principal(apart, Person(Source.XMPP, ALICE)) == Principal(Role.USER, ALICE, None, found[ALICE])
    assert principal(apart, Person(Source.ANOPE, str(id_))) == Principal(Role.USER, "Alice", id_, None)


def test_administrators_are_those_that_the_settings_name_by_the_server_that_they_proved(network: Network) -> None:
    id_ = fill(network)
    by_jid = People(network, admins=[ALICE], account_host="chat.example")
    by_display = People(network, anope_admins=["ALICE"], account_host="chat.example")
    jid, display = Person(Source.XMPP, ALICE), Person(Source.ANOPE, str(id_))
    assert principal(by_jid, jid).is_admin
    assert principal(by_jid, jid).audits
    assert not principal(by_jid, display).is_admin
    assert principal(by_display, display).is_admin
    assert not principal(by_display, jid).is_admin
