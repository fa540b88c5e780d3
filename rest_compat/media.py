"""The two formats of /data, and how headers name them."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from models.lua import literal, prosody_json
from models.lua.value import Value

JSON, LUA = "application/json", "text/x-lua"

READERS: Mapping[str, Callable[[bytes], Value]] = {
    JSON: prosody_json.loads,
    LUA: literal.loads,
}
"""What a body can be, by its media type."""

_QUOTED = r'"(?:[^"\\]|\\.)*(?:"|\\?$)'
_ELEMENTS = re.compile(rf'(?:[^",]|{_QUOTED})+')
_PARTS = re.compile(rf'(?:[^";]|{_QUOTED})+')
_QUALITY = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?")

LONGEST_ACCEPT = 1000
"""No client says that much about what it likes; whoever does only wants to see us busy."""


def media_type(content_type: bytes) -> str:
    """The media type in a `Content-Type`, without parameters and in small letters (difference g)."""
    return content_type.split(b";", 1)[0].strip(b" \t").decode("latin-1").lower()


def prefers_lua(accept: bytes) -> bool:
    """Whether an `Accept` gives Lua a higher quality than JSON (difference o; RFC 9110, 12.5.1)."""
    return accept not in (b"", b"*/*") and len(accept) <= LONGEST_ACCEPT and _prefers_lua(accept)


@lru_cache(maxsize=256)
def _prefers_lua(accept: bytes) -> bool:
    ranges = dict(_ranges(accept.decode("latin-1").lower()))
    return _quality(ranges, LUA) > _quality(ranges, JSON)


def _quality(ranges: Mapping[str, float], type_: str) -> float:
    """The most specific range that fits decides."""
    for range_ in (type_, type_.split("/", 1)[0] + "/*", "*/*"):
        if range_ in ranges:
            return ranges[range_]
    return 0.0


def _ranges(text: str) -> Iterator[tuple[str, float]]:
    """The media ranges with their qualities; those with a quality that is none are left out."""
    for element in _ELEMENTS.findall(text):
        range_, *parameters = (part.strip(" \t") for part in _PARTS.findall(element) or [""])
        pairs = (parameter.partition("=") for parameter in parameters)
        weight = next((value.strip(" \t") for name, _, value in pairs if name.strip(" \t") == "q"), "1")
        if _QUALITY.fullmatch(weight):
            yield range_, float(weight)
