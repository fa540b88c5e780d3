"""The storage form of values that Prosody's JSON cannot hold: pure ASCII, and nothing is lost."""
from __future__ import annotations

from models.lua.parser import MARKED_TOKEN, Parser
from models.lua.printer import render
from models.lua.style import EXACT
from models.lua.value import Value


def dumps(value: Value) -> bytes:
    """Write a value as a Lua literal in which each float is one and the two markers are comments in an empty table.

    So whoever reads it as Lua gets what `models.lua.literal.dumps` tells.
    """
    return render(value, EXACT)


def loads(text: bytes) -> Value:
    """Read what `dumps` wrote, exactly the same value. Raises ValueSyntaxError."""
    parser = Parser(text, MARKED_TOKEN)
    value = parser.value()
    if parser.kind != "end":
        raise parser.error("only one literal is read, and something follows it")
    return value
