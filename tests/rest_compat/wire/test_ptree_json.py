"""Strict JSON in, the old server's JSON out."""
from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rest_compat.wire.ptree_json import InvalidJSON, empty_list, escape, members, read_object, texts_list

UNICODE = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | UNICODE, lambda inner: st.lists(inner) | st.dictionaries(UNICODE, inner), max_leaves=20
)


@settings(max_examples=30)
@given(st.dictionaries(UNICODE, VALUES), st.booleans())
def test_every_json_object_is_read(value: dict[str, object], escaped: bool) -> None:
    assert read_object(json.dumps(value, ensure_ascii=escaped).encode()) == value


@pytest.mark.parametrize("number", ["0", "-0", "1.0", "1e3", "1E+2", "-0.5e-3", "9" * 5000])
def test_numbers_keep_their_spelling(number: str) -> None:
    assert read_object(b'{"n": %s}' % number.encode()) == {"n": number}


def test_byte_order_mark_and_white_space_are_fine() -> None:
    assert read_object(b'\xef\xbb\xbf\n\t {"a" : "b" }\r\n ') == {"a": "b"}


def test_last_of_equal_keys_counts_with_its_place() -> None:
    assert list(read_object(b'{"a": 1, "b": 2, "\\u0061": 3}').items()) == [("b", "2"), ("a", "3")]


@pytest.mark.parametrize("body", [
    b"", b" ", b"{", b'{"a":"b"', b'{"a":b}', b"{'a':'b'}", b'{"a":"b",}', b'{"a":"b"} x', b"a=b", b'{a:"b"}',
    b'{"a" "b"}', b'// c\n{"a":"b"}', b'{"a":"b\nc"}', b'{"a":"\t"}', b'{"a":"\\q"}', b'{"a":"\\u12"}', b'{"a":01}',
    b'{"a":+1}', b'{"a":.5}', b'{"a":1.}', b'{"a":NaN}', b'{"a":Infinity}', b'{"a":-Infinity}', b'{"a":True}',
    b'{"a":1}{"b":2}', b'{"a":"b\0"}', b'\x0c{}', '{"a":\u0661}'.encode(), b'\xef\xbb\xbf\xef\xbb\xbf{}',
])
def test_nearly_json_is_refused(body: bytes) -> None:
    with pytest.raises(InvalidJSON):
        read_object(body)


@pytest.mark.parametrize("text", [b"\xff\xfe", b"caf\xe9", b"ab\xe2\x82", b"\xc0\xaf", b"\xed\xa0\x80"])
def test_bytes_that_are_not_utf8_are_refused(text: bytes) -> None:
    with pytest.raises(InvalidJSON, match="codec"):
        read_object(b'{"a":"%s"}' % text)


@pytest.mark.parametrize("body", [b"[]", b"null", b"true", b"5", b'"str"', b'""', b'[{"a":"b"}]'])
def test_only_objects_are_read(body: bytes) -> None:
    with pytest.raises(InvalidJSON):
        read_object(body)


@pytest.mark.parametrize("body", [
    rb'{"a":"\ud83c"}', rb'{"a":"\uDF89"}', rb'{"\ud83c":1}', rb'{"a":[{"b":["\uDF89\ud83c"]}]}',
])
def test_lone_surrogates_are_refused(body: bytes) -> None:
    with pytest.raises(InvalidJSON, match="surrogates"):
        read_object(body)


def test_surrogate_pairs_and_escaped_backslashes_are_no_lone_surrogates() -> None:
    assert read_object(rb'{"a":"\ud83c\uDF89", "b":"\\ud83c"}') == {"a": "🎉", "b": r"\ud83c"}


@pytest.mark.parametrize("depth", [100, 199, 200, 201, 5000, 100_000])
def test_deep_nesting_is_read(depth: int) -> None:
    arrays = b'{"a":%s,"b":"x"}' % (b"[" * depth + b"]" * depth)
    objects = b'{"a":%s,"b":"x"}' % (b'{"[":' * depth + b'"}"' + b"}" * depth)
    for body in (arrays, objects):
        found = read_object(body)
        assert isinstance(found["a"], list | dict)
        assert found["b"] == "x"


@pytest.mark.parametrize("inner", [b"x", b'"\n"', b'"\\ud83c"', b"1,", b'"', b"[", b"]", b"{}", b'{"a":}', b"1}"])
def test_mistakes_deep_inside_are_refused(inner: bytes) -> None:
    body = b'{"a":%s%s%s}' % (b"[" * 450, inner, b"]" * 450)
    if inner == b"{}":
        assert read_object(body)
        return
    with pytest.raises(InvalidJSON):
        read_object(body)


@pytest.mark.parametrize("body", [b"[" * 100_000, b"]" * 1000, b'{"a":' * 1000, b'{"a":1}' + b"]" * 500 + b"[" * 900])
def test_brackets_without_partners_are_refused(body: bytes) -> None:
    with pytest.raises(InvalidJSON):
        read_object(body)


@pytest.mark.parametrize("end", [b"", b"\\", b'\\"'])
def test_a_text_without_an_end_is_refused_without_trying_each_quote_in_it(end: bytes) -> None:
    with pytest.raises(InvalidJSON):
        read_object(b'{"a":' + b"[" * 300 + b'"' + b'\\"' * 500_000 + end)


@pytest.mark.parametrize(("text", "written"), [
    ('"', '\\"'), ("\\", "\\\\"), ("/", "\\/"), ("\b\f\n\r\t", "\\b\\f\\n\\r\\t"), ("\x01\x1f", "\\u0001\\u001F"),
    ("\x7f\x80é🎉'<&>", "\x7f\x80é🎉'<&>"),
])
def test_escapes_are_those_of_the_contract(text: str, written: str) -> None:
    assert escape(text) == written


@given(UNICODE)
def test_every_text_survives(text: str) -> None:
    assert json.loads(f'"{escape(text)}"') == text


def test_objects_have_a_member_a_line() -> None:
    assert members([("a/b", "1"), ("id", "8")], "  ") == '  {\n      "a\\/b": "1",\n      "id": "8"\n  }'


def test_lists_of_texts_have_a_text_a_line() -> None:
    written = texts_list("types", ["botinfo", "oper"])
    assert written == '{\n    "types": [\n        "botinfo",\n        "oper"\n    ]\n}\n'


def test_empty_list_is_an_empty_text() -> None:
    assert empty_list("account") == texts_list("account", []) == '{\n    "account": ""\n}\n'
