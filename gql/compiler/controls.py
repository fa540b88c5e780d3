"""Control characters that a database has left as they are in the texts of an answer."""
from __future__ import annotations

import json
from collections.abc import Mapping

ESCAPES: Mapping[bytes, bytes] = {bytes([code]): json.dumps(chr(code))[1:-1].encode() for code in range(32)}
"""How JSON writes them (RFC 8259, section 7)."""

CONTROLS = b"".join(ESCAPES)

SHORT = 16 * 1024
"""Up to how many bytes it is quicker to copy an answer without them than to look for each of them in turn."""

PIECE = 64 * 1024
"""How many bytes are looked at together: other threads have their turn between two pieces."""


def escaped(answer: bytes) -> bytes:
    """The answer with JSON's escapes for them: raw ones stand nowhere but in its texts."""
    if len(answer) <= SHORT and answer.translate(None, CONTROLS) == answer:
        return answer
    parts, kept = [], 0
    for start in range(0, len(answer), PIECE):
        end = start + PIECE
        present = [character for character in ESCAPES if answer.find(character, start, end) >= 0]
        if present:
            parts += [answer[kept:start], _replaced(answer[start:end], present)]
            kept = end
    return b"".join([*parts, answer[kept:]]) if parts else answer


def _replaced(piece: bytes, present: list[bytes]) -> bytes:
    for character in present:
        piece = piece.replace(character, ESCAPES[character])
    return piece
