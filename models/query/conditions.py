"""Conditions on objects, as data: what is compared, and how conditions are joined."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from models.catalogue import ObjectID
from models.errors import BadQuery
from models.query.callers import Caller

MOST_TERMS = 200
"""How many parts one condition may have: far more than people write, far less than engines take."""

MOST_COMPARED = 16_000
"""How many values one condition may compare with altogether: half of the parameters that SQLite takes."""

DEEPEST, MOST_EDGES = 12, 4
"""How many conditions may stand in each other, and how many of these may be edges: SQLite's parser takes no more."""

Scalar = str | int | bool | ObjectID
"""What a field is compared with: text or an enum's name, a number, a flag, a reference."""


@dataclass(frozen=True)
class Compare:
    """A field of the object compared by an operator of models.query.operators.OPERATORS."""

    field: str
    operator: str
    value: Scalar | tuple[Scalar, ...]


@dataclass(frozen=True)
class IdIn:
    """The object is one of these: a type, and the numbers in ids of it."""

    type: str
    ids: Sequence[int]


@dataclass(frozen=True)
class IsCaller:
    """The object is the caller's own account, or own XMPP user. Only rules say this."""

    caller: Caller


@dataclass(frozen=True)
class All:
    """Every one of the conditions holds; without any, it holds."""

    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class AnyOf:
    """At least one of the conditions holds; without any, it does not."""

    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Not:
    """The condition does not hold."""

    condition: Condition


EVERYTHING = All()
"""The condition that holds for every object."""

NOTHING = AnyOf()
"""The condition that holds for no object."""


@dataclass(frozen=True)
class Through:
    """The object that a reference field names exists, and the condition holds for it.

    Where the field takes any type, `target` says which is meant; objects of the others do not match.
    """

    field: str
    condition: Condition = EVERYTHING
    target: str | None = None


class Quantifier(Enum):
    """For how many of the objects that refer to one a condition has to hold."""

    SOME = "some"
    NONE = "none"
    EVERY = "every"


@dataclass(frozen=True)
class Related:
    """For some, none or every object of a type that refers to this one by a field, the condition holds."""

    type: str
    field: str
    quantifier: Quantifier = Quantifier.SOME
    condition: Condition = EVERYTHING


Condition = Compare | IdIn | IsCaller | All | AnyOf | Not | Through | Related


def parts(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that stand directly in a condition."""
    if isinstance(condition, All | AnyOf):
        return condition.conditions
    if isinstance(condition, Not | Through | Related):
        return (condition.condition,)
    return ()


def _compared(condition: Condition) -> int:
    """How many values stand in a list of a condition; long lists of ids are one value."""
    return len(condition.value) if isinstance(condition, Compare) and isinstance(condition.value, tuple) else 0


SINGLE = frozenset((Compare, IdIn))
"""What compares one thing."""


def check_size(condition: Condition) -> None:
    """Raise BadQuery for a condition that is too long or too deep to be answered."""
    if type(condition) in SINGLE:
        return
    level: list[tuple[Condition, int]] = [(condition, int(isinstance(condition, Through | Related)))]
    terms = depth = values = 0
    while level:
        terms, depth = terms + len(level), depth + 1
        values += sum(_compared(part) for part, _ in level)
        if values > MOST_COMPARED:
            raise BadQuery(
                f"the condition is too large: it compares with more than {MOST_COMPARED} values; ask several times")
        if terms > MOST_TERMS or depth > DEEPEST or max(edges for _, edges in level) > MOST_EDGES:
            raise BadQuery(
                f"the condition is too large: give at most {MOST_TERMS} parts, not more than {DEEPEST} in each other, "
                f"nor more than {MOST_EDGES} edges"
            )
        level = [(part, edges + isinstance(part, Through | Related)) for outer, edges in level for part in parts(outer)]
