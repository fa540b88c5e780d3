"""What Python packages bring: object types, and the rules about who may see them."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from models.catalogue import ObjectType
from models.errors import CatalogueError
from models.rules import Rule

GROUP, RULES_GROUP = "edgewise.models", "edgewise.rules"


def plugin_types() -> tuple[ObjectType, ...]:
    """The types of all installed plug-ins, in the order of the entry points' names.

    An entry point names an ObjectType or an iterable of them. Raises CatalogueError for one that cannot be
    loaded or holds anything else.
    """
    return tuple(type_ for entry in _entries(GROUP) for type_ in _types(entry))


def plugin_rules() -> dict[str, Rule]:
    """The rules of all installed plug-ins by the names of types; a type without one is for admins only.

    An entry point names a mapping from names of types to Rules. Raises CatalogueError for one that cannot be loaded
    or holds anything else.
    """
    found: dict[str, Rule] = {}
    for entry in _entries(RULES_GROUP):
        found.update(_rules(entry))
    return found


def _entries(group: str) -> list[EntryPoint]:
    return sorted(entry_points(group=group), key=lambda entry: entry.name)


def _types(entry: EntryPoint) -> Iterable[ObjectType]:
    value = _load(entry)
    types = (value,) if isinstance(value, ObjectType) else tuple(value) if isinstance(value, Iterable) else ()
    if not types or not all(isinstance(type_, ObjectType) for type_ in types):
        raise CatalogueError(f"plug-in {entry.name} ({entry.value}) is no ObjectType and no list of them; mend it")
    return types


def _rules(entry: EntryPoint) -> Mapping[str, Rule]:
    value = _load(entry)
    if not isinstance(value, Mapping) or not all(isinstance(rule, Rule) for rule in value.values()):
        raise CatalogueError(f"plug-in {entry.name} ({entry.value}) is no mapping from types to Rules; mend it")
    return value


def _load(entry: EntryPoint) -> Any:
    try:
        return entry.load()
    except Exception as error:
        raise CatalogueError(f"plug-in {entry.name} ({entry.value}) cannot be loaded: {error}") from error
