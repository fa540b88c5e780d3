"""Lua literals: what is read, what is refused, and what is written."""
from __future__ import annotations

import math

import pytest
from hypothesis import given

from models.errors import ValueSyntaxError
from models.lua import literal
from models.lua.value import EMPTY_ARRAY, MAX_DEPTH, NULL, Table, Value
from tests.models.lua.strategies import values

NAN, INF = math.nan, math.inf

SCALARS: list[tuple[bytes, Value]] = [
    (b"nil", None),
    (b"true", True),
    (b"false", False),
    (b"0", 0),
    (b"007", 7),
    (b"-5", -5),
    (b"- 5", -5),
    (b"-\n--[[five]]5", -5),
    (b"-0", 0),
    (b"-0.0", -0.0),
    (b"1.5", 1.5),
    (b"5.", 5.0),
    (b".5", 0.5),
    (b"5e+3", 5000.0),
    (b"5E-1", 0.5),
    (b"1e400", INF),
    (b"-1e400", -INF),
    (b"9223372036854775807", 2**63 - 1),
    (b"-9223372036854775808", -(2**63)),
    (b"9223372036854775808", 2.0**63),
    (b"-9223372036854775809", -(2.0**63)),
    (b"0" * 100_000 + b"7", 7),
    (b"9" * 100_000, INF),
    (b"0x10", 16),
    (b"0XfF", 255),
    (b"-0xff", -255),
    (b"0xffffffffffffffff", -1),
    (b"0x1ffffffffffffffff", -1),
    (b"0x8000000000000000", -(2**63)),
    (b"-0x8000000000000000", -(2**63)),
    (b"0x.8", 0.5),
    (b"0xA.8", 10.5),
    (b"0x1p4", 16.0),
    (b"0x1P-2", 0.25),
    (b"0x1p99999", INF),
    (b"-0x1p99999", -INF),
    (b"0x1p-99999", 0.0),
    (b"(1/0)", INF),
    (b"(-1/0)", -INF),
    (b"( 1 / --[[nothing]] 0 )", INF),
    (b'""', b""),
    (b'"it\'s"', b"it's"),
    (b"'say \"x\"'", b'say "x"'),
    (rb'"\a\b\f\n\r\t\v\\\"\'"', b"\a\b\f\n\r\t\v\\\"'"),
    (rb'"\0\00\000\65\0651\2559"', b"\0\0\0AA1\xff9"),
    (rb'"\x41\xfF"', b"A\xff"),
    (rb'"\u{41}\u{e9}\u{1F600}\u{0}\u{00000000041}"', "Aé😀\0A".encode()),
    (rb'"\u{d800}\u{110000}"', b"\xed\xa0\x80\xf4\x90\x80\x80"),
    (rb'"\u{7FF}\u{FFFF}\u{1FFFFF}"', b"\xdf\xbf\xef\xbf\xbf\xf7\xbf\xbf\xbf"),
    (rb'"\u{200000}\u{3FFFFFF}"', b"\xf8\x88\x80\x80\x80\xfb\xbf\xbf\xbf\xbf"),
    (rb'"\u{4000000}\u{7FFFFFFF}"', b"\xfc\x84\x80\x80\x80\x80\xfd\xbf\xbf\xbf\xbf\xbf"),
    (b'"a\\z \t\r\n\v\f b"', b"ab"),
    (b'"a\\z"', b"a"),
    (b'"a\\\nb\\\r\nc\\\n\rd\\\re"', b"a\nb\nc\nd\ne"),
    (b'"tab\tnul\0del\x7f\xff"', b"tab\tnul\0del\x7f\xff"),
    (b"[[]]", b""),
    (b"[[a\\n\"b\"]]", b'a\\n"b"'),
    (b"[==[a]]b]=]c]==]", b"a]]b]=]c"),
    (b"[[\na\n]]", b"a\n"),
    (b"[[\n\na]]", b"\na"),
    (b"[[\r\na\r\nb\rc\n\rd]]", b"a\nb\nc\nd"),
    (b"return 5", 5),
    (b"return 5 ;", 5),
    (b"return'x'", b"x"),
    (b"5;", 5),
    (b"-- first\n--[[ second ]] --[==[ third ]] ]==] 5 --[ =[ last", 5),
    (b"--\r5", 5),
    (b"\v\f 5 \v\f", 5),
]

