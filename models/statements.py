"""The statements that read objects: built with Peewee at their first use, afterwards only run."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import peewee

from models.base import Tables
from models.casemap import CaseMap
from models.catalogue import Field, ObjectType
from models.search import SearchIndex

CHUNK = 500
"""How many ids one statement names at most: every engine takes that many parameters."""


@dataclass(frozen=True)
class Slot:
    """A place in a statement for the parameter of that position."""

    position: int


class Statement(NamedTuple):
    """An SQL text and, for each of its placeholders, which parameter goes there."""

    sql: str
    slots: tuple[int, ...]

    def parameters(self, *values: object) -> tuple[object, ...]:
        """The values in the order of the placeholders."""
        return tuple(values[slot] for slot in self.slots)


class Statements:
    """The statements over one set of tables; each method names the parameters of its statement in order."""

    def __init__(self, tables: Tables, casemap: CaseMap) -> None:
        self.tables, self.casemap = tables, casemap
        self.engine = tables.database.engine
        self._built: dict[tuple[object, ...], Statement] = {}

    def _once(self, key: tuple[object, ...], build: Callable[[], Any]) -> Statement:
        statement = self._built.get(key)
        if statement is None:
            sql, slots = build().sql()
            statement = self._built[key] = Statement(sql, tuple(slot.position for slot in slots))
        return statement

    def type_of(self) -> Statement:
        """The type of the object with an id. Parameters: id."""
        objects = self.tables.objects
        return self._once(("type",), lambda: objects.select(objects.type).where(objects.id == _slot(0)))

    def get(self, type_: ObjectType) -> Statement:
        """A row by id. Parameters: id."""
        return self._once(("get", type_), lambda: self._rows(type_).where(self._column(type_, "id") == _slot(0)))

    def page(self, type_: ObjectType) -> Statement:
        """Rows in id order. Parameters: the id to begin behind, how many."""
        id_ = self._column(type_, "id")
        return self._once(
            ("page", type_), lambda: self._rows(type_).where(id_ > _slot(0)).order_by(id_).limit(Slot(1))
        )

    def referring(self, type_: ObjectType, field: Field) -> Statement:
        """The rows whose reference field holds an id, in id order. Parameters: id."""
        column = self._column(type_, field.name)
        return self._once(
            ("referring", type_, field), lambda: self._ordered(self._rows(type_).where(column == _slot(0)), type_)
        )

    def first_referring(self, type_: ObjectType, field: Field) -> Statement:
        """The row with the lowest id whose reference field holds an id. Parameters: id."""
        column = self._column(type_, field.name)
        query = self._ordered(self._rows(type_).where(column == _slot(0)), type_)
        return self._once(("first referring", type_, field), lambda: query.limit(peewee.SQL("1")))

    def first_equal(self, type_: ObjectType, field: Field, *, indexed: bool) -> Statement:
        """The row with the lowest id whose case-mapped text is a value. Parameters: the value, case-mapped."""
        search = SearchIndex(self.tables, self.casemap, type_, field)
        return self._once(
            ("first equal", type_, field, indexed),
            lambda: self._first(type_, search.equals(_slot(0), indexed=indexed)),
        )

    def first_empty(self, type_: ObjectType, field: Field) -> Statement:
        """The row with the lowest id whose field is stored empty or was never set. No parameters."""
        search = SearchIndex(self.tables, self.casemap, type_, field)
        return self._once(("first empty", type_, field), lambda: self._first(type_, search.empty()))

    def _rows(self, type_: ObjectType) -> Any:
        columns = [self._selected(type_, field) for field in type_.fields]
        return self.tables[type_.name].select(self._column(type_, "id"), *columns)

    def _selected(self, type_: ObjectType, field: Field) -> Any:
        """What stands for a field: its column, or `type:id` where it refers to any type."""
        column = self._column(type_, field.name)
        if not field.reference or field.reference.target is not None:
            return column
        objects = self.tables.objects.alias()
        name = objects.type.concat(peewee.SQL("':'")).concat(objects.id)
        return objects.select(name).where(objects.id == column)

    def _first(self, type_: ObjectType, condition: Any) -> Any:
        return self._ordered(self._rows(type_).where(condition), type_).limit(peewee.SQL("1"))

    def _ordered(self, query: Any, type_: ObjectType) -> Any:
        return query.order_by(self._column(type_, "id"))

    def _column(self, type_: ObjectType, name: str) -> Any:
        return self.tables.column(type_.name, name)


def _slot(position: int) -> peewee.Value:
    """A placeholder; the wrapper keeps Peewee from converting it to the column's type."""
    return peewee.Value(Slot(position), converter=False)


def chunks(ids: Sequence[int]) -> list[Sequence[int]]:
    """The ids in pieces that one statement can name."""
    return [ids[start:start + CHUNK] for start in range(0, len(ids), CHUNK)]
