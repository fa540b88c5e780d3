"""Rows of a keyval straight to the text of an answer, which saves building the value."""
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import orjson

from models.lua import literal, prosody_json
from models.lua.magic import HASH, MAGIC_KEYS
from models.lua.string import quote
from models.lua.value import Table
from models.xmpp.rows import StoredRow, Unreadable, decode, decode_keyval, is_canonical

_INTEGER = re.compile(rb"0|-?[1-9][0-9]{0,17}")

_MEMO_BYTES = 512
"""Up to which length a row's JSON is remembered with what it becomes: a contact of a roster, not an avatar."""

_MEMO_SIZE = 8192
"""For how many such rows."""


def keyval_json(rows: Sequence[StoredRow]) -> bytes:
    """The keyval of these rows, one at least, in JSON.

    The texts of the rows become parts of the answer as they stand where that is what printing them anew would
    give: canonical JSON, of keys that each come once.
    """
    try:
        return _spliced_json(rows) or prosody_json.dumps(decode_keyval(rows))
    except (UnicodeDecodeError, orjson.JSONDecodeError, Unreadable):
        return prosody_json.dumps(decode_keyval(rows))


def keyval_lua(rows: Sequence[StoredRow]) -> bytes:
    """The keyval of these rows, one at least, as a Lua literal."""
    try:
        return _spliced_lua(rows) or literal.dumps(decode_keyval(rows))
    except Unreadable:
        return literal.dumps(decode_keyval(rows))


def _spliced_json(rows: Sequence[StoredRow]) -> bytes | None:
    """The answer from the rows' own texts, None if that will not do."""
    parts, rest = _parts(rows, _json_part, _json_part_memo)
    if len(parts) + len(rest) < len(rows) or not MAGIC_KEYS.isdisjoint(parts):
        return None
    for type_, text in rest:
        if type_ != "json" or not text.startswith(b'{"__hash":') or orjson.loads(text).keys() != {HASH}:
            return None
    return b"{%b}" % b",".join([*parts.values(), *(text.rstrip()[1:-1] for _, text in rest)])


def _spliced_lua(rows: Sequence[StoredRow]) -> bytes | None:
    parts, rest = _parts(rows, _lua_part, _lua_part_memo)
    if len(parts) + len(rest) < len(rows):
        return None
    lines = list(parts.values())
    for type_, text in rest:
        table = decode(type_, text)
        if not isinstance(table, Table) or any(key in parts for key, _ in table.fields() if isinstance(key, bytes)):
            return None
        lines.insert(0, literal.dumps(table)[2:-1])
    return b"{\n%b}" % b"".join(lines)


_Part = Callable[[bytes, str, bytes], bytes]


def _parts(rows: Sequence[StoredRow], part: _Part, memo: _Part) -> tuple[dict[bytes, bytes], list[tuple[str, bytes]]]:
    """The answer's part for each key, and what the row of the other keys holds, if there is one."""
    parts: dict[bytes, bytes] = {}
    rest: dict[bytes, tuple[str, bytes]] = {}
    for key, type_, text in rows:
        if not key:
            rest[key] = type_, text
        elif type_ == "json" and len(text) <= _MEMO_BYTES:
            parts[key] = memo(key, type_, text)
        else:
            parts[key] = part(key, type_, text)
    return parts, list(rest.values())


def _json_part(key: bytes, type_: str, text: bytes) -> bytes:
    return b"%b:%b" % (orjson.dumps(key.decode()), _json(type_, text))


def _json(type_: str, text: bytes) -> bytes:
    """A row's value in JSON: its own text, if it is JSON and what printing the value would give."""
    if type_ == "string":
        return orjson.dumps(text.decode())
    if type_ == "json" and is_canonical(text):
        orjson.loads(text)
        return text
    if type_ == "number" and _INTEGER.fullmatch(text):
        return text
    return prosody_json.dumps(decode(type_, text))


def _lua_part(key: bytes, type_: str, text: bytes) -> bytes:
    # strings have no line break of their own, so each begins a line to indent
    value = quote(text).encode() if type_ == "string" else literal.dumps(decode(type_, text)).replace(b"\n", b"\n\t")
    return b"\t[%b] = %b;\n" % (quote(key).encode(), value)


_json_part_memo = lru_cache(_MEMO_SIZE)(_json_part)
_lua_part_memo = lru_cache(_MEMO_SIZE)(_lua_part)
