"""The whole gateway as an attacker meets it, asked over HTTP without a server."""
from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp

from gql.app import Gateway
from gql.hardening import hardened
from gql.limits.table import DEFAULTS, Limits
from gql.schema.build import build_schema
from gql.schema.quirks import Schema
from gql.web.door import GraphQLDoor
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue
from models.network import Network
from models.peers import LOOPBACK, TrustedPeers
from rest_compat.data import DataDoor
from rest_compat.rest import RestDoor
from tests.identity import authenticator_for
from tests.ways import both_ways

GRAPHQL = "application/graphql-response+json"
STRANGER = "203.0.113.5"

Send = Callable[..., httpx.Response]
MakeApp = Callable[..., ASGIApp]


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The schema of the built-in types."""
    return build_schema(Catalogue(BUILTIN_TYPES))


@pytest.fixture
def make_app(network: Network, schema: Schema) -> MakeApp:
    """All doors over the network under test, as gql.app puts them together."""
    trusted, authenticator = TrustedPeers(LOOPBACK), authenticator_for(network)

    def make(limits: Limits = DEFAULTS, introspection: str = "authenticated", *, compiles: bool = True,
             **server: Any) -> ASGIApp:
        graphql = GraphQLDoor(
            network, schema, authenticator=authenticator, limits=limits, introspection=introspection,
            compiles=compiles)
        doors: dict[str, ASGIApp] = {"graphql": graphql, "rest": RestDoor(network, identify=authenticator.identify),
                                    "data": DataDoor(network)}
        return hardened(Gateway(Starlette(), doors), trusted=trusted.admits, **server)

    return make


@pytest.fixture
def send(make_app: MakeApp) -> Send:
    """From a method, an address and what httpx takes to a response."""
    return sender(make_app())


def sender(app: ASGIApp) -> Send:
    """The same for an application."""
    async def run(method: str, url: str, peer: str, options: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(both_ways(app), client=(peer, 4000), raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as client:
            client.headers["User-Agent"] = "curl/8"
            return await client.request(method, url, **options)

    def request(method: str, url: str, *, peer: str = "127.0.0.1", **options: Any) -> httpx.Response:
        return asyncio.run(run(method, url, peer, options))

    return request


def post(send: Send, query: str, variables: object = None, **options: Any) -> httpx.Response:
    """The response to an operation."""
    body = {"query": query, "variables": variables}
    return send("POST", "/graphql", json=body, headers={"Accept": GRAPHQL, **options})


def errors(response: httpx.Response) -> list[tuple[str, str]]:
    """Code and message of each error."""
    return [(error["extensions"]["code"], error["message"]) for error in response.json()["errors"]]
