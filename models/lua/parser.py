"""A reader of Lua literals: it builds values and never runs anything."""
from __future__ import annotations

import re
from itertools import chain

from models.errors import ValueSyntaxError
from models.lua.complaint import complaint
from models.lua.number import SPECIALS, numeral
from models.lua.string import BadEscape, unescape, unfold
from models.lua.value import EMPTY_ARRAY, MAX_DEPTH, NULL, Key, Table, Value

_SKIP = rb"(?: [ \t\n\r\v\f]++ | --\[(?P<level>=*+)\[.*?\](?P=level)\] | --(?!\[=*+\[)[^\n\r]*+ )*+"
_TOKENS = rb"""
    "(?P<plain>[^"\\\r\n]*+)"
  | (?P<quoted>(?P<quote>["'])(?:[^"'\\\r\n]++|\\z[ \t\n\r\v\f]*+|\\\r\n|\\\n\r|\\.|(?!(?P=quote))["'])*+(?P=quote))
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*+)
  | (?P<number>\.?[0-9](?:[eEpP][-+]|[0-9A-Za-z_.])*+)
  | \[(?P<depth>=*+)\[(?P<long>.*?)\](?P=depth)\]
  | (?P<mark>[]{}=;,()/]|\[(?![=[])|-(?!-))
  | (?P<end>\Z)
  | (?P<other>.)
"""
"""Lua's tokens as far as literals have them. `number` takes what Lua's lexer takes, malformed ones too."""

TOKEN = re.compile(_SKIP + b"(?:" + _TOKENS + b")", re.VERBOSE | re.DOTALL)
MARKED_TOKEN = re.compile(
    _SKIP + rb"(?: \{--\[\[(?P<marker>null|array)\]\]\} |" + _TOKENS + b")", re.VERBOSE | re.DOTALL
)
"""The same with the two markers as the storage form spells them: tables that are empty but for a comment."""

_KEY = re.compile(rb'\["([^"\\\r\n]*+)"\] =(?!=)')
_LINE = re.compile(rb'\["([^"\\\r\n]*+)"\] = (?:"([^"\\\r\n]*+)"|(true|\{\}));[ \t\n]*+')
"""What most lines that Prosody writes look like: read at once, in a tenth of the time."""

_SEPARATORS = frozenset({b",", b";"})
_UNFINISHED = {b'"': "string", b"'": "string", b"[": "string", b"-": "comment"}
"""What a text has not finished if one of these is no token's beginning."""

_CONSTANTS = {b"nil": None, b"true": True, b"false": False}
_MARKERS = {b"null": NULL, b"array": EMPTY_ARRAY}
_SPECIALS = {spelling.encode(): float(name) for name, spelling in SPECIALS.items()}

_RESERVED = frozenset(
    b"and break do else elseif end false for function goto if in"
    b" local nil not or repeat return then true until while".split()
)
"""Lua's words that are no names, so that `{end=1}` is a mistake and `{["end"]=1}` is not."""
_LONGEST_SPECIAL = max(map(len, _SPECIALS))


