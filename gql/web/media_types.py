"""Media types: what a body is written in, what a client wants an answer in (RFC 9110, sections 8.3.1 and 12.5.1)."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"
HTML = "text/html"

LONGEST_ACCEPT = 2_000
"""How much of an Accept header is read; the longest of a browser has 150 characters."""

_QUOTED = r'"(?:[^"\\]|\\.?)*+(?:"|$)'
_ELEMENT = re.compile(rf'(?:[^,"]|{_QUOTED})+')
_PARAMETER = re.compile(rf';\s*([^\s;="]+)\s*=\s*({_QUOTED}|[^\s;"]*)')
_TYPE = re.compile(r"[^\s/;,]+/[^\s/;,]+")
_WEIGHT = re.compile(r"[01](\.[0-9]*)?|\.[0-9]+")


@dataclass(frozen=True)
class MediaRange:
    """What Content-Type holds, or one element of Accept: `application/json; charset=utf-8`, `text/*;q=0.5`."""

    type: str
    parameters: Mapping[str, str]

    @property
    def is_utf_8(self) -> bool:
        """Whether it leaves room for UTF-8; where no encoding is named, UTF-8 is meant."""
        return self.parameters.get("charset", "utf-8") in ("utf-8", "utf8", "*")

    @property
    def weight(self) -> float:
        """From 0, not at all, to 1; what is no weight counts as 0."""
        text = self.parameters.get("q", "1")
        return min(float(text), 1.0) if _WEIGHT.fullmatch(text) else 0.0

    @property
    def exactness(self) -> int:
        """How much of a type it names: 0 for */*, 1 for text/*, 2 for text/html."""
        return 0 if self.type == "*/*" else 1 if self.type.endswith("/*") else 2

    def covers(self, offer: str) -> bool:
        """Whether a media type in UTF-8 is one of these."""
        return self.is_utf_8 and self.type in (offer, f"{offer.partition('/')[0]}/*", "*/*")


@lru_cache(maxsize=256)
def read_media_range(text: str) -> MediaRange | None:
    """The media type or range that a text spells, None for one that is none."""
    type_ = text.partition(";")[0].strip().lower()
    if type_ == "*":  # as Java's URLConnection writes */*
        type_ = "*/*"
    if not _TYPE.fullmatch(type_):
        return None
    return MediaRange(type_, {name.lower(): _unquoted(value).lower() for name, value in _PARAMETER.findall(text)})


def preferred(accept: str, offers: tuple[str, ...]) -> str | None:
    """The offer that an Accept header ranks highest, None if it takes none of them.

    An empty header takes all. Of the ranges that cover an offer the most exact one has the word. Among offers
    of the same weight the one that is named more exactly wins, then the one that is named earlier, then the
    one that stands earlier in `offers`.
    """
    return _preferred(accept[:LONGEST_ACCEPT], offers)


@lru_cache(maxsize=256)
def _preferred(accept: str, offers: tuple[str, ...]) -> str | None:
    if not accept.strip():
        return offers[0]
    ranges = [found for text in _ELEMENT.findall(accept) if (found := read_media_range(text))]
    ranks = {offer: rank for offer in offers if (rank := _rank(offer, ranges))}
    return max(ranks, key=lambda offer: ranks[offer], default=None)


def _rank(offer: str, ranges: Sequence[MediaRange]) -> tuple[float, int, int] | None:
    covering = [(one.exactness, one.weight, -place) for place, one in enumerate(ranges) if one.covers(offer)]
    if not covering:
        return None
    exactness, weight, place = max(covering)
    return (weight, exactness, place) if weight else None


def _unquoted(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value.strip('"')) if value.startswith('"') else value
