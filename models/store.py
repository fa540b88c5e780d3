"""The one reader and writer of objects: every door goes through it. How it reads them is in models.objects."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import peewee

from models import audit_entries
from models.audit import Actor, AuditLog, Entry
from models.base import Tables
from models.casemap import CaseMap
from models.catalogue import ObjectID, ObjectType, Referrer
from models.checking import Checking, refused
from models.closure import Closure, Rule, closure
from models.database import transaction
from models.errors import Conflict, InvalidValue
from models.expectations import differing
from models.kinds import Scalar
from models.objects import MAX_ID, Objects
from models.removal import carry_out
from models.schema import schema_lock
from models.search import SearchIndex
from models.statements import Statement, chunks
from models.stored import Stored


class Store(Objects):
    """The objects of one catalogue on one database.

    All methods are synchronous and run on the connection of the calling thread. Every write is one
    transaction (a savepoint inside a caller's transaction): a refused request changes nothing at all. What an
    `actor` changes is in the audit log; without one, as in an import, nobody is recorded.
    """

    def __init__(
        self, tables: Tables, casemap: CaseMap, rules: Mapping[str, Rule], indexed: Iterable[tuple[str, str]] = ()
    ) -> None:
        """`indexed`: the fields, as (type, field), that have their search index from before."""
        super().__init__(tables, casemap, indexed)
        self.rules = rules
        self.audit = AuditLog(tables.database)
        self._checking = Checking(tables.catalogue, tables.database.engine, self._actual_type)

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
