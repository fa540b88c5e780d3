"""The statements over objects: built with Peewee at their first use, afterwards only run."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any, NamedTuple

import peewee

from models.base import Tables
from models.casemap import CaseMap
from models.catalogue import Field, ObjectType, Referrer
from models.search import SearchIndex

CHUNK_SIZES = (1, 8, 64, 500)
"""How many ids a statement names. Lists are filled up to one of these by repeating an id, so that few texts
serve all; every engine takes that many parameters."""

KEPT = 4096
"""How many statements are kept; updates of many fields at once could make any number."""


@dataclass(frozen=True)
class Slot:
    """A place in a statement for the parameter of that position."""

    position: int


class Statement(NamedTuple):
    """An SQL text and, for each of its placeholders, which parameter goes there."""

    sql: str
    slots: tuple[int, ...]

    def parameters(self, values: Sequence[object]) -> tuple[object, ...]:
        """The values in the order of the placeholders."""
        return tuple([values[slot] for slot in self.slots])


class Statements:
    """The statements over one set of tables; each method names the parameters of its statement in order."""

    def __init__(self, tables: Tables, casemap: CaseMap) -> None:
        self.tables, self.casemap = tables, casemap
        self.engine = tables.database.engine
        self._built: dict[tuple[object, ...], Statement] = {}

    def _once(self, key: tuple[object, ...], build: Callable[[], Any]) -> Statement:
        statement = self._built.get(key)
        if statement is None:
            if len(self._built) >= KEPT:
                self._built.clear()
            sql, slots = build().sql()
            statement = self._built[key] = Statement(sql, tuple(slot.position for slot in slots))
        return statement

    def type_of(self) -> Statement:
        """The type of the object with an id. Parameters: id."""
        objects = self.tables.objects
        return self._once(("type",), lambda: objects.select(objects.type).where(objects.id == _slot(0)))

    def lock(self) -> Statement:
        """Keep others from deleting an object and from referring to it; wait for those who do. Parameters: id."""
        objects = self.tables.objects
        return self._once(("lock",), lambda: objects.select(objects.id).where(objects.id == _slot(0)).for_update())

    def get(self, type_: ObjectType) -> Statement:
        """A row by id. Parameters: id."""
        return self._once(("get", type_.name), lambda: self._rows(type_).where(self._column(type_, "id") == _slot(0)))

    def get_to_write(self, type_: ObjectType) -> Statement:
        """A row by id as it is now, which nobody else writes until the end of the transaction. Parameters: id."""
        return self._once(("get to write", type_.name), lambda: self._locked_row(type_))

    def _locked_row(self, type_: ObjectType) -> Any:
        query = self._rows(type_).where(self._column(type_, "id") == _slot(0))
        return query if self.engine == "sqlite" else query.for_update()  # SQLite's transactions lock all from the start

    def get_many(self, type_: ObjectType, size: int) -> Statement:
        """Rows by id, in id order. Parameters: `size` ids."""
        id_ = self._column(type_, "id")
        return self._once(
            ("get many", type_.name, size), lambda: self._ordered(self._rows(type_).where(id_.in_(_slots(size))), type_)
        )

    def page(self, type_: ObjectType) -> Statement:
        """Rows in id order. Parameters: the id to begin behind, how many."""
        id_ = self._column(type_, "id")
        return self._once(
            ("page", type_.name), lambda: self._rows(type_).where(id_ > _slot(0)).order_by(id_).limit(Slot(1))
        )

    def referring(self, type_: ObjectType, field: Field) -> Statement:
        """The rows whose reference field holds an id, in id order. Parameters: id."""
        column = self._column(type_, field.name)
        return self._once(
            ("referring", type_.name, field.name),
            lambda: self._ordered(self._rows(type_).where(column == _slot(0)), type_),
        )

    def referring_many(self, type_: ObjectType, field: Field, size: int) -> Statement:
        """For each of some ids the first rows whose reference field holds it: the id held, then the row.

        In the order of the rows' own ids. Parameters: `size` ids, the id to begin behind, how many for each.
        """
        return self._once(("referring many", type_.name, field.name, size),
                          lambda: self._ordered(self._first_of_each(type_, field, size), type_))

    def by_key(self, type_: ObjectType) -> Statement:
        """The row with the lowest id whose key is exactly some values. Parameters: the key's values in its order."""
        wanted = [self._column(type_, name) == _slot(position) for position, name in enumerate(type_.key)]
        return self._once(("by key", type_.name), lambda: self._first(type_, reduce(and_, wanted)))

    def first_referring(self, type_: ObjectType, field: Field) -> Statement:
        """The row with the lowest id whose reference field holds an id. Parameters: id."""
        column = self._column(type_, field.name)
        return self._once(
            ("first referring", type_.name, field.name), lambda: self._first(type_, column == _slot(0))
        )

    def first_equal(self, type_: ObjectType, field: Field, *, indexed: bool) -> Statement:
        """The row with the lowest id whose case-mapped text is a value. Parameters: the value, case-mapped."""
        search = SearchIndex(self.tables, self.casemap, type_, field)
        return self._once(
            ("first equal", type_.name, field.name, indexed),
            lambda: self._first(type_, search.equals(_slot(0), indexed=indexed)),
        )

    def first_empty(self, type_: ObjectType, field: Field) -> Statement:
        """The row with the lowest id whose field is stored empty or was never set. No parameters."""
        search = SearchIndex(self.tables, self.casemap, type_, field)
        return self._once(("first empty", type_.name, field.name), lambda: self._first(type_, search.empty()))

    def exists(self, type_: ObjectType) -> Statement:
        """A row if an object has an id. Parameters: id."""
        id_ = self._column(type_, "id")
        return self._once(("exists", type_.name), lambda: self.tables[type_.name].select(id_).where(id_ == _slot(0)))

    def dependants(self, referrer: Referrer, size: int) -> Statement:
        """The ids whose reference field holds one of some ids, in id order. Parameters: `size` ids."""
        type_, field = referrer.type, referrer.field
        return self._once(("dependants", type_.name, field.name, size), lambda: self._dependants(type_, field, size))

    def _dependants(self, type_: ObjectType, field: Field, size: int) -> Any:
        query = self.tables[type_.name].select(self._column(type_, "id"))
        return self._ordered(query.where(self._column(type_, field.name).in_(_slots(size))), type_)

    def insert_object(self) -> Statement:
        """Give a new id. Parameters: type."""
        objects = self.tables.objects
        return self._once(("insert object",), lambda: objects.insert({objects.type: _slot(0)}))

    def insert(self, type_: ObjectType) -> Statement:
        """Insert a row. Parameters: id, the values of all fields in catalogue order."""
        return self._once(
            ("insert", type_.name),
            lambda: self.tables[type_.name].insert(self._slots_of(type_, ("id", *type_.by_name))),
        )

    def update(self, type_: ObjectType, names: tuple[str, ...]) -> Statement:
        """Set fields of an object. Parameters: the values in the order of `names`, id."""
        return self._once(("update", type_.name, names), lambda: self._update(type_, names))

    def _update(self, type_: ObjectType, names: tuple[str, ...]) -> Any:
        query = self.tables[type_.name].update(self._slots_of(type_, names))
        return query.where(self._column(type_, "id") == _slot(len(names)))

    def _slots_of(self, type_: ObjectType, names: Sequence[str]) -> dict[Any, peewee.Value]:
        return {self._column(type_, name): _slot(position) for position, name in enumerate(names)}

    def unset(self, type_: ObjectType, name: str, size: int) -> Statement:
        """Make a field of some objects never set. Parameters: `size` ids."""
        model, id_ = self.tables[type_.name], self._column(type_, "id")
        change = {self._column(type_, name): peewee.SQL("NULL")}
        return self._once(
            ("unset", type_.name, name, size), lambda: model.update(change).where(id_.in_(_slots(size)))
        )

    def delete(self, type_: ObjectType, size: int) -> Statement:
        """Delete rows of a type. Parameters: `size` ids."""
        model, id_ = self.tables[type_.name], self._column(type_, "id")
        return self._once(("delete", type_.name, size), lambda: model.delete().where(id_.in_(_slots(size))))

    def delete_objects(self, size: int) -> Statement:
        """Delete rows of the objects table. Parameters: `size` ids."""
        objects = self.tables.objects
        return self._once(("delete objects", size), lambda: objects.delete().where(objects.id.in_(_slots(size))))

    def _rows(self, type_: ObjectType, *before: Any) -> Any:
        columns = [self._selected(type_, field) for field in type_.fields]
        return self.tables[type_.name].select(*before, self._column(type_, "id"), *columns)

    def _first_of_each(self, type_: ObjectType, field: Field, size: int) -> Any:
        id_, column = self._column(type_, "id"), self._column(type_, field.name)
        number = peewee.fn.ROW_NUMBER().over(partition_by=[column], order_by=[id_])
        columns = (id_.alias("id"), column.alias("target"), number.alias("number"))
        matching = column.in_(_slots(size)) & (id_ > _slot(size))
        numbered = self.tables[type_.name].select(*columns).where(matching).alias("numbered")
        rows = self._rows(type_, numbered.c.target).join(numbered, on=(id_ == numbered.c.id))
        return rows.where(numbered.c.number <= _slot(size + 1))

    def _selected(self, type_: ObjectType, field: Field) -> Any:
        return selected(self.tables, field, self._column(type_, field.name))

    def _first(self, type_: ObjectType, condition: Any) -> Any:
        return self._ordered(self._rows(type_).where(condition), type_).limit(peewee.SQL("1"))

    def _ordered(self, query: Any, type_: ObjectType) -> Any:
        return query.order_by(self._column(type_, "id"))

    def _column(self, type_: ObjectType, name: str) -> Any:
        return self.tables.column(type_.name, name)


def selected(tables: Tables, field: Field, column: Any) -> Any:
    """What stands for a field in a row: its column, or `type:id` where it refers to any type."""
    if not field.reference or field.reference.target is not None:
        return column
    objects = tables.objects.alias()
    name = objects.type.concat(peewee.SQL("':'")).concat(objects.id)
    return objects.select(name).where(objects.id == column)


def _slot(position: int) -> peewee.Value:
    """A placeholder; the wrapper keeps Peewee from converting it to the column's type."""
    return peewee.Value(Slot(position), converter=False)


def _slots(size: int) -> list[peewee.Value]:
    return [_slot(position) for position in range(size)]


def chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """The ids in pieces, each of a length that is one of CHUNK_SIZES; the last id may stand more than once."""
    for start in range(0, len(ids), CHUNK_SIZES[-1]):
        piece = list(ids[start:start + CHUNK_SIZES[-1]])
        size = next(size for size in CHUNK_SIZES if size >= len(piece))
        yield piece + piece[-1:] * (size - len(piece))
