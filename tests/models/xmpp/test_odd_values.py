"""Whatever stands in a store, a view is made of it."""
from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from models.lua.value import Table, Value
from models.xmpp import blocklist, json_form, message, room, roster
from models.xmpp.rows import encode_keyval
from models.xmpp.secret_stores import SECRET_PARTS, without_secrets
from tests.models.lua.strategies import MARKERS, NUMBERS, STRINGS

JID = "room@conference.example.com"

NAMES = (
    "name", "attr", "subscription", "ask", "approved", "groups", "pending", "version", "created", "modified", "_data",
    "_jid", "jid", "_affiliations", "_affiliation_data", "reserved_nickname", "password", "_last_message",
    "_last_message_at", "key", "when", "with", "stamp", "from", "to", "type", "xmlns", "by", "id", "a@example.com",
)
"""The keys that views look under."""

TEXTS = st.sampled_from([b"body", b"message", b"owner", b"both", b"subscribe", b"jabber:client", b"urn:xmpp:sid:0",
                         b"2026-11-22T04:16:39Z", b"a b", b"\xff", b"", JID.encode()])


def tables(inner: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    keys: st.SearchStrategy[bytes | bool] = st.sampled_from([name.encode() for name in NAMES]) | st.just(False)
    return st.builds(Table, st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=5))


ODD: st.SearchStrategy[Value] = st.recursive(TEXTS | st.booleans() | NUMBERS | STRINGS | MARKERS, tables, max_leaves=12)


def keyval(value: Value) -> json_form.Keyval:
    return json_form.keyval((row.key.encode(), row.type, row.text.encode()) for row in encode_keyval(value, 20))


@given(ODD)
def test_roster_is_made_of_anything(value: Value) -> None:
    made = roster.from_keyval(keyval(value))
    assert made.version is None or isinstance(made.version, int)
    for contact in made.contacts:
        assert contact.subscription in roster.SUBSCRIPTIONS
        assert isinstance(contact.name, str | None)
        assert all(isinstance(group, str) for group in contact.groups)
    json.dumps([request.stanza for request in made.pending], allow_nan=False)


@given(ODD)
def test_blocklist_is_made_of_anything(value: Value) -> None:
    made = blocklist.from_keyval(keyval(value))
    json.dumps([(blocked.jid, blocked.when) for blocked in made.blocked], allow_nan=False)


@given(ODD, ODD)
def test_room_is_made_of_anything(value: Value, state: Value) -> None:
    config = keyval(value)
    made = room.from_stores(JID, json_form.Keyval({**config.fields, "_jid": JID}, config.meta), state)
    assert made
    assert isinstance(made.name, str | None)
    assert {held.affiliation for held in made.affiliations} <= set(room.AFFILIATIONS)
    assert all(isinstance(held.nick, str | None) for held in made.affiliations)


@given(ODD)
def test_message_is_made_of_anything(value: Value) -> None:
    made = message.from_value(value)
    facts = (made.id, made.with_, made.from_, made.to, made.type, made.body, made.xml)
    assert all(isinstance(fact, str | None) for fact in facts)
    assert isinstance(made.when, int | float | None)
    json.dumps([made.json, made.when], allow_nan=False)


@given(ODD)
def test_secret_parts_are_cut_out_of_anything(value: Value) -> None:
    whole = json_form.from_value(value)
    shown = without_secrets("config", json_form.from_value(value))
    for outer, inner in SECRET_PARTS["config"]:
        assert inner not in json_form.table(json_form.table(shown).get(outer))
    assert without_secrets("roster", whole) == whole
