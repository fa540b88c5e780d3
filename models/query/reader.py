"""The reader of many objects: a page of a type, and pages of what refers to each of some objects."""
from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import peewee

from models.errors import BadQuery
from models.principal import LOCAL_ADMIN, Principal
from models.query.conditions import EVERYTHING, Condition
from models.query.edges import visible_field
from models.query.indexes import needed_indexes
from models.query.lookups import Lookups
from models.query.nodes import Node, among, separated, sql
from models.query.orders import Order
from models.query.pages import FIRST_PAGE, Connection, Page
from models.query.questions import Question, answer, ask
from models.query.runs import Found, pieces, run
from models.query.selections import Selection
from models.query.writers import writers
from models.rules import FULL, Access
from models.store import Store


class Reader:
    """The questions about many objects of one network.

    The methods are synchronous and run on the connection of the calling thread, as the store's do. They raise
    UnknownType, UnknownField, BadQuery and BadCursor before any statement runs.

    What the principal may not see, by what `access` says of callers of his kind, is as if it did not exist.
    """

    def __init__(self, store: Store, access: Access = FULL, principal: Principal = LOCAL_ADMIN) -> None:
        self._store, self._catalogue, self._database = store, store.catalogue, store.database
        self._columns, self._predicates, _ = writers(store, access)
        self._access, self._principal = access, principal

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
        for some in pieces(found) if want_total else ():
            totals.update(dict(self._run(selection.totals_of(field_name, some))))
        return {parent: answer(question, rows, totals.get(parent, 0) if want_total else None)
                for parent, rows in found.items()}

    def total(self, type_name: str, condition: Condition = EVERYTHING) -> int:
        """How many objects of a type meet a condition."""
        question = ask(self._catalogue, type_name, condition, (), FIRST_PAGE)
        return int(self._run(self._selection(question).total())[0][0])

    def totals(self) -> dict[str, int]:
        """How many objects of each type there are: one statement for all."""
        counts = [sql("(", self._selection(ask(self._catalogue, type_.name, EVERYTHING, (), FIRST_PAGE)).total(), ")")
                  for type_ in self._catalogue]
        (found,) = self._run(sql("SELECT ", separated(counts, ", ")))
        return dict(zip((type_.name for type_ in self._catalogue), found, strict=True))

    def types(self, ids: Collection[int]) -> dict[int, str]:
        """The types of objects by their ids; ids of no object are left out. One statement, and one for each type."""
        objects = self._columns.tables.objects.alias()
        id_, type_ = (self._columns.column(objects, name) for name in ("id", "type"))
        found: dict[int, str] = {}
        for some in pieces(ids):
            found.update(dict(self._run(peewee.Select([objects], [id_, type_]).where(among(id_, some)))))
        return found if self._access.is_full else self._visible(found)

    def _visible(self, types: Mapping[int, str]) -> dict[int, str]:
        lookups = Lookups(self._store, self._access, self._principal)
        found: dict[int, str] = {}
        for name in {*types.values()}.intersection(type_.name for type_ in self._catalogue):
            found.update(dict.fromkeys(lookups.visible(name, [id_ for id_ in types if types[id_] == name]), name))
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
        for some in pieces(found):
            for parent, *row in self._run(selection.rows_of(field_name, some)):
                found[parent].append(tuple(row))
        return found

    def _run(self, query: Node) -> list[Found]:
        return run(self._database, query, self._principal)
