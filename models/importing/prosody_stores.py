"""What a Prosody stored, one store after the other, from its files or from its SQL database."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import peewee

from models.database import Database, first_line, quoted
from models.errors import DatabaseUnavailable, NotADatabase, ValueSyntaxError
from models.importing.prosody_files import DataFile, Unreadable
from models.importing.prosody_names import Place, kind, place
from models.introspection import read_tables
from models.lua import literal
from models.lua.value import Value
from models.xmpp import rows
from models.xmpp.stanza import ArchiveRow, archive_row, item
from models.xmpp.statements import AS_BYTES


@dataclass(frozen=True)
class Keyval:
    """The keyval of a store."""

    place: Place
    value: Value


@dataclass(frozen=True)
class Items:
    """The list of a store; `archive` are the rows that the same items are in an archive, if all can be that."""

    place: Place
    items: Sequence[Value]
    archive: Sequence[ArchiveRow] | None


@dataclass(frozen=True)
class Skipped:
    """What cannot be read, and why."""

    what: str
    why: str


Stored = Keyval | Items | Skipped


def from_files(files: Iterator[DataFile]) -> Iterator[Stored]:
    """The stores in the files of a data directory."""
    for file in files:
        try:
            text = file.read()
            yield _READERS[kind(file.parts[-1]) or ""](place(file.parts), text)
        except (ValueError, ValueSyntaxError, Unreadable) as error:
            yield Skipped(str(file), str(error))


def _keyval_file(of: Place, text: bytes) -> Stored:
    value = literal.loads(text)
    return Skipped(str(of), "it holds nothing") if value is None else Keyval(of, value)


def _list_file(of: Place, text: bytes) -> Stored:
    items = [value for value in literal.items(text) if value is not None]
    archive = [row for row in map(archive_row, items) if row]
    fits = len(archive) == len(items) == len({row.key for row in archive})
    return Items(of, items, archive if fits else None)


_READERS: Mapping[str, Callable[[Place, bytes], Stored]] = {"keyval": _keyval_file, "list": _list_file}


def from_database(database: Database) -> Iterator[Stored]:
    """The stores in the tables of Prosody's SQL storage.

    Raises NotADatabase if they are not there, DatabaseUnavailable when they cannot be read.
    """
    try:
        tables = read_tables(database).keys() & {"prosody", "prosodyarchive"}
        if "prosody" not in tables:
            raise NotADatabase("the source has no table prosody; give a database of Prosody's SQL storage")
        for table in sorted(tables):
            yield from _Reader(database, table).stores()
    except peewee.PeeweeException as error:
        raise DatabaseUnavailable(f"cannot read the source: {first_line(error)}; nothing was imported") from error


class _Reader:
    """Reads one table, a user after the other."""

    def __init__(self, database: Database, table: str) -> None:
        self._database, self._table = database, table
        self._is_archive = table == "prosodyarchive"

    def stores(self) -> Iterator[Stored]:
        host, user = self._bytes("host"), self._bytes("user")
        names = f"SELECT DISTINCT {host}, {user} FROM {self._table} ORDER BY 1, 2"
        for owner in self._database.execute_sql(names).fetchall():
            try:
                yield from self._stores_of(*(name.decode() for name in owner))
            except UnicodeDecodeError:
                yield Skipped(f"{self._table}: {owner[1]!r} of {owner[0]!r}", "these names are no UTF-8")

    def _stores_of(self, host: str, user: str) -> Iterator[Stored]:
        by_store: dict[bytes, list[Any]] = {}
        for store, *row in self._database.execute_sql(self._select(), (host, user, host, user)).fetchall():
            by_store.setdefault(store, []).append(row)
        for store, found in by_store.items():
            read = self._archive if self._is_archive else self._keyval
            yield from read(Place(host, user, store.decode()), found)

    def _select(self) -> str:
        columns = [self._bytes("store"), self._bytes("key")]
        if self._is_archive:
            columns += [quoted(self._database, "when"), self._bytes("with")]
        columns += ["type", self._bytes("value")]
        host, user = quoted(self._database, "host"), quoted(self._database, "user")
        order = "sort_id" if self._is_archive else "1, 2"
        # the first pair finds the rows by an index, the second leaves out names that differ in blanks (MariaDB)
        return (
            f"SELECT {', '.join(columns)} FROM {self._table} WHERE {host} = ? AND {user} = ? "
            f"AND {self._bytes('host')} = {self._as_bytes('?')} AND {self._bytes('user')} = {self._as_bytes('?')} "
            f"ORDER BY {order}"
        ).replace("?", self._database.param)

    def _bytes(self, column: str) -> str:
        return self._as_bytes(quoted(self._database, column))

    def _as_bytes(self, sql: str) -> str:
        return AS_BYTES[self._database.engine].format(sql)

    def _keyval(self, of: Place, found: Sequence[rows.StoredRow]) -> Iterator[Stored]:
        good: list[rows.StoredRow] = []
        for key, type_, text in found:
            try:
                rows.decode(type_, text)
                good.append((key, type_, text))
            except rows.Unreadable as error:
                yield Skipped(f"{of}, key {key.decode('utf-8', 'backslashreplace')!r}", str(error))
        if good:
            yield Keyval(of, rows.decode_keyval(good))

    def _archive(self, of: Place, found: Sequence[Any]) -> Iterator[Stored]:
        items: list[Value] = []
        archive: list[ArchiveRow] = []
        for row in map(ArchiveRow._make, found):
            try:
                items.append(item(row, rows.decode(row.type, row.value)))
                archive.append(row)
            except rows.Unreadable as error:
                yield Skipped(f"{of}, item {row.key.decode('utf-8', 'backslashreplace')}", str(error))
        if items:
            yield Items(of, items, archive)
