"""Values as the database holds them."""
from __future__ import annotations

from models.catalogue import INTEGER_RANGES, Field, Kind
from models.errors import InvalidValue
from models.kinds import Scalar, is_unicode

Stored = str | int | None
"""Text or a whole number; None was never set."""

FLAG = range(2)


def text_to_store(field: Field, value: Scalar) -> str:
    """The value of a field of text; raises InvalidValue."""
    if not isinstance(value, str) or not is_storable(value):
        raise InvalidValue(field.name, "give a text without NUL characters")
    if field.kind is Kind.ENUM and value and value not in dict(field.values):
        raise InvalidValue(field.name, f"give one of {', '.join(name for name, _ in field.values)}")
    return value


def number_to_store(field: Field, value: Scalar, engine: str) -> Stored:
    """The value of a field of numbers or of a flag; raises InvalidValue."""
    allowed = INTEGER_RANGES.get(field.kind, FLAG)
    if not isinstance(value, int) or int(value) not in allowed:
        raise InvalidValue(field.name, f"give a whole number from {allowed[0]} to {allowed[-1]}")
    # SQLite turns the text into a number where the column is one; Anope's columns hold text
    return str(int(value)) if engine == "sqlite" else int(value)


def is_storable(text: str) -> bool:
    """Whether every engine takes the text; what none stores cannot be found either."""
    return "\0" not in text and is_unicode(text)
