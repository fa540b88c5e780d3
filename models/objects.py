"""The objects of one catalogue on one database, read: by id, in pages, by values, by what refers to them."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from models.base import Tables
from models.casemap import CaseMap
from models.catalogue import Catalogue, Field, ObjectType
from models.errors import NotFound, TypeMismatch
from models.kinds import parse_id
from models.statements import Statement, Statements, chunks
from models.stored import Stored, is_storable

MAX_ID = 2**63 - 1
"""The highest id that the engines can hold; higher ones are well-formed and never exist."""


class Row(NamedTuple):
    """One object: its id and its values in catalogue order.

    A typed reference is the bare id; one to any type is the text `type:id`.
    """

    id: int
    values: tuple[Stored, ...]


class Objects:
    """Reads objects; all methods are synchronous and run on the connection of the calling thread."""

    def __init__(self, tables: Tables, casemap: CaseMap, indexed: Iterable[tuple[str, str]] = ()) -> None:
        """`indexed`: the fields, as (type, field), that have their search index from before."""
        self.tables, self.casemap = tables, casemap
        self.catalogue: Catalogue = tables.catalogue
        self.database = tables.database
        self.statements = Statements(tables, casemap)
        self._indexed = set(indexed)

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

    # ----------------------------------------------------------------------------------------- the parts

    def _run(self, statement: Statement, *parameters: object) -> Any:
        return self.database.execute_sql(statement.sql, statement.parameters(parameters))

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


def _row(row: tuple[Any, ...]) -> Row:
    return Row(row[0], row[1:])


def _possible(ids: Collection[int]) -> list[int]:
    """The ids that an engine can hold, each once."""
    return [id_ for id_ in dict.fromkeys(ids) if 0 <= id_ <= MAX_ID]
