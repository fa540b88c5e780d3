"""Why a database refuses a row: the engines' own codes, sorted."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

import apsw
import peewee

from models.database import StatementTooLong


class Refusal(Enum):
    """Why an engine refuses a row: its constraints, or a value that the column or an index cannot hold."""

    DUPLICATE = "duplicate"
    VALUE = "value"


_REFUSALS: Mapping[object, Refusal] = {
    apsw.SQLITE_CONSTRAINT_UNIQUE: Refusal.DUPLICATE, apsw.SQLITE_CONSTRAINT_PRIMARYKEY: Refusal.DUPLICATE,
    apsw.SQLITE_CONSTRAINT_ROWID: Refusal.DUPLICATE,
    apsw.SQLITE_CONSTRAINT_NOTNULL: Refusal.VALUE, apsw.SQLITE_CONSTRAINT_CHECK: Refusal.VALUE,
    apsw.SQLITE_CONSTRAINT_DATATYPE: Refusal.VALUE, apsw.SQLITE_MISMATCH: Refusal.VALUE,
    apsw.SQLITE_TOOBIG: Refusal.VALUE,
    "23505": Refusal.DUPLICATE,
    "23502": Refusal.VALUE, "23514": Refusal.VALUE, "54000": Refusal.VALUE,
    "22001": Refusal.VALUE, "22003": Refusal.VALUE, "22021": Refusal.VALUE, "22P02": Refusal.VALUE,
    1062: Refusal.DUPLICATE,
    1048: Refusal.VALUE, 1264: Refusal.VALUE, 1364: Refusal.VALUE, 1366: Refusal.VALUE, 1406: Refusal.VALUE,
    4025: Refusal.VALUE,
}
"""By SQLite's extended result code, PostgreSQL's SQLSTATE (54000: too long for an index), MariaDB's number."""


_CROSSINGS = frozenset({"40P01", "40001", 1213})
"""Two transactions that wait for each other: the server has undone one. 1205, a wait that is too long, is none."""


def refusal(error: peewee.PeeweeException) -> Refusal | None:
    """Why the row was refused, None if something else went wrong, such as the connection."""
    if isinstance(error, StatementTooLong):
        return Refusal.VALUE
    return next((_REFUSALS[code] for code in _codes(error) if code in _REFUSALS), None)


def is_crossing(error: peewee.PeeweeException) -> bool:
    """Whether the transaction was undone only because of another one, so that it may be run again.

    MariaDB drops the savepoints then, so the last error may be that one of them is missing.
    """
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, peewee.PeeweeException) and any(code in _CROSSINGS for code in _codes(cause)):
            return True
        cause = cause.__context__
    return False


TOO_COMPLEX = ("parser stack overflow", "Expression tree is too large", "too many terms in compound")
"""What SQLite says of statements that are nested too deep for it; it has no code for that."""


def is_too_complex(error: peewee.PeeweeException) -> bool:
    """Whether the engine cannot even read the statement, however right it is."""
    return any(text in str(error) for text in TOO_COMPLEX)


def _codes(error: peewee.PeeweeException) -> Iterator[str | int]:
    driver = getattr(error, "orig", None)
    codes = (getattr(driver, "extendedresult", None), getattr(driver, "sqlstate", None), *getattr(driver, "args", ()))
    return (code for code in codes if isinstance(code, (str, int)))
