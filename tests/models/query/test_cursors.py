"""Cursors: what they hold, and what is none."""
from __future__ import annotations

import pytest

from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue
from models.errors import BadCursor
from models.query.cursors import Encoded, KeyValue, decode, encode
from models.query.edges import Edge
from models.query.orders import Nulls, Order, Ordering, ordering

CATALOGUE = Catalogue(BUILTIN_TYPES)


def by(*orders: Order, type_name: str = "nick") -> Ordering:
    return ordering(CATALOGUE, type_name, orders)


ORDERING = by(Order("last_quit"), Order("last_seen"))


@pytest.mark.parametrize("values", [
    (None, None, 1), ("", 0, 1), ("x", -5, 2), ("a.b\\'\"%_", 2**63 - 1, 3),
    ("日本😀é\n", -2**63, 2**63 - 1), ("z" * 191, 1, 1),
])
def test_values_come_back(values: tuple[KeyValue, ...]) -> None:
    cursor = encode(ORDERING.fingerprint, values)
    assert cursor.isascii()
    assert not set(cursor) & set(" +/=%&?#\"'")
    assert decode(ORDERING, cursor) == values


@pytest.mark.parametrize("other", [
    by(), by(Order("last_quit")), by(Order("last_seen"), Order("last_quit")),
    by(Order("last_quit"), Order("last_seen", descending=True)),
    by(Order("last_quit", nulls=Nulls.LAST), Order("last_seen")),
    by(Order("last_quit"), Order("last_seen"), Order("id", descending=True)),
    by(Order("display", (Edge("nc"),)), Order("last_seen")),
])
def test_cursor_of_another_order_is_refused(other: Ordering) -> None:
    with pytest.raises(BadCursor, match="another order"):
        decode(ORDERING, encode(other.fingerprint, (None,) * (len(other.keys) - 1) + (1,)))


def test_cursor_of_another_type_is_refused() -> None:
    with pytest.raises(BadCursor, match="another type; take one from a list of nick"):
        decode(by(), encode(by(type_name="channel").fingerprint, (1,)))


@pytest.mark.parametrize("tail", [
    "", ".", ".1", "..", "....1", "..1.", ".x.1.2.3", ".1.1.1", ".x.x.1", ".x4.1.1", ".x4G.1.1", ".x4A.1.1",
    f".x{'61' * 192}.1.1", f".x{'ff' * 765}.1.1", ".x61.1.5.1", ".x61.9223372036854775808.1",
    ".x61.1.", ".x61.1.x31", ".x61.1.9223372036854775808", ".x61.１.1", ".x61.+1.1", ".x61. 1.1", ".x61.--1.1",
    ".x61.1.1\n", ".x61.1\n.1",
])
def test_mangled_cursor_is_refused(tail: str) -> None:
    with pytest.raises(BadCursor, match="no cursor"):
        decode(ORDERING, ORDERING.fingerprint + tail)


@pytest.mark.parametrize("found", [b"\xff", b"caf\xe9", b"a\0b", b"\xed\xa0\x80"])
def test_texts_in_another_encoding_come_back_as_their_bytes(found: bytes) -> None:
    values = decode(ORDERING, encode(ORDERING.fingerprint, (found, 1, 1)))
    assert values == (found, 1, 1)
    assert isinstance(values[0], Encoded)


@pytest.mark.parametrize("text", [
    "", "x", "1", "ghost.1.2", "=" * 16, "é" * 16, "\0", "0" * 16 + ".1", "YWNjb3VudDoxMA==", ORDERING.fingerprint[:-1],
])
def test_text_that_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(BadCursor):
        decode(ORDERING, text)


def test_names_are_never_none_unless_the_caller_says_where_they_stand() -> None:
    natural, placed = by(Order("nick")), by(Order("nick", nulls=Nulls.LAST))
    with pytest.raises(BadCursor):
        decode(natural, f"{natural.fingerprint}..1")
    assert decode(placed, f"{placed.fingerprint}..1") == (None, 1)
