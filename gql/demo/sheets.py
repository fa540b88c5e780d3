"""How the facts of the demonstration are written down: one sheet a type, one row an object."""
from __future__ import annotations

from dataclasses import dataclass

Cell = str | int | bool | None

NEW_YEAR = 1_767_225_600
"""2026-01-01, from which the demonstration counts its days."""


@dataclass(frozen=True)
class Sheet:
    """Objects of one type: the names of some fields, and rows of their values.

    A reference is written `type:NAME`, where NAME stands in the first cell of an earlier row.
    """

    type: str
    fields: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheet(type_name: str, fields: str, *rows: tuple[Cell, ...]) -> Sheet:
    """A sheet with the fields' names in one text, as the head of a table has them."""
    return Sheet(type_name, tuple(fields.split()), rows)


def day(number: int, hour: int = 12) -> int:
    """A moment of the demonstration, in seconds since 1970."""
    return NEW_YEAR + number * 86_400 + hour * 3_600
