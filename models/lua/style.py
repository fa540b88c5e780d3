"""How Lua literals spell what both Prosody's form and the storage form write, but not alike."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models.lua.number import spell, spell_exactly


@dataclass(frozen=True, slots=True)
class Style:
    """The spelling of numbers and of the two markers."""

    number: Callable[[int | float], str]
    null: str
    empty_array: str


PROSODY = Style(spell, "{}", "{}")
"""As Prosody writes its files: Lua has no null, and no empty array."""

EXACT = Style(spell_exactly, "{--[[null]]}", "{--[[array]]}")
"""For storage: nothing is lost, and to Lua it is the same literal, as it takes the comments for blanks."""
