"""What a delete takes along: decided here, carried out by the store."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models.base import Tables
from models.catalogue import ObjectID, Referrer


@dataclass(frozen=True)
class Closure:
    """The whole effect of a delete.

    `deleted`: the object itself first, then all that goes along. `unset`: the references that lose their
    value, as (object, field). `changed`: the fields that get another value, as (object, field, new value).
    """

    deleted: tuple[ObjectID, ...]
    unset: tuple[tuple[ObjectID, str], ...]
    changed: tuple[tuple[ObjectID, str, str | ObjectID], ...]


@dataclass
class Draft:
    """A closure in the making, in the order in which its parts were found."""

    deleted: dict[ObjectID, None] = field(default_factory=dict)
    unset: dict[tuple[ObjectID, str], None] = field(default_factory=dict)
    changed: dict[tuple[ObjectID, str], str | ObjectID] = field(default_factory=dict)
    pending: list[ObjectID] = field(default_factory=list)

    def delete(self, object_id: ObjectID) -> None:
        """Take an object along; each is taken once, so rings end."""
        if object_id not in self.deleted:
            self.deleted[object_id] = None
            self.pending.append(object_id)

    def finished(self) -> Closure:
        """The closure: nothing is unset or changed in what is deleted."""
        return Closure(
            deleted=tuple(self.deleted),
            unset=tuple(key for key in self.unset if key[0] not in self.deleted and key not in self.changed),
            changed=tuple((*key, value) for key, value in self.changed.items() if key[0] not in self.deleted),
        )


Rule = Callable[[Tables, ObjectID, Draft], None]
"""A service's own rule: adds to the draft what the delete of one object means beyond its references."""


Dependants = Callable[[Referrer, Sequence[int]], Iterable[int]]
"""Looks up which objects refer to one of some ids through a field."""


def closure(tables: Tables, root: ObjectID, rules: Mapping[str, Rule], dependants: Dependants) -> Closure:
    """The effect of deleting `root`, which exists; run it in the transaction that carries it out.

    References with ON DELETE CASCADE are followed level by level; the rules run once for each object,
    before its dependants are looked up (contract/rest, "Deleting").
    """
    draft = Draft()
    draft.delete(root)
    while draft.pending:
        level, draft.pending = draft.pending, []
        for object_id in level:
            if object_id.type in rules:
                rules[object_id.type](tables, object_id, draft)
        for type_name, ids in _by_type(level).items():
            for referrer in tables.catalogue.referrers(type_name):
                _follow(referrer, dependants(referrer, ids), draft)
    return draft.finished()


def _by_type(level: Iterable[ObjectID]) -> dict[str, list[int]]:
    ids: dict[str, list[int]] = {}
    for object_id in level:
        ids.setdefault(object_id.type, []).append(object_id.id)
    return ids


def _follow(referrer: Referrer, found: Iterable[int], draft: Draft) -> None:
    for id_ in found:
        object_id = ObjectID(referrer.type.name, id_)
        if referrer.reference.depends:
            draft.delete(object_id)
        else:
            draft.unset[object_id, referrer.field.name] = None
