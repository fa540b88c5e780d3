"""The /graphql door, asked over HTTP without a server."""
from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from gql.schema import Schema, build_schema
from gql.web.door import GraphQLDoor
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue
from models.network import Network
from rest_compat.peers import LOOPBACK, TrustedPeers

Send = Callable[..., httpx.Response]

MAX_BODY = 100_000


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The schema of the built-in types."""
    return build_schema(Catalogue(BUILTIN_TYPES))


@pytest.fixture
def send(network: Network, schema: Schema) -> Send:
    """From a method, an address and what httpx takes to a response."""
    door = GraphQLDoor(network, schema, admits=TrustedPeers(LOOPBACK).admits, max_body=MAX_BODY)

    async def run(method: str, url: str, peer: str, **options: Any) -> httpx.Response:
        transport = httpx.ASGITransport(door, client=(peer, 4000), raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, base_url="http://gateway.example") as client:
            return await client.request(method, url, **options)

    def request(method: str, url: str = "/graphql", *, peer: str = "127.0.0.1", **options: Any) -> httpx.Response:
        return asyncio.run(run(method, url, peer, **options))

    return request
