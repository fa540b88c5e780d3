"""Who may read and write the stores of others."""
from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.jid import JID, parse_jid
from models.lua.value import Table, Value

ROLES = "roles"
"""The store that makes a user an administrator of his own host."""


class Admins:
    """The administrators that are configured: of all hosts, and of single ones.

    Raises ValueError for a text that is no address of a user.
    """

    def __init__(self, everywhere: Iterable[str], hosts: Mapping[str, Iterable[str]]) -> None:
        self._everywhere = frozenset(map(_prepared, everywhere))
        self._hosts = {host: frozenset(map(_prepared, admins)) for host, admins in hosts.items()}

    def has(self, jid: JID, host: str) -> bool:
        """Whether a user is one of them for a host."""
        return jid in self._everywhere or jid in self._hosts.get(host, ())


def grants_admin(roles: Value) -> bool:
    """Whether a value of the store `roles` makes its owner an administrator of his host."""
    return isinstance(roles, Table) and roles.get(b"prosody:admin") is True


def _prepared(text: str) -> JID:
    jid = parse_jid(text)
    if jid is None:
        raise ValueError(f"{text!r} is no address of a user: write it as NODE@DOMAIN")
    return jid
