"""The application: the doors put together over one network, the only importer of rest_compat."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from importlib.metadata import version

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from gql.opening import open_documents, open_network
from gql.schema import build_schema
from gql.settings import Settings
from gql.watching import ended, watch
from gql.web.documents import Documents
from gql.web.door import GraphQLDoor
from models.network import Network
from rest_compat.data import DataDoor
from rest_compat.peers import TrustedPeers
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
        path: str = scope.get("path", "")
        door = self.doors.get(path.lstrip("/").partition("/")[0]) if scope["type"] == "http" else None
        await (door or self.pages)(scope, receive, send)


def create_app(settings: Settings) -> Gateway:
    """The whole gateway as an ASGI application; its life span opens and closes the network.

    Types that appear in the database meanwhile are served. Its start-up raises models.errors.SetupError.
    """
    doors: dict[str, ASGIApp] = {}

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        documents = open_documents(settings)
        network = open_network(settings)
        watching: asyncio.Task[None] | None = None
        try:
            doors.update(_typed_doors(network, settings, documents), data=_data_door(network, settings))
            watching = asyncio.create_task(
                watch(network, lambda new: doors.update(_typed_doors(new, settings, documents))))
            yield
        finally:
            if watching:
                await ended(watching)
            network.close()

    return Gateway(Starlette(routes=[Route("/", _index)], lifespan=lifespan), doors)


def _typed_doors(network: Network, settings: Settings, documents: Documents) -> dict[str, ASGIApp]:
    """The doors that are made of the network's types."""
    trusted, max_body = settings.rest.trusted, settings.data.max_body
    graphql = GraphQLDoor(
        network, build_schema(network.catalogue), admits=TrustedPeers(trusted).admits, max_body=max_body,
        documents=documents,
    )
    return {
        "graphql": graphql,
        "rest": RestDoor(network, trusted=trusted, max_body=max_body),
    }


def _data_door(network: Network, settings: Settings) -> DataDoor:
    """The door that knows no types; it stays the same, and remembers who logged in, while types come and go."""
    data = settings.data
    return DataDoor(
        network, hosts={name: host.admins for name, host in settings.xmpp.hosts.items()}, admins=settings.xmpp.admins,
        default_host=data.default_host, public_url=data.public_url, max_body=data.max_body,
    )


async def _index(_: Request) -> JSONResponse:
    return JSONResponse({"name": "edgewise", "version": version("edgewise"), "doors": DOORS})
