"""IRC case mapping, in Python and as an SQL expression."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from string import ascii_lowercase, ascii_uppercase

from models.errors import CatalogueError

CASEMAPS: Mapping[str, tuple[str, str]] = {
    "ascii": (ascii_uppercase, ascii_lowercase),
    "rfc1459": (ascii_uppercase + "[]\\~", ascii_lowercase + "{}|^"),
}
"""The upper and the lower case letters of each mapping (RFC 1459, section 2.2; Anope's `casemap`).

Letters beyond ASCII have no case on IRC, so the databases' own idea of it is never used.
"""


class CaseMap:
    """One network's case mapping.

    `fold` maps a text; `sql` wraps an SQL expression of text so that the database maps it alike. Only
    `lower` and `replace` are used: every engine has them, so an index on the expression works for any
    program that opens the database.
    """

    def __init__(self, name: str) -> None:
        """Raises CatalogueError for a name that is not in CASEMAPS."""
        if name not in CASEMAPS:
            raise CatalogueError(f"there is no casemap {name!r}; use one of {', '.join(CASEMAPS)}")
        self.name = name
        upper, lower = CASEMAPS[name]
        self._pairs = tuple(zip(upper, lower, strict=True))
        self._table = str.maketrans(upper, lower)

    def fold(self, text: str) -> str:
        """The text in lower case."""
        return text.translate(self._table)

    def sql(self, expression: str, engine: str) -> str:
        """The SQL expression in lower case, for an engine of models.database_url.ENGINES."""
        lowered, rest = _LOWER[engine](expression), self._pairs[len(ascii_lowercase):]
        for old, new in rest if engine != "mysql" else self._pairs:
            lowered = f"replace({lowered}, {_literal(old, engine)}, {_literal(new, engine)})"
        return lowered


def _literal(character: str, engine: str) -> str:
    return "'\\\\'" if character == "\\" and engine == "mysql" else f"'{character}'"


_LOWER: Mapping[str, Callable[[str], str]] = {
    "sqlite": lambda expression: f"lower({expression})",
    "postgresql": lambda expression: f'lower({expression} COLLATE "C")',
    "mysql": lambda expression: expression,  # lower() would map letters beyond ASCII too
}
