"""Prosody's JSON: its liberties, its refusals, its two magic keys, and the form for storage."""
from __future__ import annotations

import json
import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ValueSyntaxError
from models.lua import lenient_json, literal, prosody_json
from models.lua.value import EMPTY_ARRAY, MAX_DEPTH, NULL, Table, Value
from tests.models.lua.strategies import UTF8, values

INF = math.inf

READ: list[tuple[bytes, Value]] = [
    (b"null", NULL),
    (b" \t\r\n true \n", True),
    (b"false", False),
    (b"[]", EMPTY_ARRAY),
    (b"{}", Table()),
    (b"0", 0),
    (b"-0", 0),
    (b"-0.0", -0.0),
    (b"0e10", 0.0),
    (b"1.0", 1.0),
    (b"1E+05", 100000.0),
    (b"9223372036854775807", 2**63 - 1),
    (b"-9223372036854775808", -(2**63)),
    (b"9223372036854775808", 2.0**63),
    (b"18446744073709551615", 2.0**64),
    (b"18446744073709551616", 2.0**64),
    (b"-9223372036854775809", -(2.0**63)),
    (b"007", 7),
    (b"-01", -1),
    (b"00.5", 0.5),
    (b"1.", 1.0),
    (b"1.e2", 100.0),
    (b"-.5", -0.5),
    (b"-.5e1", -5.0),
    (b"1e309", INF),
    (b"-1e309", -INF),
    (b"5e-324", 5e-324),
    (b"1e-400", 0.0),
    (b"1" * 100_000, INF),
    (rb'"q\" b\\ s\/ b\b f\f n\n r\r t\t"', b'q" b\\ s/ b\b f\f n\n r\r t\t'),
    (rb'"\u00e9\u00E9\u2603\ud83d\ude00\u0000\uFFFF"', "éé☃😀\0\uffff".encode()),
    (rb'"\q\x41\\u0041"', rb"\q\x41\u0041"),
    (b'"\\\n\\\xff"', b"\\\n\\\xff"),
    (rb'"\q \u00e9\ud83d\ude00\" \\ \/ \b\f\n\r\t"', b"\\q " + 'é😀" \\ / \b\f\n\r\t'.encode()),
    (b'"a\nb\tc\0\x1f\x7f"', b"a\nb\tc\0\x1f\x7f"),
    (b'"\xff\xc3("', b"\xff\xc3("),
    (b'[1,"a",null,[],{},[2]]', Table([1, b"a", NULL, EMPTY_ARRAY, Table(), Table([2])])),
    (b'{"a":1,"b":{"c":[]},"":null}', Table(fields={b"a": 1, b"b": Table(fields={b"c": EMPTY_ARRAY}), b"": NULL})),
    (b'{"1":"one"}', Table(fields={b"1": b"one"})),
    (b'{"a":1,"a":2}', Table(fields={b"a": 2})),
    (b'{"a":01,"a":02}', Table(fields={b"a": 2})),
    (b'{"a":{"b":1,},}', Table(fields={b"a": Table(fields={b"b": 1})})),
    (rb'{"a\"\u00e9\n":1}', Table(fields={'a"é\n'.encode(): 1})),
]

