"""The answers as Python finds them: every question over all objects, one object after the other."""
from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from copy import copy
from typing import Any

from models.catalogue import Field, Kind, ObjectID, ObjectType
from models.network import Network
from models.principal import LOCAL_ADMIN, Principal
from models.query.callers import ids as own_ids
from models.query.conditions import (
    EVERYTHING,
    All,
    AnyOf,
    Compare,
    Condition,
    IdIn,
    IsCaller,
    Not,
    Quantifier,
    Related,
    Through,
)
from models.query.edges import Edge
from models.query.orders import Nulls, Order
from models.rules import Access
from models.stored import Stored

Object = dict[str, Any]
"""The values of an object by field: text, number, bool for flags, ObjectID; None where never set."""


class World:
    """All objects of a network, read once."""

    def __init__(self, network: Network) -> None:
        self.network, self.fold = network, network.casemap.fold
        self.objects = {type_.name: self._all(type_) for type_ in network.catalogue}
        self.principal = LOCAL_ADMIN

    def seen_by(self, principal: Principal, access: Access) -> World:
        """The same without what somebody may not see."""
        self.principal, seen = principal, copy(self)
        rows = {type_.name: access.rows(type_) for type_ in self.network.catalogue}
        visible = {name: set(self.meeting(name, rows[name])) for name in self.objects}
        closed = {name for name in rows if rows[name] != EVERYTHING}
        seen.objects = {
            type_.name: {id_: {field.name: self._shown(access, type_, field, id_, visible, closed)
                               for field in type_.fields} for id_ in visible[type_.name]}
            for type_ in self.network.catalogue}
        return seen

    def _shown(self, access: Access, type_: ObjectType, field: Field, id_: int, visible: Mapping[str, set[int]],
               closed: Collection[str]) -> Any:
        value = self.objects[type_.name][id_][field.name]
        if not self._holds(access.cell(type_, field), type_.name, id_):
            return None
        hidden = isinstance(value, ObjectID) and value.type in closed and value.id not in visible[value.type]
        return None if hidden else value

    def meeting(self, type_name: str, condition: Condition) -> list[int]:
        """The ids of the objects that meet a condition, in id order."""
        return [id_ for id_ in sorted(self.objects[type_name]) if self._holds(condition, type_name, id_)]

    def ordered(self, type_name: str, ids: Iterable[int], orders: Sequence[Order]) -> list[int]:
        """The ids in an order."""
        ids = sorted(ids, reverse=bool(orders) and orders[-1].descending)
        for order in reversed(orders):
            keys = {id_: self._key(type_name, id_, order) for id_ in ids}
            there = [id_ for id_ in ids if keys[id_] is not None]
            unset = [id_ for id_ in ids if keys[id_] is None]
            there.sort(key=lambda id_, keys=keys: keys[id_], reverse=order.descending)  # type: ignore[misc] # its type
            first = order.nulls is Nulls.FIRST if order.nulls else not order.descending
            ids = unset + there if first else there + unset
        return list(ids)

    # ------------------------------------------------------------------------------------------ objects

    def _all(self, type_: ObjectType) -> dict[int, Object]:
        rows = self.network.store.page(type_.name, limit=100_000)
        return {
            row.id: {
                field.name: value_of(field, stored) for field, stored in zip(type_.fields, row.values, strict=True)}
            for row in rows
        }

    def _at(self, type_name: str, id_: int, path: Sequence[Edge]) -> tuple[str, int | None]:
        for field, target in path:
            reference = self.objects[type_name][id_][field]
            fixed = self.network.catalogue[type_name].field(field).reference
            type_name = (fixed.target if fixed else None) or target or ""
            if reference is None or reference.type != type_name or reference.id not in self.objects[type_name]:
                return self._end(type_name, path, field), None
            id_ = reference.id
        return type_name, id_

    def _end(self, type_name: str, path: Sequence[Edge], after: str) -> str:
        """The type at the end of a path, whatever is there."""
        for field, target in path[[edge.field for edge in path].index(after) + 1:]:
            fixed = self.network.catalogue[type_name].field(field).reference
            type_name = (fixed.target if fixed else None) or target or ""
        return type_name

    # ------------------------------------------------------------------------------------------ orders

    def _key(self, type_name: str, id_: int, order: Order) -> Any:
        end, at = self._at(type_name, id_, order.path)
        type_ = self.network.catalogue[end]
        if order.field == "id":
            return at
        field = type_.field(order.field)
        value = self.objects[end][at][field.name] if at is not None else None
        if field.kind is Kind.BOOL:
            return bool(value)
        if field.name in type_.key and field.kind is Kind.STRING:
            text = None if value is None else self.fold(value)[:191]
            natural = order.nulls in (None, Nulls.LAST if order.descending else Nulls.FIRST)
            return text or "" if natural else text
        if isinstance(value, ObjectID):
            return value.id
        return value[:191] if isinstance(value, str) else value

    # -------------------------------------------------------------------------------------- conditions

    def _holds(self, condition: Condition, type_name: str, id_: int) -> bool:
        if isinstance(condition, All):
            return all(self._holds(part, type_name, id_) for part in condition.conditions)
        if isinstance(condition, AnyOf):
            return any(self._holds(part, type_name, id_) for part in condition.conditions)
        if isinstance(condition, Not):
            return not self._holds(condition.condition, type_name, id_)
        if isinstance(condition, IsCaller):
            return id_ == own_ids(self.principal).get(condition.caller) and type_name == condition.caller.value
        if isinstance(condition, IdIn):
            return id_ in condition.ids
        if isinstance(condition, Through):
            target, at = self._at(type_name, id_, (Edge(condition.field, condition.target),))
            return at is not None and self._holds(condition.condition, target, at)
        if isinstance(condition, Related):
            return self._related(condition, ObjectID(type_name, id_))
        return self._compares(condition, type_name, self.objects[type_name][id_])

    def _related(self, condition: Related, to: ObjectID) -> bool:
        referring = [id_ for id_, values in self.objects[condition.type].items() if values[condition.field] == to]
        holding = [self._holds(condition.condition, condition.type, id_) for id_ in referring]
        if condition.quantifier is Quantifier.EVERY:
            return all(holding)
        return any(holding) is (condition.quantifier is Quantifier.SOME)

    def _compares(self, compare: Compare, type_name: str, values: Object) -> bool:
        type_ = self.network.catalogue[type_name]
        value, wanted = values[compare.field], compare.value
        field = type_.field(compare.field)
        if compare.operator == "isNull":
            return (value is None) is wanted
        if field.kind is Kind.BOOL:
            return (bool(value) is wanted) is (compare.operator == "eq")
        if compare.operator in ("ne", "notIn"):
            return not self._compares(Compare(field.name, {"ne": "eq", "notIn": "in"}[compare.operator], wanted),
                                      type_name, values)
        if value is None:
            return False
        if field.kind is Kind.STRING and field.name in type_.key:
            value = self.fold(value)
            wanted = tuple(self.fold(str(each)) for each in wanted) if isinstance(wanted, tuple) else wanted
            if isinstance(wanted, str):
                wanted = self._folded_pattern(wanted) if compare.operator == "like" else self.fold(wanted)
        return _OPERATORS[compare.operator](value, wanted)

    def _folded_pattern(self, pattern: str) -> str:
        r"""The pattern with its plain characters folded; the \ of an escape is none of them."""
        return re.sub(r"\\(.)|(.)", lambda m: "\\" + self.fold(m[1]) if m[1] else self.fold(m[2]), pattern, flags=re.S)


