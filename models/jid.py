"""The addresses of XMPP users: `node@domain/resource`."""
from __future__ import annotations

import re
from typing import NamedTuple

from models.preparation import nameprep, nodeprep

_JID = re.compile(r"([^@/]+)@([^@/]+)(?:/.+)?", re.DOTALL)


class JID(NamedTuple):
    """The address of a user, prepared: equal users have equal addresses."""

    node: str
    domain: str

    def __str__(self) -> str:
        return f"{self.node}@{self.domain}"


def parse_jid(text: str) -> JID | None:
    """The prepared address of a user; None if it is none (contract/data, "Credentials").

    A resource is ignored, and so is one dot at the end of the domain. A text without a node is no user's address.
    """
    match = _JID.fullmatch(text)
    if match is None:
        return None
    node, domain = nodeprep(match[1]), nameprep(match[2].removesuffix("."))
    return JID(node, domain) if node and domain else None
