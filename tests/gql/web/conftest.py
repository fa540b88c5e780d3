"""The /graphql door, asked over HTTP without a server."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import httpx
import pytest

from gql.limits.table import Limits
from gql.schema.build import build_schema
from gql.schema.quirks import Schema
from gql.web.documents import Documents
from gql.web.door import GraphQLDoor
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue
from models.network import Network
from tests.identity import authenticator_for
from tests.ways import both_ways

Send = Callable[..., httpx.Response]
MakeDoor = Callable[..., GraphQLDoor]

MAX_BODY = 100_000
LIMITS = Limits(body=MAX_BODY)


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The schema of the built-in types."""
    return build_schema(Catalogue(BUILTIN_TYPES))


@pytest.fixture(scope="session")
def empty_network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """A network without objects, the same for all tests, as none changes it: most of HTTP happens before any read."""
    path = tmp_path_factory.mktemp("http") / "empty.db"
    with closing(Network.open(f"sqlite:///{path}", types=())) as opened:
        yield opened


@pytest.fixture(scope="session")
def make_door(empty_network: Network, schema: Schema) -> MakeDoor:
    """A door with some documents, on the empty network unless another is given."""
    def make(documents: Documents | None = None, network: Network = empty_network) -> GraphQLDoor:
        return GraphQLDoor(
            network, schema, authenticator=authenticator_for(network), limits=LIMITS, documents=documents)

    return make


@pytest.fixture
def send(make_door: MakeDoor) -> Send:
    """From a method, an address and what httpx takes to a response."""
    return sender(make_door())


def sender(door: GraphQLDoor) -> Send:
    """The same for a door. Whatever it answers at once has to be what it answers the usual way."""
    async def run(method: str, url: str, peer: str, **options: Any) -> httpx.Response:
        transport = httpx.ASGITransport(both_ways(door), client=(peer, 4000), raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, base_url="http://gateway.example") as client:
            return await client.request(method, url, **options)

    def request(method: str, url: str = "/graphql", *, peer: str = "127.0.0.1", **options: Any) -> httpx.Response:
        return asyncio.run(run(method, url, peer, **options))

    return request