def _like(value: str, pattern: str) -> bool:
    expression = re.sub(
        r"\\(.)|(.)",
        lambda m: re.escape(m[1]) if m[1] else {"%": ".*", "_": "."}.get(m[2], re.escape(m[2])), pattern, flags=re.S,
    )
    return re.fullmatch(expression, value, flags=re.S) is not None


_OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda value, wanted: value == wanted,
    "in": lambda value, wanted: value in wanted,
    "lt": lambda value, wanted: value < wanted,
    "lte": lambda value, wanted: value <= wanted,
    "gt": lambda value, wanted: value > wanted,
    "gte": lambda value, wanted: value >= wanted,
    "like": _like,
    "startsWith": lambda value, wanted: value.startswith(wanted),
    "endsWith": lambda value, wanted: value.endswith(wanted),
    "contains": lambda value, wanted: wanted in value,
}


def value_of(field: Field, stored: Stored) -> Any:
    """What a field holds, given what a row has of it."""
    if stored is None:
        return None
    if field.reference:
        if isinstance(stored, str):
            type_name, _, digits = stored.rpartition(":")
            return ObjectID(type_name, int(digits))
        return ObjectID(field.reference.target or "", stored)
    if field.is_text:
        return str(stored)
    number = _number(stored)
    return number != 0 if field.kind is Kind.BOOL else number


def _number(stored: str | int) -> int:
    """The number at the beginning of a text, 0 without one, no further than 64 bits reach: SQLite's CAST."""
    match = re.match(r"[ \t\n\v\f\r]*([+-]?[0-9]+)", str(stored))
    return max(-(2**63), min(2**63 - 1, int(match[1]))) if match else 0
