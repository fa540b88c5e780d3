"""Orders of objects, as data: what callers ask for, and what it comes to."""
from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from models.catalogue import Catalogue, Field, ObjectType
from models.errors import BadQuery
from models.query.edges import Edge, target_of, visible_field
from models.query.operands import is_name
from models.query.operators import Family, family

MOST_KEYS = 8
"""By how many fields at most one may order."""

LONGEST_PATH = 5
"""How many edges at most lead to a field: each is a further table in the statement."""


class Nulls(Enum):
    """Where the objects stand whose field was never set."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True)
class Order:
    """A field to order by: of the object, or of the one at the end of a path of forward edges.

    By default what was never set stands where the lowest values do: first, when descending last. A text
    counts with its first 191 characters; names by the network's case mapping.
    """

    field: str
    path: tuple[Edge, ...] = ()
    descending: bool = False
    nulls: Nulls | None = None


@dataclass(frozen=True)
class Key:
    """One thing that an ordering compares: a field of the type that `path` leads to; None is the id.

    Flags that were never set count as false. Names count as empty, so that an index serves them in both directions,
    unless the caller puts them where empty ones do not stand.
    """

    path: tuple[Edge, ...]
    type: ObjectType
    field: Field | None
    descending: bool
    nulls_first: bool

    @property
    def is_text(self) -> bool:
        """Whether texts are compared, not numbers."""
        return self.field is not None and self.field.is_text

    @property
    def has_none(self) -> bool:
        """Whether what is compared may be None."""
        if self.field is None:
            return bool(self.path)
        if is_name(self.type, self.field):
            return self.nulls_first is self.descending
        return family(self.field) is not Family.FLAG

    def reversed(self) -> Key:
        """The same key for the opposite order."""
        return replace(self, descending=not self.descending, nulls_first=not self.nulls_first)


@dataclass(frozen=True)
class Ordering:
    """A total order of the objects of a type: the last key is the id."""

    type: ObjectType
    keys: tuple[Key, ...]

    @cached_property
    def fingerprint(self) -> str:
        """A text that differs where the type or a key differs: eight digits for the type, eight for the keys."""
        keys = [(key.path, key.field and key.field.name, key.descending, key.nulls_first) for key in self.keys]
        return _digest(self.type.name) + _digest(repr(keys))

    def reversed(self) -> Ordering:
        """The opposite order."""
        return Ordering(self.type, tuple(key.reversed() for key in self.keys))


def ordering(catalogue: Catalogue, type_name: str, orders: Sequence[Order]) -> Ordering:
    """The total order that the orders come to; equal objects stand by their ids, descending if the last key is.

    Raises UnknownType, UnknownField, and BadQuery for too many orders and for paths that lead nowhere.
    """
    if len(orders) > MOST_KEYS:
        raise BadQuery(f"more than {MOST_KEYS} orders; objects that agree in so many are best told apart by their ids")
    type_ = catalogue[type_name]
    keys: list[Key] = []
    for order in orders:
        keys.append(_key(catalogue, type_, order))
        if keys[-1].field is None and not order.path:
            return Ordering(type_, tuple(keys))  # no two objects agree in this one
    descending = bool(keys) and keys[-1].descending
    return Ordering(type_, (*keys, Key((), type_, None, descending, nulls_first=not descending)))


def _key(catalogue: Catalogue, type_: ObjectType, order: Order) -> Key:
    if len(order.path) > LONGEST_PATH:
        raise BadQuery(f"a path of more than {LONGEST_PATH} edges; order by something nearer")
    for edge in order.path:
        type_ = target_of(catalogue, type_, edge)
    field = None if order.field == "id" else visible_field(type_, order.field)
    nulls_first = order.nulls is Nulls.FIRST if order.nulls else not order.descending
    return Key(order.path, type_, field, order.descending, nulls_first)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
