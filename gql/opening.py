"""From the settings to an opened network."""
from __future__ import annotations

from pathlib import Path

from gql.settings import Settings
from models.database import check_file, parse_url
from models.network import Network


def open_network(settings: Settings) -> Network:
    """The network that the settings name, made where it is missing; its caller closes it.

    Raises models.errors.SetupError.
    """
    return Network.open(settings.database, prefix=settings.anope.prefix, casemap=settings.anope.casemap)


def open_existing(settings: Settings) -> Network:
    """The same for commands that look at what is there: no SQLite file is made."""
    location = parse_url(settings.database)
    if location.engine == "sqlite":
        check_file(Path(location.name), create=False)
    return open_network(settings)


def is_missing(url: str) -> bool:
    """Whether the URL names a SQLite file that does not exist. Raises InvalidURL."""
    location = parse_url(url)
    return location.engine == "sqlite" and not Path(location.name).exists()
