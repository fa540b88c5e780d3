"""The credentials of a request: HTTP Basic with an XMPP address as the user name (contract/data, "Credentials")."""
from __future__ import annotations

import re
from binascii import a2b_base64
from typing import NamedTuple

from models.jid import JID, parse_jid
from models.preparation import saslprep

_HEADER = re.compile(rb"(?:[Bb][Aa][Ss][Ii][Cc] +)?([A-Za-z0-9+/]+)(=*)")

_PADDING = (0, None, 2, 1)
"""How many `=` the last group needs, by the number of letters in it; a single letter is no group."""


class Credentials(NamedTuple):
    """Who somebody says to be, and his proof, both prepared."""

    jid: JID
    password: str


def parse_credentials(header: bytes) -> Credentials | None:
    """The credentials in the value of an `Authorization` header; None if it holds none.

    COMPAT: the base64 text may stand without the scheme, and `=` there are too many of are no harm.
    """
    decoded = _decode(header)
    if decoded is None:
        return None
    address, colon, password = decoded.partition(":")
    jid, prepared = parse_jid(address), saslprep(password)
    return Credentials(jid, prepared) if colon and jid is not None and prepared is not None else None


def _decode(header: bytes) -> str | None:
    match = _HEADER.fullmatch(header.strip(b" \t"))
    if match is None:
        return None
    letters, padding = match.groups()
    needed = _PADDING[len(letters) % 4]
    if needed is None or len(padding) < needed:
        return None
    try:
        return a2b_base64(letters + b"=" * needed).decode()
    except UnicodeDecodeError:
        return None
