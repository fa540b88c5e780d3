"""Which search indexes make a question fast, and which conditions few objects meet."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.catalogue import Catalogue, ObjectType
from models.query.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    IdIn,
    IsCaller,
    Quantifier,
    Related,
    Through,
    check_size,
    parts,
)
from models.query.edges import Edge, target_of, visible_field
from models.query.operands import is_name
from models.query.operators import Family, family
from models.query.orders import Order

_EXACT = ("eq", "in")
_INDEXED = (*_EXACT, "startsWith")


def needed_indexes(
    catalogue: Catalogue, type_name: str, condition: Condition, order: Sequence[Order] = ()
) -> list[tuple[str, str]]:
    """The (type, field) pairs whose search indexes the question would use, each once; store.create_index makes them.

    They are those of texts that are compared by `eq`, `in` and `startsWith`, and that of the name by which the
    objects are ordered first. Raises UnknownType, UnknownField and BadQuery.
    """
    check_size(condition)
    type_ = catalogue[type_name]
    found = dict.fromkeys(_compared(catalogue, type_, condition))
    if order and not order[0].path and order[0].field in type_.key:
        field = visible_field(type_, order[0].field)
        if is_name(type_, field):
            found[type_.name, field.name] = None
    return list(found)


def _compared(catalogue: Catalogue, type_: ObjectType, condition: Condition) -> Iterator[tuple[str, str]]:
    if isinstance(condition, Compare):
        field = visible_field(type_, condition.field)
        if condition.operator in _INDEXED and family(field) is Family.TEXT:
            yield type_.name, field.name
    inner = inner_type(catalogue, type_, condition)
    for part in parts(condition):
        yield from _compared(catalogue, inner, part)


def inner_type(catalogue: Catalogue, type_: ObjectType, condition: Condition) -> ObjectType:
    """The type that the conditions inside a condition are about. Raises UnknownType, UnknownField and BadQuery."""
    if isinstance(condition, Through):
        return target_of(catalogue, type_, Edge(condition.field, condition.target))
    return catalogue[condition.type] if isinstance(condition, Related) else type_


def is_narrow(catalogue: Catalogue, type_: ObjectType, condition: Condition) -> bool:
    """Whether an index leads to the few objects that meet the condition.

    Then an edge to them is best walked from their end: `IN` a list of them, not a look at each for every object.
    """
    if isinstance(condition, IdIn | IsCaller):
        return True
    if isinstance(condition, Compare):
        return condition.operator in _EXACT and family(type_.field(condition.field)) in (Family.TEXT, Family.REFERENCE)
    if isinstance(condition, AnyOf):
        return bool(condition.conditions) and all(is_narrow(catalogue, type_, part) for part in condition.conditions)
    if isinstance(condition, All | Through) or (
        isinstance(condition, Related) and condition.quantifier is Quantifier.SOME
    ):
        inner = inner_type(catalogue, type_, condition)
        return any(is_narrow(catalogue, inner, part) for part in parts(condition))
    return False
