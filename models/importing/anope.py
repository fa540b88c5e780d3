"""`edgewise import anope`: the objects of a database that Anope's SQL module wrote, with their ids."""
from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import peewee

from models.audit import Actor
from models.base import Tables
from models.catalogue import Field, ObjectType
from models.database import execute_many, first_line, quoted, transaction
from models.errors import DatabaseUnavailable, InvalidValue
from models.held_columns import check_text
from models.importing import Progress, Report, record, silent
from models.importing.cells import object_id, reference, stored
from models.importing.judge import Judge
from models.importing.origin import Origin
from models.importing.source import open_source
from models.introspection import read_tables
from models.network import Network
from models.schema import create_missing, schema_lock
from models.sequence import never_below
from models.stored import Stored


def run(
    network: Network, source: str, *, dry_run: bool = False, progress: Progress = silent, actor: Actor | None = None,
) -> Report:
    """Copy the objects of `source`, the path of a SQLite file or a database URL, into the network.

    Ids are kept, also as ids that are never given again. Types and fields that only the source has are
    created; networks opened afterwards serve them. What was imported before is updated. One transaction, in
    which MariaDB leaves out the new tables and columns, and in which `actor` is recorded. Raises InvalidURL,
    DatabaseUnavailable, NotADatabase.
    """
    with open_source(source) as database:
        progress("reading the source")
        origin = Origin(database, network.tables.prefix, network.catalogue)
        try:
            copy = _Copy(network, origin, progress, dry_run=dry_run)
            _carry_out(copy, lambda: record(network, actor, "anope", source, copy.report()))
        except peewee.PeeweeException as error:
            raise DatabaseUnavailable(f"cannot write: {first_line(error)}; nothing was imported") from error
    return copy.report()


def _carry_out(copy: _Copy, record: Callable[[], None]) -> None:
    database = copy.tables.database
    if copy.dry_run:
        copy.objects()
        return
    if database.engine == "mysql":  # each statement that changes a table commits
        copy.prepare()
    with transaction(database):
        if database.engine != "mysql":
            copy.prepare()
        copy.objects()
        record()


