"""Lua literals: reading them as an upload or a file has them, writing them as Prosody does."""
from __future__ import annotations

from collections.abc import Iterator

from models.lua.parser import Parser
from models.lua.printer import render
from models.lua.style import PROSODY
from models.lua.value import Value


def loads(text: bytes) -> Value:
    """Read one literal (contract/data, "Lua in"); a `return` before it and one `;` behind it may be there.

    None is the literal nil. Raises ValueSyntaxError for anything else, nested too deep included.
    """
    parser = Parser(text)
    if parser.kind == "word" and parser.token == b"return":
        parser.advance()
    value = parser.value()
    parser.take(b";")
    if parser.kind != "end":
        raise parser.error("only one literal is read, and something follows it")
    return value


def items(text: bytes) -> Iterator[Value]:
    """Read a `.list` file: `item(<literal>);` once for each item. Raises ValueSyntaxError at the first bad one."""
    parser = Parser(text)
    while parser.kind != "end":
        if parser.kind != "word" or parser.token != b"item":
            raise parser.error("item(...) expected")
        parser.advance()
        parser.expect(b"(")
        yield parser.value()
        parser.expect(b")")
        parser.take(b";")


def dumps(value: Value) -> bytes:
    """Write a value as Prosody does (contract/data, "Lua out"); `loads` gives it back.

    Only null, the empty array and the point of floats like 2.0 are lost: models.lua.exact keeps them.
    """
    return render(value, PROSODY)
