"""From an offset in a text to an error that names line and column."""
from __future__ import annotations

from models.errors import ValueSyntaxError


def complaint(problem: str, text: bytes, offset: int) -> ValueSyntaxError:
    """The error to raise for what is wrong at this offset; line and column count from 1, columns in bytes."""
    before = text[:offset]
    return ValueSyntaxError(problem, before.count(b"\n") + 1, offset - before.rfind(b"\n"))
