"""Why a database refuses a row: the engines' own codes, sorted."""
from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import peewee


class Refusal(Enum):
    """Why an engine refuses a row: its constraints, or a value that the column or an index cannot hold."""

    DUPLICATE = "duplicate"
    VALUE = "value"


_REFUSALS: Mapping[object, Refusal] = {
    "SQLITE_CONSTRAINT_UNIQUE": Refusal.DUPLICATE, "SQLITE_CONSTRAINT_PRIMARYKEY": Refusal.DUPLICATE,
    "SQLITE_CONSTRAINT_NOTNULL": Refusal.VALUE, "SQLITE_CONSTRAINT_CHECK": Refusal.VALUE,
    "SQLITE_TOOBIG": Refusal.VALUE, "SQLITE_MISMATCH": Refusal.VALUE,
    "23505": Refusal.DUPLICATE,
    "23502": Refusal.VALUE, "23514": Refusal.VALUE, "54000": Refusal.VALUE,
    "22001": Refusal.VALUE, "22003": Refusal.VALUE, "22021": Refusal.VALUE, "22P02": Refusal.VALUE,
    1062: Refusal.DUPLICATE,
    1048: Refusal.VALUE, 1264: Refusal.VALUE, 1364: Refusal.VALUE, 1366: Refusal.VALUE, 1406: Refusal.VALUE,
    4025: Refusal.VALUE,
}
"""By SQLite's name of the error, PostgreSQL's SQLSTATE (54000: too long for an index), MariaDB's number."""


def refusal(error: peewee.PeeweeException) -> Refusal | None:
    """Why the row was refused, None if something else went wrong, such as the connection."""
    driver = getattr(error, "orig", None)
    names = (getattr(driver, "sqlite_errorname", None), getattr(driver, "sqlstate", None), *getattr(driver, "args", ()))
    return next((_REFUSALS[name] for name in names if isinstance(name, (str, int)) and name in _REFUSALS), None)
