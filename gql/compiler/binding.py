"""From what a request asks to the values of a statement; and where these go when the statement is written.

A statement is written once for all asks of one shape: the same operators on the same fields, as many values in each
list that is no array, the same keys of a cursor without a value. `bind` tells the shape and the values; while the
statement is written, `Slotted` puts places in the order of these values instead of values.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import orjson

from gql.compiler.asks import Ask, ByAddress, ById, ByIds, ByKey, Referring
from gql.compiler.stores.asked import OfKeyvals, OfLink, OfMessages, OfStore
from models.catalogue import Catalogue, ObjectID, ObjectType
from models.objects import MAX_ID
from models.query.conditions import All, AnyOf, Compare, Condition, IdIn, Not, Related, Through
from models.query.cursors import is_encoded
from models.query.edges import Edge, target_of
from models.query.operands import Array, Comparison, Operands
from models.query.operators import Takes
from models.query.questions import Question

Shape = Any
"""What a statement's text depends on; hashable."""


@dataclass(frozen=True)
class Slot:
    """The place of a value in a statement: which of a site's values goes there, case-mapped or as it is.

    `encoded`: it is a models.query.cursors.Encoded.
    """

    site: int
    index: int
    folded: bool = False
    encoded: bool = False


LIMIT, LIMIT_AND_ONE = 0, 1
"""Where among the values of a page its size stands, and one more, which says whether there is more."""

FIRST_KEY = 2
"""Where the keys of its cursors begin."""


class Binder:
    """What the asks over one catalogue come to."""

    def __init__(self, catalogue: Catalogue, operands: Operands) -> None:
        self._catalogue, self.operands = catalogue, operands

    def bind(self, ask: Ask) -> tuple[Shape, list[Any]]:
        """The shape of an ask, and its values. Raises BadQuery for comparisons that make no sense."""
        return _BINDERS[type(ask)](self, ask)

    def _question(self, asked: Question) -> tuple[Shape, list[Any]]:
        page = asked.page
        values: list[Any] = [page.size, page.size + 1]
        keys = self._keys(asked, values) if asked.start or asked.end else ()
        condition = self._condition(asked.type, asked.condition, values)
        return (asked.ordering.fingerprint, page.form, keys, condition), values

    def _keys(self, asked: Question, values: list[Any]) -> Shape:
        """The shape of the keys of its cursors; adds their values."""
        ends = (asked.start, asked.end)
        for end in ends:
            values.extend(value for value in end or () if value is not None)
        return tuple(None if end is None else tuple((value is None, is_encoded(value)) for value in end)
                     for end in ends)

    def _by_id(self, asked: ById) -> tuple[Shape, list[Any]]:
        return asked.id.type, [min(asked.id.id, MAX_ID)]  # the highest id is never given

    def _by_ids(self, asked: ByIds) -> tuple[Shape, list[Any]]:
        types = tuple(sorted({id_.type for id_ in asked.ids}))
        ids = [(types.index(id_.type), min(id_.id, MAX_ID)) for id_ in asked.ids]
        return types, [orjson.dumps(ids).decode()]

    def _by_key(self, asked: ByKey) -> tuple[Shape, list[Any]]:
        (field, *others) = map(asked.type.field, asked.type.key)
        if others or field.reference:
            return False, [min(value, MAX_ID) if isinstance(value, int) else value for value in asked.values]
        value = asked.values[0]
        return not value, [self.operands.fold(value)] if value else []

    def _by_address(self, asked: ByAddress) -> tuple[Shape, list[Any]]:
        return None, [asked.domain, asked.node, *([] if asked.store is None else [asked.store])]

    def _referring(self, asked: Referring) -> tuple[Shape, list[Any]]:
        return asked.type.name, [asked.first, min(asked.after, MAX_ID)]

    def _plain(self, _: OfKeyvals | OfLink) -> tuple[Shape, list[Any]]:
        return None, []

    def _store(self, asked: OfStore) -> tuple[Shape, list[Any]]:
        return asked.is_hidden, [] if asked.name is None or asked.is_hidden else [asked.name]

    def _messages(self, asked: OfMessages) -> tuple[Shape, list[Any]]:
        return asked.shape, list(asked.values.values())

    # -------------------------------------------------------------------------------------- conditions

    def _condition(self, type_: ObjectType, condition: Condition, values: list[Any]) -> Shape:
        """The shape of a condition; adds its values in the order in which models.query.predicates writes them."""
        return _SHAPES[type(condition)](self, type_, condition, values)

    def _joined(self, type_: ObjectType, condition: All | AnyOf, values: list[Any]) -> Shape:
        return (type(condition), *(self._condition(type_, part, values) for part in condition.conditions))

    def _not(self, type_: ObjectType, condition: Not, values: list[Any]) -> Shape:
        return Not, self._condition(type_, condition.condition, values)

    def _through(self, type_: ObjectType, condition: Through, values: list[Any]) -> Shape:
        target = target_of(self._catalogue, type_, Edge(condition.field, condition.target))
        return condition.field, target.name, self._condition(target, condition.condition, values)

    def _related(self, _: ObjectType, condition: Related, values: list[Any]) -> Shape:
        inner = self._condition(self._catalogue[condition.type], condition.condition, values)
        return condition.type, condition.field, condition.quantifier, inner

    def _ids(self, type_: ObjectType, condition: IdIn, values: list[Any]) -> Shape:
        ids = self.operands.bind_ids(type_, condition)
        if isinstance(ids, Array):
            values.append(ids.value)
            return Array
        filled = padded(ids)
        values.extend(filled)
        return len(filled)

    def _compare(self, type_: ObjectType, compare: Compare, values: list[Any]) -> Shape:
        bound, how = _bound(self.operands, type_, compare), self.operands.comparison(type_, compare)
        values += [value.id for value in bound] if how.are_ids else bound
        return compare.field, compare.operator, _distinction(how, bound)