class Parser:
    """Reads values off a text, token by token; `kind` and `token` are what comes next."""

    __slots__ = ("_pattern", "_text", "end", "kind", "start", "token")

    def __init__(self, text: bytes, pattern: re.Pattern[bytes] = TOKEN) -> None:
        self._text, self._pattern = text, pattern
        self.end = 0
        self.advance()

    def advance(self) -> None:
        """Go to the next token."""
        match = self._pattern.match(self._text, self.end)
        if match is None or match.lastgroup is None:
            raise complaint("unreadable text", self._text, self.end)
        self.kind = match.lastgroup
        self.token = match[self.kind]
        self.start, self.end = match.start(self.kind), match.end()

    def take(self, mark: bytes) -> bool:
        """Go past this mark if it is next."""
        found = self.kind == "mark" and self.token == mark
        if found:
            self.advance()
        return found

    def expect(self, mark: bytes) -> None:
        """Go past this mark; raise ValueSyntaxError if something else is next."""
        if not self.take(mark):
            raise self.error(f"'{mark.decode()}' expected")

    def value(self, depth: int = 1) -> Value:
        """Read one value, whose tables are at this depth. Raises ValueSyntaxError."""
        kind, token = self.kind, self.token
        if kind == "mark":
            return self._table(depth) if token == b"{" else self._signed(token)
        if kind == "plain":
            value: Value = token
        elif kind == "quoted":
            value = self._unquoted(token)
        elif kind == "long":
            value = unfold(token)
        elif kind == "number":
            value = self._number(token)
        elif kind == "word" and token in _CONSTANTS:
            value = _CONSTANTS[token]
        elif kind == "marker":
            value = _MARKERS[token]
        else:
            raise self.error(f"unfinished {_UNFINISHED[token]}" if token in _UNFINISHED else "a literal expected")
        self.advance()
        return value

    def error(self, problem: str) -> ValueSyntaxError:
        """The error to raise about the next token."""
        return complaint(problem, self._text, self.start)

    def _signed(self, mark: bytes) -> int | float:
        if mark == b"(":
            return self._special()
        if mark != b"-":
            raise self.error("a literal expected")
        self.advance()
        if self.kind != "number":
            raise self.error("a number expected after '-'")
        value = self._number(b"-" + self.token)
        self.advance()
        return value

    def _number(self, token: bytes) -> int | float:
        number = numeral(token)
        if number is None:
            raise self.error("malformed number")
        return number

    def _unquoted(self, token: bytes) -> bytes:
        try:
            return unescape(token[1:-1])
        except BadEscape as error:
            raise complaint("unknown escape in a string", self._text, self.start + 1 + error.offset) from error

    def _special(self) -> float:
        spelling = b""
        while self.kind in ("mark", "number") and len(spelling) < _LONGEST_SPECIAL:
            spelling += self.token
            self.advance()
            if spelling in _SPECIALS:
                return _SPECIALS[spelling]
        raise self.error("only (1/0), (-1/0) and (0/0) stand in parentheses")

    def _table(self, depth: int) -> Table:
        if depth > MAX_DEPTH:
            raise self.error(f"more than {MAX_DEPTH} tables inside each other")
        self.advance()
        parts = _Parts()
        while not self.take(b"}"):
            if self.kind == "mark" and self._lines(parts):
                continue
            self._item(parts, depth + 1)
            if self.kind == "mark" and self.token in _SEPARATORS:
                self.advance()
            else:
                self.expect(b"}")
                break
        return parts.table()

    def _lines(self, parts: _Parts) -> bool:
        """Read as many lines as look like `_LINE`, and tell whether there was any."""
        start = self.start
        while line := _LINE.match(self._text, start):
            key, text, other = line.groups()
            parts.put(key, text if other is None else True if other == b"true" else Table.of([], {}))
            start = line.end()
        if found := start > self.start:
            self.end = start
            self.advance()
        return found

    def _item(self, parts: _Parts, depth: int) -> None:
        kind, token, start = self.kind, self.token, self.start
        if kind == "mark" and token == b"[":
            parts.put(self._key(depth), self.value(depth))
        elif kind == "word":
            self.advance()
            if self.kind == "mark" and self.token == b"=" and token not in _RESERVED:
                self.advance()
                parts.put(token, self.value(depth))
            elif token in _CONSTANTS:
                parts.append(_CONSTANTS[token])
            else:
                raise complaint("a literal expected", self._text, start)
        else:
            parts.append(self.value(depth))

    def _key(self, depth: int) -> Key:
        """Read `[key] =`."""
        if simple := _KEY.match(self._text, self.start):
            self.end = simple.end()
            self.advance()
            return simple[1]
        self.advance()
        start = self.start
        key = self.value(depth)
        if key is None or key != key:  # a nan is unequal to itself
            raise complaint("a table has no key nil or nan", self._text, start)
        self.expect(b"]")
        self.expect(b"=")
        return key


class _Parts:
    """The items of a table constructor, on the way to a table."""

    __slots__ = ("_holes", "_others", "_positions", "_strings")

    def __init__(self) -> None:
        self._positions: list[Value] = []
        self._strings: dict[bytes, Value] = {}
        self._others: list[tuple[Key, Value]] = []
        self._holes = False

    def append(self, value: Value) -> None:
        self._positions.append(value)
        self._holes = self._holes or value is None

    def put(self, key: Key, value: Value) -> None:
        if type(key) is not bytes:
            self._others.append((key, value))
        elif value is None:
            self._strings.pop(key, None)
        else:
            self._strings[key] = value

    def table(self) -> Table:
        """As in Lua, positions win over explicit equal keys, and nil leaves a hole."""
        if not (self._others or self._holes):
            return Table.of(self._positions, self._strings)
        return Table.from_pairs(chain(self._others, enumerate(self._positions, 1)), self._strings)