TABLES: list[tuple[bytes, Table]] = [
    (b"{}", Table()),
    (b"{ --[[nothing]] }", Table()),
    (b"{nil}", Table()),
    (b"{1,2;3,}", Table([1, 2, 3])),
    (b"{1;}", Table([1])),
    (b"{1,nil,3}", Table([1], {3: 3})),
    (b"{nil,nil,3}", Table(fields={3: 3})),
    (b'{["a"]=1,b=2,[ [[c]] ]=3}', Table(fields={b"a": 1, b"b": 2, b"c": 3})),
    (b"{_=1,_a1=2,A=3}", Table(fields={b"_": 1, b"_a1": 2, b"A": 3})),
    (b'{["end"]=1,["nil"]=2}', Table(fields={b"end": 1, b"nil": 2})),
    (b"{[2]='b',[1]='a',[3]='c'}", Table([b"a", b"b", b"c"])),
    (b"{[1.0]='f',[-0.0]='z'}", Table([b"f"], {0: b"z"})),
    (b'{["1"]="s",[1]="n"}', Table([b"n"], {b"1": b"s"})),
    (b"{[true]=1,[false]=2,[1.5]=3,[(1/0)]=4,[0x10]=5}", Table.from_pairs(
        [(True, 1), (False, 2), (1.5, 3), (INF, 4), (16, 5)], {})),
    (b"{[{1,{2}}]={3}}", Table(fields={Table([1, Table([2])]): Table([3])})),
    (b"{a=1,a=2}", Table(fields={b"a": 2})),
    (b"{a=1,a=nil}", Table()),
    (b"{a=nil,b=1}", Table(fields={b"b": 1})),
    (b'{1,2,[1]="x"}', Table([1, 2])),
    (b'{[1]="x",1,2}', Table([1, 2])),
    (b'{[1]="x",nil}', Table()),
    (b'{[2]="x",1}', Table([1, b"x"])),
    (b"{[1]=1,[1]=nil,[2]=2}", Table(fields={2: 2})),
    (b"{n=-5}--5", Table(fields={b"n": -5})),
    (b"{[--[[k]]'a'--[[k]]]--\n=--\n1}", Table(fields={b"a": 1})),
    (b"{--[[x]]1,--y\n2}", Table([1, 2])),
    (b"-- a file\nreturn {a=1}; -- end", Table(fields={b"a": 1})),
    (b"return{a=1}", Table(fields={b"a": 1})),
    (b'{\n\t["a"] = "b";\n\t["c"] = true;\n\t["d"] = {};\n\t["e"] = {\n\t\t["f"] = "g";\n\t};\n}',
     Table(fields={b"a": b"b", b"c": True, b"d": Table(), b"e": Table(fields={b"f": b"g"})})),
    (b'{["a"] = "b";["a"] = nil;["c"] = "--[[";["d"] = 1}', Table(fields={b"c": b"--[[", b"d": 1})),
]

