"""JSON with the liberties that Prosody takes, read without hurry: for the texts that a strict parser refuses."""
from __future__ import annotations

import re

from models.errors import ValueSyntaxError
from models.lua import magic
from models.lua.complaint import complaint
from models.lua.number import decimal
from models.lua.value import EMPTY_ARRAY, MAX_DEPTH, NULL, Table, Value, depth

MAX_NESTING = 2 * MAX_DEPTH + 1
"""So deep can the JSON text of a value be: an array of `__hash` is no table, but it is nested."""

_TOKEN = re.compile(
    rb"""[ \t\r\n]*+
      (?: "(?P<string>(?:[^"\\]++|\\.)*+)"
        | (?P<number>[-0-9][-+.0-9eE]*+)
        | (?P<word>null|true|false)
        | (?P<mark>[][{}:,])
        | (?P<end>\Z)
        | (?P<other>.) )""",
    re.VERBOSE | re.DOTALL,
)
_WORDS: dict[bytes, Value] = {b"null": NULL, b"true": True, b"false": False}

_ESCAPE = re.compile(
    rb"""\\(?: (?P<pair>u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})
             | u(?P<code>[0-9a-fA-F]{4})
             | (?P<broken>u)
             | (?P<letter>["\\/bfnrt])
             | (?P<unknown>.) )""",
    re.VERBOSE | re.DOTALL,
)
_LETTERS = dict(zip(b'"\\/bfnrt', b'"\\/\b\f\n\r\t', strict=True))


def loads(text: bytes) -> Value:
    """Read a value (contract/data, "JSON in"). Raises ValueSyntaxError."""
    reader = _Reader(text)
    value = reader.value(1)
    if reader.kind != "end":
        raise reader.error("the end of the text expected, something follows the value")
    if depth(value) > MAX_DEPTH:
        raise complaint(f"more than {MAX_DEPTH} tables inside each other", text, 0)
    return value


class _Reader:
    """Reads values off a text, token by token; `kind` and `token` are what comes next."""

    __slots__ = ("_end", "_start", "_text", "kind", "token")

    def __init__(self, text: bytes) -> None:
        self._text, self._end = text, 0
        self.advance()

    def advance(self) -> None:
        match = _TOKEN.match(self._text, self._end)
        if match is None or match.lastgroup is None:
            raise complaint("unreadable text", self._text, self._end)
        self.kind = match.lastgroup
        self.token = match[self.kind]
        self._start, self._end = match.span(self.kind)[0], match.end()

    def error(self, problem: str) -> ValueSyntaxError:
        return complaint(problem, self._text, self._start)

    def take(self, mark: bytes) -> bool:
        found = self.kind == "mark" and self.token == mark
        if found:
            self.advance()
        return found

    def value(self, nesting: int) -> Value:
        kind, token = self.kind, self.token
        if kind == "mark" and token in b"[{":
            if nesting > MAX_NESTING:
                raise self.error(f"more than {MAX_DEPTH} tables inside each other")
            start = self._start
            self.advance()
            return self._array(nesting) if token == b"[" else self._object(nesting, start)
        scalar = self._scalar(kind, token)
        self.advance()
        return scalar

    def _scalar(self, kind: str, token: bytes) -> Value:
        if kind == "string":
            return self._unescaped(token)
        if kind == "word":
            return _WORDS[token]
        number = decimal(token) if kind == "number" else None
        if number is None:
            raise self.error("malformed number" if kind == "number" else "a value expected")
        return number

    def _array(self, nesting: int) -> Value:
        if self.take(b"]"):
            return EMPTY_ARRAY
        items = [self.value(nesting + 1)]
        while self.take(b","):
            items.append(self.value(nesting + 1))
        if not self.take(b"]"):
            raise self.error("',' or ']' expected")
        return Table.of(items, {})

    def _object(self, nesting: int, start: int) -> Value:
        fields: dict[bytes, Value] = {}
        while not self.take(b"}"):
            key = self._key()
            fields[key] = self.value(nesting + 1)
            if self.take(b"}"):
                return self._with_magic(fields, start)
            if not self.take(b","):
                raise self.error("',' or '}' expected")
        return Table.of([], fields)  # COMPAT: a trailing comma leaves magic keys as they are

    def _key(self) -> bytes:
        if self.kind != "string":
            raise self.error("a key in double quotes expected")
        key = self._unescaped(self.token)
        self.advance()
        if not self.take(b":"):
            raise self.error("':' expected")
        return key

    def _with_magic(self, fields: dict[bytes, Value], start: int) -> Table:
        table = Table.of([], fields)
        if not magic.MAGIC_KEYS.isdisjoint(fields):
            array, hash_ = fields.pop(magic.ARRAY.encode(), None), fields.pop(magic.HASH.encode(), None)
            try:
                magic.apply(table, array, hash_)
            except magic.IllTyped as error:
                raise complaint(str(error), self._text, start) from error
        return table

    def _unescaped(self, body: bytes) -> bytes:
        try:
            return _ESCAPE.sub(_resolve, body) if b"\\" in body else body
        except UnicodeError as error:
            raise self.error("a \\u escape is four hexadecimal digits, and surrogates come in pairs") from error


def _resolve(match: re.Match[bytes]) -> bytes:
    """What an escape stands for; raises UnicodeError if it is half a surrogate pair, or cut short."""
    kind, text = match.lastgroup, match[match.lastgroup or 0]
    if kind == "letter":
        return bytes([_LETTERS[text[0]]])
    if kind == "code":
        return chr(int(text, 16)).encode()
    if kind == "pair":
        lead, trail = int(text[1:5], 16), int(text[7:], 16)
        return chr(0x10000 + (lead - 0xD800) * 0x400 + trail - 0xDC00).encode()
    if kind == "broken":
        raise UnicodeError
    return match[0]  # COMPAT: an unknown escape stays as it stands
