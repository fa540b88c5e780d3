"""Preparation of names and passwords (stringprep, RFC 3454), so that what looks the same is the same."""
from __future__ import annotations

import stringprep
from collections.abc import Callable
from dataclasses import dataclass, field
from unicodedata import ucd_3_2_0 as unicode

MAX_BYTES = 1023
"""The longest part of an address (RFC 6122), before and after; Prosody holds passwords to it too."""

Test = Callable[[str], bool]

_ASCII = tuple(map(chr, range(128)))


def _fold(char: str) -> str:
    """Tables B.1 and B.2: letter case is lost.

    A letter whose lower case came after Unicode 3.2 stays as it is: the tables end there, and `stringprep`
    asks the interpreter's newer ones.
    """
    if stringprep.in_table_b1(char):
        return ""
    folded = stringprep.map_table_b2(char)
    return char if any(map(stringprep.in_table_a1, (char, *folded))) else folded


def _straighten(char: str) -> str:
    """All spaces become the common one, the zero-width one too, before table B.1 could remove it."""
    if stringprep.in_table_c12(char):
        return " "
    return "" if stringprep.in_table_b1(char) else char


_PROHIBITED: tuple[Test, ...] = (
    stringprep.in_table_c12, stringprep.in_table_c22, stringprep.in_table_c3, stringprep.in_table_c4,
    stringprep.in_table_c5, stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8,
    stringprep.in_table_c9,
)
"""What all profiles prohibit."""


@dataclass(frozen=True)
class Profile:
    """One way to prepare: what characters become, and which ones must not be there.

    Characters that Unicode 3.2 did not have are allowed, as Prosody allows them when somebody logs in.
    """

    map: Callable[[str], str]
    prohibited: tuple[Test, ...]
    _ascii: dict[int, str] = field(init=False, repr=False)
    _not_ascii: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        prohibited = frozenset(char for char in _ASCII if any(test(char) for test in self.prohibited))
        object.__setattr__(self, "_not_ascii", prohibited)
        object.__setattr__(self, "_ascii", {ord(char): self.map(char) for char in _ASCII if self.map(char) != char})

    def __call__(self, text: str) -> str | None:
        """The prepared text; None if it cannot be prepared."""
        if len(text) > MAX_BYTES:
            return None
        if text.isascii():
            return text.translate(self._ascii) if self._not_ascii.isdisjoint(text) else None
        if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
            return None
        return self._checked(unicode.normalize("NFKC", "".join(map(self.map, text))))

    def _checked(self, text: str) -> str | None:
        if any(test(char) for char in text for test in self.prohibited):
            return None
        return text if _has_one_direction(text) and len(text.encode()) <= MAX_BYTES else None


def _has_one_direction(text: str) -> bool:
    """Text with letters that run from right to left has no others, and begins and ends with them (RFC 3454, 6)."""
    if not any(map(stringprep.in_table_d1, text)):
        return True
    if any(map(stringprep.in_table_d2, text)):
        return False
    return stringprep.in_table_d1(text[0]) and stringprep.in_table_d1(text[-1])


nameprep = Profile(_fold, _PROHIBITED)
"""For domains (RFC 3491)."""

nodeprep = Profile(
    _fold, (*_PROHIBITED, stringprep.in_table_c11, stringprep.in_table_c21, frozenset("\"&'/:<>@").__contains__)
)
"""For what stands before the @ of an address (RFC 6122, appendix A)."""

saslprep = Profile(_straighten, (*_PROHIBITED, stringprep.in_table_c21))
"""For passwords (RFC 4013)."""
