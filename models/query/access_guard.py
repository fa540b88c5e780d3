"""The rules about rows and fields, written for one kind of callers."""
from __future__ import annotations

import peewee

from models.catalogue import Field, ObjectType
from models.query.columns import Columns
from models.query.conditions import EVERYTHING, NOTHING, Condition
from models.query.guard import Guard
from models.query.nodes import Node, parameter, sql
from models.query.predicates import Predicates, exists
from models.rules import Access


class AccessGuard(Guard):
    """What an Access says, in SQL; `predicates` write it, and know no rules themselves."""

    def __init__(self, access: Access, columns: Columns, predicates: Predicates) -> None:
        self._access, self._columns, self._predicates = access, columns, predicates
        self._catalogue = columns.tables.catalogue

    def row(self, type_: ObjectType, source: Node) -> Node | None:
        """The condition that an object may be seen at all."""
        return self._written(self._access.rows(type_), type_, source)

    def cell(self, type_: ObjectType, field: Field, source: Node) -> Node | None:
        """The condition that a field of an object that may be seen is shown."""
        return self._written(self._access.cell(type_, field), type_, source)

    def target(self, field: Field, source: Node) -> Node | None:
        """The condition that the object that a reference field names may be seen; it is true, false or NULL."""
        column = self._columns.column(source, field.name)
        if field.reference and field.reference.target is not None:
            return self._leads_to(self._catalogue[field.reference.target], column)
        objects = self._columns.tables.objects.alias()
        id_, own_type = (self._columns.column(objects, name) for name in ("id", "type"))
        found = peewee.Select([objects], [own_type]).where(sql(id_, " = ", column))
        cases = self._cases(column)
        return sql("CASE ", found, *cases, " ELSE 1 = 0 END") if cases else sql("1 = 0")

    def _cases(self, column: Node) -> list[Node]:
        """For each type whose objects may be seen, whether one has the id in a column."""
        return [sql(" WHEN ", parameter(type_.name), " THEN ", self._leads_to(type_, column) or sql("1 = 1"))
                for type_ in self._catalogue if self._access.rows(type_) != NOTHING]

    def _leads_to(self, type_: ObjectType, column: Node) -> Node | None:
        table = self._columns.table(type_)
        visible = self.row(type_, table)
        refers = sql(self._columns.column(table, "id"), " = ", column)
        return None if visible is None else exists(table, refers, visible)

    def _written(self, condition: Condition, type_: ObjectType, source: Node) -> Node | None:
        return None if condition == EVERYTHING else self._predicates.of(condition, type_, source)
