"""Who is asking: what every door knows of a caller, and every rule asks of him."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a caller is to the gateway."""

    ANONYMOUS = "anonymous"
    USER = "user"
    ADMIN = "admin"

    __hash__ = object.__hash__  # as of models.catalogue.Kind


@dataclass(frozen=True, slots=True)
class Principal:
    """A caller.

    `name` is for the log and the audit log: a JID, an account's display, `token:NAME`; empty for nobody in particular.
    `account` and `user` are the ids of his own objects of the types account and xmppuser. `writes` says whether
    he may change anything at all, `audits` whether he may read who changed what.
    """

    role: Role
    name: str = ""
    account: int | None = None
    user: int | None = None
    writes: bool = True
    audits: bool = False

    @property
    def is_admin(self) -> bool:
        """Whether the rules about rows and columns, but for secrets, do not bind him."""
        return self.role is Role.ADMIN


ANONYMOUS = Principal(Role.ANONYMOUS, writes=False)
"""Who shows no credentials."""

LOCAL_ADMIN = Principal(Role.ADMIN, "local", audits=True)
"""A program of a trusted network that shows no credentials and comes through no proxy."""
