"""`edgewise import prosody`: the stores of a Prosody's data directory or SQL database."""
from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import peewee

from models.audit import Actor
from models.database import first_line, transaction
from models.errors import DatabaseUnavailable, InvalidValue
from models.importing import Progress, Report, record, silent
from models.importing.prosody_files import open_files
from models.importing.prosody_stores import Items, Keyval, Skipped, Stored, from_database, from_files
from models.importing.source import open_source
from models.lua.value import Table, Value
from models.network import Network
from models.values import XmppStores

SQLITE_HEAD = b"SQLite format 3\0"


def run(
    network: Network, source: str, *, dry_run: bool = False, progress: Progress = silent, actor: Actor | None = None,
) -> Report:
    """Copy the stores of `source` into the network: a data directory, a tar archive of one, or an SQL database.

    The database is given by its URL or, on SQLite, by its path. A keyval replaces the one that is there. Of a
    list, those items are appended that the list does not have yet, each as often as the source has it; items
    of archives that fit Prosody's table become its rows, unless somebody appended to the list before. So to
    import again changes nothing. One transaction, in which `actor` is recorded. Raises InvalidURL, DatabaseUnavailable,
    NotADatabase.
    """
    copy = _Copy(network.stores, progress)
    try:
        with _stores(source) as stores, transaction(network.database):
            for stored in stores:
                copy.add(stored)
            record(network, actor, "prosody", source, copy.report())
            _undo_if(dry_run)
    except _DryRun:
        pass
    except peewee.PeeweeException as error:
        raise DatabaseUnavailable(f"cannot write: {first_line(error)}; nothing was imported") from error
    return copy.report()


class _DryRun(Exception):
    """Undoes what was written."""


def _undo_if(dry_run: bool) -> None:
    if dry_run:
        raise _DryRun


@contextmanager
def _stores(source: str) -> Iterator[Iterator[Stored]]:
    if _is_database(source):
        with open_source(source) as database:
            yield from_database(database)
    else:
        with open_files(Path(source)) as files:
            yield from_files(files)


def _is_database(source: str) -> bool:
    """Whether the source is opened as a database: so is what is not there, as that says best what is wrong."""
    path = Path(source)
    if "://" in source:
        return True
    try:
        if path.exists() and not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(SQLITE_HEAD)) == SQLITE_HEAD
    except OSError:
        return True


class _Copy:
    """One run: counts what is read, written and left out."""

    def __init__(self, stores: XmppStores, progress: Progress) -> None:
        self._stores, self._progress = stores, progress
        self._read = self._written = 0
        self._skipped: list[tuple[str, str]] = []

    def add(self, stored: Stored) -> None:
        """Write what is new or different in a store."""
        if isinstance(stored, Skipped):
            self._skipped.append((stored.what, stored.why))
            return
        self._read += 1
        self._progress(f"{stored.place.host}: {self._read:,} stores read")
        try:
            with self._stores.database.atomic():
                self._written += self._keyval(stored) if isinstance(stored, Keyval) else self._list(stored)
        except (InvalidValue, peewee.DataError, peewee.IntegrityError) as error:
            self._skipped.append((str(stored.place), first_line(error)))

    def report(self) -> Report:
        """What was done, or would be."""
        return Report(self._read, self._written, tuple(self._skipped))

    def _keyval(self, stored: Keyval) -> bool:
        present = self._stores.keyval(*stored.place)
        if present is not None and Table([present]) == Table([stored.value]):  # outside tables, 1 == 1.0
            return False
        self._stores.restore(*stored.place, stored.value)
        return True

    def _list(self, stored: Items) -> bool:
        archived, appended = self._stores.archived(*stored.place), self._stores.appended(*stored.place)
        new = _missing(stored.items, [*archived, *appended])
        if stored.archive is None or appended:
            self._stores.extend(*stored.place, [stored.items[index] for index in new])
        else:
            self._stores.archive(*stored.place, [stored.archive[index] for index in new])
        return bool(new)


def _missing(items: Sequence[Value], present: Sequence[Value]) -> list[int]:
    """The positions of the items that are not present as often."""
    if not present:
        return list(range(len(items)))
    left = Counter(map(identity, present))
    missing: list[int] = []
    for index, item in enumerate(items):
        of = identity(item)
        left[of] -= 1
        if left[of] < 0:
            missing.append(index)
    return missing


def identity(value: Value) -> Hashable:
    """Something that is equal for exactly equal values: 1 is not 1.0, and the order of keys does not matter."""
    if isinstance(value, Table):
        fields = Counter((identity(key), identity(item)) for key, item in value.fields())
        return tuple(map(identity, value.sequence())), frozenset(fields.items())
    return type(value).__name__, repr(value) if isinstance(value, float) else value