def _distinction(how: Comparison, bound: Sequence[Any]) -> Shape:
    """What of the values the text of a comparison depends on: flags, the types of references, how many there are."""
    if how.are_written:
        return bound[0]
    return tuple([value.type for value in bound]) if how.are_ids else len(bound)


def padded(values: Sequence[Any]) -> list[Any]:
    """A list of values filled up to a power of two by its last one, so that few statements serve all lengths."""
    if len(values) < 2:
        return list(values)
    return [*values, *[values[-1]] * ((1 << (len(values) - 1).bit_length()) - len(values))]


def _bound(operands: Operands, type_: ObjectType, compare: Compare) -> Sequence[Any]:
    """The values of a comparison, as many as its statement takes."""
    values = operands.bind(type_, compare)
    return padded(values) if operands.comparison(type_, compare).takes is Takes.VALUES else values


class Slotted(Operands):
    """Operands that put places where values stand, in the order in which `Binder` lists the values of a condition."""

    def __init__(self, operands: Operands, site: int, first: int) -> None:
        self._operands, self._site, self._next = operands, site, first

    def bind(self, type_: ObjectType, compare: Compare) -> tuple[object, ...]:
        """Places for the values of a comparison; those that are written into the statement themselves."""
        values = _bound(self._operands, type_, compare)
        slots = self._slots(len(values))
        if self._operands.comparison(type_, compare).are_written:
            return tuple(values)
        return tuple([_at(value, slot) for value, slot in zip(values, slots, strict=True)])

    def bind_ids(self, type_: ObjectType, condition: IdIn) -> list[Any] | Array:
        """Places for some ids, or for the array of them."""
        ids = self._operands.bind_ids(type_, condition)
        return ids._replace(value=self._slots(1)[0]) if isinstance(ids, Array) else self._slots(len(padded(ids)))

    def fold(self, value: object) -> object:
        """The place of the same value, case-mapped."""
        return Slot(value.site, value.index, folded=True) if isinstance(value, Slot) else self._operands.fold(value)

    def _slots(self, count: int) -> list[Slot]:
        first, self._next = self._next, self._next + count
        return [Slot(self._site, index) for index in range(first, self._next)]


def _at(value: object, slot: Slot) -> object:
    """A place for a value, for a reference with the type of the object; the place stands where its number would."""
    return ObjectID(value.type, cast(int, slot)) if isinstance(value, ObjectID) else slot


_BINDERS: Mapping[type, Callable[[Binder, Any], tuple[Shape, list[Any]]]] = {
    Question: Binder._question, ById: Binder._by_id, ByIds: Binder._by_ids, ByKey: Binder._by_key,
    ByAddress: Binder._by_address, Referring: Binder._referring,
    OfKeyvals: Binder._plain, OfLink: Binder._plain, OfStore: Binder._store, OfMessages: Binder._messages,
}
_SHAPES: Mapping[type, Callable[[Binder, ObjectType, Any, list[Any]], Shape]] = {
    All: Binder._joined, AnyOf: Binder._joined, Not: Binder._not, Through: Binder._through, Related: Binder._related,
    IdIn: Binder._ids, Compare: Binder._compare,
}


def slotted(asked: Question, site: int) -> Question:
    """The same question with places for the keys of its cursors."""
    start, next_ = _slotted_keys(asked.start, site, FIRST_KEY)
    end, _ = _slotted_keys(asked.end, site, next_)
    return Question(asked.type, asked.condition, asked.ordering, asked.page, start, end)


def first_of_condition(asked: Question) -> int:
    """Where among the values of a question those of its condition begin."""
    return FIRST_KEY + sum(value is not None for end in (asked.start, asked.end) for value in end or ())


def _slotted_keys(keys: tuple[Any, ...] | None, site: int, first: int) -> tuple[tuple[Any, ...] | None, int]:
    if keys is None:
        return None, first
    slots: list[Slot | None] = []
    for key in keys:
        slots.append(None if key is None else Slot(site, first, encoded=is_encoded(key)))
        first += key is not None
    return tuple(slots), first
