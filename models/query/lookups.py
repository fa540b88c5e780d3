"""Objects by their ids, by names, by keys and by what they refer to, as one caller may see them."""
from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce
from typing import Any

import peewee

from models.catalogue import ObjectType
from models.objects import MAX_ID, Row
from models.principal import Principal
from models.query.conditions import EVERYTHING, Condition
from models.query.nodes import Node, among, both, parameter, sql
from models.query.orders import ordering
from models.query.pages import Page
from models.query.questions import Question
from models.query.runs import Found, pieces, run
from models.query.selections import Selection
from models.query.writers import writers
from models.rules import Access
from models.statements import selected
from models.store import Store
from models.stored import is_storable


class Lookups:
    """What the store's methods of the same names find, without what a caller may not see.

    What is hidden is as if it did not exist, or was never set. The methods are synchronous and run on the connection
    of the calling thread.
    """

    def __init__(self, store: Store, access: Access, principal: Principal) -> None:
        self._store, self._catalogue, self._principal, self._access = store, store.catalogue, principal, access
        self._writers = writers(store, access)
        self._columns = self._writers.columns

    def get_many(self, type_name: str, ids: Collection[int]) -> dict[int, Row]:
        """Those of some objects that may be seen and have that type, by id. Raises UnknownType."""
        type_ = self._catalogue[type_name]
        found: dict[int, Row] = {}
        for some in pieces(ids):
            source = self._columns.table(type_)
            query = self._rows(type_, source, among(self._columns.column(source, "id"), some))
            found.update((row[0], Row(row[0], row[1:])) for row in self._run(query))
        return found

    def find(self, type_name: str, field_name: str, value: str) -> Row | None:
        """The object with the lowest id whose field has the value, case-mapped; an empty one was never set, too.

        Raises UnknownType, UnknownField.
        """
        if not is_storable(value):
            return None
        type_ = self._catalogue[type_name]
        field, source = type_.field(field_name), self._columns.table(type_)
        search = self._columns.search(type_, field, source)
        seen = self._columns.seen(type_, field, source)
        if value:
            folded = parameter(self._store.casemap.fold(value))
            same = both(search.equals(folded, indexed=self._columns.is_indexed(type_name, field_name)), seen)
        else:
            same = search.empty() if seen is None else sql("(", search.empty(), " OR (", seen, ") IS NOT TRUE)")
        return self._first(type_, source, same)

    def find_key(self, type_name: str, values: Sequence[str | int]) -> Row | None:
        """The object whose key holds exactly these values, ids for references; of several the lowest id.

        Raises UnknownType.
        """
        if not all(is_storable(value) if isinstance(value, str) else 0 <= value <= MAX_ID for value in values):
            return None
        type_ = self._catalogue[type_name]
        source = self._columns.table(type_)
        fields = [type_.field(name) for name in type_.key]
        wanted = [both(sql(self._columns.column(source, field.name), " = ", parameter(value)),
                       self._columns.seen(type_, field, source)) for field, value in zip(fields, values, strict=True)]
        return self._first(type_, source, reduce(both, wanted))

    def refs_many(
        self, type_name: str, field_name: str, ids: Collection[int], *, after: int = 0, limit: int,
    ) -> dict[int, list[Row]]:
        """The objects that refer to some others through one field, by the id they refer to.

        For each id up to `limit` objects with ids above `after`, in id order; ids that nothing refers to are left out.
        Raises UnknownType, UnknownField.
        """
        type_ = self._catalogue[type_name]
        question = Question(type_, EVERYTHING, ordering(self._catalogue, type_name, ()), Page(first=limit),
                            (min(after, MAX_ID),), None)
        found: dict[int, list[Row]] = {}
        for some in pieces(ids):
            query = Selection(self._columns, self._writers.predicates, question).rows_of(field_name, some)
            for target, id_, *values in self._run(query):
                found.setdefault(target, []).append(Row(id_, tuple(values[:len(type_.fields)])))
        return {target: rows[:limit] for target, rows in found.items()}

    def visible(self, type_name: str, ids: Collection[int]) -> set[int]:
        """The ids of those of some objects that may be seen and have that type. Raises UnknownType."""
        return self._ids(self._catalogue[type_name], ids)

    def owned(self, type_name: str, ids: Collection[int]) -> set[int]:
        """The ids of those that may be seen and are the caller's to change. Raises UnknownType."""
        type_ = self._catalogue[type_name]
        return self._ids(type_, ids, self._access.owned(type_))

    def _ids(self, type_: ObjectType, ids: Collection[int], rule: Condition = EVERYTHING) -> set[int]:
        """The ids of those of some objects that may be seen and meet a condition of a rule."""
        found: set[int] = set()
        for some in pieces(ids):
            source = self._columns.table(type_)
            id_ = self._columns.column(source, "id")
            met = both(among(id_, some), self._writers.rules.of(rule, type_, source))
            query = peewee.Select([source], [id_]).where(both(met, self._writers.predicates.visible(type_, source)))
            found.update(found_id for (found_id,) in self._run(query))
        return found

    def _first(self, type_: ObjectType, source: Node, condition: Node) -> Row | None:
        query = self._rows(type_, source, condition).order_by(self._columns.column(source, "id")).limit(sql("1"))
        row = next(iter(self._run(query)), None)
        return Row(row[0], row[1:]) if row else None

    def _rows(self, type_: ObjectType, source: Node, condition: Node) -> Any:
        values = [selected(self._columns.tables, field, self._columns.shown(type_, field, source))
                  for field in type_.fields]
        query = peewee.Select([source], [self._columns.column(source, "id"), *values])
        return query.where(both(condition, self._writers.predicates.visible(type_, source)))

    def _run(self, query: Node) -> list[Found]:
        return run(self._store.database, query, self._principal)
