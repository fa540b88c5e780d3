"""The places that /data addresses: one store of one user (contract/data, "Paths")."""
from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

from models.jid import JID

MAX_NAME = 1023
"""The longest user, in bytes (difference j)."""

_STORE = re.compile(rb"[A-Za-z_]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Place(NamedTuple):
    """A store that a path names. Bytes in `host` and `user` that are no UTF-8 are lone surrogates."""

    host: str
    user: str
    store: str
    format: str | None
    """None: the path names no format."""

    @property
    def has_valid_user(self) -> bool:
        """Whether data can be kept under the user's name."""
        try:
            return len(self.user.encode()) <= MAX_NAME and _CONTROL.search(self.user) is None
        except UnicodeEncodeError:
            return False

    @property
    def path(self) -> str:
        """The long form of its path, percent-encoded."""
        return f"/data/{quote(self.host, safe='')}/{quote(self.user, safe='')}/{self.store}"


def parse_place(raw_path: bytes, caller: JID) -> Place | None:
    """What a path names when this user asks for it; None if it names no store.

    The path is decoded once, before it is split. It stays as it is otherwise: letter case matters.
    """
    door, *parts = [part for part in unquote_to_bytes(raw_path).split(b"/") if part] or [b""]
    if len(parts) < 3:
        host, user = caller.domain, caller.node
    else:
        host, user = (part.decode("utf-8", "surrogateescape") for part in parts[:2])
        parts = parts[2:]
    if door != b"data" or not parts or not _STORE.fullmatch(parts[0]):
        return None
    format_ = parts[1].decode("latin-1") if len(parts) > 1 else None
    return Place(host, user, parts[0].decode(), format_)
