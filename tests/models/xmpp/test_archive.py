"""Pages of messages: rows and items in one order, odd entries, and how rows are found."""
from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from models.errors import BadCursor
from models.lua import literal
from models.network import Network
from models.query.pages import Page
from models.xmpp.archive import EVERY_MESSAGE, MessageFilter
from models.xmpp.views import XmppViews
from tests.models.xmpp.as_prosody import ARCHIVE, run
from tests.models.xmpp.pages import shown, walk
from tests.statements import Statements

XML = "<message type='chat' from='bob@example.com/x' to='alice@example.com'><body>{}</body></message>"


@pytest.fixture
def views(network: Network) -> XmppViews:
    return XmppViews(network.tables)


@pytest.fixture
def mixed(network: Network, views: XmppViews) -> list[int]:
    """A user with four rows, r0 to r3, that alternate between two correspondents, and three items, i0 to i2."""
    for number in range(4):
        with_ = ("bob@example.com", "eve@example.com")[number % 2]
        run(network.database, ARCHIVE, "example.com", "alice", "archive", 100 + number, with_, f"k{number}", "xml",
            XML.format(f"r{number}"))
    for number in range(3):
        item = f"""{{name = "message", attr = {{stamp = "1970-01-01T00:0{number}:00Z"}},
            with = "eve@example.com", {{name = "body", "i{number}"}}}}"""
        network.stores.append("example.com", "alice", "archive", literal.loads(item.encode()))
    (user,) = network.store.page("xmppuser")
    return [user.id]


def test_rows_come_before_items(views: XmppViews, mixed: list[int]) -> None:
    assert shown(views.messages(mixed, "archive")[mixed[0]]) == ["r0", "r1", "r2", "r3", "i0", "i1", "i2"]


@pytest.mark.parametrize("size", range(9))
@pytest.mark.parametrize("backwards", [False, True])
def test_page_of_any_size_says_what_is_beyond(views: XmppViews, mixed: list[int], size: int, backwards: bool) -> None:
    every = ["r0", "r1", "r2", "r3", "i0", "i1", "i2"]
    page = views.messages(mixed, "archive", page=Page(last=size) if backwards else Page(first=size))[mixed[0]]
    assert shown(page) == (every[max(7 - size, 0):] if backwards else every[:size])
    beyond = size < 7
    assert (page.has_previous, page.has_next) == ((beyond, False) if backwards else (False, beyond))


def test_page_between_any_two_messages(views: XmppViews, mixed: list[int]) -> None:
    every = views.messages(mixed, "archive")[mixed[0]]
    for start in range(7):
        for end in range(7):
            between = shown(every)[start + 1:end]
            for size in ({"first": 2}, {"last": 2}):
                page = Page(**size, after=every.cursors[start], before=every.cursors[end])
                found = views.messages(mixed, "archive", page=page)[mixed[0]]
                assert shown(found) == (between[:2] if "first" in size else between[-2:])


@pytest.mark.parametrize(("wanted", "expected"), [
    (MessageFilter("eve@example.com"), ["r1", "r3", "i0", "i1", "i2"]),
    (MessageFilter("bob@example.com"), ["r0", "r2"]),
    (MessageFilter(start=102), ["r2", "r3", "i2"]),
    (MessageFilter(start=60, end=101), ["r0", "r1", "i1"]),
    (MessageFilter("eve@example.com", end=101), ["r1", "i0", "i1"]),
])
def test_filter_is_about_rows_and_items(
    views: XmppViews, mixed: list[int], wanted: MessageFilter, expected: list[str]
) -> None:
    assert shown(views.messages(mixed, "archive", wanted)[mixed[0]]) == expected
    for backwards in (False, True):
        walked = walk(views, mixed, "archive", wanted, backwards=backwards)
        assert [message.body for message in walked] == expected


