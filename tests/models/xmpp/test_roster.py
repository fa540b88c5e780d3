"""Rosters and blocklists: those of real clients, older forms, and what is neither."""
from __future__ import annotations

import pytest

from models.lua import literal
from models.network import Network
from models.xmpp.blocklist import Blocked, Blocklist
from models.xmpp.roster import Contact, PendingRequest, Roster
from models.xmpp.views import XmppViews
from tests.models.xmpp.as_prosody import insert

NOBODY = Contact("someone@example.org", None, "none", ask=False, approved=False, groups=())


def stored(network: Network, store: str, lua: str) -> tuple[XmppViews, int]:
    """The views, and a user with this store."""
    network.stores.put("example.com", "alice", store, literal.loads(lua.encode()))
    (user,) = network.store.page("xmppuser")
    return XmppViews(network.tables), user.id


def roster(network: Network, lua: str) -> Roster:
    views, id_ = stored(network, "roster", lua)
    return views.rosters([id_])[id_]


def blocklist(network: Network, lua: str) -> Blocklist:
    views, id_ = stored(network, "blocklist", lua)
    return views.blocklists([id_])[id_]


def test_contact_has_what_prosody_stores_about_it(network: Network) -> None:
    read = roster(network, """{["bob@example.com"] = {subscription = "both", name = "Bob", ask = "subscribe",
        approved = "true", groups = {Work = true, Friends = true, Old = false}}}""")
    assert read == Roster(None, (
        Contact("bob@example.com", "Bob", "both", ask=True, approved=True, groups=("Friends", "Work")),), ())


@pytest.mark.parametrize("item", [
    "{}", "{subscription = 5}", '{subscription = "friend"}', "{name = {}}", "{name = 5}", "{groups = 5}",
    '{groups = {"a", "b"}}', "{groups = true}", "{ask = true}", "{ask = {}}", "{approved = {}}", "{[5] = 2}",
    '{["__hash"] = 1, ["__array"] = {}}', '{groups = {["__array"] = {}, [true] = 1, [{}] = 2}}',
])
def test_odd_parts_of_a_contact_are_as_if_nobody_had_set_them(network: Network, item: str) -> None:
    assert roster(network, f'{{["someone@example.org"] = {item}}}').contacts == (NOBODY,)


@pytest.mark.parametrize("item", ["5", "true", "false", '"both"', "(0/0)", '"\\255"', "{1, 2}"])
def test_contact_that_is_no_table_is_left_out(network: Network, item: str) -> None:
    read = roster(network, f'{{["odd@example.org"] = {item}, ["someone@example.org"] = {{}}}}')
    assert read.contacts == (NOBODY,)


@pytest.mark.parametrize("meta", ["true", "5", '"x"', "{}", "{1, 2}", "{version = {}}", '{version = "7", pending = 7}'])
def test_odd_data_about_a_roster_is_none(network: Network, meta: str) -> None:
    assert roster(network, f'{{[false] = {meta}, ["someone@example.org"] = {{}}}}') == Roster(None, (NOBODY,), ())


@pytest.mark.parametrize("lua", ["5", '"roster"', "{1, 2}", "{[5] = 6, [{}] = {}}", '{[true] = {version = 1}}'])
def test_roster_that_is_none_has_no_contacts(network: Network, lua: str) -> None:
    assert roster(network, lua) == Roster(None, (), ())


def test_keys_too_long_for_rows_of_their_own_are_contacts_too(network: Network) -> None:
    jid = "x" * 3000 + "@example.org"
    read = roster(network, f'{{[false] = {{version = 3}}, ["{jid}"] = {{name = "X"}}}}')
    assert (read.version, [(contact.jid, contact.name) for contact in read.contacts]) == (3, [(jid, "X")])


def test_bytes_that_are_no_text_are_shown_as_such(network: Network) -> None:
    read = roster(network, '{["\\255@example.org"] = {name = "a\\254", groups = {["\\253"] = true}}}')
    assert [(each.jid, each.name, each.groups) for each in read.contacts] == [
        ("\\xff@example.org", "a\\xfe", ("\\xfd",))]


def test_requests_of_older_rosters_stand_beside_the_contacts(network: Network) -> None:
    read = roster(network, '{pending = {["bob@example.com"] = true, ["eve@example.com"] = false}}')
    assert (read.contacts, read.pending) == ((), (PendingRequest("bob@example.com", None),))


def test_contact_may_be_called_pending(network: Network) -> None:
    read = roster(network, '{pending = {subscription = "to"}}')
    assert ([each.jid for each in read.contacts], read.pending) == (["pending"], ())


@pytest.mark.parametrize(("type_", "value"), [
    ("json", "{"), ("json", "[1e999]"), ("json", "[" * 500), ("number", "many"), ("boolean", "maybe"), ("xml", "<a"),
    ("lua", "os.exit()"), ("", ""), ("unknown", "{}"),
])
def test_rows_that_another_program_spoilt_are_left_out(network: Network, type_: str, value: str) -> None:
    views, id_ = stored(network, "roster", '{["someone@example.org"] = {}}')
    for key in ("odd@example.org", ""):
        insert(network.database, "example.com", "alice", "roster", (key, type_, value))
    assert views.rosters([id_])[id_] == Roster(None, (NOBODY,), ())
    assert views.blocklists([id_]) == {}


@pytest.mark.parametrize(("lua", "when"), [
    ("1795320998", 1795320998), ("1.5", 1.5), ("true", None), ('"yes"', None), ("{}", None),
])
def test_blocked_is_what_prosody_takes_for_true(network: Network, lua: str, when: float | None) -> None:
    read = blocklist(network, f'{{["a@example.org"] = {lua}, ["b@example.org"] = false}}')
    assert read == Blocklist(None, None, (Blocked("a@example.org", when),))
