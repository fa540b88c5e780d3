"""Control characters that a database has left as they are in the texts of an answer."""
from __future__ import annotations

import json
from collections.abc import Mapping

ESCAPES: Mapping[bytes, bytes] = {bytes([code]): json.dumps(chr(code))[1:-1].encode() for code in range(32)}
"""How JSON writes them (RFC 8259, section 7)."""

CONTROLS = b"".join(ESCAPES)

SHORT = 16 * 1024
"""Up to how many bytes it is quicker to copy an answer without them than to look for each of them in turn."""


def escaped(answer: bytes) -> bytes:
    """The answer with JSON's escapes for them: raw ones stand nowhere but in its texts."""
    if len(answer) <= SHORT and answer.translate(None, CONTROLS) == answer:
        return answer
    for character, escape in ESCAPES.items():
        if character in answer:
            answer = answer.replace(character, escape)
    return answer