def test_pages_go_on_when_the_message_of_the_cursor_is_gone(
    network: Network, views: XmppViews, mixed: list[int]
) -> None:
    first = views.messages(mixed, "archive", page=Page(first=2))[mixed[0]]
    run(network.database, 'DELETE FROM "prosodyarchive" WHERE "key" IN (?, ?)', "k0", "k1")
    new = ("archive", 1, "bob@example.com", "new", "xml", XML.format("r4"))
    run(network.database, ARCHIVE, "example.com", "alice", *new)
    rest = views.messages(mixed, "archive", page=Page(first=9, after=first.cursors[-1]))[mixed[0]]
    assert shown(rest) == ["r2", "r3", "r4", "i0", "i1", "i2"]


@pytest.mark.parametrize("cursor", ["", "x", "m0", "m2.5", "m0.5 ", "m0.-5", "m0.99999999999999999999", "m0.٣", "5",
                                    "m0.9223372036854775808"])
def test_foreign_cursor_is_refused_before_anything_is_read(
    views: XmppViews, statements: Statements, cursor: str
) -> None:
    for page in (Page(after=cursor), Page(before=cursor)):
        with pytest.raises(BadCursor, match="no cursor"):
            views.messages([1], "archive", page=page)
    assert statements.taken() == []


def test_names_beyond_ascii_find_their_archive(network: Network, views: XmppViews) -> None:
    own = "exämple.com"
    for host, user in ((own, "zoë"), (own, "a%sb"), (own, "it's\\"), ("b.example", "zoë")):
        run(network.database, ARCHIVE, host, user, "archive", 5, "ö@ä", "k", "xml", XML.format(user + host))
    ids = [row.id for row in network.store.page("xmppuser")]
    found = views.messages(ids, "archive", MessageFilter("ö@ä"))
    assert sorted(shown(page)[0] or "" for page in found.values()) == sorted(
        ["zoëexämple.com", "a%sbexämple.com", "it's\\exämple.com", "zoëb.example"])


# ------------------------------------------------------------------------------------------ what other programs leave

@pytest.mark.parametrize(("type_", "value"), [
    ("xml", "<message"), ("xml", ""), ("xml", "<!DOCTYPE a><a/>"), ("json", "{"), ("number", "x"), ("", ""),
    ("json", "5"), ("string", "hello"), ("json", "[]"),
])
def test_row_that_is_no_stanza_has_what_the_columns_say(
    network: Network, views: XmppViews, type_: str, value: str
) -> None:
    run(network.database, ARCHIVE, "example.com", "alice", "archive", 5, "bob@example.com", "k", type_, value)
    (user,) = network.store.page("xmppuser")
    (message,) = views.messages([user.id], "archive", MessageFilter("bob@example.com", 5, 5))[user.id].messages
    assert (message.id, message.when, message.with_) == ("k", 5, "bob@example.com")
    assert (message.from_, message.to, message.type, message.body) == (None, None, None, None)
    assert (message.xml, json.dumps(message.json)) == (None, json.dumps(expected_json(type_, value)))


def expected_json(type_: str, value: str) -> Any:
    return {"5": 5, "hello": "hello", "[]": []}.get(value) if type_ in ("json", "string") else None


ITEMS = (
    "5", '"text"', "true", "{}", "{1, 2, 3}", '{name = "message"}', "{attr = 5}", "{attr = {stamp = 5}}",
    '{attr = {stamp = "yesterday"}}', "{key = 5, when = {}, with = false}", '{{name = "body"}, {name = 5}, "x", 7}',
    '{{name = "body", attr = {xmlns = "other"}, "hidden"}}', '{key = "", with = "", when = "5"}',
    '{name = "a b", attr = {}}', '{attr = {["<"] = "x"}, name = "a"}', '{name = "a\\0b", attr = {}}', "{when = (0/0)}",
)


