"""What a server stores so that it can recognise a password."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol


class Secret(Protocol):
    """What is stored of one account's password. Its verification needs no database, and may take a while."""

    @property
    def fingerprint(self) -> bytes:
        """Bytes that are others as soon as anything is stored otherwise."""

    @property
    def weight(self) -> int:
        """How long a verification takes, in the measure of its server's formats; 0: too short to tell."""

    def verify(self, password: str) -> bool:
        """Whether this is the password, in constant time. It is prepared as the server prepares it."""


Decoys = Callable[[int], Iterable[Secret]]
"""From a weight to secrets that no password fits, which take as long together."""


class Effort:
    """Verifies the passwords of one server's accounts so that a wrong one takes equally long for everybody.

    For somebody who does not exist too: as long as for the account with the heaviest secret that was seen so far,
    but no longer than `most`, as one costly account must not make everybody's mistakes costly. `usual` is what the
    server stores unless it is told otherwise.
    """

    def __init__(self, decoys: Decoys, *, usual: int, most: int) -> None:
        self._decoys, self._heaviest, self._most = decoys, usual, most

    def verify(self, secret: Secret | None, password: str | None) -> bool:
        """Whether a password fits; None for a secret that nobody has, and for a password that cannot be one."""
        weight = secret.weight if secret else 0
        self._heaviest = max(self._heaviest, min(weight, self._most))
        if secret is not None and secret.verify(password or "") and password is not None:
            return True
        for decoy in self._decoys(max(0, self._heaviest - weight)):
            decoy.verify(password or "")
        return False
