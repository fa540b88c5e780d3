"""What a delete takes along: decided here, carried out by the store."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from models.base import Tables
from models.catalogue import ObjectID, Referrer
from models.statements import chunks


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


def closure(tables: Tables, root: ObjectID, rules: Mapping[str, Rule]) -> Closure:
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
        _follow(tables, level, draft)
    return draft.finished()


def _follow(tables: Tables, level: Iterable[ObjectID], draft: Draft) -> None:
    by_type: dict[str, list[int]] = {}
    for object_id in level:
        by_type.setdefault(object_id.type, []).append(object_id.id)
    for type_name, ids in by_type.items():
        for referrer in tables.catalogue.referrers(type_name):
            _follow_field(tables, referrer, ids, draft)


def _follow_field(tables: Tables, referrer: Referrer, ids: list[int], draft: Draft) -> None:
    model = tables[referrer.type.name]
    id_, column = (tables.column(referrer.type.name, name) for name in ("id", referrer.field.name))
    for some in chunks(ids):
        for (found,) in model.select(id_).where(column.in_(some)).order_by(id_).tuples():
            object_id = ObjectID(referrer.type.name, found)
            if referrer.reference.depends:
                draft.delete(object_id)
            else:
                draft.unset[object_id, referrer.field.name] = None
