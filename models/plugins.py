"""Object types of Python packages: the entry point group `edgewise.models`."""
from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points

from models.catalogue import ObjectType
from models.errors import CatalogueError

GROUP = "edgewise.models"


def plugin_types() -> tuple[ObjectType, ...]:
    """The types of all installed plug-ins, in the order of the entry points' names.

    An entry point names an ObjectType or an iterable of them. Raises CatalogueError for one that cannot be
    loaded or holds anything else.
    """
    found = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    return tuple(type_ for entry in found for type_ in _load(entry))


def _load(entry: EntryPoint) -> Iterable[ObjectType]:
    try:
        value = entry.load()
    except Exception as error:
        raise CatalogueError(f"plug-in {entry.name} ({entry.value}) cannot be loaded: {error}") from error
    types = (value,) if isinstance(value, ObjectType) else tuple(value) if isinstance(value, Iterable) else ()
    if not types or not all(isinstance(type_, ObjectType) for type_ in types):
        raise CatalogueError(f"plug-in {entry.name} ({entry.value}) is no ObjectType and no list of them; mend it")
    return types
