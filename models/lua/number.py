"""Numbers as Lua 5.4 reads and writes them: integers of 64 bits and doubles."""
from __future__ import annotations

import math
import re

from models.lua.value import INTEGER_MAX, INTEGER_MIN

_INTEGER = re.compile(rb"(-?)0*+([0-9]*+)")
_DECIMAL = re.compile(rb"-?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][-+]?[0-9]++)?")
_HEX_INTEGER = re.compile(rb"(-?)0[xX]([0-9a-fA-F]++)")
_HEX_FLOAT = re.compile(rb"-?0[xX](?:[0-9a-fA-F]++(?:\.[0-9a-fA-F]*+)?|\.[0-9a-fA-F]++)(?:[pP][-+]?[0-9]++)?")

_MOST_DIGITS = 19
"""No 64-bit integer has more; Python refuses to read very long ones at all."""

SPECIALS = {"inf": "(1/0)", "-inf": "(-1/0)", "nan": "(0/0)"}
"""Python's names of the numbers without digits, and what Prosody writes for them."""


def decimal(text: bytes) -> int | float | None:
    """The number that decimal digits spell, with a minus or none; None if they spell no number.

    Integers beyond 64 bits become floats (contract/data, "Values"), and floats may overflow to infinity.
    """
    if not _DECIMAL.fullmatch(text):
        return None
    integer = _INTEGER.fullmatch(text)
    if integer is None or len(integer[2]) > _MOST_DIGITS:
        return float(text)
    number = int(integer[1] + (integer[2] or b"0"))
    return number if INTEGER_MIN <= number <= INTEGER_MAX else float(text)


def numeral(text: bytes) -> int | float | None:
    """The number that a Lua numeral spells, decimal or hexadecimal, with a minus or none; None if it spells none.

    Hexadecimal integers wrap around at 64 bits.
    """
    if len(text) < _MOST_DIGITS and text.isdigit():
        return int(text)
    if integer := _HEX_INTEGER.fullmatch(text):
        number = int(integer[2][-16:], 16)
        return wrap(-number if integer[1] else number)
    if _HEX_FLOAT.fullmatch(text):
        try:
            return float.fromhex(text.decode("ascii"))
        except OverflowError:
            return -math.inf if text.startswith(b"-") else math.inf
    return decimal(text)


def wrap(number: int) -> int:
    """An integer cut to 64 bits, in two's complement."""
    return (number - INTEGER_MIN) % 2**64 + INTEGER_MIN


def spell(number: int | float) -> str:
    """A number as Prosody writes it to its files: `%d`, or `%.18g`, which drops the point of 2.0."""
    if isinstance(number, int):
        return str(number)
    return f"{number:.18g}" if math.isfinite(number) else SPECIALS[str(number)]


def spell_exactly(number: int | float) -> str:
    """A number as a Lua numeral that keeps every bit, and floats apart from integers."""
    text = repr(number)
    return SPECIALS.get(text, text)
