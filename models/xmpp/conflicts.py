"""Writers that meet on a server: one of them is sent back and tries again."""
from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import peewee

from models.database import Database, transaction

T = TypeVar("T")

ATTEMPTS = 10

_STATES = frozenset({"40001", "40P01"})
"""PostgreSQL's codes for a transaction that lost against another one."""

_CODES = frozenset({1205, 1213})
"""MariaDB's: waited too long, deadlock."""


class Vanished(peewee.OperationalError):
    """The store was deleted between two statements."""


def retried(database: Database, write: Callable[[], T]) -> T:
    """The result of a write in one transaction, tried again when another writer won.

    Inside a caller's transaction it is tried once: that is the caller's to repeat.
    """
    for _ in range(0 if database.in_transaction() else ATTEMPTS - 1):
        try:
            with transaction(database):
                return write()
        except peewee.OperationalError as error:
            if not _is_conflict(error):
                raise
    with transaction(database):
        return write()


def _is_conflict(error: peewee.OperationalError) -> bool:
    cause = error.args[0] if error.args else None
    code = cause.args[0] if isinstance(cause, Exception) and cause.args else None
    return isinstance(error, Vanished) or getattr(cause, "sqlstate", None) in _STATES or code in _CODES
