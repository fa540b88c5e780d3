"""Answers put together from the rows' own texts, against those of the printers."""
from __future__ import annotations

import pytest
from hypothesis import given

from models.lua import literal, prosody_json
from models.lua.value import Table, Value
from models.xmpp.rows import StoredRow, decode_keyval, encode_keyval
from models.xmpp.text import keyval_json, keyval_lua
from tests.models.lua.strategies import UTF8, values

ROSTER = Table([], {
    b"friend@example.com": Table([], {b"subscription": b"both", b"groups": Table([], {b"Friends": True})}),
    b"o'neil@example.com": Table([], {b"subscription": b"to", b"name": "Zoë \"Z\" \\ \n".encode()}),
    False: Table([], {b"version": 7, b"pending": Table()}),
})


def stored(value: Value) -> list[StoredRow]:
    return [(row.key.encode(), row.type, row.text.encode()) for row in encode_keyval(value, 2_000)]


@given(values(strings=UTF8))
def test_json_from_rows_is_the_value(value: Value) -> None:
    rows = stored(value)
    assert keyval_json(rows) == prosody_json.dumps(value) or (
        Table([prosody_json.loads(keyval_json(rows))]) == Table([prosody_json.loads(prosody_json.dumps(value))])
    )


@given(values())
def test_lua_from_rows_is_the_value(value: Value) -> None:
    assert Table([literal.loads(keyval_lua(stored(value)))]) == Table([literal.loads(literal.dumps(value))])


def test_a_roster_looks_as_prosody_prints_it() -> None:
    assert keyval_json(stored(ROSTER)) == (
        b'{"friend@example.com":{"subscription":"both","groups":{"Friends":true}},'
        b'"o\'neil@example.com":{"subscription":"to","name":"Zo\xc3\xab \\"Z\\" \\\\ \\n"},'
        b'"__hash":[false,{"version":7,"pending":{}}]}'
    )
    assert keyval_lua(stored(ROSTER)).splitlines()[:7] == [
        b"{", b"\t[false] = {", b'\t\t["version"] = 7;', b'\t\t["pending"] = {};', b"\t};",
        b'\t["friend@example.com"] = {', b'\t\t["subscription"] = "both";',
    ]


@pytest.mark.parametrize("rows", [
    [(b"a", "json", b'{"x":1},"b":{}')],
    [(b"a", "json", b'1,"a":2')],
    [(b"a", "json", b"{'x'}"), (b"b", "number", b"1")],
    [(b"a", "json", b""), (b"b", "number", b"1")],
    [(b"a", "number", b'1,"c":2')],
    [(b"a", "boolean", b"True")],
    [(b"a", "string", b"\xff"), (b"b", "json", b"{")],
    [(b"a", "number", b"1"), (b"a", "number", b"2")],
    [(b"", "json", b'{"__hash":[false,1],"x":2}'), (b"x", "number", b"3")],
    [(b"", "json", b'{"__hash":[false,1]'), (b"x", "number", b"3")],
    [(b"", "json", b'{"__hash":[1,2]}'), (b"", "json", b'{"__hash":[3,4]}')],
    [(b"__hash", "json", b"[1]"), (b"b", "number", b"1")],
    [(b"", "json", b'{"__array":["x"]}'), (b"b", "number", b"1")],
    [(b"", "string", b"scalar"), (b"b", "number", b"1")],
    [(b"a", "json", b' [0.30000000000000004]'), (b"b", "number", b"0.30000000000000004")],
    [(b"a", "number", b"007"), (b"b", "number", b"-0"), (b"c", "number", b"inf"), (b"d", "number", b"0x10")],
])
@pytest.mark.filterwarnings("default")
def test_rows_of_other_programs_are_printed_as_they_are_read(rows: list[StoredRow]) -> None:
    value = decode_keyval(rows)
    assert prosody_json.loads(keyval_json(rows)) == prosody_json.loads(prosody_json.dumps(value))
    assert literal.loads(keyval_lua(rows)) == literal.loads(literal.dumps(value))


def test_long_texts_are_printed_like_short_ones() -> None:
    value = Table([], {b"photo": Table([], {b"data": b"x" * 5000}), b"n": 1})
    assert literal.loads(keyval_lua(stored(value))) == value
