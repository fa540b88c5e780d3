"""The application: the doors put together over one network, the only importer of rest_compat."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from gql.auth.authenticator import Authenticator
from gql.garbage import settle
from gql.hardening import hardened
from gql.later import Later
from gql.limits.clients import UnderWay
from gql.limits.table import Limits
from gql.naming import Names
from gql.opening import open_authenticator, open_documents, open_network
from gql.settings import Settings
from gql.watching import ended, watch
from gql.web.at_once import Coming, Response, at_once
from gql.web.documents import Documents
from models.logins import Logins
from models.network import Network
from models.peers import TrustedPeers
from rest_compat.data import DataDoor
from rest_compat.rest import RestDoor

DOORS = {
    "graphql": "/graphql",
    "rest": "/rest/types",
    "data": "/data/",
}
"""Each door's name, which is the first part of its paths, and an address behind it that answers."""


class Gateway:
    """The outermost ASGI application: the first part of a path chooses the door.

    A door gets the scope as it came: `/rest` without a slash, odd escapes and doubled slashes are for
    the door to judge. Everything else goes to `pages`, which also opens and closes the doors.
    """

    def __init__(self, pages: ASGIApp, doors: MutableMapping[str, ASGIApp]) -> None:
        self.pages, self.doors = pages, doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or run the life span."""
        door = self._door(scope) if scope["type"] == "http" else None
        await (door or self.pages)(scope, receive, send)

    def at_once(self, scope: Scope, body: bytes) -> Response | Coming | None:
        """The answer to a request, if its door knows one at once."""
        door = self._door(scope)
        return at_once(door)(scope, body) if door else None

    def _door(self, scope: Scope) -> ASGIApp | None:
        path: str = scope["path"]
        return self.doors.get(path.lstrip("/").partition("/")[0])


def create_app(settings: Settings) -> ASGIApp:
    """The whole gateway as an ASGI application; its life span opens and closes the network.

    Types that appear in the database meanwhile are served. Its start-up raises models.errors.SetupError.
    """
    doors: dict[str, ASGIApp] = {}

    def adopt(later: ASGIApp, door: ASGIApp) -> None:
        if doors["graphql"] is later:  # else one with other types has come meanwhile
            doors["graphql"] = door

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        documents, under_way = open_documents(settings), UnderWay(settings.limits.operations)
        network = open_network(settings)
        try:
            Names(network.catalogue)  # a name that two types share ends the start, not the first query
            logins = Logins(network.workers)
            authenticator = open_authenticator(settings, network, logins)
            shared = documents, authenticator, under_way
            graphql = Later(lambda: _graphql_door(network, settings, *shared), adopt)
            doors.update(graphql=graphql, rest=_rest_door(network, settings, authenticator),
                         data=_data_door(network, settings, logins))
            watching = asyncio.create_task(watch(network, lambda new: doors.update(
                graphql=_graphql_door(new, settings, *shared), rest=_rest_door(new, settings, authenticator))))
            yield
            await ended(watching)
            await graphql.made()
        finally:
            network.close()

    server, trusted = settings.server, TrustedPeers(settings.rest.trusted)
    return hardened(Gateway(Starlette(routes=[Route("/", _index)], lifespan=lifespan), doors), trusted=trusted.admits,
                    proxies=server.proxies, origins=server.cors, hosts=server.hosts)


def _graphql_door(
    network: Network, settings: Settings, documents: Documents, authenticator: Authenticator, under_way: UnderWay,
) -> ASGIApp:
    """The door that takes longest: its schema and the library for it cost more than a second to start with."""
    from gql.schema.build import build_schema
    from gql.web.door import GraphQLDoor

    schema = build_schema(network.catalogue, settings.xmpp.account_host)
    door = GraphQLDoor(
        network, schema, authenticator=authenticator, limits=Limits(**vars(settings.limits)),
        introspection=settings.graphql.introspection, documents=documents, under_way=under_way,
        compiles=settings.graphql.compiled)
    settle()
    return door


def _rest_door(network: Network, settings: Settings, authenticator: Authenticator) -> RestDoor:
    """The door that is made of the network's types, too."""
    return RestDoor(network, identify=authenticator.identify, max_body=settings.data.max_body)


def _data_door(network: Network, settings: Settings, logins: Logins) -> DataDoor:
    """The door that knows no types; it stays the same, and remembers who logged in, while types come and go."""
    data = settings.data
    return DataDoor(
        network, hosts={name: host.admins for name, host in settings.xmpp.hosts.items()}, admins=settings.xmpp.admins,
        default_host=data.default_host, public_url=data.public_url, max_body=data.max_body,
        logins=logins,
    )


async def _index(_: Request) -> JSONResponse:
    return JSONResponse({"name": "edgewise", "doors": DOORS})
