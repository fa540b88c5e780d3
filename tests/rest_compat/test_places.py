"""The places that paths name."""
from __future__ import annotations

import pytest

from models.jid import JID
from rest_compat.places import Place, parse_place

CALLER = JID("user", "example.com")


def own(store: str, format_: str | None = None) -> Place:
    return Place("example.com", "user", store, format_)


@pytest.mark.parametrize(("path", "place"), [
    (b"/data/roster", own("roster")),
    (b"/data/roster/", own("roster")),
    (b"//data//roster///", own("roster")),
    (b"/data/roster/lua", own("roster", "lua")),
    (b"/data/a/b", own("a", "b")),
    (b"/data/__x_Y__", own("__x_Y__")),
    (b"/data/%6Foster", own("ooster")),
    (b"/data%2Froster%2flua", own("roster", "lua")),
    (b"/d%61ta/roster", own("roster")),
    (b"/data/h/u/roster", Place("h", "u", "roster", None)),
    (b"/data/h/u/roster/json", Place("h", "u", "roster", "json")),
    (b"/data/h/u/roster/json%20", Place("h", "u", "roster", "json ")),
    (b"/data/h/u/roster/lua/x/y", Place("h", "u", "roster", "lua")),
    (b"/data/h/a+%20b/s", Place("h", "a+ b", "s", None)),
    (b"/data/h/%2541/s", Place("h", "%41", "s", None)),
    (b"/data/h/%zz%4/s", Place("h", "%zz%4", "s", None)),
    (b"/data/h/j%C3%BCrgen/s", Place("h", "j\u00fcrgen", "s", None)),
    (b"/data/EXAMPLE.COM/USER/s", Place("EXAMPLE.COM", "USER", "s", None)),
    (b"/data/h/../s", Place("h", "..", "s", None)),
    (b"/data/roster/%ff", own("roster", "\u00ff")),
])
def test_path_names_a_place(path: bytes, place: Place) -> None:
    assert parse_place(path, CALLER) == place


@pytest.mark.parametrize("path", [
    b"", b"/", b"/DATA/roster", b"/dataroster", b"/x/roster",
    b"/data", b"/data/", b"/data///", b"/data/dash-ed", b"/data/store2", b"/data/st.ore", b"/data/one+key",
    b"/data/one%20key", b"/data/onekey%00", b"/data/onekey%0a", b"/data/%256Fnekey", b"/data/one%zzkey",
    b"/data/onekey;v=1", b"/data/example.com/user", b"/data/example.com//accounts", b"/data/h/u/st%2Dore",
    b"/data/\xc3\xbc", b"/data/h/u/%ff", b"/data/..", b"/data/example.com/friend/dash-ed/json",
])
def test_path_that_names_no_store(path: bytes) -> None:
    assert parse_place(path, CALLER) is None


@pytest.mark.parametrize(("user", "valid"), [
    (b"a%40b", True), (b"sp%20ace", True), (b"..", True), (b"n" * 1023, True), (b"%C3%BC" * 511, True),
    (b"%C2%85", True), (b"%F0%9F%98%80", True),
    (b"n" * 1024, False), (b"%C3%BC" * 512, False), (b"a%00b", False), (b"a%09b", False), (b"x%0d%0aX: y", False),
    (b"%7f", False), (b"%1f", False), (b"%ff", False), (b"%ed%a0%80", False), (b"%c0%af", False),
])
def test_names_that_no_user_can_have(user: bytes, valid: bool) -> None:
    place = parse_place(b"/data/h/" + user + b"/s", CALLER)
    assert place is not None
    assert place.has_valid_user == valid


@pytest.mark.parametrize(("path", "long"), [
    (b"/data/roster/lua", "/data/example.com/user/roster"),
    (b"/data/h/a%40b:c%20%5B%25%5D~-._/s", "/data/h/a%40b%3Ac%20%5B%25%5D~-._/s"),
    (b"/data/h/j%c3%bcrgen%3f%23/s", "/data/h/j%C3%BCrgen%3F%23/s"),
])
def test_long_form_is_encoded(path: bytes, long: str) -> None:
    place = parse_place(path, CALLER)
    assert place is not None
    assert place.path == long