class _Copy:
    """One run: what the origin holds and the judge lets pass goes into the tables of the network."""

    def __init__(self, network: Network, origin: Origin, progress: Progress, *, dry_run: bool) -> None:
        self.tables, self.dry_run = network.tables, dry_run
        self._network, self._origin, self._progress = network, origin, progress
        table = quoted(self.tables.database, self.tables.prefix + "objects")
        present = self.tables.database.execute_sql(f"SELECT id, type FROM {table}")
        self._present: dict[int, str] = {id_: sys.intern(type_name) for id_, type_name in present}
        self._here = read_tables(self.tables.database)
        self._judge = Judge(origin, self.tables, self._present)
        self._written: set[int] = set()
        self._skipped = list(origin.skipped)

    def prepare(self) -> None:
        """Make what only the source has, and let no id be given again."""
        database, prefix = self.tables.database, self.tables.prefix
        if self._origin.catalogue.types != self.tables.catalogue.types:
            extended = Tables(database, prefix, self._origin.catalogue)
            with schema_lock(database):
                create_missing(database, extended, read_tables(database))
        in_use = max(self._origin.objects, default=0)
        never_below(database, prefix + "objects", max(self._origin.highest, in_use))

    def objects(self) -> None:
        """Write the ids, then the rows: references point at the table of ids alone."""
        self._refusals()
        new = [
            (id_, type_name) for id_, type_name in sorted(self._origin.objects.items())
            if id_ not in self._present and id_ not in self._judge.refused
        ]
        self._insert(self.tables.prefix + "objects", ("id", "type"), new)
        self._written.update(id_ for id_, _ in new)
        for type_ in self._origin.types():
            self._rows(type_)

    def report(self) -> Report:
        """What was done, or would be."""
        return Report(len(self._origin.objects), len(self._written), tuple(self._skipped))

    def _refusals(self) -> None:
        for id_, reason in sorted(self._judge.refused.items()):
            self._skipped.append((f"{self._origin.objects[id_]}:{id_}", reason))

    def _rows(self, type_: ObjectType) -> None:
        fields, done = self._origin.fields(type_), 0
        for page in self._origin.pages(type_, fields):
            rows = [row for row in (self._row(type_, fields, cells) for cells in page) if row]
            self._write(type_, fields, rows)
            done += len(page)
            self._progress(f"{type_.name}: {done:,} objects")

    def _row(self, type_: ObjectType, fields: Sequence[Field], cells: Sequence[Any]) -> tuple[Any, ...] | None:
        """The row as it is stored here, None if it cannot come."""
        id_ = object_id(cells[0])
        if id_ is None:
            self._skipped.append((f"{type_.name}:{cells[0]}", "that is no id"))
            return None
        actual = self._origin.objects[id_]
        if actual != type_.name:
            self._skipped.append((f"{type_.name}:{id_}", f"among the objects it is a {actual}"))
            return None
        if id_ in self._judge.refused:
            return None
        return (id_, *(
            None if cell is None else self._value(type_, id_, field, cell)
            for field, cell in zip(fields, cells[1:], strict=True)
        ))

    def _value(self, type_: ObjectType, id_: int, field: Field, cell: Any) -> Stored:
        """The value as it is stored here, None with a note if there is none."""
        try:
            if not field.reference:
                value = stored(field, cell, self.tables.database.engine)
                check_text(self.tables.database, type_, field, value)
                return value
            problem = self._judge.problem(field, cell)
            if problem is None:
                return reference(field, cell)
        except InvalidValue as error:
            problem = str(error)
        self._skipped.append((f"{type_.name}:{id_}.{field.name}", problem))
        return None

    def _write(self, type_: ObjectType, fields: Sequence[Field], rows: Sequence[tuple[Any, ...]]) -> None:
        """Insert what is new, update what differs."""
        found = self._found(type_, fields, [row[0] for row in rows])
        new = [row for row in rows if row[0] not in found]
        changed = [row for row in rows if row[0] in found and not _same(row[1:], found[row[0]])]
        self._insert(self.tables.prefix + type_.name, ("id", *(field.name for field in fields)), new)
        for row in changed if fields else ():
            self._update(type_, fields, row)
        self._written.update(row[0] for row in (*new, *changed))

    def _found(self, type_: ObjectType, fields: Sequence[Field], ids: Sequence[int]) -> dict[int, tuple[Stored, ...]]:
        """The rows that are here in a range of ids, as far as there were such tables and columns before."""
        here = self._here.get(self.tables.prefix + type_.name)
        if here is None or not ids:
            return {}
        database = self.tables.database
        columns = (quoted(database, field.name) if field.name in here.columns else "NULL" for field in fields)
        table, mark = quoted(database, self.tables.prefix + type_.name), database.param
        sql = f"SELECT {', '.join(('id', *columns))} FROM {table} WHERE id BETWEEN {mark} AND {mark}"
        return {id_: tuple(values) for id_, *values in database.execute_sql(sql, (ids[0], ids[-1]))}

    def _insert(self, table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        if self.dry_run or not rows:
            return
        database = self.tables.database
        columns, marks = (quoted(database, name) for name in names), [database.param] * len(names)
        sql = f"INSERT INTO {quoted(database, table)} ({', '.join(columns)}) VALUES ({', '.join(marks)})"
        execute_many(database, sql, rows)

    def _update(self, type_: ObjectType, fields: Sequence[Field], row: tuple[Any, ...]) -> None:
        if self.dry_run:
            return
        database = self.tables.database
        changes = ", ".join(f"{quoted(database, field.name)} = {database.param}" for field in fields)
        table = quoted(database, self.tables.prefix + type_.name)
        database.execute_sql(f"UPDATE {table} SET {changes} WHERE id = {database.param}", (*row[1:], row[0]))


def _same(values: Sequence[Stored], others: Sequence[Stored]) -> bool:
    """Whether two rows hold the same: Anope's columns have numbers as text."""
    return all(
        value == other or (value is not None and other is not None and str(value) == str(other))
        for value, other in zip(values, others, strict=True)
    )