MAGIC: list[tuple[bytes, Value]] = [
    (b'{"__array":["x","y"]}', Table([b"x", b"y"])),
    (b'{"__array":[null,1,null]}', Table([NULL, 1, NULL])),
    (b'{"a":1,"__array":[]}', Table(fields={b"a": 1})),
    (b'{"__hash":[],"__array":[]}', Table()),
    (b'{"__hash":[1,"one",true,"yes"]}', Table.from_pairs([(1, b"one"), (True, b"yes")], {})),
    (b'{"k":"v","__hash":[5,"five"],"__array":["x"]}', Table([b"x"], {b"k": b"v", 5: b"five"})),
    (b'{"__array":["a","b"],"__hash":[2,"B",3,"C"]}', Table([b"a", b"B", b"C"])),
    (b'{"__hash":[2.0,"two",1.0,"one",1.5,"f"]}', Table([b"one", b"two"], {1.5: b"f"})),
    (b'{"__hash":[1,"a",3,"c"]}', Table([b"a"], {3: b"c"})),
    (b'{"k":1,"__hash":["k",2,"k",3]}', Table(fields={b"k": 3})),
    (b'{"__hash":[false,{"version":7}]}', Table(fields={False: Table(fields={b"version": 7})})),
    (b'{"__hash":[1e999,1]}', Table(fields={INF: 1})),
    (b'{"__hash":[null,"v",null,"w"]}', Table(fields={NULL: b"w"})),
    (b'{"__hash":["k",null,2,null]}', Table(fields={b"k": NULL, 2: NULL})),
    (b'{"__hash":[{"a":1},"v",[2],"w"]}', Table(fields={Table(fields={b"a": 1}): b"v", Table([2]): b"w"})),
    (b'{"a":1,"__hash":["x"]}', Table(fields={b"a": 1})),
    (b'{"__hash":[2,"b","x"]}', Table(fields={2: b"b"})),
    (b'{"__hash":["__array",[1],"__hash",5]}', Table(fields={b"__array": Table([1]), b"__hash": 5})),
    (b'{"__array":["x"],}', Table(fields={b"__array": Table([b"x"])})),
    (b'{"__hash":5,}', Table(fields={b"__hash": 5})),
    (b'{"a":1,"__hash":"x","__array":"xy"}', Table(fields={b"a": 1})),
    (b'{"a":1,"__hash":null,"__array":null}', Table(fields={b"a": 1})),
    (b'{"a":1,"__hash":{"x":1},"__array":{"x":1}}', Table(fields={b"a": 1})),
    (b'{"a":1,"__hash":false,"__array":false}', Table(fields={b"a": 1, b"__hash": False, b"__array": False})),
    (b'{"__\\u0061rray":[1]}', Table([1])),
    (b'{"x":{"__array":[1,{"__array":[2]}],"__hash":["k","v",false,0]}}',
     Table(fields={b"x": Table([1, Table([2])], {b"k": b"v", False: 0})})),
    (b'[{"n":0.5,"__array":["x"]}]', Table([Table([b"x"], {b"n": 0.5})])),
    (b'["__array",{"__arrays":[1],"a__array":[1],"b":"\\"__array\\":"}]',
     Table([b"__array", Table(fields={b"__arrays": Table([1]), b"a__array": Table([1]), b"b": b'"__array":'})])),
]  # fmt: skip

REFUSED = [
    b"", b" ", b"nul", b"truex", b"True", b"NaN", b"Infinity", b"-Infinity", b"undefined", b"'a'", b"a", b"// x\n1",
    b"/**/1",
    b"null null", b'"a" "b"', b"1,2", b"{}x", b"{},", b"]", b"}", b",",
    b".5", b"+1", b"-", b"--1", b"- 1", b"1-", b"1..2", b"1e", b"1e1e1", b"1.2.3", b"0x10", b"-.", b"-.e5", b"1_0",
    b"[", b"[1", b"[1,", b"[1,]", b"[,]", b"[,1]", b"[1 2]", b"[1}", b"{", b'{"a"', b'{"a":', b'{"a":1', b'{"a":1,',
    b'{"a" 1}',
    b"{,}", b'{"a":1,,}', b"{a:1}", b"{1:2}", b'{"a":1]', b'{"a":}', b'{null:1}',
    b'"', b'"a', b'"a\\"', rb'"\u12"', rb'"\u"', rb'"\u12g4"', rb'"\ud800"', rb'"\ud83dx"',
    rb'"\ud83d\u0041"', rb'"\ude00\ud83d"',
    b"\xef\xbb\xbf1", b"\xa01", b"\v1", b"\f1", b"\x001", b"1\0",
    b'{"__hash":5}', b'{"__array":5}', b'{"__hash":0}', b'{"__array":0.0}', b'{"a":1,"__hash":true}',
    b'{"__array":true}', b'{"__hash":1.5}', b'{"a":[{"__hash":7}]}',
    b'{"a":{"__array":true,"b":1}}', b'{"__hash":[1,{"__array":3}]}',
]  # fmt: skip

