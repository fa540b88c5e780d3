"""Lua text straight from what the JSON parser made, which saves building tables."""
from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import orjson

from models.lua.string import SPELLINGS
from models.lua.style import Style
from models.lua.value import Plain

Add = Callable[[str], None]
"""Takes the next piece of the output."""

_UNITS = re.compile(rb"\\(?:u00..|.)|['\x7f]")
_FOREIGN = re.compile(rb"[\x80-\xff]+")


def _escape_units() -> dict[bytes, bytes]:
    """What orjson writes for a character that Lua escapes -> JSON text for Lua's escape."""
    controls = {f"\\u{byte:04x}".encode(): SPELLINGS[byte] for byte in range(32)}
    letters = {rb"\b": 8, rb"\t": 9, rb"\n": 10, rb"\f": 12, rb"\r": 13, rb"\"": 34, rb"\\": 92, b"'": 39, b"\x7f": 127}
    spellings = controls | {unit: SPELLINGS[byte] for unit, byte in letters.items()}
    return {unit: orjson.dumps(spelling)[1:-1] for unit, spelling in spellings.items()}


_UNIT_SPELLINGS = _escape_units()
_FOREIGN_SPELLINGS = {byte: f"\\{SPELLINGS[byte]}" for byte in range(128, 256)}


def with_lua_strings(plain: Plain) -> Plain:
    """The same objects and arrays, with the strings as Lua has them between its quotes.

    The escapes are put in on the JSON text, at C's speed, and only if there is anything to escape.
    """
    text = orjson.dumps(plain)
    clean = b"\\" not in text and b"'" not in text and b"\x7f" not in text
    if clean and text.isascii():
        return plain
    if not clean:
        text = _UNITS.sub(lambda match: _UNIT_SPELLINGS[match[0]], text)
    escaped: Plain = orjson.loads(_FOREIGN.sub(_escape_foreign, text))
    return escaped


def add_fields(fields: dict[str, Any], indent: str, style: Style, add: Add) -> None:
    """Write the lines of an object's fields; the strings are those of `with_lua_strings`."""
    for key, value in fields.items():
        if type(value) is str:
            add(f'{indent}["{key}"] = "{value}";\n')
        elif value is True:
            add(f'{indent}["{key}"] = true;\n')
        elif type(value) is dict and value:
            add(f'{indent}["{key}"] = {{\n')
            add_fields(value, indent + "\t", style, add)
            add(f"{indent}}};\n")
        else:
            _add_item(f'{indent}["{key}"] = ', value, indent, style, add)


def add_items(items: list[Any], indent: str, style: Style, add: Add) -> None:
    """Write the lines of an array's items; the strings are those of `with_lua_strings`."""
    for item in items:
        _add_item(indent, item, indent, style, add)


def _add_item(lead: str, value: object, indent: str, style: Style, add: Add) -> None:
    if type(value) is dict and value:
        add(f"{lead}{{\n")
        add_fields(value, indent + "\t", style, add)
        add(f"{indent}}};\n")
    elif type(value) is list and value:
        add(f"{lead}{{\n")
        add_items(value, indent + "\t", style, add)
        add(f"{indent}}};\n")
    else:
        add(f"{lead}{_spell(value, style)};\n")


def _spell(value: object, style: Style) -> str:
    """A scalar, or an empty object or array."""
    if type(value) is str:
        return f'"{value}"'
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is int:
        return style.number(value)
    if value is None:
        return style.null
    return style.empty_array if type(value) is list else "{}"


def _escape_foreign(match: re.Match[bytes]) -> bytes:
    return match[0].decode("latin-1").translate(_FOREIGN_SPELLINGS).encode("ascii")