@pytest.mark.parametrize("item", ITEMS)
def test_item_that_is_no_message_says_nothing(network: Network, views: XmppViews, item: str) -> None:
    network.stores.append("example.com", "alice", "archive", literal.loads(item.encode()))
    (user,) = network.store.page("xmppuser")
    (message,) = views.messages([user.id], "archive")[user.id].messages
    facts = (message.id, message.when, message.with_, message.from_, message.to, message.type)
    assert facts == (None,) * 6
    assert not message.body
    assert message.xml in (None, "<message/>")
    assert json.loads(json.dumps(message.json)) == message.json
    for wanted in (MessageFilter("bob@example.com"), MessageFilter(start=0), MessageFilter(end=2**40)):
        assert views.messages([user.id], "archive", wanted)[user.id].messages == ()


@pytest.mark.parametrize(("stamp", "when"), [
    ("2026-11-22T04:16:39Z", 1795320999), ("20261122T04:16:39", 1795320999), ("2026-11-22T04:16:39.75Z", 1795320999),
    ("2026-11-22T05:16:39+01:00", 1795320999), ("1969-12-31T23:59:59Z", -1),
])
def test_stamp_is_the_time_of_an_item_without_one(network: Network, views: XmppViews, stamp: str, when: int) -> None:
    item = f'{{name = "message", attr = {{stamp = "{stamp}"}}}}'
    network.stores.append("example.com", "alice", "offline", literal.loads(item.encode()))
    (user,) = network.store.page("xmppuser")
    wanted = MessageFilter(start=when, end=when)
    assert [message.when for message in views.messages([user.id], "offline", wanted)[user.id].messages] == [when]


def test_bodies_of_other_namespaces_are_none(network: Network, views: XmppViews) -> None:
    for number, xml in enumerate((
        "<message><html xmlns='urn:html'><body xmlns='urn:other'>x</body></html><body/></message>",
        "<message xmlns='jabber:client'><body>a<b/>c</body><body>d</body></message>",
        "<message><body xmlns='urn:other'>e</body></message>",
    )):
        run(network.database, ARCHIVE, "example.com", "alice", "archive", 5, "", f"k{number}", "xml", xml)
    (user,) = network.store.page("xmppuser")
    assert shown(views.messages([user.id], "archive")[user.id]) == ["", "ac", None]


# ------------------------------------------------------------------------------------------------ how rows are found

def plans(network: Network, texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        parameters = ("archive",) * text.count("?")
        for row in network.database.execute_sql(f"EXPLAIN QUERY PLAN {text}", parameters).fetchall():
            yield str(row[-1])


@pytest.mark.parametrize(("wanted", "page", "index"), [
    (EVERY_MESSAGE, Page(after="m0.5"), "prosodyarchive_sort (host=? AND user=? AND store=? AND sort_id>?)"),
    (EVERY_MESSAGE, Page(last=5), "prosodyarchive_sort (host=? AND user=? AND store=?)"),
    (MessageFilter("a@b"), Page(after="m0.5"), "prosodyarchive_with_when (host=? AND user=? AND store=? AND with=?)"),
    (MessageFilter("a@b", 5, 6), Page(last=5),
     "prosodyarchive_with_when (host=? AND user=? AND store=? AND with=? AND when>? AND when<?)"),
    (MessageFilter(start=5), Page(after="m0.5"), "prosodyarchive_when (host=? AND user=? AND store=? AND when>?)"),
])
def test_indexes_of_prosody_lead_to_the_rows(
    network: Network, views: XmppViews, statements: Statements, wanted: MessageFilter, page: Page, index: str
) -> None:
    if network.database.engine != "sqlite":
        pytest.skip("the plans of the servers depend on what their tables hold")
    views.messages([1, 2], "archive", wanted, page)
    steps = list(plans(network, statements.taken()))
    assert any(f"SEARCH x USING COVERING INDEX {index}" in step for step in steps), steps
    assert any("SEARCH x USING COVERING INDEX edgewise_item_store (store_id=?" in step for step in steps), steps
    assert not any(step.startswith("SCAN") for step in steps), steps
