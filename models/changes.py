"""Several changes as data, carried out together: all of them or none."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.audit import Actor
from models.catalogue import ObjectID
from models.closure import Closure
from models.database import transaction
from models.errors import StoreError
from models.kinds import Scalar
from models.objects import Row
from models.permits import Permits
from models.store import Store


@dataclass(frozen=True)
class Earlier:
    """The object that an earlier change made or wrote: its place among the changes, and the object's type."""

    position: int
    type: str


Target = ObjectID | Earlier
Given = Scalar | Earlier


@dataclass(frozen=True)
class Create:
    """A new object."""

    type: str
    values: Mapping[str, Given]


@dataclass(frozen=True)
class Update:
    """Other values for an object, if the expected ones still hold."""

    target: Target
    values: Mapping[str, Given]
    expect: Mapping[str, Given] = field(default_factory=dict)


@dataclass(frozen=True)
class Delete:
    """An object and all that goes along, if the expected values still hold; with `dry_run` nothing changes."""

    target: Target
    expect: Mapping[str, Given] = field(default_factory=dict)
    dry_run: bool = False


Change = Create | Update | Delete


@dataclass(frozen=True)
class Outcome:
    """What a change came to.

    `row` is the object as it is when all changes are through: None if it was deleted. A delete has a closure.
    """

    id: ObjectID
    row: Row | None = None
    closure: Closure | None = None


class Refused(StoreError):
    """One of the changes is impossible, so none was made; `cause` is what Store raised."""

    def __init__(self, position: int, cause: StoreError) -> None:
        super().__init__(str(cause))
        self.position, self.cause = position, cause


def carry_out(
    store: Store, changes: Sequence[Change], permits: Permits, actor: Actor | None = None,
) -> list[Outcome]:
    """The outcomes of some changes, made by somebody one after the other in one transaction. Raises Refused."""
    ids: list[ObjectID] = []
    closures: dict[int, Closure] = {}
    with transaction(store.database):
        for position, change in enumerate(changes):
            try:
                ids.append(_carry_out(store, permits, actor, change, ids, closures))
            except StoreError as error:
                raise Refused(position, error) from error
        return [Outcome(id_, permits.row(id_), closures.get(position)) for position, id_ in enumerate(ids)]


def _carry_out(
    store: Store, permits: Permits, actor: Actor | None, change: Change, ids: Sequence[ObjectID],
    closures: dict[int, Closure],
) -> ObjectID:
    """Make one change; the id of its object."""
    if isinstance(change, Create):
        return _create(store, permits, actor, change.type, _resolved(change.values, ids))
    target, expect = _resolved_target(change.target, ids), _resolved(change.expect, ids)
    if isinstance(change, Update):
        values = _resolved(change.values, ids)
        store.update(*target, values, expect=permits.update(target, values, expect), actor=actor)
    else:
        closures[len(ids)] = store.delete(
            *target, expect=permits.delete(target, expect), dry_run=change.dry_run, shown=permits.shown, actor=actor)
    return target


def _create(
    store: Store, permits: Permits, actor: Actor | None, type_name: str, values: Mapping[str, Scalar],
) -> ObjectID:
    permits.create(type_name, values)
    made = ObjectID(type_name, store.create(type_name, values, actor=actor))
    permits.created(made)
    return made


def _resolved(values: Mapping[str, Given], ids: Sequence[ObjectID]) -> dict[str, Scalar]:
    return {name: ids[value.position] if isinstance(value, Earlier) else value for name, value in values.items()}


def _resolved_target(target: Target, ids: Sequence[ObjectID]) -> ObjectID:
    return ids[target.position] if isinstance(target, Earlier) else target

