"""Values in rows as Prosody's SQL storage has them."""
from __future__ import annotations

import logging
import math

import pytest
from hypothesis import given

from models.lua.value import EMPTY_ARRAY, NULL, Table, Value
from models.xmpp.rows import (
    KeyRow,
    StoredRow,
    Unreadable,
    decode,
    decode_items,
    decode_keyval,
    encode,
    encode_keyval,
    is_canonical,
)
from tests.models.lua.strategies import values

ROOM = 2_000


def stored(rows: list[KeyRow]) -> list[StoredRow]:
    return [(row.key.encode(), row.type, row.text.encode()) for row in rows]


def same(left: Value, right: Value) -> bool:
    """Equal to the last bit: `==` takes 1 for 1.0, but inside tables it does not."""
    return Table([left]) == Table([right])


@given(values())
def test_any_value_comes_back_from_its_rows(value: Value) -> None:
    assert same(decode_keyval(stored(encode_keyval(value, ROOM))), value)


@given(values())
def test_any_value_comes_back_from_one_row(value: Value) -> None:
    cell = encode(value)
    assert "\0" not in cell.text
    assert same(decode(cell.type, cell.text.encode()), value)


@pytest.mark.parametrize(("value", "type_", "text"), [
    (b"text", "string", "text"), ("ü☃".encode(), "string", "ü☃"), (b"", "string", ""),
    (True, "boolean", "true"), (False, "boolean", "false"),
    (5, "number", "5"), (-(2**63), "number", "-9223372036854775808"), (2.0, "number", "2.0"), (0.1, "number", "0.1"),
    (1e20, "number", "1e+20"), (math.inf, "number", "1e999"), (-math.inf, "number", "-1e999"),
    (Table([1, 2]), "json", "[1,2]"), (Table(), "json", "{}"), (EMPTY_ARRAY, "json", "[]"), (NULL, "json", "null"),
    (Table([], {b"a": Table()}), "json", '{"a":{}}'),
    (Table([b"x"], {b"k": 1, False: 2}), "json", '{"k":1,"__hash":[false,2],"__array":["x"]}'),
    (b"a\0b", "json", r'"a\u0000b"'),
])
def test_what_prosody_can_hold_is_in_its_form(value: Value, type_: str, text: str) -> None:
    assert encode(value) == (type_, text)


@pytest.mark.parametrize("value", [b"\xff", math.nan, Table([b"\xff"]), Table([], {b"k": Table([math.nan])})])
def test_what_prosody_cannot_hold_has_a_type_of_its_own(value: Value) -> None:
    assert encode(value).type == "lua"


@pytest.mark.parametrize(("type_", "text", "value"), [
    ("number", b"1e+20", 1e20), ("number", b"1.0", 1.0), ("number", b"-0", 0), ("number", b"0x10", 16),
    ("number", b"12345678901234567890", 12345678901234567890.0), ("number", b" 5 ", 5),
    ("number", b"inf", math.inf), ("number", b"-inf", -math.inf), ("number", b"-nan", math.nan),
    ("json", b'{"__hash":[false,{"version":5}]}', Table([], {False: Table([], {b"version": 5})})),
    ("json", b'"a\\u0000"', b"a\0"), ("json", b"1e+20", 1e20), ("json", b"\xff", None),
    ("xml", b"<a xmlns='urn:x'>t</a>", Table([b"t"], {b"name": b"a", b"attr": Table([], {b"xmlns": b"urn:x"})})),
])
def test_what_prosody_wrote_is_read_as_it_reads_it(type_: str, text: bytes, value: Value) -> None:
    if value is None:
        with pytest.raises(Unreadable):
            decode(type_, text)
    else:
        assert same(decode(type_, text), value)


@pytest.mark.parametrize(("type_", "text"), [
    ("number", b"abc"), ("number", b""), ("boolean", b"yes"), ("json", b"{"), ("json", b"1 2"), ("xml", b"<a>"),
    ("lua", b"{"), ("lua", b"os.exit()"), ("binary", b"AAAA"), ("", b""),
])
def test_a_text_that_does_not_fit_its_type_is_unreadable(type_: str, text: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(type_, text)


def test_each_string_key_has_its_row_and_all_others_share_one() -> None:
    value = Table([b"first"], {b"k": b"v", b"n": 1, False: True, b"": b"empty", b"\xff": 1, b"a\0": 2})
    keys = [row.key for row in encode_keyval(value, ROOM)]
    assert keys == ["k", "n", ""]


def test_keys_too_long_for_an_index_share_a_row() -> None:
    value = Table([], {b"x" * 11: 1, b"y" * 10: 2})
    rows = encode_keyval(value, 10)
    assert [row.key for row in rows] == ["y" * 10, ""]
    assert decode_keyval(stored(rows)) == value


@pytest.mark.parametrize("value", [b"text", 5, 5.0, True, False, NULL, EMPTY_ARRAY, Table(), b"\xff"])
def test_what_is_no_table_with_keys_is_one_row(value: Value) -> None:
    row, = encode_keyval(value, ROOM)
    assert row.key == ""
    assert same(decode_keyval(stored([row])), value)


def test_no_rows_are_no_keyval() -> None:
    assert decode_keyval([]) is None


def test_false_is_kept() -> None:
    assert decode_keyval([(b"a", "boolean", b"false")]) == Table([], {b"a": False})  # difference n of the contract


def test_the_row_of_other_keys_may_have_string_keys_too() -> None:
    rows = [(b"a", "number", b"1"), (b"", "json", b'{"b":2,"__array":["x"]}')]
    assert decode_keyval(rows) == Table([b"x"], {b"a": 1, b"b": 2})


def test_a_scalar_beside_keys_is_not_the_value() -> None:
    assert decode_keyval([(b"", "string", b"text"), (b"a", "number", b"1")]) == Table([], {b"a": 1})


def test_unreadable_rows_are_left_out_with_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert decode_keyval([(b"a", "number", b"x"), (b"b", "number", b"1")]) == Table([], {b"b": 1})
        assert list(decode_items([("json", b"{"), ("number", b"1")])) == [1]
    assert "key b'a'" in caplog.messages[0]
    assert len(caplog.messages) == 2


@pytest.mark.parametrize(("value", "canonical"), [
    (Table([1, 2]), True), (Table([0.5]), True), (Table([0.1 + 0.2]), False), (Table([2.0]), False),
    (Table([], {b"a": Table([1 / 3])}), False),
])
def test_a_blank_marks_json_with_more_digits_than_are_printed(value: Value, canonical: bool) -> None:
    assert is_canonical(encode(value).text.encode()) is canonical
