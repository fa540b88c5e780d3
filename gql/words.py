"""English words and GraphQL identifiers: splitting, joining, plurals."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z0-9]+")

UNCOUNTED = frozenset({"data", "equipment", "news", "series", "stats"})
"""Nouns whose plural looks like the singular."""


def split(name: str) -> list[str]:
    """The lower-case ASCII words of any name: `CS_KEEP_MODES`, `myCol`, `my-col`; never none.

    Accents are dropped. A letter that has no ASCII form, and a name without any letter or digit,
    are spelled by their code points, so that different names stay different where possible.
    """
    decomposed = unicodedata.normalize("NFKD", name)
    found = _WORD.findall("".join(map(_ascii, decomposed)))
    return [word.lower() for word in found] or ["".join(f"u{ord(char):x}" for char in name)]


def _ascii(char: str) -> str:
    if char.isascii():
        return char
    if unicodedata.combining(char):
        return ""
    return f"u{ord(char):x}" if char.isalnum() else " "


def capitalize(name: str) -> str:
    """The name with its first letter in upper case and the rest as it was."""
    return name[:1].upper() + name[1:]


def lower_first(name: str) -> str:
    """The name with its first letter in lower case and the rest as it was."""
    return name[:1].lower() + name[1:]


def camel(words: Sequence[str]) -> str:
    """The words as a field name: `keepModes`. A leading digit gets the underscore that GraphQL asks for."""
    return _legal(words[0] + "".join(map(capitalize, words[1:])))


def pascal(words: Sequence[str]) -> str:
    """The words as a type name: `KeepModes`."""
    return _legal("".join(map(capitalize, words)))


def constant(words: Sequence[str]) -> str:
    """The words as the name of an enum's value: `KEEP_MODES`."""
    return _legal("_".join(words).upper())


def _legal(name: str) -> str:
    """GraphQL names are /[_A-Za-z][_0-9A-Za-z]*/ (specification, section 2.1.9)."""
    return f"_{name}" if name[0].isdigit() else name


def plural(name: str) -> str:
    """The plural of a camelCase noun; a noun that is uncounted or a plural already comes back as it is."""
    last = split(name)[-1]
    if last in UNCOUNTED:
        return name
    if last.endswith(("ss", "us", "as", "x", "z", "ch", "sh")):
        return f"{name}es"
    if last.endswith("is"):
        return f"{name[:-2]}es"
    if last.endswith("s"):
        return name
    if re.search(r"[^aeiou]y$", last):
        return f"{name[:-1]}ies"
    return f"{name}s"
