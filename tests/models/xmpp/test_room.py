"""Rooms: those of a real conference service, an older form, and what is no room."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from models.lua import literal
from models.network import Network
from models.xmpp.room import Affiliation, Room
from models.xmpp.views import XmppViews

Read = Callable[[str, str], Room | None]

JID = "room@conference.example.com"

EMPTY = Room(
    jid=JID, name=None, description=None, subject=None, persistent=False, members_only=False, moderated=False,
    hidden=False, password_protected=False, destroyed=False, affiliations=(), last_message=None,
)


@pytest.fixture
def read(network: Network) -> Read:
    """From the Lua text of `config` and `state` to the room that they mean."""
    def room(config: str, state: str = "{}") -> Room | None:
        for store, lua in (("config", config), ("state", state)):
            network.stores.put("conference.example.com", "room", store, literal.loads(lua.encode()))
        (user,) = network.store.page("xmppuser")
        return XmppViews(network.tables).rooms([user.id]).get(user.id)

    return room


def of(config: str) -> str:
    """The config of the room, with this in it."""
    return f'{{_jid = "{JID}", {config}}}'


def test_room_of_which_nothing_is_said(read: Read) -> None:
    assert read(of(""), "{}") == EMPTY


@pytest.mark.parametrize("config", ["5", '"x"', "{5}", "{_data = {}}", "{_jid = 5}", '{_jid = "other@example.com"}',
                                    '{jid = {}, _affiliations = {}}', "{[false] = {}}"])
def test_config_without_the_owners_own_address_is_no_room(read: Read, config: str) -> None:
    assert read(config, '{_last_message_at = 5}') is None


@pytest.mark.parametrize("config", [
    "_data = 5", "_data = {1}", "_data = {name = {}, subject = 5, description = true}", '["a@b"] = "king"',
    '["a@b"] = {}', '["a@b"] = true', '["a@b/c"] = "owner"', '_data2 = "owner"', '["a@_x"] = "owner"',
    "_affiliation_data = 7", '_affiliations = {["a@b"] = "owner"}', '[5] = "owner"', '["a@b"] = "none"',
    "_data = {hidden = false, password = false}",
])
def test_odd_parts_of_a_room_are_as_if_nobody_had_set_them(read: Read, config: str) -> None:
    assert read(of(config), "{}") == EMPTY


@pytest.mark.parametrize("data", ["5", "{5}", '{["a@b"] = 5}', '{["a@b"] = {reserved_nickname = {}}}'])
def test_odd_nicks_are_none(read: Read, data: str) -> None:
    room = read(of(f'["a@b"] = "owner", _affiliation_data = {data}'), "{}")
    assert room
    assert room.affiliations == (Affiliation("a@b", "owner", None),)


def test_flag_is_set_if_lua_takes_it_for_true(read: Read) -> None:
    room = read(of('_data = {hidden = 0, persistent = "", moderated = {}, password = "x"}'), "{}")
    assert room
    assert (room.hidden, room.persistent, room.moderated, room.password_protected) == (True, True, True, True)


def test_older_rooms_have_a_table_of_affiliations(read: Read) -> None:
    room = read(f"""{{jid = "{JID}", _data = {{name = "Old"}},
        _affiliations = {{["a@example.com"] = "owner", ["example.net"] = "member", ["b@c"] = 5}}}}""", "{}")
    assert room
    assert (room.name, room.affiliations) == (
        "Old", (Affiliation("a@example.com", "owner", None), Affiliation("example.net", "member", None)))


@pytest.mark.parametrize("state", [
    "5", '"x"', "{5}", "{_last_message = 5}", '{_last_message = "x"}', "{_last_message = false}",
])
def test_room_without_a_last_message(read: Read, state: str) -> None:
    assert read(of(""), state) == EMPTY


@pytest.mark.parametrize(("state", "expected"), [
    ("{_last_message = {}}", (None, None, None)),
    ('{_last_message = {"x", 5, {}}, _last_message_at = {}}', (None, None, None)),
    ('{_last_message = {{name = "body", "hi", 5, {}, " you"}}, _last_message_at = 7}', (None, 7, "hi you")),
    ('{_last_message = {{attr = {xmlns = "urn:xmpp:sid:0", by = "other@b", id = "5"}}}}', (None, None, None)),
    (f'{{_last_message = {{{{attr = {{xmlns = "urn:xmpp:sid:0", by = "{JID}", id = 5}}}}}}}}', (None, None, None)),
])
def test_odd_last_messages_have_what_can_be_read(read: Read, state: str, expected: tuple[Any, ...]) -> None:
    room = read(of(""), state)
    assert room
    assert room.last_message
    assert (room.last_message.id, room.last_message.when, room.last_message.body) == expected
