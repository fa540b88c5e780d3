"""Stanzas between the XML of archives and the tables of lists."""
from __future__ import annotations

import pytest

from models.errors import ValueSyntaxError
from models.lua.value import Table, Value
from models.xmpp.stanza import ArchiveRow, archive_row, item, parse

STAMP = b"2026-11-22T04:16:39Z"
WHEN = 1795320999
TEXT = b"text"


def element(name: bytes, *children: Value, **attr: bytes) -> Table:
    attributes = {key.replace("_", ":").encode(): value for key, value in attr.items()}
    return Table(children, {b"name": name, b"attr": Table([], attributes)})


def listed(stanza: Table, **fields: Value) -> Table:
    """The stanza as a list item."""
    attr = stanza.get(b"attr")
    assert isinstance(attr, Table)
    attr.set(b"stamp", STAMP)
    for key, value in {"key": b"k1", "when": WHEN, "with": b"bob@example.com", **fields}.items():
        stanza.set(key.encode(), value)
    return stanza


@pytest.mark.parametrize(("xml", "table"), [
    (b"<a/>", element(b"a")),
    (b"<a>text</a>", element(b"a", TEXT)),
    (b"<a> <b/> t <b/>u</a>", element(b"a", b" ", element(b"b"), b" t ", element(b"b"), b"u")),
    (b"<a k='v' xml:lang='en'/>", element(b"a", k=b"v", xml_lang=b"en")),
    (b"<a xmlns='urn:x'><b/></a>", element(b"a", element(b"b", xmlns=b"urn:x"), xmlns=b"urn:x")),
    (b"<a><b xmlns='urn:x'/><c/></a>", element(b"a", element(b"b", xmlns=b"urn:x"), element(b"c"))),
    (b"<a xmlns='urn:x'><b xmlns=''/></a>", element(b"a", element(b"b"), xmlns=b"urn:x")),
    (b"<p:a xmlns:p='urn:x'><p:b/><c/></p:a>",
     element(b"a", element(b"b", xmlns=b"urn:x"), element(b"c"), xmlns=b"urn:x")),
    (b"<a xmlns:p='urn:x' p:k='v'/>", element(b"a", p_k=b"v")),
    (b"<a>&lt;&amp;&#x2603;&#10;<![CDATA[<b>]]></a>", element(b"a", "<&☃\n<b>".encode())),
    (b"<a><!-- said --></a>", element(b"a")),
    ("<a>Zoë</a>".encode(), element(b"a", "Zoë".encode())),
])
def test_xml_becomes_a_table(xml: bytes, table: Table) -> None:
    assert parse(xml) == table


@pytest.mark.parametrize("xml", [
    b"", b"text", b"<a>", b"<a/><b/>", b"<a>&nbsp;</a>", b"<p:a/>", b"<a k='1' k='2'/>", b"<a>\xff</a>", b"<a>\0</a>",
    b"<!DOCTYPE a><a/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    b"<a>" * 130 + b"</a>" * 130,
])
def test_what_is_no_stanza_is_refused(xml: bytes) -> None:
    with pytest.raises(ValueSyntaxError):
        parse(xml)


def test_entities_that_explode_are_refused_before_they_do() -> None:
    entities = "".join(f'<!ENTITY x{n} "&x{n - 1};&x{n - 1};">' for n in range(1, 60))
    bomb = f'<!DOCTYPE a [<!ENTITY x0 "boom">{entities}]><a>&x59;</a>'
    with pytest.raises(ValueSyntaxError, match="document type"):
        parse(bomb.encode())


def test_an_item_has_the_rows_key_time_and_name() -> None:
    row = ArchiveRow(b"k1", WHEN, b"bob@example.com", "xml", b"<message to='bob@example.com'/>")
    assert item(row, parse(row.value)) == listed(element(b"message", to=b"bob@example.com"))


@pytest.mark.parametrize("when", [10**18, -(10**18), float("inf")])
def test_a_time_beyond_all_dates_has_no_stamp(when: float) -> None:
    row = ArchiveRow(b"k1", when, b"", "xml", b"<message/>")
    found = item(row, parse(row.value))
    assert isinstance(found, Table)
    assert found.get(b"attr") == Table()


@pytest.mark.parametrize("stanza", [
    element(b"message"),
    element(b"message", element(b"body", "<&> \"'☃ \r\n\t".encode()), to=b"a'\"<&>\n\t\rb", xml_lang=b"en"),
    element(b"message", element(b"x", element(b"y", xmlns=b"urn:x"), element(b"z", xmlns=b"urn:z"), xmlns=b"urn:x")),
    element(b"data", b"x", xmlns=b"urn:xmpp:avatar:data"),
])
def test_an_item_fits_a_row_and_comes_back(stanza: Table) -> None:
    value = listed(stanza)
    row = archive_row(value)
    assert row is not None
    assert (row.key, row.when, row.with_, row.type) == (b"k1", WHEN, b"bob@example.com", "xml")
    assert item(row, parse(row.value)) == value


@pytest.mark.parametrize("value", [
    b"text", 5, Table(), element(b"message"),
    listed(element(b"message"), key=5), listed(element(b"message"), key=b"\xff"),
    listed(element(b"message"), key=b"\0"),
    listed(element(b"message"), when=WHEN + 0.5), listed(element(b"message"), when=2**31),
    listed(element(b"message"), when=WHEN + 1), listed(element(b"message"), **{"with": None}),
    listed(element(b"message"), more=1), listed(element(b"message", 5)), listed(element(b"message", b"\xff")),
    listed(element(b"message", b"\x01")), listed(element(b"a b")), listed(element(b"message", k=b"\x01")),
    listed(element(b"message", b"a", b"b")), listed(element(b"message", p_k=b"v")),
    listed(element(b"message", Table([], {b"name": b"body"}))),
    listed(element(b"message", element(b"x", element(b"y"), xmlns=b"urn:x"))),
], ids=repr)
def test_an_item_that_would_not_come_back_exactly_fits_no_row(value: Value) -> None:
    assert archive_row(value) is None
