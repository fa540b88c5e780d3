"""Writers that meet on a server: one of them is sent back and tries again."""
from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import peewee

from models.database import Database, first_line, transaction
from models.errors import InvalidValue
from models.refusals import Refusal, is_crossing, refusal

T = TypeVar("T")

ATTEMPTS = 10


class Vanished(peewee.OperationalError):
    """The store was deleted between two statements."""


def retried(database: Database, write: Callable[[], T]) -> T:
    """The result of a write in one transaction, tried again when another writer won.

    Inside a caller's transaction it is tried once: that is the caller's to repeat. Raises InvalidValue for what
    the database cannot hold.
    """
    for _ in range(0 if database.in_transaction() else ATTEMPTS - 1):
        try:
            return _once(database, write)
        except peewee.PeeweeException as error:
            if not (isinstance(error, Vanished) or is_crossing(error)):
                raise
    return _once(database, write)


def _once(database: Database, write: Callable[[], T]) -> T:
    try:
        with transaction(database):
            return write()
    except peewee.PeeweeException as error:
        if refusal(error) is not Refusal.VALUE:
            raise
        raise InvalidValue("store", f"the database cannot hold it: {first_line(error)}") from error
