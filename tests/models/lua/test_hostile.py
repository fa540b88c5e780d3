"""Texts made to exhaust the parsers: they are refused, or read, without any recursion running away."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from models.errors import ValueSyntaxError
from models.lua import exact, literal, prosody_json
from models.lua.value import MAX_DEPTH, Table, Value

SIZE = 2**20

LUA = [
    b"{", b"[[", b"[", b"[=", b"(", b"{[", b"{[{", b"{a=", b"{{},", b'{["a"]={', b'{["a"] = {', b"- ", b"--[[",
    b'"', b'"\\', b"'", b"nil", b"return ", b"0x", b"1.", b"item(", b"\0",
]  # fmt: skip
JSON = [
    b"[", b"{", b'{"a":', b'{"a":[', b"[[],", b"[{},", b'{"__hash":[', b'{"__array":[', b'[{"a":', b'"', b'"\\',
    b'"\\u', b"-", b"1e", b"\xff", b" ", b"null",
]  # fmt: skip


@pytest.mark.parametrize("unit", LUA)
@pytest.mark.parametrize("read", [literal.loads, exact.loads, lambda text: list(literal.items(text))])
def test_repeated_lua_is_refused(unit: bytes, read: Callable[[bytes], object]) -> None:
    with pytest.raises(ValueSyntaxError):
        read(unit * (SIZE // len(unit)))


@pytest.mark.parametrize("unit", JSON)
def test_repeated_json_is_refused(unit: bytes) -> None:
    with pytest.raises(ValueSyntaxError):
        prosody_json.loads(unit * (SIZE // len(unit)))


@pytest.mark.parametrize("unit", [b"--", b"--\n", b"--[[]]", b"--[==\n", b" ", b"\n\r"])
def test_any_amount_of_blanks_and_comments_is_skipped(unit: bytes) -> None:
    blanks = unit * (SIZE // len(unit))
    assert literal.loads(b"{" + blanks + b"\n}" + blanks) == Table()


def test_keys_that_come_and_go_take_linear_time() -> None:
    there = b",".join(b"[%d]=1" % key for key in range(1, 20_000))
    gone_and_back = b",".join(b"[%d]=nil,[%d]=2" % (key, key) for key in range(1, 20_000))
    value = literal.loads(b"{" + there + b"," + gone_and_back + b"}")
    assert isinstance(value, Table)
    assert value.sequence() == [2] * 19_999


@pytest.mark.parametrize(
    "text",
    [b'{"a":' * MAX_DEPTH + b"0.5" + b"}" * MAX_DEPTH, b'{"__hash":[1.5,' * MAX_DEPTH + b"1" + b"]}" * MAX_DEPTH],
)
def test_the_deepest_value_leaves_room_on_the_stack(text: bytes) -> None:
    def deeper(levels: int) -> Value:
        if levels:
            return deeper(levels - 1)
        value = prosody_json.loads(text)
        assert exact.loads(exact.dumps(value)) == value
        assert prosody_json.loads(prosody_json.dumps(value, exact=True)) == value
        return literal.loads(literal.dumps(value))

    assert isinstance(deeper(300), Table)
