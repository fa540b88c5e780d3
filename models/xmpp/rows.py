"""Values as Prosody's SQL storage keeps them: a row for each string key, one row for all other keys."""
from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models.errors import ValueSyntaxError
from models.lua import exact, prosody_json
from models.lua.number import numeral
from models.lua.value import Key, Table, Value
from models.xmpp import stanza

OWN_TYPE = "lua"
"""The type of what Prosody's forms cannot hold: nan, and strings that are no UTF-8.

Prosody says that it does not know the type and leaves the store alone, so it cannot lose what is there.
"""

_NUMBER_NAMES = {b"inf": "inf", b"-inf": "-inf", b"nan": "nan", b"-nan": "nan"}
"""What Prosody itself writes for numbers without digits, though it cannot read them."""

StoredRow = tuple[bytes, str, bytes]
"""Key, type and text of a row. The key is empty for the keys that have no row of their own."""

_logger = logging.getLogger("edgewise.xmpp")


class Cell(NamedTuple):
    """A value in one row: its type, as Prosody names it, and its text."""

    type: str
    text: str


class KeyRow(NamedTuple):
    """A row of a keyval that is to be written."""

    key: str
    type: str
    text: str


class Unreadable(ValueError):
    """A row whose text does not fit its type."""


def encode(value: Value) -> Cell:
    """A value in one row, exactly; whatever Prosody's form can hold is in that form."""
    if isinstance(value, bool):
        return Cell("boolean", "true" if value else "false")
    if not prosody_json.representable_in_json(value):
        return Cell(OWN_TYPE, exact.dumps(value).decode("ascii"))
    text = prosody_json.dumps(value, exact=True)
    if isinstance(value, int | float):
        return Cell("number", text.decode())
    if isinstance(value, bytes) and b"\0" not in value:
        return Cell("string", value.decode())
    # A string with NUL too: JSON has an escape for it, and texts cannot hold it.
    return Cell("json", (text if _prints_alike(value, text) else b" " + text).decode())


def is_canonical(json: bytes) -> bool:
    """Whether the JSON of a row is what the value prints as: a blank before it says that it has more digits."""
    return not json.startswith(b" ")


def _prints_alike(value: Value, exact_text: bytes) -> bool:
    """Whether JSON for people is the same text; what is still unread has no numbers that differ."""
    is_unread = isinstance(value, Table) and len(value) == len(value.unread or ())
    return is_unread or prosody_json.dumps(value) == exact_text


def decode(type_: str, text: bytes) -> Value:
    """The value of one row. Raises Unreadable."""
    try:
        return _decoded(type_, text)
    except ValueSyntaxError as error:
        raise Unreadable(f"no {type_}: {error}") from error


def _decoded(type_: str, text: bytes) -> Value:
    if type_ == "string":
        return text
    if type_ == "json":
        return prosody_json.loads(text)
    if type_ == "number":
        return _number(text)
    if type_ == "boolean" and text in (b"true", b"false"):
        return text == b"true"
    if type_ == "xml":
        return stanza.parse(text)
    if type_ == OWN_TYPE:
        return exact.loads(text)
    raise Unreadable(f"{text[:50]!r} is no {type_}")


def _number(text: bytes) -> int | float:
    text = text.strip()
    number = float(_NUMBER_NAMES[text]) if text in _NUMBER_NAMES else numeral(text)
    if number is None:
        raise Unreadable(f"{text[:50]!r} is no number")
    return number


def encode_keyval(value: Value, room: int) -> list[KeyRow]:
    """The rows of a keyval. Keys of more than `room` bytes get no row of their own.

    Scalars, the empty table and the markers are one row with an empty key.
    """
    if not isinstance(value, Table):
        return [KeyRow("", *encode(value))]
    written: list[KeyRow] = []
    others: list[tuple[Key, Value]] = list(enumerate(value.sequence(), 1))
    for key, item in value.fields():
        name = _row_key(key, room)
        if name is None:
            others.append((key, item))
        else:
            written.append(KeyRow(name, *encode(item)))
    if others or not written:
        written.append(KeyRow("", *encode(Table.from_pairs(others, {}))))
    return written


def differing(before: Iterable[StoredRow], after: Iterable[KeyRow]) -> set[str]:
    """The keys whose rows are not the same in two keyvals; the empty one stands for all that have no row."""
    old = {(key, type_, text) for key, type_, text in before}
    new = {(row.key.encode(), row.type, row.text.encode()) for row in after}
    return {key.decode("utf-8", "replace") for key, _, _ in old ^ new}


def _row_key(key: Key, room: int) -> str | None:
    """A key as it stands in a row of its own, None if it has to go into the row of the others."""
    if not isinstance(key, bytes) or not key or b"\0" in key or len(key) > room:
        return None
    try:
        return key.decode()
    except UnicodeDecodeError:
        return None


def decode_keyval(rows: Iterable[StoredRow]) -> Value:
    """The keyval of these rows; None if there are none.

    A table in a row with an empty key holds the other keys; anything else there is the whole value, if there
    is no other row. Rows that cannot be read are left out, with a warning.
    """
    scalar: Value = None
    pairs: list[tuple[Key, Value]] = []
    is_table = False
    for key, type_, text in rows:
        item = text if type_ == "string" else _warned(type_, text, f"key {key!r}")
        if not key and not isinstance(item, Table):
            scalar = item
        else:
            is_table = True
            pairs.extend(_pairs(key, item))
    return Table.from_pairs(pairs, {}) if is_table else scalar


def _pairs(key: bytes, item: Value) -> Iterator[tuple[Key, Value]]:
    if key:
        yield key, item
    elif isinstance(item, Table):
        yield from item.pairs()


def decode_items(rows: Iterable[tuple[str, bytes]]) -> Iterator[Value]:
    """The list items of these rows (type, text); those that cannot be read are left out, with a warning."""
    for type_, text in rows:
        item = _warned(type_, text, "a list item")
        if item is not None:
            yield item


def decode_archive(rows: Iterable[stanza.ArchiveRow]) -> Iterator[Value]:
    """The list items for the rows of an archive, likewise."""
    for row in rows:
        value = _warned(row.type, row.value, f"the archived item {row.key!r}")
        if value is not None:
            yield stanza.item(row, value)


def _warned(type_: str, text: bytes, what: str) -> Value:
    """The value of a row, None with a warning if it cannot be read."""
    try:
        return decode(type_, text)
    except Unreadable as error:
        _logger.warning("left out %s: %s", what, error)
        return None
