"""The demonstration behind the /graphql door."""
from __future__ import annotations

from gql import demo
from gql.schema.build import build_schema
from gql.web.door import GraphQLDoor
from models.network import Network
from tests.identity import authenticator_for


def fill(url: str) -> None:
    """Put the demonstration into a new database."""
    network = Network.open(url, types=())
    demo.fill(network)
    network.close()


def open_door(network: Network) -> GraphQLDoor:
    """The door, open to this machine."""
    return GraphQLDoor(network, build_schema(network.catalogue), authenticator=authenticator_for(network))
