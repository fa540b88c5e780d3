"""The storage form: nothing is lost, and Lua can still read it."""
from __future__ import annotations

import math

import pytest
from hypothesis import assume, given

from models.errors import ValueSyntaxError
from models.lua import exact, literal
from models.lua.value import EMPTY_ARRAY, NULL, Table, Value
from tests.models.lua.strategies import values


@given(values())
def test_what_is_written_is_read_back_exactly(value: Value) -> None:
    text = exact.dumps(value)
    assert text.isascii()
    assert b"\0" not in text
    assert Table([exact.loads(text)]) == Table([value])


@given(values())
def test_to_lua_it_is_what_prosody_writes(value: Value) -> None:
    text = exact.dumps(value)
    assume(b"-0.0" not in text)  # told as -0, which is read as the integer 0
    assert literal.dumps(literal.loads(text)) == literal.dumps(literal.loads(literal.dumps(value)))


def test_minus_zero_is_told_as_prosody_tells_it() -> None:
    assert literal.dumps(literal.loads(exact.dumps(-0.0))) == literal.dumps(-0.0) == b"-0"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (NULL, b"{--[[null]]}"),
        (EMPTY_ARRAY, b"{--[[array]]}"),
        (Table(), b"{}"),
        (2.0, b"2.0"),
        (2, b"2"),
        (-0.0, b"-0.0"),
        (0.1, b"0.1"),
        (1e22, b"1e+22"),
        (math.inf, b"(1/0)"),
        (math.nan, b"(0/0)"),
        (b"\0\xff", rb'"\000\255"'),
        (b"{--[[null]]}", b'"{--[[null]]}"'),
        (Table([NULL], {EMPTY_ARRAY: NULL}), b"{\n\t{--[[null]]};\n\t[{--[[array]]}] = {--[[null]]};\n}"),
    ],
)
def test_spells_what_prosody_does_not(value: Value, text: bytes) -> None:
    assert exact.dumps(value) == text
    assert Table([exact.loads(text)]) == Table([value])


@pytest.mark.parametrize("text", [b"", b"return {}", b"{};", b"{} {}", b"{--[[null]]"])
def test_refuses_what_it_does_not_write(text: bytes) -> None:
    with pytest.raises(ValueSyntaxError):
        exact.loads(text)


def test_null_in_parsed_json_stays_null() -> None:
    assert exact.dumps(Table([NULL, EMPTY_ARRAY], {b"a": NULL})) == (
        b'{\n\t{--[[null]]};\n\t{--[[array]]};\n\t["a"] = {--[[null]]};\n}'
    )
