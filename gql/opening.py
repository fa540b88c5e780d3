"""From the settings to an opened network and to the documents that clients may run."""
from __future__ import annotations

from pathlib import Path

from gql.auth.authenticator import Authenticator
from gql.errors import SettingsError
from gql.settings import Settings
from gql.settings.table import TypeAccessSettings
from gql.web.documents import Documents
from gql.web.trusted import read_folder
from models.database import check_file
from models.database_url import parse_url
from models.logins import Logins
from models.network import Network
from models.peers import TrustedPeers
from models.people import People
from models.rules import Audience, Opening
from models.sessions import Sessions
from models.tokens import Tokens


def open_network(settings: Settings) -> Network:
    """The network that the settings name, made where it is missing; its caller closes it.

    Raises models.errors.SetupError.
    """
    return Network.open(settings.database, prefix=settings.anope.prefix, casemap=settings.anope.casemap,
                        openings={name: _opening(chosen) for name, chosen in settings.access.items()})


def _opening(chosen: TypeAccessSettings) -> Opening:
    return Opening(Audience(chosen.rows) if chosen.rows else None, chosen.public, chosen.private)


def open_existing(settings: Settings) -> Network:
    """The same for commands that look at what is there: no SQLite file is made."""
    location = parse_url(settings.database)
    if location.engine == "sqlite":
        check_file(Path(location.name), create=False)
    return open_network(settings)


def open_authenticator(settings: Settings, network: Network, logins: Logins) -> Authenticator:
    """What says who makes a request."""
    xmpp = settings.xmpp
    people = People(
        network, hosts=tuple(xmpp.hosts), default_host=settings.data.default_host, account_host=xmpp.account_host,
        admins=xmpp.admins, anope_admins=settings.anope.admins)
    return Authenticator(
        people, logins, Sessions(network.database, settings.auth.session), Tokens(network.database), network.workers,
        TrustedPeers(settings.rest.trusted))


def open_documents(settings: Settings) -> Documents:
    """The documents that the settings name, for the /graphql door. Raises models.errors.SetupError."""
    chosen = settings.graphql
    if chosen.trusted_only and not chosen.documents:
        raise SettingsError("graphql.trusted_only needs trusted documents; name their folder in graphql.documents")
    trusted = read_folder(Path(chosen.documents)) if chosen.documents else {}
    return Documents(trusted, trusted_only=chosen.trusted_only, most_bytes=chosen.persisted_size)


def is_missing(url: str) -> bool:
    """Whether the URL names a SQLite file that does not exist. Raises InvalidURL."""
    location = parse_url(url)
    return location.engine == "sqlite" and not Path(location.name).exists()
