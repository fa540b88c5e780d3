"""The messages that real clients left behind, held against the answers of a real Prosody."""
from __future__ import annotations

from typing import Any

import pytest

from models.jid import parse_jid
from models.query.pages import LARGEST, Page
from models.xmpp import json_form, stanza
from models.xmpp.archive import EVERY_MESSAGE, MessageFilter, MessagePage
from models.xmpp.message import Message
from tests.models.xmpp.corpora import Corpus
from tests.models.xmpp.pages import shown, walk
from tests.statements import Statements

LISTS = ("archive", "offline", "muc_log")
ALL = Page(first=LARGEST)

FILTERS = (
    EVERY_MESSAGE, MessageFilter("bob@example.com"), MessageFilter("Bob@EXAMPLE.com/x"), MessageFilter("example.com"),
    MessageFilter("nobody@example.com"), MessageFilter(""), MessageFilter(start=0), MessageFilter(end=0),
    MessageFilter("gina@example.net", 1, 2**40), MessageFilter(start=-2**70, end=2**70), MessageFilter(start=2**70),
    MessageFilter("a\0b"), MessageFilter("\ud800"),
)


def accepts(wanted: MessageFilter, message: Message) -> bool:
    """What a filter means, said once more."""
    if wanted.with_ is not None:
        jid = parse_jid(wanted.with_)
        if (message.with_ or "") != (str(jid) if jid else wanted.with_):
            return False
    return (wanted.start or -1e99) <= (message.when or 0) <= (1e99 if wanted.end is None else wanted.end)


@pytest.mark.parametrize("store", LISTS)
def test_messages_are_what_prosody_answers(filled: Corpus, store: str) -> None:
    pages = filled.views.messages(filled.ids.values(), store, page=ALL)
    answers = filled.answered(store)
    assert answers
    for (jid, _), answer in answers.items():
        page = pages[filled.ids[jid]]
        assert [message.json for message in page.messages] == answer
        assert [message.id for message in page.messages] == [item["key"] for item in answer]
        assert [message.when for message in page.messages] == [item["when"] for item in answer]
        assert [message.with_ or "" for message in page.messages] == [item["with"] for item in answer]
        for name in ("from", "to", "type"):
            said = [getattr(message, "from_" if name == "from" else name) for message in page.messages]
            assert said == [item["attr"].get(name) for item in answer]


def without_namespaces(stanza: Any) -> Any:
    """A stanza in JSON without the namespaces: Prosody's files do not always have those that are inherited."""
    if not isinstance(stanza, dict):
        return stanza
    attributes = {name: value for name, value in stanza["attr"].items() if name not in ("xmlns", "stamp")}
    return stanza["name"], attributes, [without_namespaces(child) for child in stanza.get("__array", ())]


@pytest.mark.parametrize("store", LISTS)
def test_xml_of_a_message_is_the_stanza(filled: Corpus, store: str) -> None:
    pages = filled.views.messages(filled.ids.values(), store)
    messages = [message for page in pages.values() for message in page.messages]
    assert messages
    for message in messages:
        assert message.xml
        read = json_form.from_value(stanza.parse(message.xml.encode()))
        assert without_namespaces(read) == without_namespaces(message.json)
        assert " stamp=" not in message.xml.partition(">")[0]


def test_bodies_are_the_texts_that_people_wrote(filled: Corpus) -> None:
    alice, frank, room = (
        filled.ids[jid] for jid in ("alice@example.com", "frank@example.com", "room@conference.example.com"))
    with_gina = filled.views.messages([alice], "archive", MessageFilter("gina@example.net"))[alice]
    assert set(shown(with_gina)) == {"cross host", "hi\nsecond line\ttab", None, "while you were away"}
    offline = filled.views.messages([frank, alice], "offline")
    assert set(shown(offline[frank])) == {
        text for number in range(3) for text in (f"from the other host {number} ☃", f"offline {number} for frank")}
    assert shown(offline[alice]) == ["while you were away"]
    assert shown(filled.views.messages([room], "muc_log")[room]) == [f"group message {number} ☃" for number in range(8)]


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
@pytest.mark.parametrize("jid", ["alice@example.com", "admin@example.com"])
def test_pages_in_both_directions_show_all_wanted_messages_once(
    filled: Corpus, jid: str, wanted: MessageFilter
) -> None:
    id_ = filled.ids[jid]
    every = filled.views.messages([id_], "archive", page=ALL)[id_].messages
    assert len(every) > 10
    expected = [message for message in every if accepts(wanted, message)]
    assert walk(filled.views, [id_], "archive", wanted, backwards=False) == expected
    assert walk(filled.views, [id_], "archive", wanted, backwards=True) == expected


def test_times_of_a_filter_are_included(filled: Corpus) -> None:
    id_ = filled.ids["admin@example.com"]
    every = filled.views.messages([id_], "archive")[id_].messages
    times = sorted({int(message.when or 0) for message in every})
    assert len(times) > 2
    start, end = times[1], times[-2]
    found = filled.views.messages([id_], "archive", MessageFilter(start=start, end=end))[id_].messages
    assert found == tuple(message for message in every if start <= (message.when or 0) <= end)
    assert 0 < len(found) < len(every)


def test_users_of_a_level_share_a_statement(filled: Corpus, statements: Statements) -> None:
    ids = list(filled.ids.values())
    alone = {id_: filled.views.messages([id_], "archive", page=Page(last=3))[id_] for id_ in ids}
    assert len(statements.taken()) == len(ids)
    assert filled.views.messages(ids, "archive", page=Page(last=3)) == alone
    assert len(statements.taken()) == 1
    filled.views.messages(ids, "archive", MessageFilter("bob@example.com", 0, 2**40))
    assert len(statements.taken()) == 1


def test_everybody_has_a_page(filled: Corpus, statements: Statements) -> None:
    nothing = MessagePage((), (), has_next=False, has_previous=False)
    assert filled.views.messages([10**9, -1, 2**70], "archive") == dict.fromkeys([10**9, -1, 2**70], nothing)
    assert filled.views.messages([filled.ids["dave@example.com"]], "no\0store") == {
        filled.ids["dave@example.com"]: nothing}
    statements.taken()
    assert filled.views.messages([], "archive") == {}
    assert statements.taken() == []
