"""What the stores mean that real clients filled, held against the answers of a real Prosody."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from models.xmpp.room import AFFILIATIONS, Affiliation, Room
from models.xmpp.roster import Contact
from models.xmpp.secret_stores import SECRET_STORES
from models.xmpp.store_value import StoreValue
from tests.models.xmpp.corpora import Corpus
from tests.statements import Statements


def meta_of(answer: dict[str, Any]) -> dict[str, Any]:
    flat = answer.get("__hash", [])
    found: dict[str, Any] = dict(zip(map(str, flat[::2]), flat[1::2], strict=True)).get("False", {})
    return found


def room_of(filled: Corpus, node: str) -> Room:
    id_ = filled.ids[f"{node}@conference.example.com"]
    return filled.views.rooms([id_])[id_]


def test_rosters_are_what_prosody_answers(filled: Corpus) -> None:
    answers = filled.answered("roster")
    found = filled.views.rosters(filled.ids.values())
    assert len(answers) > 3
    for (jid, _), answer in answers.items():
        read, meta = found[filled.ids[jid]], meta_of(answer)
        assert read.version == meta["version"]
        assert [request.jid for request in read.pending] == sorted(meta["pending"])
        assert [request.stanza for request in read.pending] == [meta["pending"][each.jid] for each in read.pending]
        contacts = {
            jid: Contact(jid, item.get("name"), item["subscription"], item.get("ask") == "subscribe", False,
                         tuple(sorted(item["groups"])))
            for jid, item in answer.items() if jid != "__hash"
        }
        assert {contact.jid: contact for contact in read.contacts} == contacts


def test_contacts_are_in_the_order_of_their_addresses(filled: Corpus) -> None:
    contacts = filled.views.rosters([filled.ids["alice@example.com"]])[filled.ids["alice@example.com"]].contacts
    assert [contact.jid for contact in contacts] == [
        "bob@example.com", "carol@example.com", "conference.example.com", "gina@example.net", "nobody@example.com",
        "offline.contact@elsewhere.invalid", "room@conference.example.com", "zoë@example.com",
    ]


def test_users_without_a_roster_are_left_out(filled: Corpus) -> None:
    admin = filled.ids["admin@example.com"]
    assert filled.views.rosters([admin, 10**9, -1, 2**70]) == {}


def test_blocklists_are_what_prosody_answers(filled: Corpus) -> None:
    answers = filled.answered("blocklist")
    found = filled.views.blocklists(filled.ids.values())
    assert answers
    for (jid, _), answer in answers.items():
        read, meta = found[filled.ids[jid]], meta_of(answer)
        assert (read.created, read.modified) == (meta["created"], meta["modified"])
        expected = {jid: when for jid, when in answer.items() if jid != "__hash"}
        assert {blocked.jid: blocked.when for blocked in read.blocked} == expected


def test_alice_blocks_a_user_and_a_domain(filled: Corpus) -> None:
    alice, carol = (filled.ids[f"{name}@example.com"] for name in ("alice", "carol"))
    found = filled.views.blocklists([alice, carol])
    assert [blocked.jid for blocked in found[alice].blocked] == ["evil.example", "spammer@example.net"]
    assert found[carol].blocked == ()


def test_rooms_are_what_prosody_answers(filled: Corpus) -> None:
    found = filled.views.rooms(filled.ids.values())
    assert sorted(room.jid.partition("@")[0] for room in found.values()) == [
        "destroyed", "room", "sp\\20ace\\20room\\27s", "team"]
    for (jid, _), config in filled.answered("config").items():
        room, data = found[filled.ids[jid]], config["_data"]
        assert (room.jid, room.name, room.subject) == (config["_jid"], data.get("name"), data.get("subject"))
        flags = [room.persistent, room.members_only, room.moderated, room.hidden, room.destroyed]
        names = ["persistent", "members_only", "moderated", "hidden", "destroyed"]
        assert flags == [data.get(name, False) for name in names]
        held = {jid: affiliation for jid, affiliation in config.items() if affiliation in AFFILIATIONS}
        assert {each.jid: each.affiliation for each in room.affiliations} == held


def test_room_with_everything(filled: Corpus) -> None:
    room = room_of(filled, "room")
    assert (room.name, room.description, room.subject) == ("The Room ☃", "desc <&>", "The subject <&> ☃")
    assert (room.persistent, room.members_only, room.password_protected, room.hidden) == (True, False, False, False)
    assert room.affiliations == (
        Affiliation("alice@example.com", "owner", None), Affiliation("bob@example.com", "admin", "BobReserved"),
        Affiliation("gina@example.net", "member", "Gina"), Affiliation("henry@example.net", "outcast", None),
        Affiliation("judy@example.net", "member", "JudyNick"), Affiliation("zoë@example.com", "owner", None),
    )


def test_closed_room_and_destroyed_room(filled: Corpus) -> None:
    team, destroyed = room_of(filled, "team"), room_of(filled, "destroyed")
    assert (team.members_only, team.moderated, team.hidden, team.password_protected) == (True, True, True, True)
    assert (destroyed.destroyed, destroyed.affiliations, destroyed.last_message) == (True, (), None)


@pytest.mark.parametrize("node", ["room", "team", "sp\\20ace\\20room\\27s"])
def test_last_message_is_the_last_of_the_log(filled: Corpus, node: str) -> None:
    last = room_of(filled, node).last_message
    id_ = filled.ids[f"{node}@conference.example.com"]
    logged = filled.views.messages([id_], "muc_log")[id_].messages[-1]
    assert last is not None
    assert (last.id, last.when, last.from_, last.type, last.body) == (
        logged.id, logged.when, logged.from_, logged.type, logged.body)


def test_users_are_no_rooms(filled: Corpus) -> None:
    assert filled.views.rooms([filled.ids["alice@example.com"], filled.ids["conference.example.com"]]) == {}


def test_every_user_is_found_by_their_address(filled: Corpus) -> None:
    users = {jid: id_ for jid, id_ in filled.ids.items() if "@" in jid and jid != "zoe\u0308@example.com"}
    assert filled.views.users(list(users)) == users


@pytest.mark.parametrize("text", [
    "Alice@Example.COM", "alice@example.com/phone", "ALICE@example.com.", "ａlice@example.com",
])
def test_addresses_are_prepared(filled: Corpus, text: str) -> None:
    assert filled.views.users([text, "alice@example.com"]) == dict.fromkeys(
        (text, "alice@example.com"), filled.ids["alice@example.com"])


@pytest.mark.parametrize("text", [
    "", "@", "alice", "example.com", "alice@", "@example.com", "alice@example.org", "nobody@example.com",
    "al ice@example.com", "alice@example.com\0", "a\0@example.com", "alice@exam\0ple.com", "\ud800@example.com",
    "alice@\ud800", "a" * 2000 + "@example.com", "alice@@example.com", "%s@example.com", "alice@sub.example.com",
])
def test_nobody_is_left_out(filled: Corpus, text: str) -> None:
    assert filled.views.users([text]) == {}


def test_contacts_lead_to_the_users_that_are_here(filled: Corpus) -> None:
    alice = filled.ids["alice@example.com"]
    contacts = [contact.jid for contact in filled.views.rosters([alice])[alice].contacts]
    found = filled.views.users(contacts)
    assert {jid: found.get(jid) for jid in contacts} == {
        **{jid: filled.ids[jid] for jid in (
            "bob@example.com", "carol@example.com", "gina@example.net", "zoë@example.com",
            "room@conference.example.com")},
        "nobody@example.com": None, "offline.contact@elsewhere.invalid": None, "conference.example.com": None,
    }


def test_address_of_a_hosts_own_stores_is_the_domain(filled: Corpus) -> None:
    id_ = filled.ids["conference.example.com"]
    assert filled.views.addresses([id_, 10**9, -1, 2**63]) == {id_: "conference.example.com"}


def test_values_are_what_prosody_answers(filled: Corpus) -> None:
    answers = filled.answered()
    assert len(answers) > 30
    found = {store: filled.views.values(filled.ids.values(), store) for _, store in answers}
    for (jid, store), answer in answers.items():
        assert found[store][filled.ids[jid]] == StoreValue(open_part(store, answer))


def open_part(store: str, answer: Any) -> Any:
    """An answer without the secrets of a room."""
    if store == "config":
        hidden = ("password", "occupant_id_salt")
        answer = {**answer, "_data": {name: part for name, part in answer["_data"].items() if name not in hidden}}
    return answer


def test_values_of_many_users_are_two_statements(filled: Corpus, statements: Statements) -> None:
    ids = list(filled.ids.values())
    for store in ("private", "vcard", "archive", "pep_urn:xmpp:vcard4", "nothing"):
        filled.views.values(ids, store)
        assert len(statements.taken()) == 2
    assert filled.views.values([], "private") == {}
    assert statements.taken() == []


def test_users_have_the_stores_in_which_there_is_anything(filled: Corpus) -> None:
    found = filled.views.store_names(filled.ids.values())
    alice = found[filled.ids["alice@example.com"]]
    assert alice == tuple(sorted(alice))
    assert {"archive", "blocklist", "offline", "pep_urn:xmpp:avatar:data", "private", "roster"} <= set(alice)
    for jid, id_ in filled.ids.items():
        names = set(found.get(id_, ()))
        assert {store for answered, store in filled.answered() if answered == jid} <= names
        assert names.isdisjoint(SECRET_STORES)


def test_single_views_are_one_statement_for_any_number_of_users(filled: Corpus, statements: Statements) -> None:
    ids = list(filled.ids.values())
    views = filled.views
    for view in (views.rosters, views.blocklists, views.store_names, views.addresses):
        for some in (ids, ids[:1], [*ids, *ids, *range(5000)]):
            view(some)
            assert len(statements.taken()) == 1
        assert not view([])
        assert statements.taken() == []
    for some in (ids, ids[:3]):
        views.rooms(some)
        assert len(statements.taken()) == 2


def test_no_view_shows_a_secret(filled: Corpus) -> None:
    ids = list(filled.ids.values())
    stores = {str(row.values[1]) for row in filled.network.store.page("xmppstore")}
    shown = repr([
        filled.views.rosters(ids), filled.views.blocklists(ids), filled.views.rooms(ids),
        filled.views.store_names(ids),
        *(filled.views.values(ids, store) for store in stores),
        *(message.json for store in stores for page in filled.views.messages(ids, store).values()
          for message in page.messages),
    ])
    assert "message 0 from alice to bob" in shown
    hidden = set(secrets(filled))
    assert len(hidden) > 30
    assert [secret for secret in hidden if secret in shown] == []


def secrets(filled: Corpus) -> Iterator[str]:
    """Texts that nobody may see, as the stores hold them."""
    texts = filled.network.database.execute_sql("SELECT store, value FROM prosody").fetchall()
    for store, value in texts:
        if store == "accounts" and len(value) > 30:
            yield value
        for start in ("preauth=", "occupant_id_salt\":\"", "password\":\"", "eruio"):
            if start in value:
                yield value.partition(start)[2].partition('"')[0] if start != "eruio" else "eruio234"


@pytest.mark.parametrize("store", sorted(SECRET_STORES))
def test_secret_stores_are_as_if_they_did_not_exist(
    filled: Corpus, statements: Statements, store: str
) -> None:
    ids = list(filled.ids.values())
    assert filled.views.values(ids, store) == {}
    assert not any(page.messages for page in filled.views.messages(ids, store).values())
    assert statements.taken() == []
