"""Patterns of text: what people write, and what the engines understand."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum

from models.errors import BadQuery
from models.search import INDEXED_CHARACTERS

LONGEST = 4_000
"""How many characters a pattern may have; SQLite takes no pattern above 50,000 bytes."""


class Wildcard(Enum):
    """What stands for other characters."""

    ANY = "%"
    ONE = "_"


Symbol = str | Wildcard
"""A character that stands for itself, or a wildcard."""


def parse(text: str) -> list[Symbol]:
    r"""The symbols of a pattern with the wildcards of SQL's LIKE; `\` takes the meaning from the next character.

    Raises BadQuery for a pattern that ends in the midst of that.
    """
    return list(_symbols(iter(text)))


def _symbols(characters: Iterator[str]) -> Iterator[Symbol]:
    last: Symbol | None = None
    for character in characters:
        symbol: Symbol = character
        if character == "\\":
            symbol = next(characters, "")
            if not symbol:
                raise BadQuery(r"a pattern ends with a single \; write \\ for the character itself")
        elif character in "%_":
            symbol = Wildcard(character)
        if symbol is not Wildcard.ANY or last is not Wildcard.ANY:  # two in a row mean the same as one
            yield symbol
        last = symbol


def render(symbols: Sequence[Symbol], engine: str) -> str:
    """The symbols as the engine's operator (MATCHES) has them. Raises BadQuery for a pattern that is too long."""
    if len(symbols) > LONGEST:
        raise BadQuery(f"a pattern of more than {LONGEST} characters; give a shorter one")
    return "".join(map(_glob if engine == "sqlite" else _like, symbols))


def _like(symbol: Symbol) -> str:
    if isinstance(symbol, Wildcard):
        return symbol.value
    return f"\\{symbol}" if symbol in "%_\\" else symbol


def _glob(symbol: Symbol) -> str:
    if isinstance(symbol, Wildcard):
        return "*" if symbol is Wildcard.ANY else "?"
    return f"[{symbol}]" if symbol in "*?[" else symbol


MATCHES: Mapping[str, str] = {"sqlite": " GLOB ", "postgresql": " LIKE ", "mysql": " LIKE "}
"""The operator of each engine. SQLite's LIKE does not tell letters' case apart, its GLOB does."""

WRITTEN: Mapping[str, Callable[[str], list[Symbol]]] = {
    "like": parse,
    "startsWith": lambda text: [*text, Wildcard.ANY],
    "endsWith": lambda text: [Wildcard.ANY, *text],
    "contains": lambda text: [Wildcard.ANY, *text, Wildcard.ANY],
}
"""The symbols that each operator makes of its text."""


def range_of_starts(prefix: str) -> tuple[str, str]:
    """Between which texts those are that begin with `prefix`: the first is in, the second is out.

    Only the characters that an index of models.search holds count.
    """
    start, last = prefix[:INDEXED_CHARACTERS], "\U0010ffff"
    kept = start.rstrip(last)
    if not kept:
        return start, last * (INDEXED_CHARACTERS + 1)
    code = ord(kept[-1]) + 1
    return start, kept[:-1] + chr(code if code != 0xD800 else 0xE000)  # half of a pair is no character
