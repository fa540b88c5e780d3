"""Which hosts the data holds, cheap enough to be asked for each request."""
from __future__ import annotations

import threading
import time

from models.database import Database


class Hosts:
    """The names of all hosts, read again when they may have changed.

    SQLite tells when somebody has written; on servers the names are at most a second old.
    """

    def __init__(self, database: Database, sql: str) -> None:
        """`sql` selects the names."""
        self._database, self._sql = database, sql
        self._is_file = database.engine == "sqlite"
        self._known: _Known | _KnownHere = _KnownHere() if self._is_file else _Known()

    def current(self) -> frozenset[str]:
        """The hosts that there are."""
        stamp, known = self._stamp(), self._known
        if known.stamp != stamp:
            known.names = frozenset(name for (name,) in self._database.execute_sql(self._sql).fetchall() if name)
            known.stamp = stamp
        return known.names

    def at_hand(self) -> frozenset[str] | None:
        """The same, if that is known without asking the database: on servers, most of the time."""
        known = self._known
        return None if self._is_file or known.stamp != self._stamp() else known.names

    def forget(self) -> None:
        """A host may be new: read again next time."""
        self._known.stamp = None

    def _stamp(self) -> object:
        """Something that is another one when hosts may have come or gone."""
        if not self._is_file:
            return int(time.monotonic())
        connection = self._database.connection()
        # the version tells of the writes of other connections, the changes are this one's own
        return self._database.execute_sql("PRAGMA data_version").fetchone(), connection.total_changes(), connection


class _Known:
    """What was read, and the stamp of that moment."""

    stamp: object = None
    names: frozenset[str] = frozenset()


class _KnownHere(threading.local, _Known):
    """The same for each thread, as each has its own connection."""
