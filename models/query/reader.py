"""The reader of many objects: a page of a type, and pages of what refers to each of some objects."""
from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import peewee

from models.errors import BadQuery
from models.query.columns import Columns, Node, among, sql
from models.query.conditions import EVERYTHING, Condition
from models.query.edges import visible_field
from models.query.indexes import needed_indexes
from models.query.operands import Operands
from models.query.orders import Order
from models.query.pages import FIRST_PAGE, Connection, Page
from models.query.predicates import Predicates
from models.query.questions import Question, answer, ask
from models.query.selections import Selection
from models.store import MAX_ID, Store

MOST_IDS = 30_000
"""How many ids one statement names; SQLite takes 32,766 parameters, PostgreSQL 65,535."""

Found = tuple[Any, ...]
"""What is read of one object: the id, the values in catalogue order, the keys."""


class Reader:
    """The questions about many objects of one network.

    The methods are synchronous and run on the connection of the calling thread, as the store's do. They raise
    UnknownType, UnknownField, BadQuery and BadCursor before any statement runs.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._catalogue, self._database = store, store.catalogue, store.database
        self._columns = Columns(store.tables, store.casemap, store.is_indexed)
        operands = Operands(store.catalogue, store.casemap, store.database.engine)
        self._predicates = Predicates(self._columns, operands)

    def root(
        self, type_name: str, condition: Condition = EVERYTHING, order: Sequence[Order] = (), page: Page = FIRST_PAGE,
        *, want_total: bool = False,
    ) -> Connection:
        """A page of the objects of a type that meet a condition: one statement, and one for the total."""
        question = ask(self._catalogue, type_name, condition, order, page)
        selection = self._selection(question)
        found = self._run(selection.rows())
        return answer(question, found, self._run(selection.total())[0][0] if want_total else None)

    def related(
        self, referrer: tuple[str, str], parents: Collection[int], condition: Condition = EVERYTHING,
        order: Sequence[Order] = (), page: Page = FIRST_PAGE, *, want_total: bool = False,
    ) -> dict[int, Connection]:
        """For each of some objects a page of those that refer to it by `referrer` (type, field) and meet a condition.

        One statement for all, and one for the totals.
        """
        type_name, field_name = referrer
        question = ask(self._catalogue, type_name, condition, order, page)
        if visible_field(question.type, field_name).reference is None:
            raise BadQuery(f"{type_name}.{field_name} refers to nothing; name a reference field")
        selection = self._selection(question)
        found = self._rows_of(selection, field_name, parents)
        totals: dict[int, int] = {}
        for some in _pieces(found) if want_total else ():
            totals.update(dict(self._run(selection.totals_of(field_name, some))))
        return {parent: answer(question, rows, totals.get(parent, 0) if want_total else None)
                for parent, rows in found.items()}

    def total(self, type_name: str, condition: Condition = EVERYTHING) -> int:
        """How many objects of a type meet a condition."""
        question = ask(self._catalogue, type_name, condition, (), FIRST_PAGE)
        return int(self._run(self._selection(question).total())[0][0])

    def totals(self) -> dict[str, int]:
        """How many objects of each type there are: one statement for all."""
        counts = [sql("(", peewee.Select([self._columns.table(type_)], [sql("COUNT(*)")]), ")")
                  for type_ in self._catalogue]
        (found,) = self._run(sql("SELECT ", peewee.NodeList(counts, glue=", ")))
        return dict(zip((type_.name for type_ in self._catalogue), found, strict=True))

    def types(self, ids: Collection[int]) -> dict[int, str]:
        """The types of objects by their ids; ids of no object are left out."""
        found: dict[int, str] = {}
        objects = self._columns.tables.objects.alias()
        id_, type_ = (self._columns.column(objects, name) for name in ("id", "type"))
        for some in _pieces([each for each in ids if 0 <= each <= MAX_ID]):
            found.update(dict(self._run(peewee.Select([objects], [id_, type_]).where(among(id_, some)))))
        return found

    def missing_indexes(
        self, type_name: str, condition: Condition, order: Sequence[Order] = ()
    ) -> list[tuple[str, str]]:
        """The (type, field) pairs whose search indexes would help and were not made: store.create_index makes them."""
        needed = needed_indexes(self._catalogue, type_name, condition, order)
        return [pair for pair in needed if not self._store.is_indexed(*pair)]

    def _selection(self, question: Question) -> Selection:
        return Selection(self._columns, self._predicates, question)

    def _rows_of(self, selection: Selection, field_name: str, parents: Collection[int]) -> dict[int, list[Found]]:
        found: dict[int, list[Found]] = {parent: [] for parent in parents}
        if len(found) == 1:
            (parent,) = found
            return {parent: self._run(selection.rows(field_name, parent))}
        for some in _pieces(found):
            for parent, *row in self._run(selection.rows_of(field_name, some)):
                found[parent].append(tuple(row))
        return found

    def _run(self, query: Node) -> list[Found]:
        text, parameters = self._database.get_sql_context().sql(query).query()
        rows: list[Found] = self._database.execute_sql(text, parameters).fetchall()
        return rows


def _pieces(ids: Collection[int]) -> Iterator[Sequence[int]]:
    known = list(dict.fromkeys(ids))
    for start in range(0, len(known), MOST_IDS):
        yield known[start:start + MOST_IDS]
