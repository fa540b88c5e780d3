"""The addresses of /rest: the parts of a path, the ids in them, and the one parameter that counts."""
from __future__ import annotations

import re
from urllib.parse import unquote_plus, unquote_to_bytes

from models.kinds import ID_LIMIT, parse_id

_LOOKS_LIKE_ID = re.compile(r"[0-9.]+")


def path_parts(raw_path: bytes) -> list[str]:
    """The parts of a path behind its first one: split at slashes, empty ones dropped, then percent-decoded once.

    Bytes that are no UTF-8 stay recognizable (as lone surrogates), so that they equal no name and no value.
    """
    parts = [part for part in raw_path.split(b"/") if part]
    if b"%" in raw_path:
        parts = [unquote_to_bytes(part) for part in parts]
    return [part.decode("utf-8", "surrogateescape") for part in parts[1:]]


def refs_parameter(query: bytes) -> str:
    """The value of `refs` in a query string, "" for none; the last one that has a value counts."""
    value = b""
    for pair in query.split(b"&"):
        if pair.startswith(b"refs=") and len(pair) > len(b"refs="):
            value = pair[len(b"refs="):]
    return unquote_plus(value.decode("ascii", "replace"))


def looks_like_id(part: str) -> bool:
    """Whether a GET takes this part as an id, and not as the name of a field."""
    return _LOOKS_LIKE_ID.fullmatch(part) is not None


def signed_id(part: str) -> int | None:
    """The id that a PUT or DELETE names, None if it is no id.

    COMPAT: a sign is fine, as `-1` is 2**64 - 1. The numbers near 2**64 never exist, and neither do those
    that wrapped around to small ones: they would delete what nobody named.
    """
    number = parse_id(part[1:] if part.startswith(("+", "-")) else part)
    return ID_LIMIT - 1 if number and part.startswith("-") else number
