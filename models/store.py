"""The one reader and writer of objects: every door goes through it."""
from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import peewee

from models import audit_entries
from models.audit import Actor, AuditLog, Entry
from models.base import Tables
from models.casemap import CaseMap
from models.catalogue import Catalogue, Field, ObjectID, ObjectType, Referrer
from models.checking import Checking, refused
from models.closure import Closure, Rule, closure
from models.database import transaction
from models.errors import Conflict, InvalidValue, NotFound, TypeMismatch
from models.expectations import differing
from models.kinds import Scalar, parse_id
from models.removal import carry_out
from models.schema import schema_lock
from models.search import SearchIndex
from models.statements import Statement, Statements, chunks
from models.stored import Stored, is_storable

__all__ = ["MAX_ID", "Row", "Store", "Stored"]

MAX_ID = 2**63 - 1
"""The highest id that the engines can hold; higher ones are well-formed and never exist."""


class Row(NamedTuple):
    """One object: its id and its values in catalogue order.

    A typed reference is the bare id; one to any type is the text `type:id`.
    """

    id: int
    values: tuple[Stored, ...]


class Store:
    """The objects of one catalogue on one database.

    All methods are synchronous and run on the connection of the calling thread. Every write is one
    transaction (a savepoint inside a caller's transaction): a refused request changes nothing at all. What an
    `actor` changes is in the audit log; without one, as in an import, nobody is recorded.
    """

    def __init__(
        self, tables: Tables, casemap: CaseMap, rules: Mapping[str, Rule], indexed: Iterable[tuple[str, str]] = ()
    ) -> None:
        """`indexed`: the fields, as (type, field), that have their search index from before."""
        self.tables, self.casemap, self.rules = tables, casemap, rules
        self.catalogue: Catalogue = tables.catalogue
        self.database = tables.database
        self.statements = Statements(tables, casemap)
        self.audit = AuditLog(tables.database)
        self._checking = Checking(tables.catalogue, tables.database.engine, self._actual_type)
        self._indexed = set(indexed)

    # ------------------------------------------------------------------------------------------ reading

    def type_of(self, id_: int) -> str | None:
        """The type of the object with an id, None if there is none."""
        if not 0 <= id_ <= MAX_ID:
            return None
        row = self._run(self.statements.type_of(), id_).fetchone()
        return row[0] if row else None

    def get(self, type_name: str, id_: int) -> Row:
        """The object with an id. Raises UnknownType, NotFound, TypeMismatch."""
        type_ = self.catalogue[type_name]
        row = self._run(self.statements.get(type_), id_).fetchone() if 0 <= id_ <= MAX_ID else None
        if row is None:
            raise self._absent(type_name, id_)
        return _row(row)

    def get_many(self, type_name: str, ids: Collection[int]) -> dict[int, Row]:
        """Those of some objects that exist and have that type, by id. Raises UnknownType."""
        type_ = self.catalogue[type_name]
        found: dict[int, Row] = {}
        for some in chunks(_possible(ids)):
            rows = self._run(self.statements.get_many(type_, len(some)), *some).fetchall()
            found.update((row[0], _row(row)) for row in rows)
        return found

    def page(self, type_name: str, after: int = 0, limit: int = 500) -> list[Row]:
        """Up to `limit` objects with ids above `after`, in id order. Raises UnknownType."""
        type_ = self.catalogue[type_name]
        rows = self._run(self.statements.page(type_), min(max(after, -1), MAX_ID), limit).fetchall()
        return [_row(row) for row in rows]

    def find(self, type_name: str, field_name: str, value: str) -> Row | None:
        """The object with the lowest id whose field has the value (contract/rest, "Search").

        Raises UnknownType, UnknownField.
        """
        type_ = self.catalogue[type_name]
        field = type_.field(field_name)
        if not value:
            row = self._run(self.statements.first_empty(type_, field)).fetchone()
        elif field.reference:
            row = self._first_referring(type_, field, value)
        elif not is_storable(value):
            row = None
        else:
            statement = self.statements.first_equal(type_, field, indexed=(type_name, field_name) in self._indexed)
            row = self._run(statement, self.casemap.fold(value)).fetchone()
        return _row(row) if row else None

    def refs(self, type_name: str, id_: int, from_type: str) -> list[Row]:
        """The objects of `from_type` that refer to an object, a field after the other, each in id order.

        Raises UnknownType, NotFound, TypeMismatch (contract/rest, "refs").
        """
        referring = self.catalogue[from_type]
        self.require(type_name, id_)
        found: list[Row] = []
        for field, _ in referring.references:
            rows = self._run(self.statements.referring(referring, field), id_).fetchall()
            found.extend(_row(row) for row in rows)
        return found

    def refs_many(
        self, type_name: str, field_name: str, ids: Collection[int], *, after: int = 0, limit: int,
    ) -> dict[int, list[Row]]:
        """The objects that refer to some others through one field, by the id they refer to.

        For each id up to `limit` objects with ids above `after`, in id order; ids that nothing refers to
        are left out. Raises UnknownType, UnknownField.
        """
        type_ = self.catalogue[type_name]
        field = type_.field(field_name)
        found: dict[int, list[Row]] = {}
        for some in chunks(_possible(ids)):
            statement = self.statements.referring_many(type_, field, len(some))
            for target, *row in self._run(statement, *some, min(after, MAX_ID), limit).fetchall():
                found.setdefault(int(target), []).append(_row(tuple(row)))
        return found

    def find_key(self, type_name: str, values: Sequence[str | int]) -> Row | None:
        """The object whose key holds exactly these values, ids for references; of several the lowest id.

        Raises UnknownType.
        """
        if not all(is_storable(value) if isinstance(value, str) else 0 <= value <= MAX_ID for value in values):
            return None
        row = self._run(self.statements.by_key(self.catalogue[type_name]), *values).fetchone()
        return _row(row) if row else None

    def require(self, type_name: str, id_: int) -> None:
        """Raise UnknownType, NotFound or TypeMismatch unless the object exists and has that type."""
        type_ = self.catalogue[type_name]
        if not 0 <= id_ <= MAX_ID or not self._run(self.statements.exists(type_), id_).fetchone():
            raise self._absent(type_name, id_)

    def is_indexed(self, type_name: str, field_name: str) -> bool:
        """Whether searches in a field have their index; references always do."""
        field = self.catalogue[type_name].field(field_name)
        return field.reference is not None or (type_name, field_name) in self._indexed

    @property
    def indexed(self) -> int:
        """How many searches have their index: statements that were written before may do without a newer one."""
        return len(self._indexed)

    # ------------------------------------------------------------------------------------------ writing

    def create(self, type_name: str, values: Mapping[str, Scalar], *, actor: Actor | None = None) -> int:
        """Create an object and return its id: the highest that was ever given, plus one.

        Raises UnknownType, UnknownField, InvalidValue, InvalidReference, NoSuchTarget, WrongTarget,
        DuplicateKey.
        """
        type_ = self.catalogue[type_name]
        with transaction(self.database):
            row = self._checking.stored(type_, values)
            id_ = self._new_id(type_name)
            self._write(type_, values, self.statements.insert(type_), id_, *(row.get(name) for name in type_.by_name))
            if actor:
                self.audit.record(actor, audit_entries.created(type_, id_, values, row))
        return id_

    def check(self, type_name: str, values: Mapping[str, Scalar]) -> None:
        """Raise what `create` would raise for these values, in their order; change nothing."""
        self._checking.stored(self.catalogue[type_name], values)

    def update(
        self, type_name: str, id_: int, values: Mapping[str, Scalar], *, expect: Mapping[str, Scalar] | None = None,
        actor: Actor | None = None,
    ) -> None:
        """Set fields of an object; None makes a field never set.

        Raises as `create` and `get` do, and Conflict unless the fields that `expect` names still have its values.
        """
        type_ = self.catalogue[type_name]
        with transaction(self.database):
            before = self._require_values(type_, id_, expect, read=actor is not None)
            row = self._checking.stored(type_, values)
            for name in type_.key if type_.unique else ():
                if name in row and row[name] is None:  # rows of other programs bear the names of such objects
                    raise InvalidValue(name, f"it names the {type_.name} and cannot be unset: give another value")
            if row:
                self._write(type_, values, self.statements.update(type_, tuple(row)), *row.values(), id_)
            if actor:
                self.audit.record(actor, audit_entries.updated(type_, id_, before, values, row))

    def delete(
        self, type_name: str, id_: int, *, dry_run: bool = False, expect: Mapping[str, Scalar] | None = None,
        shown: Callable[[Closure], Closure] = lambda whole: whole, actor: Actor | None = None,
    ) -> Closure:
        """Delete an object with all that goes along, and say what that was (contract/rest, "Deleting").

        With `dry_run` nothing changes. `shown` cuts out what the caller is not told, while all of it is still there.
        Raises UnknownType, NotFound, TypeMismatch, and Conflict as `update` does.
        """
        type_ = self.catalogue[type_name]
        with transaction(self.database):
            if self.database.engine != "sqlite" and 0 <= id_ <= MAX_ID:
                self._run(self.statements.lock(), id_).fetchone()
            self._require_values(type_, id_, expect)
            found = closure(self.tables, ObjectID(type_name, id_), self.rules, self._dependants)
            told = shown(found)
            if not dry_run:
                entries = self._entries(found) if actor else []
                carry_out(found, self.catalogue, self.statements, self._run)
                if actor:
                    self.audit.record(actor, entries)
        return told

    def create_index(self, type_name: str, field_name: str) -> None:
        """Make the index for searches in a field, unless it is there. Raises UnknownType, UnknownField."""
        type_ = self.catalogue[type_name]
        search = SearchIndex(self.tables, self.casemap, type_, type_.field(field_name))
        with schema_lock(self.database):  # IF NOT EXISTS alone fails where two make it at once
            for statement in search.ddl():
                self.database.execute_sql(statement)
        self._indexed.add((type_name, field_name))

    # ----------------------------------------------------------------------------------------- the parts

    def _run(self, statement: Statement, *parameters: object) -> Any:
        return self.database.execute_sql(statement.sql, statement.parameters(parameters))

    def _require_values(
        self, type_: ObjectType, id_: int, expect: Mapping[str, Scalar] | None, *, read: bool = False,
    ) -> Mapping[str, Stored]:
        """What the object holds, if `read`; raises NotFound, TypeMismatch or Conflict unless it has some values."""
        if not expect and not read:
            self.require(type_.name, id_)
            return {}
        found = self._run(self.statements.get_to_write(type_), id_).fetchone() if 0 <= id_ <= MAX_ID else None
        if found is None:
            raise self._absent(type_.name, id_)
        values = dict(zip(type_.by_name, found[1:], strict=True))
        if other := differing(type_, values, expect or {}):
            raise Conflict(type_.name, id_, other)
        return values

    def _entries(self, found: Closure) -> list[Entry]:
        """What the audit log says of a delete that is about to be carried out."""
        before = {
            ObjectID(type_name, id_): dict(zip(self.catalogue[type_name].by_name, row.values, strict=True))
            for type_name, ids in audit_entries.touched(found).items()
            for id_, row in self.get_many(type_name, ids).items()}
        return audit_entries.deleted(self.catalogue, found, before)

    def _absent(self, type_name: str, id_: int) -> NotFound | TypeMismatch:
        """Why there is no such object."""
        actual = self._actual_type(id_)
        return NotFound(type_name, id_) if actual in (None, type_name) else TypeMismatch(type_name, id_, str(actual))

    def _actual_type(self, id_: int) -> str | None:
        """The type of the object with an id; None also for an id without a row: the old server left some."""
        name = self.type_of(id_)
        if name is None or name not in self.catalogue:
            return None
        return name if self._run(self.statements.exists(self.catalogue[name]), id_).fetchone() else None

    def _first_referring(self, type_: ObjectType, field: Field, value: str) -> Any:
        """The first row that refers to `id` or `type:id`."""
        wanted, colon, digits = value.rpartition(":")
        id_ = parse_id(digits)
        if id_ is None or id_ > MAX_ID or digits != str(id_):  # 08 is another text than the stored 8
            return None
        if colon and self.casemap.fold(wanted) != self.casemap.fold(self.type_of(id_) or ""):
            return None
        return self._run(self.statements.first_referring(type_, field), id_).fetchone()

    def _new_id(self, type_name: str) -> int:
        cursor = self._run(self.statements.insert_object(), type_name)
        return int(cursor.fetchone()[0] if self.database.returning_clause else cursor.lastrowid)

    def _write(self, type_: ObjectType, values: Mapping[str, Scalar], statement: Statement, *row: object) -> None:
        try:
            self._run(statement, *row)
        except peewee.DatabaseError as error:
            found = refused(type_, values, error)
            if found is error:
                raise
            raise found from error

    def _dependants(self, referrer: Referrer, ids: Sequence[int]) -> Iterator[int]:
        """The ids of the objects whose field refers to one of `ids`, in id order."""
        for some in chunks(ids):
            for (found,) in self._run(self.statements.dependants(referrer, len(some)), *some).fetchall():
                yield found


def _row(row: tuple[Any, ...]) -> Row:
    return Row(row[0], row[1:])


def _possible(ids: Collection[int]) -> list[int]:
    """The ids that an engine can hold, each once."""
    return [id_ for id_ in dict.fromkeys(ids) if 0 <= id_ <= MAX_ID]