WRITTEN: list[tuple[Value, bytes]] = [
    (None, b"null"),
    (NULL, b"null"),
    (EMPTY_ARRAY, b"[]"),
    (Table(), b"{}"),
    (True, b"true"),
    (-(2**63), b"-9223372036854775808"),
    (2.0, b"2"),
    (3.141592653589793, b"3.1415926535898"),
    (0.1 + 0.2, b"0.3"),
    (1e308, b"1e+308"),
    (INF, b"1e999"),
    (-INF, b"-1e999"),
    (math.nan, b"null"),
    (b'q" b\\ s/ \n\x01\x7f', b'"q\\" b\\\\ s/ \\n\\u0001\x7f"'),
    ("é☃😀".encode(), '"é☃😀"'.encode()),
    (Table([1, Table([EMPTY_ARRAY])]), b"[1,[[]]]"),
    (Table(fields={b"a": Table(), b"1": NULL}), b'{"a":{},"1":null}'),
    (Table([b"x"], {b"k": b"v", 5: b"five"}), b'{"k":"v","__hash":[5,"five"],"__array":["x"]}'),
    (Table([1, None, 3]), b'{"__hash":[3,3],"__array":[1]}'),
    (Table(fields={False: 0.5}), b'{"__hash":[false,0.5]}'),
    (Table(fields={b"__array": 1, b"__hash": False}), b'{"__hash":["__array",1,"__hash",false]}'),
    (Table(fields={Table(): 1, EMPTY_ARRAY: 2, NULL: 3}), b'{"__hash":[{},1,[],2,null,3]}'),
]


def objects(levels: int, innermost: bytes) -> bytes:
    return b'{"a":' * levels + innermost + b"}" * levels


def arrays(levels: int, innermost: bytes) -> bytes:
    return b"[" * levels + innermost + b"]" * levels


def hashes(levels: int, innermost: bytes) -> bytes:
    return b'{"__hash":[1.5,' * levels + innermost + b"]}" * levels


@pytest.mark.parametrize(("text", "value"), READ + MAGIC)
def test_reads(text: bytes, value: Value) -> None:
    assert Table([prosody_json.loads(text)]) == Table([value])


@pytest.mark.parametrize(("text", "value"), READ + MAGIC)
def test_the_lenient_parser_reads_all_of_it_too(text: bytes, value: Value) -> None:
    assert Table([lenient_json.loads(text)]) == Table([value])


@pytest.mark.parametrize("text", REFUSED)
def test_refuses(text: bytes) -> None:
    with pytest.raises(ValueSyntaxError):
        prosody_json.loads(text)


@pytest.mark.parametrize(
    ("text", "line", "column", "problem"),
    [
        (b'{\n "a": x}', 2, 7, "a value expected"),
        (b'[1,\n2\n3]', 3, 1, "']' expected"),
        (b'{"a":[{"__hash":7}]}', 1, 7, "__hash is an array"),
        (b'["a", "\\ud800"]', 1, 8, "surrogates come in pairs"),
        (b"[1e]", 1, 2, "malformed number"),
        (b"{} {}", 1, 4, "something follows"),
    ],
)  # fmt: skip
def test_says_what_is_wrong_and_where(text: bytes, line: int, column: int, problem: str) -> None:
    with pytest.raises(ValueSyntaxError, match=problem) as caught:
        prosody_json.loads(text)
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize(("value", "text"), WRITTEN)
def test_writes(value: Value, text: bytes) -> None:
    assert prosody_json.dumps(value) == text


@pytest.mark.parametrize("nest", [objects, arrays, hashes])
@pytest.mark.parametrize("innermost", [b"1", b"0.5", b'"x"'])
def test_127_tables_may_be_inside_each_other(nest: Callable[[int, bytes], bytes], innermost: bytes) -> None:
    value = prosody_json.loads(nest(MAX_DEPTH, innermost))
    assert prosody_json.loads(prosody_json.dumps(value, exact=True)) == value
    assert literal.dumps(literal.loads(literal.dumps(value))) == literal.dumps(value)
    with pytest.raises(ValueSyntaxError, match="more than 127 tables"):
        prosody_json.loads(nest(MAX_DEPTH + 1, innermost))


@pytest.mark.parametrize("nest", [objects, arrays, hashes])
@pytest.mark.parametrize("innermost", [b"{}", b"[]", b"null", b'{"__array":[]}'])
def test_empty_tables_and_null_count_as_nested(nest: Callable[[int, bytes], bytes], innermost: bytes) -> None:
    prosody_json.loads(nest(MAX_DEPTH - 1, innermost))
    with pytest.raises(ValueSyntaxError, match="more than 127 tables"):
        prosody_json.loads(nest(MAX_DEPTH, innermost))


def test_a_list_of_deep_items_can_be_written() -> None:
    item = prosody_json.loads(hashes(MAX_DEPTH, b"1"))
    assert prosody_json.dumps(Table([item, 0.5])) == b"[" + hashes(MAX_DEPTH, b"1") + b",0.5]"


