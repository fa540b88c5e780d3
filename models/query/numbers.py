"""Many whole numbers in one text."""
from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import overload


class Numbers(Sequence[int]):
    """Whole numbers that came in a text, `1,2,3`: engines take them so, and mostly nobody looks at each of them.

    Each has at most DIGITS digits, so that it is one that every engine can hold.
    """

    DIGITS = 18

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        """As a tuple, which `edgewise explain` shows."""
        return f"({self.text})"

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        return tuple(map(int, self.text.split(",")))

    def __len__(self) -> int:
        return self.text.count(",") + 1

    @overload
    def __getitem__(self, place: int) -> int: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[int]: ...

    def __getitem__(self, place: int | slice) -> int | Sequence[int]:
        return self._numbers[place]


def text_of(numbers: Sequence[int]) -> str:
    """The numbers in one text."""
    return numbers.text if isinstance(numbers, Numbers) else ",".join(map(str, numbers))
