"""Cursors: where a page ended, as text.

A cursor holds the fingerprint of the type and the order, then the values of the order's keys, the id last. Its
parts are joined by dots: nothing for None, decimal digits for a number, `x` and the bytes in hexadecimal digits for a
text. SQL of every engine can write that too. A cursor goes on working when its object is gone: only values count.
"""
from __future__ import annotations

import re
from collections.abc import Sequence

from models.errors import BadCursor
from models.query.operands import NUMBERS
from models.query.orders import Key, Ordering
from models.search import INDEXED_CHARACTERS

LONGEST = 4 * INDEXED_CHARACTERS
"""How many bytes of a text count."""


class Encoded(bytes):
    """A text that is not in UTF-8, or holds NUL characters: SQLite alone holds what other programs wrote so."""


KeyValue = str | int | Encoded | None
"""What an object has for a key of its order."""

_NUMBER = re.compile(r"-?[0-9]{1,19}")
_TEXT = re.compile(r"x((?:[0-9a-f]{2})*)")
_LENGTH = 8


def encode(fingerprint: str, values: Sequence[str | int | bytes | None]) -> str:
    """The cursor of an object whose keys have these values; texts may come as their bytes."""
    return ".".join((fingerprint, *map(_written, values)))


def decode(ordering: Ordering, cursor: str) -> tuple[KeyValue, ...]:
    """The values of the keys. Raises BadCursor for a cursor of another type or order and for other text."""
    fingerprint, *parts = cursor.split(".")
    wanted = ordering.fingerprint
    if len(fingerprint) != len(wanted):
        raise BadCursor(_NONE)
    if fingerprint[:_LENGTH] != wanted[:_LENGTH]:
        raise BadCursor(f"the cursor is from a list of another type; take one from a list of {ordering.type.name}")
    if fingerprint != wanted:
        raise BadCursor("the cursor is from a list in another order; begin again without a cursor, or keep the order")
    if len(parts) != len(ordering.keys):
        raise BadCursor(_NONE)
    return tuple(_read(key, part) for key, part in zip(ordering.keys, parts, strict=True))


_NONE = "this is no cursor; pass on one of an earlier answer as it is"


def is_encoded(value: object) -> bool:
    """Whether a value, or what stands for one in a statement, is Encoded."""
    return isinstance(value, Encoded) or getattr(value, "encoded", False) is True


def _written(value: str | int | bytes | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"x{_bytes(value).hex()}"


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _read(key: Key, part: str) -> KeyValue:
    if not part and key.has_none:
        return None
    if key.is_text:
        return _read_text(part)
    if _NUMBER.fullmatch(part) and (number := int(part)) in NUMBERS:
        return number
    raise BadCursor(_NONE)


def _read_text(part: str) -> str | Encoded:
    match = _TEXT.fullmatch(part)
    if match is None or len(match[1]) > 2 * LONGEST:
        raise BadCursor(_NONE)
    found = bytes.fromhex(match[1])
    try:
        text = found.decode()
    except UnicodeDecodeError:
        return Encoded(found)
    if len(text) > INDEXED_CHARACTERS:
        raise BadCursor(_NONE)
    return Encoded(found) if "\0" in text else text
