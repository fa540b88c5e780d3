"""`edgewise schema`: the GraphQL schema in SDL."""
from __future__ import annotations

from contextlib import closing

from gql.opening import open_existing
from gql.schema import build_schema
from gql.settings import Settings
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue


def run(settings: Settings | None) -> int:
    """Print the SDL of the built-in types, or of the database that the settings name; return the exit status.

    Raises models.errors.SetupError.
    """
    print(build_schema(_catalogue(settings)).as_str())
    return 0


def _catalogue(settings: Settings | None) -> Catalogue:
    if settings is None:
        return Catalogue(BUILTIN_TYPES)
    with closing(open_existing(settings)) as network:
        return network.catalogue
