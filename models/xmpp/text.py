"""Rows of a keyval straight to the text of an answer, which saves building the value."""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import orjson

from models.lua import literal, prosody_json
from models.lua.magic import MAGIC_KEYS
from models.lua.string import quote
from models.lua.value import Table
from models.xmpp.rows import StoredRow, Unreadable, decode, decode_keyval, is_canonical

_REST_START = b'{"__hash":['
"""How the row of the keys that are no strings begins, if it has no string keys beside them."""

_INTEGER = re.compile(rb"0|-?[1-9][0-9]{0,17}")

_MEMO_BYTES = 1024
"""Up to which length the Lua text for a row is remembered: a contact of a roster, not an avatar."""


def keyval_json(rows: Sequence[StoredRow]) -> bytes:
    """The keyval of these rows, one at least, in JSON.

    The texts of the rows become parts of the answer as they stand where that is what printing them anew would
    give: canonical JSON of keys that each come once.
    """
    return _spliced_json(rows) or prosody_json.dumps(decode_keyval(rows))


def keyval_lua(rows: Sequence[StoredRow]) -> bytes:
    """The keyval of these rows, one at least, as a Lua literal."""
    return _spliced_lua(rows) or literal.dumps(decode_keyval(rows))


def _spliced_json(rows: Sequence[StoredRow]) -> bytes | None:
    """The answer from the rows' own texts, None if that will not do."""
    parts: list[bytes] = []
    rest, keys = b"", 0
    try:
        for key, type_, text in rows:
            if key and key not in MAGIC_KEYS:
                parts.append(orjson.dumps(key.decode()) + b":" + _json(type_, text))
                keys += 1
            elif rest or key or type_ != "json" or not text.startswith(_REST_START):
                return None
            else:
                rest = text
                keys += len(orjson.loads(text))
        if rest:
            parts.append(rest[1:-1])
        answer = b"{" + b",".join(parts) + b"}"
        return answer if len(orjson.loads(answer)) == keys else None
    except (UnicodeDecodeError, orjson.JSONDecodeError, Unreadable):
        return None


def _json(type_: str, text: bytes) -> bytes:
    """A row's value in JSON, if the text is to be trusted: the caller checks that all is one JSON text."""
    if type_ == "string":
        return orjson.dumps(text.decode())
    as_it_is = is_canonical(text) if type_ == "json" else type_ == "number" and _INTEGER.fullmatch(text)
    return text if as_it_is else prosody_json.dumps(decode(type_, text))


def _spliced_lua(rows: Sequence[StoredRow]) -> bytes | None:
    lines: list[bytes] = []
    keys = {key for key, _, _ in rows}
    if len(keys) < len(rows):
        return None
    try:
        for key, type_, text in rows:
            if key:
                lines.append(b"\t[%b] = %b;\n" % (quote(key).encode(), _lua(type_, text)))
                continue
            rest = decode(type_, text)
            if not isinstance(rest, Table) or any(name in keys for name, _ in rest.fields() if isinstance(name, bytes)):
                return None
            lines.insert(0, literal.dumps(rest)[2:-1])
    except Unreadable:
        return None
    return b"{\n%b}" % b"".join(lines)


def _lua(type_: str, text: bytes) -> bytes:
    """A row's value as a Lua literal, indented by one tab but for its first line."""
    if type_ == "string":
        return quote(text).encode()
    return _remembered(type_, text) if len(text) <= _MEMO_BYTES else _printed(type_, text)


def _printed(type_: str, text: bytes) -> bytes:
    return literal.dumps(decode(type_, text)).replace(b"\n", b"\n\t")  # strings have no line break of their own


_remembered = lru_cache(8192)(_printed)
