"""What is the caller's own, as it stands in statements: a place that is filled anew for every request."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from models.principal import Principal


class Caller(Enum):
    """The objects that a caller can be; the values are their types. One stands as a parameter for the id."""

    ACCOUNT = "account"
    USER = "xmppuser"


NOBODY: Mapping[Caller, int] = {}


def ids(principal: Principal) -> Mapping[Caller, int]:
    """The ids of the objects that a caller is; without the others, it is none of them."""
    if principal.account is None and principal.user is None:
        return NOBODY
    found = {Caller.ACCOUNT: principal.account, Caller.USER: principal.user}
    return {caller: id_ for caller, id_ in found.items() if id_ is not None}


def filled(parameters: Sequence[object], principal: Principal) -> Sequence[object]:
    """The parameters of a statement with the caller's own ids in their places."""
    if principal.is_admin:  # no rule stands in his statements
        return parameters
    own = ids(principal)
    return [own[value] if isinstance(value, Caller) else value for value in parameters]
