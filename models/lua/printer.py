"""Values as Lua literals in Prosody's layout: one item a line, tabs, `;` after each."""
from __future__ import annotations

from models.lua.plain import Add, add_fields, add_items, with_lua_strings
from models.lua.string import quote
from models.lua.style import Style
from models.lua.value import NULL, Key, Marker, Table, Value


def render(value: Value, style: Style) -> bytes:
    """A value as a Lua literal: pure ASCII, with a nil only for None itself."""
    pieces: list[str] = []
    _add_value(value, "", style, pieces.append)
    return "".join(pieces).encode("ascii")


def _add_value(value: Value, indent: str, style: Style, add: Add) -> None:
    if type(value) is Table and len(value):
        add("{\n")
        _add_lines(value, indent + "\t", style, add)
        add(indent + "}")
    else:
        add(_spell(value, style))


def _add_lines(table: Table, indent: str, style: Style, add: Add) -> None:
    unread = table.unread and with_lua_strings(table.unread)
    if isinstance(unread, list):
        add_items(unread, indent, style, add)
    else:
        for item in table.sequence():
            _add_line(indent, item, indent, style, add)
        add_fields(unread or {}, indent, style, add)
    for key, value in table.read_fields():
        if type(key) is bytes and type(value) is bytes:
            add(f"{indent}[{quote(key)}] = {quote(value)};\n")
        else:
            _add_line(f"{indent}[{_key(key, indent, style)}] = ", value, indent, style, add)


def _add_line(lead: str, value: Value, indent: str, style: Style, add: Add) -> None:
    add(lead)
    _add_value(value, indent, style, add)
    add(";\n")


def _key(key: Key, indent: str, style: Style) -> str:
    if type(key) is bytes:
        return quote(key)
    pieces: list[str] = []
    _add_value(key, indent, style, pieces.append)
    return "".join(pieces)


def _spell(value: Value, style: Style) -> str:
    """A scalar, or an empty table."""
    if type(value) is bytes:
        return quote(value)
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is int or type(value) is float:
        return style.number(value)
    if type(value) is Marker:
        return style.null if value is NULL else style.empty_array
    return "nil" if value is None else "{}"
