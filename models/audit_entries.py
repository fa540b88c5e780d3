"""From a change to what the audit log says of it: fields, old and new values, no secrets."""
from __future__ import annotations

from collections.abc import Collection, Mapping

from models.audit import Change, Entry
from models.catalogue import Catalogue, Field, ObjectID, ObjectType
from models.closure import Closure
from models.kinds import Scalar
from models.stored import Stored

LONGEST = 1_000
"""How many characters of a value are kept; a longer one ends in an ellipsis."""

MOST_KEYS = 100
"""How many keys of a store an entry names."""

Values = Mapping[str, Stored]

Before = Mapping[ObjectID, Values]
"""What objects held, by name."""


def created(type_: ObjectType, id_: int, values: Mapping[str, Scalar], row: Values) -> list[Entry]:
    """The entry of a new object. `row` has the values as they are stored."""
    return [Entry("create", ObjectID(type_.name, id_), _changes(type_, {}, _after(values, row)))]


def updated(
    type_: ObjectType, id_: int, before: Values, values: Mapping[str, Scalar], row: Values,
) -> list[Entry]:
    """The entry of an object that got other values; none, if it had them all before."""
    changes = _changes(type_, before, _after(values, row))
    return [Entry("update", ObjectID(type_.name, id_), changes)] if changes else []


def deleted(catalogue: Catalogue, closure: Closure, before: Before) -> list[Entry]:
    """The entries of a delete: the object with what it held, what went along, what lost or changed a reference."""
    root, *others = closure.deleted
    type_, held = catalogue[root.type], before.get(root, {})
    entries = [Entry("delete", root, _changes(type_, held, dict.fromkeys(held)))]
    entries += [Entry("delete", other, {}) for other in others]
    after: dict[ObjectID, dict[str, Scalar]] = {}
    for id_, name in closure.unset:
        after.setdefault(id_, {})[name] = None
    for id_, name, value in closure.changed:
        after.setdefault(id_, {})[name] = value
    for id_, values in after.items():
        changes = _changes(catalogue[id_.type], before.get(id_, {}), values)
        entries.append(Entry("update", id_, changes))
    return entries


def touched(closure: Closure) -> dict[str, list[int]]:
    """The ids, by type, of the objects whose values an entry of a delete names."""
    found: dict[str, dict[int, None]] = {}
    for id_ in (closure.deleted[0], *(id_ for id_, _ in closure.unset), *(id_ for id_, _, _ in closure.changed)):
        found.setdefault(id_.type, {})[id_.id] = None
    return {type_name: list(ids) for type_name, ids in found.items()}


def stored(action: str, store: int, keys: Collection[str] = ()) -> list[Entry]:
    """The entry of a store and of its keys that changed; their values are its user's own."""
    return [Entry(action, ObjectID("xmppstore", store), {_short(key): () for key in sorted(keys)[:MOST_KEYS]})]


WHOLE = ObjectID("network", 0)
"""What a command changed that is about no single object."""


def imported(kind: str, source: str, written: int) -> list[Entry]:
    """The entry of an import that wrote something; what it wrote is not told one by one."""
    told = {"kind": kind, "source": source, "written": str(written)}
    return [Entry("import", WHOLE, _given(told))] if written else []


def repaired(findings: int) -> list[Entry]:
    """The entry of a repair."""
    return [Entry("repair", WHOLE, _given({"findings": str(findings)}))]


def token_made(name: str, scopes: str) -> list[Entry]:
    """The entry of a new token."""
    return [Entry("create", ObjectID("token", 0), _given({"name": name, "scopes": scopes}))]


def token_ended(name: str) -> list[Entry]:
    """The entry of a token that was revoked."""
    return [Entry("delete", ObjectID("token", 0), {"name": (name, None)})]


def _given(values: Mapping[str, str]) -> dict[str, Change]:
    return {name: (None, _short(value)) for name, value in values.items()}


def _after(values: Mapping[str, Scalar], row: Values) -> dict[str, Scalar]:
    """References as they were given, as they say their type; all else as it is stored."""
    return {name: value if isinstance(value, ObjectID) else row[name] for name, value in values.items()}


def _changes(type_: ObjectType, before: Values, after: Mapping[str, Scalar]) -> dict[str, Change]:
    found: dict[str, Change] = {}
    for name, value in after.items():
        field = type_.field(name)
        old, new = _shown(field, before.get(name)), _shown(field, value)
        if old != new:
            found[name] = () if field.secret else (old and _short(old), new and _short(new))
    return found


def _shown(field: Field, value: Scalar | Stored) -> str | None:
    if value is None:
        return None
    if field.reference and field.reference.target and not isinstance(value, ObjectID):
        return f"{field.reference.target}:{value}"
    return str(value)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}\u2026"
