"""SHA-256 that begins with other numbers."""
from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from models.passwords.sha256 import STANDARD, digest


@given(st.binary(max_size=200))
def test_with_the_standards_numbers_it_is_sha_256(message: bytes) -> None:
    assert digest(message) == hashlib.sha256(message).digest()


@given(st.binary(min_size=64, max_size=64), st.binary(max_size=120))
def test_state_behind_a_block_is_what_the_next_one_begins_with(block: bytes, rest: bytes) -> None:
    """The padding of 64 bytes is known, so their hash is the state behind two blocks."""
    padding = b"\x80" + bytes(61) + b"\x02\x00"
    state = hashlib.sha256(block).digest()
    whole = hashlib.sha256(block + padding + rest).digest()
    assert _continued(state, rest, before=128) == whole


def _continued(state: bytes, rest: bytes, before: int) -> bytes:
    """The hash of a longer message: only the length in its padding is another one."""
    from models.passwords import sha256

    zeros = bytes(-(len(rest) + 9) % 64)
    padded = rest + b"\x80" + zeros + (8 * (before + len(rest))).to_bytes(8, "big")
    words = tuple(int.from_bytes(state[at:at + 4], "big") for at in range(0, 32, 4))
    for start in range(0, len(padded), 64):
        block = padded[start:start + 64]
        words = sha256._compressed(words, tuple(int.from_bytes(block[at:at + 4], "big") for at in range(0, 64, 4)))
    return b"".join(word.to_bytes(4, "big") for word in words)


def test_other_numbers_give_another_hash() -> None:
    assert digest(b"secr1t", bytes(32)) != digest(b"secr1t", STANDARD)
