"""The error of whoever asks for too much: the figure, the limit, and the setting that holds it."""
from __future__ import annotations

from gql.compiler.errors import LimitExceeded


def excess(setting: str, what: str, figure: int | str, limit: int) -> LimitExceeded:
    """The error for a figure above a limit; `what` says of what there is too much, and ends the sentence's first half.

    A figure that nobody counts to its end is `more than N`.
    """
    return LimitExceeded(
        f"{what}: {figure}, and the limit is {limit} (limits.{setting}); ask for less at once", setting)


def require(setting: str, what: str, figure: int, limit: int) -> None:
    """Raise LimitExceeded for a figure above a limit."""
    if figure > limit:
        raise excess(setting, what, figure, limit)
