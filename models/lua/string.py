"""Strings as Lua 5.4 reads and Prosody writes them."""
from __future__ import annotations

import re

ESCAPES = {7: "a", 8: "b", 12: "f", 10: "n", 13: "r", 9: "t", 11: "v", 92: "\\", 34: '"', 39: "'"}
"""The bytes that have an escape of a letter or mark, and that letter or mark."""

SPELLINGS = {
    byte: f"\\{ESCAPES[byte]}" if byte in ESCAPES else f"\\{byte:03d}"
    for byte in range(256)
    if byte in ESCAPES or not 32 <= byte <= 126
}
"""How Prosody spells each byte that it does not write as it is."""

_UNQUOTED = re.compile(rb"[^ !#-&(-\[\]-~]")
_ESCAPE = re.compile(
    rb"""\\(?: (?P<letter>[abfnrtv\\"'])
             | (?P<skip>z[ \t\r\n\v\f]*+)
             | (?P<newline>\r\n|\n\r|[\r\n])
             | (?P<decimal>[0-9]{1,3})
             | x(?P<hexadecimal>[0-9a-fA-F]{2})
             | u\{0*+(?P<code>[0-9a-fA-F]{0,8})\} )?""",
    re.VERBOSE,
)
_CODES = {ord(letter): bytes([byte]) for byte, letter in ESCAPES.items()}
_NEWLINE = re.compile(rb"\r\n|\n\r|\r")
_CODE_LIMIT = 2**31


class BadEscape(ValueError):
    """An escape that Lua does not know, at this offset."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def quote(text: bytes) -> str:
    """A string as Prosody writes it: pure ASCII in double quotes."""
    letters = text.decode("latin-1")
    return f'"{letters.translate(SPELLINGS)}"' if _UNQUOTED.search(text) else f'"{letters}"'


def unescape(body: bytes) -> bytes:
    """What stands between the quotes of a Lua string, with its escapes resolved. Raises BadEscape."""
    return _ESCAPE.sub(_resolve, body) if b"\\" in body else body


def unfold(body: bytes) -> bytes:
    """What stands between long brackets: without its first line break, and any line break as a line feed."""
    body = _NEWLINE.sub(b"\n", body) if b"\r" in body else body
    return body[1:] if body.startswith(b"\n") else body


def utf8(code: int) -> bytes:
    """UTF-8 in its first definition, with up to six bytes, as Lua understands a code point in an escape."""
    if code < 0x80:
        return bytes([code])
    tail: list[int] = []
    room = 0x3F  # the greatest number that fits the first byte
    while code > room:
        tail.append(0x80 | code & 0x3F)
        code >>= 6
        room >>= 1
    return bytes([~(2 * room + 1) & 0xFF | code, *reversed(tail)])


def _resolve(match: re.Match[bytes]) -> bytes:
    kind, text = match.lastgroup, match[match.lastgroup or 0]
    if kind == "letter":
        return _CODES[text[0]]
    if kind in ("decimal", "hexadecimal"):
        code = int(text, 10 if kind == "decimal" else 16)
        if code < 256:
            return bytes([code])
    elif kind == "code":
        if text or match[0].endswith(b"0}"):
            code = int(text or b"0", 16)
            if code < _CODE_LIMIT:
                return utf8(code)
    elif kind is not None:
        return b"\n" if kind == "newline" else b""
    raise BadEscape(match.start())
