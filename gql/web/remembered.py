"""Texts that are remembered by their hashes: no more than fit into a number of bytes, the last used ones."""
from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256

COST = 300
"""What an entry takes beside its text: the hash, the two objects, a place in the table."""


def hashed(text: str) -> str:
    """The SHA-256 of a text, in hex."""
    return sha256(text.encode()).hexdigest()


class Remembered:
    """A bounded store of texts; those that were not asked for the longest make room for new ones."""

    def __init__(self, most_bytes: int) -> None:
        self._left = most_bytes
        self._texts: OrderedDict[str, bytes] = OrderedDict()
        self._most = most_bytes

    def get(self, hash_: str) -> str | None:
        """The text with a hash, None if it was never added or had to make room."""
        text = self._texts.get(hash_)
        if text is None:
            return None
        self._texts.move_to_end(hash_)
        return text.decode()

    def add(self, hash_: str, text: str) -> None:
        """Remember a text by its hash; one that is larger than the whole store is not."""
        kept = text.encode()
        if hash_ in self._texts or len(kept) + COST > self._most:
            return
        self._texts[hash_] = kept
        self._left -= len(kept) + COST
        while self._left < 0:
            _, gone = self._texts.popitem(last=False)
            self._left += len(gone) + COST
