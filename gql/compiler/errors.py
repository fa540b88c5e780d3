"""The errors of queries that make no sense, whoever answers them.

    EdgewiseError (models)
    ├── Unplannable                a query that the compiler cannot take; its text says why
    └── RequestError               a query that cannot be answered; its text says how to ask instead
        ├── BadInput               an argument that makes no sense
        ├── LimitExceeded          a request that asks for too much
        └── TimedOut               an answer that took too long
"""
from __future__ import annotations

from models.errors import EdgewiseError

Place = tuple[str | int, ...]
"""Where in the arguments something stands: ("operations", 2, "do", "createNick", "account")."""


class Unplannable(EdgewiseError):
    """A query that the compiler leaves to the reference executor; the text names what it cannot take."""


class RequestError(EdgewiseError):
    """A query that cannot be answered as it is."""


class BadInput(RequestError):
    """An argument that makes no sense; `place` says where it stands, if that is deep inside an input object."""

    def __init__(self, message: str, place: Place = ()) -> None:
        super().__init__(f"{spelled(place)}: {message}" if place else message)
        self.place = place


class LimitExceeded(RequestError):
    """A request that asks for too much, or an answer that would be too large; `setting` is what holds the limit."""

    def __init__(self, message: str, setting: str = "") -> None:
        super().__init__(message)
        self.setting = setting


class TimedOut(RequestError):
    """An answer that took too long."""


def spelled(place: Place) -> str:
    """A place as JavaScript writes it: operations[2].do.createNick.account."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")
