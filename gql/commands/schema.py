"""`edgewise schema`: the GraphQL schema in SDL, or what has changed since an SDL was committed."""
from __future__ import annotations

from contextlib import closing
from pathlib import Path

from gql.commands.lines import show
from gql.differences import differences
from gql.errors import UnreadableSchema
from gql.opening import open_existing
from gql.schema.build import build_schema
from gql.settings import Settings
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue


def run(settings: Settings | None, *, committed: Path | None = None) -> int:
    """Print the SDL of the built-in types, or of the database that the settings name; return the exit status.

    With `committed`, print instead how the schema differs from the SDL in that file, a line a difference,
    breaking ones first; 1 if any is breaking. Raises models.errors.SetupError.
    """
    before = _read(committed) if committed else None
    sdl = build_schema(_catalogue(settings)).as_str()
    if before is None:
        print(sdl)
        return 0
    found = differences(before, sdl)
    show(found)
    return 1 if any(difference.breaking for difference in found) else 0


def _catalogue(settings: Settings | None) -> Catalogue:
    if settings is None:
        return Catalogue(BUILTIN_TYPES)
    with closing(open_existing(settings)) as network:
        return network.catalogue


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not in UTF-8"
        raise UnreadableSchema(f"cannot read {path}: {why}; give a file that `edgewise schema` wrote") from None
