"""What a caller may change: asked inside of the transaction that changes it."""
from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from models.catalogue import ObjectID, ObjectType
from models.closure import Closure
from models.errors import Conflict, NoSuchTarget, NotAllowed, NotFound
from models.kinds import Scalar
from models.objects import Row
from models.principal import Principal
from models.query.conditions import NOTHING
from models.query.lookups import Lookups
from models.rules import Access
from models.store import Store

Values = Mapping[str, Scalar]

ADMINS_ONLY = "only administrators may do this"
NOT_YOURS = "this is somebody else's; you can see it, not change it"
WOULD_NOT_BE_YOURS = "it would be somebody else's; let it belong to something that is yours"


class Permits:
    """The permits of those who may change everything, and see what came of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def create(self, type_name: str, values: Values) -> None:
        """Raise for a new object that the caller may not make, as far as that can be told before it is made."""

    def created(self, id_: ObjectID) -> None:
        """Raise for a new object that the caller may not make."""

    def update(self, id_: ObjectID, values: Values, expect: Values) -> Values:  # noqa: ARG002 - owners' are looked at
        """What to expect of the object as it is stored. Raise for a change that the caller may not make."""
        return expect

    def delete(self, id_: ObjectID, expect: Values) -> Values:  # noqa: ARG002
        """What to expect of the object as it is stored. Raise for an object that the caller may not delete."""
        return expect

    def shown(self, closure: Closure) -> Closure:
        """What a caller is shown of a delete that is about to happen."""
        return closure

    def row(self, id_: ObjectID) -> Row | None:
        """What a caller is shown of an object."""
        return self._store.get_many(id_.type, [id_.id]).get(id_.id)


class OwnersPermits(Permits):
    """The permits of those who may change what is theirs, as far as rules say so.

    What they cannot see is as if it did not exist: that raises NotFound or NoSuchTarget, all else NotAllowed.
    """

    def __init__(self, store: Store, access: Access, principal: Principal) -> None:
        super().__init__(store)
        self._access, self._lookups = access, Lookups(store, access, principal)

    def create(self, type_name: str, values: Values) -> None:
        """Raise NotAllowed and NoSuchTarget."""
        type_ = self._store.catalogue[type_name]
        rule = self._access.rule(type_)
        if not rule.links or self._access.owned(type_) == NOTHING:
            raise NotAllowed(ADMINS_ONLY)
        self._check_values(type_, values, (*rule.writes, *rule.links))

    def created(self, id_: ObjectID) -> None:
        """Raise NotAllowed for an object that is not the caller's own."""
        if not self._owned([id_]):
            rule = self._access.rule(self._store.catalogue[id_.type])
            raise NotAllowed(WOULD_NOT_BE_YOURS, rule.links[0])

    def update(self, id_: ObjectID, values: Values, expect: Values) -> Values:
        """What to expect; raises NotFound, NotAllowed, NoSuchTarget and Conflict."""
        type_ = self._own(id_)
        rule = self._access.rule(type_)
        self._check_values(type_, values, (*rule.writes, *rule.passwords))
        return self._stored(type_, id_.id, expect)

    def delete(self, id_: ObjectID, expect: Values) -> Values:
        """What to expect; raises NotFound, NotAllowed and Conflict."""
        type_ = self._own(id_)
        if not self._access.rule(type_).deletes:
            raise NotAllowed(ADMINS_ONLY)
        return self._stored(type_, id_.id, expect)

    def shown(self, closure: Closure) -> Closure:
        """The closure without objects that are hidden, and of what others own only which of it goes."""
        visible = self._visible(closure.deleted)
        owned = self._owned([*(id_ for id_, _ in closure.unset), *(id_ for id_, _, _ in closure.changed)])
        values = self._visible(value for _, _, value in closure.changed if isinstance(value, ObjectID))
        return Closure(
            deleted=tuple(id_ for id_ in closure.deleted if id_ in visible),
            unset=tuple((id_, name) for id_, name in closure.unset if id_ in owned and self._knows(id_, name)),
            changed=tuple((id_, name, value) for id_, name, value in closure.changed if id_ in owned
                          and self._knows(id_, name) and (value in values or not isinstance(value, ObjectID))),
        )

    def row(self, id_: ObjectID) -> Row | None:
        """The object without what is hidden."""
        return self._lookups.get_many(id_.type, [id_.id]).get(id_.id)

    def _own(self, id_: ObjectID) -> ObjectType:
        """The type of an object that is the caller's own; raises NotFound and NotAllowed."""
        type_ = self._store.catalogue[id_.type]
        if not self._lookups.visible(id_.type, [id_.id]):
            raise NotFound(id_.type, id_.id)
        if not self._owned([id_]):
            raise NotAllowed(NOT_YOURS)
        return type_

    def _check_values(self, type_: ObjectType, values: Values, allowed: tuple[str, ...]) -> None:
        for name, value in values.items():
            if name not in allowed:
                raise NotAllowed("only administrators may write this", type_.field(name).name)
            if isinstance(value, ObjectID) and not self._visible([value]):
                raise NoSuchTarget(name, str(value))

    def _stored(self, type_: ObjectType, id_: int, expect: Values) -> Values:
        """What the caller expects, without references that he cannot see and therefore expects to be unset."""
        row = self._store.get_many(type_.name, [id_])[id_]
        stored = dict(zip(type_.by_name, row.values, strict=True))
        found = dict(expect)
        for name, value in expect.items():
            reference = type_.field(name).reference
            if isinstance(value, ObjectID) and not self._visible([value]):
                raise Conflict(type_.name, id_, (name,))
            if reference and value is None and self._is_hidden(reference.target, stored[name]):
                del found[name]
        return found

    def _is_hidden(self, type_name: str | None, stored: object) -> bool:
        if stored is None:
            return False
        own_type, _, number = str(stored).rpartition(":")
        return not self._visible([ObjectID(type_name or own_type, int(number))])

    def _knows(self, id_: ObjectID, name: str) -> bool:
        type_ = self._store.catalogue[id_.type]
        return self._access.cell(type_, type_.field(name)) != NOTHING

    def _visible(self, ids: Iterable[ObjectID]) -> set[ObjectID]:
        return _found(ids, self._lookups.visible)

    def _owned(self, ids: Iterable[ObjectID]) -> set[ObjectID]:
        return _found(ids, self._lookups.owned)


def _found(ids: Iterable[ObjectID], look: Callable[[str, Collection[int]], set[int]]) -> set[ObjectID]:
    """Those objects that a look-up finds: one for each type."""
    by_type: dict[str, list[int]] = {}
    for id_ in ids:
        by_type.setdefault(id_.type, []).append(id_.id)
    return {ObjectID(name, id_) for name, some in by_type.items() for id_ in look(name, some)}


def permits(store: Store, access: Access, principal: Principal) -> Permits:
    """The permits of a caller."""
    return Permits(store) if access.is_full else OwnersPermits(store, access, principal)
