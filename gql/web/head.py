"""The head of a request to /graphql: its method, and what the door reads of its header fields."""
from __future__ import annotations

from collections.abc import Sequence

from starlette.types import Scope

from gql.web.media_types import GRAPHQL, HTML, JSON, preferred

READ = ("GET", "HEAD")
"""The methods that change nothing."""

TO_READERS, TO_SENDERS = (JSON, GRAPHQL, HTML), (JSON, GRAPHQL)
"""The media types that are offered to requests with these methods, and to others."""


class Head:
    """What stands before the body of a request.

    `wanted` is the media type that its client wants: JSON, GRAPHQL, or HTML where a browser opens the address; None for
    a type that this server does not have. Clients that do not care get JSON, as the oldest know nothing else.
    """

    __slots__ = ("_last", "_repeats", "fields", "method", "scope", "wanted")

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.method: str = scope["method"]
        self.fields: Sequence[tuple[bytes, bytes]] = scope["headers"]
        self._last: dict[bytes, bytes] = dict(self.fields)
        self._repeats = len(self._last) < len(self.fields)
        self.wanted = preferred(self.get(b"accept"), TO_READERS if self.method in READ else TO_SENDERS)

    def has(self, name: bytes) -> bool:
        """Whether a header field is there."""
        return name in self._last

    def get(self, name: bytes) -> str:
        """The value of a header field, empty if it is not there; of one that is repeated all values (RFC 9110, 5.3)."""
        if self._repeats:
            return b", ".join([value for each, value in self.fields if each == name]).decode("latin-1")
        return self._last.get(name, b"").decode("latin-1")
