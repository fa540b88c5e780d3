"""Spots: raw rows in the text of an answer, which Python makes JSON of.

A spot is BEGIN, a number, cells each behind a CELL, records each behind a RECORD, END; a record is cells with CELLs
between. All four are control characters, which never stand in JSON as they are. A cell can hold spots again: what is
innermost is finished first.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

BEGIN, END, RECORD, CELL = 2, 3, 30, 31
"""The codes of the characters."""

_BOUNDARY = re.compile(rb"[\x02\x03]")


class Raw(NamedTuple):
    """What stands in a spot: single cells, then records of cells."""

    head: Sequence[bytes]
    records: Sequence[Sequence[bytes]]


Finish = Callable[[int, Raw], bytes]
"""From the number of a spot and what stands there to JSON."""


def finish(text: bytes, make: Finish) -> bytes:
    """The text with JSON in place of all spots."""
    levels: list[list[bytes]] = [[]]
    position = 0
    for boundary in _BOUNDARY.finditer(text):
        levels[-1].append(text[position:boundary.start()])
        position = boundary.end()
        if boundary[0][0] == BEGIN:
            levels.append([])
        else:
            spot = b"".join(levels.pop())
            levels[-1].append(make(*_parsed(spot)))
    levels[-1].append(text[position:])
    return b"".join(levels[0])


def _parsed(spot: bytes) -> tuple[int, Raw]:
    start, *records = spot.split(bytes([RECORD]))
    number, *head = start.split(bytes([CELL]))
    return int(number), Raw(head, [record.split(bytes([CELL])) for record in records])


def text(cell: bytes) -> bytes:
    """The text that a cell has in hexadecimal digits."""
    return bytes.fromhex(cell.decode())
