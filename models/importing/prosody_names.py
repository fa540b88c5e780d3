"""The names of Prosody's data files: which store of which user each holds."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_ESCAPE = re.compile(rb"%([0-9a-fA-F]{2})")

KINDS = {b".dat": "keyval", b".list": "list"}
"""What a file holds, by the end of its name."""

SERVER_WIDE = b"_global"
"""The folder of what belongs to no host."""


class Place(NamedTuple):
    """A store; the user is empty for a host's own stores."""

    host: str
    user: str
    store: str

    def __str__(self) -> str:
        return f"{self.host}/{self.store}/{self.user}" if self.user else f"{self.host}/{self.store}"


def is_data(name: bytes) -> bool:
    """Whether a file of that name holds data."""
    return kind(name) is not None


def kind(name: bytes) -> str | None:
    """`keyval` or `list`, None for any other file."""
    return next((kind for end, kind in KINDS.items() if name.endswith(end)), None)


def place(parts: Sequence[bytes]) -> Place:
    """The store that a file below the data directory holds: host/store/user.dat, or host/store.dat.

    Raises ValueError with what is wrong.
    """
    if len(parts) not in (2, 3):
        raise ValueError("it is not where the data of a host or user is")
    if parts[0] == SERVER_WIDE:
        raise ValueError("it belongs to the server, not to a host")
    *folders, file = parts
    names = [*folders, file.rpartition(b".")[0]]
    try:
        host, store, *user = (_ESCAPE.sub(_byte, name).decode() for name in names)
    except UnicodeDecodeError:
        raise ValueError("its name is no UTF-8") from None
    return Place(host, "".join(user), store)


def _byte(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 16)])


def root_depth(files: Iterable[Sequence[bytes]]) -> int:
    """How many folders of an archive lead to the data directory: most data files are three levels below it."""
    depths = Counter(len(parts) for parts in files)
    return max(max(depths, key=lambda depth: (depths[depth], -depth)) - 3, 0) if depths else 0
