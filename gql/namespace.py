"""One place of the schema where every name can be given once."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.errors import CatalogueError


class Namespace:
    """The names given so far, and to whom.

    `reserved` names belong to the schema itself. `where` says in errors what place this is.
    """

    def __init__(self, reserved: Iterable[str], where: str = "") -> None:
        self._where = where
        self._reserved = frozenset(reserved)
        self._owners: dict[str, str] = {}
        self._built_in: set[str] = set()

    def claim(self, wanted: Sequence[str], owner: str, *, found: bool) -> str:
        """The first of the wanted names that is free, from now on the owner's.

        If none is, the last one gives way by an underscore at its end: to the schema's own names, and,
        if the owner was `found` in the database, to built-in ones. So a table or a column that turns
        up renames nothing that clients use. Raises CatalogueError for any other name that is taken.
        """
        free = [name for name in wanted if name not in self._reserved and name not in self._owners]
        name = free[0] if free else wanted[-1]
        if name in self._reserved or (found and name in self._built_in):
            name += "_"
        self._give(name, owner)
        if not found:
            self._built_in.add(name)
        return name

    def _give(self, name: str, owner: str) -> None:
        other = self._owners.setdefault(name, owner)
        if other != owner:
            raise CatalogueError(
                f"{other} and {owner} would both be called {name} in GraphQL{self._where}; rename one of them")