FIELDS: list[dict[str, bytes]] = [
    {},
    {"a": b"1", "é": b'{"b":[null,"x"]}', "": b"[]"},
    {"a": b"0.5", "b": b"18446744073709551615"},
    {"a": b'{"__hash":[false,7]}'},
    {"__hash": b"[1,2]", "__array": b"5"},
    {"a": b"1e999", "b": b"007", "c": b'"\xff"'},
    {"a": arrays(MAX_DEPTH, b""), "b": b" {} "},
]


@pytest.mark.parametrize("fields", FIELDS)
def test_reads_many_fields_at_once_as_if_one_by_one(fields: dict[str, bytes]) -> None:
    one_by_one = Table(fields={key.encode(): prosody_json.loads(text) for key, text in fields.items()})
    assert prosody_json.loads_object(fields) == one_by_one
    assert prosody_json.dumps(prosody_json.loads_object(fields)) == prosody_json.dumps(one_by_one)
    assert _lines(literal.dumps(prosody_json.loads_object(fields))) == _lines(literal.dumps(one_by_one))


@pytest.mark.parametrize(
    "fields",
    [
        {"a": b""},
        {"a": b"1,2"},
        {"a": b"1", "b": b"]", "c": b"["},
        {"a": b'{"x":1', "b": b'"y":2}'},
        {"a": b'{"x":1', "b": b'"y":2},3'},
        {"a": b'{"x":1', "b": b'2},"c":3'},
        {"a": b'1,"b":2'},
        {"a": b'{"__hash":5}'},
        {"a": arrays(MAX_DEPTH + 1, b"")},
    ],
)
def test_a_field_whose_text_is_no_value_is_refused(fields: dict[str, bytes]) -> None:
    with pytest.raises(ValueSyntaxError):
        prosody_json.loads_object(fields)


def test_strings_that_are_no_utf8_still_make_legal_json() -> None:
    text = prosody_json.dumps(Table(fields={b"\xff": b"\xc3(", b"\xfe": 1}))
    assert json.loads(text) == {"\\xff": "\\xc3(", "\\xfe": 1}


@given(values())
def test_what_is_written_is_legal_json(value: Value) -> None:
    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is not JSON")

    json.loads(prosody_json.dumps(value), parse_constant=refuse)
    json.loads(prosody_json.dumps(value, exact=True), parse_constant=refuse)


@given(values())
def test_what_is_representable_comes_back_exactly(value: Value) -> None:
    text = prosody_json.dumps(value, exact=True)
    comes_back = Table([prosody_json.loads(text)]) == Table([value])
    assert prosody_json.representable_in_json(value) == comes_back
    assert b"\0" not in text
    text.decode("utf-8")


@given(values(strings=UTF8, numbers=st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False)))
def test_all_but_nan_and_foreign_bytes_is_representable(value: Value) -> None:
    assert prosody_json.representable_in_json(value)
    assert prosody_json.representable_in_json(prosody_json.loads(prosody_json.dumps(value, exact=True)))


@pytest.mark.parametrize(
    "value",
    [
        None,
        math.nan,
        b"\xff",
        Table([b"\xff"]),
        Table(fields={b"\xff": 1}),
        Table(fields={Table([math.nan]): 1}),
        Table(fields={b"a": Table([math.nan])}),
    ],
)
def test_nil_nan_and_foreign_bytes_are_not_representable(value: Value) -> None:
    assert not prosody_json.representable_in_json(value)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(["a", "__hash", "__array"]) | st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_both_parsers_agree_on_ordinary_json(plain: object) -> None:
    text = json.dumps(plain).encode()
    try:
        expected = lenient_json.loads(text)
    except ValueSyntaxError:
        with pytest.raises(ValueSyntaxError):
            prosody_json.loads(text)
        return
    value = prosody_json.loads(text)
    assert prosody_json.dumps(value) == prosody_json.dumps(expected)
    assert _lines(literal.dumps(prosody_json.loads(text))) == _lines(literal.dumps(expected))
    assert Table([value]) == Table([expected])


@given(st.text())
def test_lua_from_unread_json_escapes_as_lua_does(text: str) -> None:
    body = json.dumps({"k": [text], text: {"x": text}}).encode("utf-8")
    try:
        value = prosody_json.loads(body)
    except ValueSyntaxError:
        assert any("\ud800" <= character <= "\udfff" for character in text)
        return
    unread = literal.dumps(value)
    assert isinstance(value, Table)
    list(value.pairs())  # now it is read
    assert _lines(unread) == _lines(literal.dumps(value))


def _lines(text: bytes) -> list[bytes]:
    return sorted(text.split(b"\n"))