REFUSED = [
    b"", b"  ", b"-- nothing", b"return", b"return;", b"return return {}", b"returned", b";{}", b"{};;", b"{}; os = 1",
    b"nil end return {}", b"{a=1}, {b=2}", b"1,2", b"1 2", b'"a" "b"', b"[1,2]", b'{"a":1}',
    b"{", b"}", b"{a=", b"{a=1}}", b"{1,,2}", b"{1;,2}", b"{;}", b"{,}", b"{1 2}", b"{a}", b"{a.b=1}", b"{a==1}",
    b"{end=1}", b"{goto=1}", b"{nil=1}", b"{true=1}", b"{1a=1}", "{é=1}".encode(), b"{[a]=1}", b'{["a"] == 1}',
    b"{[1]}", b"{[1]1}", b"{[]=1}", b"{[nil]=1}", b"{[(0/0)]=1}", b"{...}", b"{1,...}", b"{[[[k]]]=1}",
    b"{[[==[\nx]==] ]=1}", b"x", b"_G", b"math.huge", b"f()", b"{f()}", b'{a=f""}', b"{a=f{}}", b"function() end",
    b"{f=function() end}", b"(function() return {} end)()", b"setmetatable({},{})", b'("x"):rep(9)', b'("a").b',
    b"1/0", b"{n=1/0}", b"{n=-1/0}", b"0/0", b"(2/0)", b"(1/0)+1", b"-(1/0)", b"(1)", b"(1/1)", b"(-0/0)", b"(1/0",
    b"((1/0))", b"1+2", b"2^53", b"1-1", b"+5", b"- -5", b"--5", b"-nil", b"-'5'", b"~5", b"not 5", b"#'x'",
    b"'a'..'b'", b"1<2", b"true and 1", b"5x", b"5e", b"5e+", b".", b"1.2.3", b"1..2", b"0x", b"0x.", b"0xp1",
    b"0x1p", b"0x1e+1", b"1_000", b"5p1", b"'a", b'"a', b"'a\"", b'"a\nb"', b'"a\rb"', b'"a\\', rb'"\q"', rb'"\x4"',
    rb'"\256"', rb'"\u0041"', rb'"\u{}"', rb'"\u{41"', rb'"\u{80000000}"', rb'"\u{g}"',
    b"[[a]", b"[=[a]]", b"[=a=]", b"{}--[[ ", b"{}--[==[ ]]",
    b"#!/usr/bin/lua\n{}", b"\xef\xbb\xbf{}", b"\x1bLua", b"\0", b"{}\0",
]  # fmt: skip

WRITTEN: list[tuple[Value, bytes]] = [
    (None, b"nil"),
    (True, b"true"),
    (-(2**63), b"-9223372036854775808"),
    (2.0, b"2"),
    (-0.0, b"-0"),
    (0.1, b"0.100000000000000006"),
    (1e15, b"1000000000000000"),
    (1e18, b"1e+18"),
    (1e308, b"1.00000000000000001e+308"),
    (INF, b"(1/0)"),
    (-INF, b"(-1/0)"),
    (NAN, b"(0/0)"),
    (b"\a\b\f\n\r\t\v\\\"'", rb'"\a\b\f\n\r\t\v\\\"\'"'),
    (bytes(range(32, 127)).translate(None, b"\\\"'"), b'"' + bytes(range(32, 127)).translate(None, b"\\\"'") + b'"'),
    (b"\0\x01\x1f\x7f\x80\xff", rb'"\000\001\031\127\128\255"'),
    (NULL, b"{}"),
    (EMPTY_ARRAY, b"{}"),
    (Table(), b"{}"),
    (Table([1, Table([Table()])], {b"a": NULL}), b'{\n\t1;\n\t{\n\t\t{};\n\t};\n\t["a"] = {};\n}'),
    (Table(fields={False: Table(fields={b"version": 7})}), b'{\n\t[false] = {\n\t\t["version"] = 7;\n\t};\n}'),
    (Table(fields={Table(fields={b"a": 1}): b"v"}), b'{\n\t[{\n\t\t["a"] = 1;\n\t}] = "v";\n}'),
    (Table(fields={0: b"z", 1.5: b"f"}), b'{\n\t[0] = "z";\n\t[1.5] = "f";\n}'),
]


def nested(levels: int, innermost: bytes = b"") -> bytes:
    return b"{" * levels + innermost + b"}" * levels


