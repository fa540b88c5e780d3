"""What the rule of a type says about the objects that refer to one that may be seen."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.catalogue import ObjectType
from models.query.conditions import EVERYTHING, NOTHING, All, AnyOf, Condition, Not, Through
from models.rules import Access


def are_seen_with(access: Access, type_: ObjectType, field: str, target: ObjectType) -> bool:
    """Whether all objects of a type may be seen whose reference field leads to an object of `target` that may be seen.

    So it is where whatever lets the target be seen lets them be seen, too: nicks are hidden with their accounts.
    False may mean only that this does not find out.
    """
    met = list(_alternatives(at_target(access.rows(type_), field, target)))
    return EVERYTHING in met or all(each in met for each in _alternatives(access.rows(target)))


def at_target(condition: Condition, field: str, target: ObjectType) -> Condition:
    """A condition on an object, as one on the `target` to which its reference field leads.

    It may hold for fewer objects, but never for more: what says anything else of the object does not hold here.
    """
    match condition:
        case Through(name, inner, other) if name == field and other in (None, target.name):
            return inner
        case Not(Through(name, inner, other)) if name == field and other in (None, target.name):
            return Not(inner)
        case All(parts):
            return All(tuple(_each_at_target(parts, field, target)))
        case AnyOf(parts):
            return AnyOf(tuple(_each_at_target(parts, field, target)))
    return NOTHING


def _each_at_target(parts: Sequence[Condition], field: str, target: ObjectType) -> Iterator[Condition]:
    return (at_target(part, field, target) for part in parts)


def _alternatives(condition: Condition) -> Iterator[Condition]:
    """Conditions of which one has to hold."""
    if isinstance(condition, AnyOf):
        for part in condition.conditions:
            yield from _alternatives(part)
    else:
        yield condition
