"""How often logins failed, counted in the database: all processes see the same."""
from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from hashlib import sha256

from models.database import Database
from models.own_tables import FAILURES

PURGE_SECONDS = 60
"""How often what is forgotten is deleted too."""

_ADD = {
    "mysql": "ON DUPLICATE KEY UPDATE failures = IF(latest > %s, failures + 1, 1), latest = VALUES(latest)",
    "": f"ON CONFLICT (name) DO UPDATE SET latest = excluded.latest,"
        f" failures = CASE WHEN {FAILURES}.latest > %s THEN {FAILURES}.failures + 1 ELSE 1 END",
}


class Failures:
    """How often logins failed under some names; a name is forgotten when nothing fails for `seconds`.

    The database knows a name by its hash. The methods are synchronous; `add` and `forget` write.
    """

    def __init__(self, database: Database, seconds: float = 600.0, clock: Callable[[], float] = time.time) -> None:
        self._database, self._seconds, self._clock = database, seconds, clock
        self._purged = clock()
        self._add = self._sql(f"INSERT INTO {FAILURES} (name, failures, latest) VALUES (%s, 1, %s) "
                              + _ADD.get(database.engine, _ADD[""]))

    def most(self, names: Sequence[str]) -> list[int]:
        """How many failures each name has; one statement."""
        marks = ", ".join([self._database.param] * len(names))
        hashes = [_hashed(name) for name in names]
        rows = self._database.execute_sql(
            self._sql(f"SELECT name, failures FROM {FAILURES} WHERE latest > %s AND name IN ({marks})"),
            (self._limit(), *hashes)).fetchall()
        found = dict(rows)
        return [found.get(hashed, 0) for hashed in hashes]

    def add(self, names: Sequence[str]) -> None:
        """One more failure for each name."""
        now = self._clock()
        for hashed in sorted(map(_hashed, names)):  # in one order, so that writers never wait for each other
            self._database.execute_sql(self._add, (hashed, int(now), self._limit()))
        if now - self._purged > PURGE_SECONDS:
            self._purged = now
            self._database.execute_sql(self._sql(f"DELETE FROM {FAILURES} WHERE latest <= %s"), (self._limit(),))

    def forget(self, name: str) -> None:
        """No failures any more."""
        self._database.execute_sql(self._sql(f"DELETE FROM {FAILURES} WHERE name = %s"), (_hashed(name),))

    def _limit(self) -> int:
        return int(self._clock() - self._seconds)

    def _sql(self, sql: str) -> str:
        return sql.replace("%s", self._database.param)


def _hashed(name: str) -> str:
    return sha256(name.encode()).hexdigest()
