"""SHA-256 (FIPS 180-4) that begins with other numbers than the standard's; hashlib has no way to say so."""
from __future__ import annotations

import struct
from collections.abc import Sequence

_WORD = 0xFFFFFFFF


def _primes(count: int) -> list[int]:
    found: list[int] = []
    candidate = 2
    while len(found) < count:
        if all(candidate % prime for prime in found):
            found.append(candidate)
        candidate += 1
    return found


def _root(number: int, power: int) -> int:
    """The whole part of a root."""
    low, high = 0, number
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**power <= number else (low, middle - 1)
    return low


def _fraction(prime: int, power: int) -> int:
    """The first 32 bits behind the point of a prime's root."""
    return _root(prime << 32 * power, power) & _WORD


_CONSTANTS = tuple(_fraction(prime, 3) for prime in _primes(64))
STANDARD = struct.pack(">8I", *(_fraction(prime, 2) for prime in _primes(8)))
"""What SHA-256 itself begins with."""


def digest(message: bytes, begin: bytes = STANDARD) -> bytes:
    """The hash of a message that begins with these 32 bytes."""
    state = struct.unpack(">8I", begin)
    zeros = bytes(-(len(message) + 9) % 64)
    padded = message + b"\x80" + zeros + struct.pack(">Q", 8 * len(message))
    for start in range(0, len(padded), 64):
        state = _compressed(state, struct.unpack_from(">16I", padded, start))
    return struct.pack(">8I", *state)


def _compressed(state: tuple[int, ...], block: tuple[int, ...]) -> tuple[int, ...]:
    """The state behind one more block (section 6.2.2)."""
    a, b, c, d, e, f, g, h = state
    for constant, word in zip(_CONSTANTS, _schedule(block), strict=True):
        ones = _turned(e, 6) ^ _turned(e, 11) ^ _turned(e, 25)
        first = h + ones + (e & f ^ ~e & g) + constant + word
        zeros = _turned(a, 2) ^ _turned(a, 13) ^ _turned(a, 22)
        second = zeros + (a & b ^ a & c ^ b & c)
        a, b, c, d, e, f, g, h = (first + second) & _WORD, a, b, c, (d + first) & _WORD, e, f, g
    return tuple((old + new) & _WORD for old, new in zip(state, (a, b, c, d, e, f, g, h), strict=True))


def _schedule(block: Sequence[int]) -> list[int]:
    words = list(block)
    for place in range(16, 64):
        near, far = words[place - 2], words[place - 15]
        small = _turned(far, 7) ^ _turned(far, 18) ^ far >> 3
        large = _turned(near, 17) ^ _turned(near, 19) ^ near >> 10
        words.append(words[place - 16] + small + words[place - 7] + large & _WORD)
    return words


def _turned(word: int, bits: int) -> int:
    return (word >> bits | word << 32 - bits) & _WORD