@pytest.mark.parametrize(("text", "value"), SCALARS)
def test_reads_scalars(text: bytes, value: Value) -> None:
    assert Table([literal.loads(text)]) == Table([value])


def test_reads_nan() -> None:
    assert repr(literal.loads(b"(0/0)")) == "nan"


@pytest.mark.parametrize(("text", "value"), TABLES)
def test_reads_tables(text: bytes, value: Table) -> None:
    assert literal.loads(text) == value


@pytest.mark.parametrize("text", REFUSED)
def test_refuses_everything_else(text: bytes) -> None:
    with pytest.raises(ValueSyntaxError):
        literal.loads(text)


@pytest.mark.parametrize("text", [b"{[(0/0)]=1}", b"{a=1,}}", b"{1,\n2 3}", b"{[[x]", b'{a="\\q"}', b"{}--[["])
def test_says_where_the_mistake_is(text: bytes) -> None:
    places = {b"{[(0/0)]=1}": (1, 3), b"{a=1,}}": (1, 7), b"{1,\n2 3}": (2, 3), b'{a="\\q"}': (1, 5), b"{}--[[": (1, 3)}
    with pytest.raises(ValueSyntaxError, match=r"\(line \d+, column \d+\)$") as caught:
        literal.loads(text)
    assert (caught.value.line, caught.value.column) == places.get(text, (1, 2))


@pytest.mark.parametrize(("value", "text"), WRITTEN)
def test_writes_as_prosody_does(value: Value, text: bytes) -> None:
    assert literal.dumps(value) == text


@pytest.mark.parametrize("innermost", [b"", b"1", b"a=1"])
def test_127_tables_may_be_inside_each_other(innermost: bytes) -> None:
    value = literal.loads(nested(MAX_DEPTH, innermost))
    assert literal.loads(literal.dumps(value)) == value
    with pytest.raises(ValueSyntaxError, match="more than 127 tables"):
        literal.loads(nested(MAX_DEPTH + 1, innermost))


def test_tables_in_keys_count_as_nested() -> None:
    literal.loads(b"{[" + nested(MAX_DEPTH - 1) + b"]=1}")
    with pytest.raises(ValueSyntaxError, match="more than 127 tables"):
        literal.loads(b"{[" + nested(MAX_DEPTH) + b"]=1}")


def test_a_list_of_deep_items_can_be_written() -> None:
    item = literal.loads(nested(MAX_DEPTH))
    assert literal.dumps(Table([item])).count(b"{") == MAX_DEPTH + 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"", []),
        (b"-- none\n", []),
        (b'item({\n\t["a"] = 1;\n});\nitem("x");\nitem((1/0))', [Table(fields={b"a": 1}), b"x", INF]),
        (b"item({}) item(false);", [Table(), False]),
    ],
)
def test_reads_the_items_of_a_list_file(text: bytes, expected: list[Value]) -> None:
    assert list(literal.items(text)) == expected


@pytest.mark.parametrize(
    "text", [b"item", b"item()", b"item(1", b"item(1,2);", b"item(f());", b"items(1);", b"item(1);;", b"1;"]
)
def test_refuses_list_files_with_anything_else(text: bytes) -> None:
    with pytest.raises(ValueSyntaxError):
        list(literal.items(text))


@given(values())
def test_what_is_written_is_read_back(value: Value) -> None:
    text = literal.dumps(value)
    assert text.isascii()
    assert _as_lua(literal.loads(text)) == _as_lua(value)


def _as_lua(value: Value) -> Table:
    """The value without what Prosody's form does not tell: the markers, and the kind of integral numbers."""
    return Table([_plainer(value)])


def _plainer(value: Value) -> Value:
    if value in (NULL, EMPTY_ARRAY):
        return Table()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e18:
        return int(value)
    if not isinstance(value, Table):
        return value
    table = Table()
    for key, item in value.pairs():
        plainer = _plainer(key)
        if plainer is not None:
            table.set(plainer, _plainer(item))
    return table
