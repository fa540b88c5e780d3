"""Conditions as SQL: each is true or not, and `Not` is the exact complement."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import peewee

from models.catalogue import Field, ObjectID, ObjectType, Reference
from models.errors import BadQuery
from models.query.callers import Caller
from models.query.columns import Columns
from models.query.conditions import All, AnyOf, Compare, Condition, IdIn, IsCaller, Not, Quantifier, Related, Through
from models.query.edges import Edge, target_of, visible_field
from models.query.indexes import is_narrow
from models.query.nodes import Node, among, both, in_parentheses, one_of, parameter, separated, sql, where
from models.query.operands import Operands, operator_of
from models.query.operators import Family, family
from models.query.patterns import MATCHES


class Predicates:
    """The conditions over one set of tables.

    Every value goes beside the statement. The methods raise UnknownType, UnknownField and BadQuery for what makes no
    sense, so before any statement runs.
    """

    def __init__(self, columns: Columns, operands: Operands) -> None:
        self._columns, self._operands = columns, operands
        self._catalogue = columns.tables.catalogue

    def of(self, condition: Condition, type_: ObjectType, source: Node) -> Node:
        """The SQL of a condition on the type's table, which the statement reads as `source`.

        It is true, false or NULL; NULL means that the condition does not hold.
        """
        return _WRITERS[type(condition)](self, condition, type_, source)

    def visible(self, type_: ObjectType, source: Node) -> Node | None:
        """The SQL of the rule that says which rows of a type the caller may see; None: all of them."""
        return self._columns.guard.row(type_, source)

    # --------------------------------------------------------------------------------- joined conditions

    def _all(self, condition: All, type_: ObjectType, source: Node) -> Node:
        return self._joined(condition.conditions, " AND ", "1 = 1", type_, source)

    def _any(self, condition: AnyOf, type_: ObjectType, source: Node) -> Node:
        return self._joined(condition.conditions, " OR ", "1 = 0", type_, source)

    def _joined(self, conditions: Sequence[Condition], by: str, none: str, type_: ObjectType, source: Node) -> Node:
        pieces = [self.of(condition, type_, source) for condition in conditions]
        return in_parentheses(pieces, by) if pieces else sql(none)

    def _not(self, condition: Not, type_: ObjectType, source: Node) -> Node:
        return _complement(self.of(condition.condition, type_, source))

    # --------------------------------------------------------------------------------------------- edges

    def _ids(self, condition: IdIn, type_: ObjectType, source: Node) -> Node:
        return among(self._columns.column(source, "id"), self._operands.bind_ids(type_, condition))

    def _is_caller(self, condition: IsCaller, type_: ObjectType, source: Node) -> Node:
        if type_.name != condition.caller.value:
            raise BadQuery(f"no caller is a {type_.name}; a rule leads to {condition.caller.value}")
        return sql(self._columns.column(source, "id"), " = ", parameter(condition.caller))

    def _through(self, condition: Through, type_: ObjectType, source: Node) -> Node:
        target = target_of(self._catalogue, type_, Edge(condition.field, condition.target))
        table, column = self._columns.table(target), self._columns.column(source, condition.field)
        if isinstance(condition.condition, IsCaller):
            return sql(column, " = ", parameter(Caller(target.name)))
        id_, inner = self._columns.column(table, "id"), self._met(condition.condition, target, table)
        cell = self._columns.guard.cell(type_, type_.field(condition.field), source)
        if is_narrow(self._catalogue, target, condition.condition):
            return both(cell, sql(column, " IN ", _select(table, self._columns.bare(id_), inner)))
        return both(cell, exists(table, sql(id_, " = ", column), inner))

    def _related(self, condition: Related, type_: ObjectType, source: Node) -> Node:
        referrer = self._catalogue[condition.type]
        self._check_refers(referrer, condition.field, type_)
        table, id_ = self._columns.table(referrer), self._columns.column(source, "id")
        column, inner = self._columns.column(table, condition.field), self.of(condition.condition, referrer, table)
        refers = both(sql(column, " = ", self._columns.bare(id_)), self._shown(referrer, condition.field, table))
        if condition.quantifier is Quantifier.EVERY:
            return sql("NOT ", exists(table, refers, _complement(inner)))
        if condition.quantifier is Quantifier.NONE:
            return sql("NOT ", exists(table, refers, inner))
        if is_narrow(self._catalogue, referrer, condition.condition):
            shown = both(inner, self._shown(referrer, condition.field, table))
            return sql(id_, " IN ", _select(table, column, shown))
        return exists(table, refers, inner)

    def _met(self, condition: Condition, type_: ObjectType, source: Node) -> Node:
        """The condition that an object may be seen and meets a condition."""
        return both(self.of(condition, type_, source), self.visible(type_, source))

    def _shown(self, referrer: ObjectType, field_name: str, source: Node) -> Node | None:
        """The condition that an object may be seen and shows where a field leads."""
        return both(self.visible(referrer, source),
                    self._columns.guard.cell(referrer, referrer.field(field_name), source))

    def _check_refers(self, referrer: ObjectType, field_name: str, type_: ObjectType) -> None:
        reference = visible_field(referrer, field_name).reference
        if reference is None or reference.target not in (None, type_.name):
            raise BadQuery(f"{referrer.name}.{field_name} does not refer to {type_.name}; name a field that does")

    # --------------------------------------------------------------------------------------- comparisons

    def _compare(self, compare: Compare, type_: ObjectType, source: Node) -> Node:
        operator, values = operator_of(type_, compare), self._operands.bind(type_, compare)
        write = _COMPARISONS[operator.complement_of or operator.name]
        found = write(self, compare.operator, type_, type_.field(compare.field), source, values)
        return _complement(found) if operator.complement_of else found

    def _equal(self, _operator: str, type_: ObjectType, field: Field, source: Node, values: Sequence[Any]) -> Node:
        if field.reference:
            found = self._refers(field.reference, self._columns.column(source, field.name), values)
            return both(found, self._columns.seen(type_, field, source))  # so the column's index goes on helping
        if family(field) is Family.FLAG:
            truth = self._columns.truth(type_, field, source)
            return truth if values[0] else _complement(truth)
        same = among(self._columns.value(type_, field, source), values)
        if family(field) is not Family.TEXT or not values or not self._columns.is_indexed(type_.name, field.name):
            return same
        search = self._columns.search(type_, field, source)
        starts = [search.start_of(parameter(self._operands.fold(value))) for value in values]
        return sql("(", one_of(search.start(indexed=True), starts), " AND ", same, ")")

    def _refers(self, reference: Reference, column: Node, ids: Sequence[ObjectID]) -> Node:
        """The condition that a reference column names one of some objects, of the very types that are given."""
        by_type: dict[str, list[int]] = {}
        for id_ in ids:
            by_type.setdefault(id_.type, []).append(id_.id)
        if reference.target is not None or not by_type:
            return among(column, by_type.get(reference.target or "", []))
        objects = self._columns.tables.objects.alias()
        id_, type_ = (self._columns.column(objects, name) for name in ("id", "type"))
        kinds = [sql("(", type_, " = ", parameter(name), " AND ", among(id_, some), ")")
                 for name, some in by_type.items()]
        return sql(column, " IN ", _select(objects, self._columns.bare(id_), separated(kinds, " OR ")))

    def _ordered(self, operator: str, type_: ObjectType, field: Field, source: Node, values: Sequence[Any]) -> Node:
        return sql(self._columns.value(type_, field, source), _SIGNS[operator], parameter(values[0]))

    def _matches(self, _operator: str, type_: ObjectType, field: Field, source: Node, values: Sequence[Any]) -> Node:
        pattern, *ends = map(parameter, values)
        matches = sql(self._columns.value(type_, field, source), MATCHES[self._columns.engine], pattern)
        if not ends or not self._columns.is_indexed(type_.name, field.name):
            return matches
        start = self._columns.search(type_, field, source).start(indexed=True)
        return sql("(", start, " >= ", ends[0], " AND ", start, " < ", ends[1], " AND ", matches, ")")

    def _never_set(self, _operator: str, type_: ObjectType, field: Field, source: Node, values: Sequence[Any]) -> Node:
        bare = self._columns.column(source, field.name)
        return sql(where(self._columns.seen(type_, field, source), bare), " IS NULL" if values[0] else " IS NOT NULL")


_WRITERS: Mapping[type, Callable[[Predicates, Any, ObjectType, Node], Node]] = {
    All: Predicates._all, AnyOf: Predicates._any, Not: Predicates._not, IdIn: Predicates._ids,
    IsCaller: Predicates._is_caller,
    Through: Predicates._through, Related: Predicates._related, Compare: Predicates._compare,
}

_COMPARISONS: Mapping[str, Callable[[Predicates, str, ObjectType, Field, Node, Sequence[Any]], Node]] = {
    "eq": Predicates._equal, "in": Predicates._equal, "isNull": Predicates._never_set,
    **dict.fromkeys(("lt", "lte", "gt", "gte"), Predicates._ordered),
    **dict.fromkeys(("like", "startsWith", "endsWith", "contains"), Predicates._matches),
}
"""How each operator is written that is no other's complement."""

_SIGNS: Mapping[str, str] = {"lt": " < ", "lte": " <= ", "gt": " > ", "gte": " >= "}


def _complement(node: Node) -> Node:
    return sql("(", node, ") IS NOT TRUE")


def _select(table: Node, column: Node, condition: Node) -> Node:
    return peewee.Select([table], [column]).where(condition)


def exists(table: Node, refers: Node, condition: Node) -> Node:
    """The condition that a table has a row that refers, and meets a condition."""
    return sql("EXISTS ", _select(table, sql("1"), sql(refers, " AND ", condition)))
