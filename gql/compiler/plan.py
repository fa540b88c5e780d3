"""Plans: what a query asks of the database, as data.

    Plan
    └── members: Root
        ├── Connection          a page of the objects of a type, or of those that refer to an object
        ├── Listing             up to so many objects that refer to an object through any field
        ├── One                 an object by its id or its key
        └── Several             objects by their ids
    whose objects are Selected: a type and its members
        ├── Constant OwnId Value Address     what is written from the row itself
        ├── Follow                           the object that a reference names
        ├── Connection Listing               as above
        └── Spot                             what is read from the stores of an XMPP user, which Python finishes
            └── Within Plain Someone Piece   what is told of that
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from gql.compiler.meanings import Address, OwnId, Value
from gql.compiler.stores.facts import At, Get, Plain
from gql.compiler.stores.sources import Source
from models.catalogue import Field, ObjectType

Site = int
"""The number of a place in a plan where values of a request go: see gql.compiler.sites."""


@dataclass(frozen=True)
class Constant:
    """What is the same for every object, as JSON."""

    json: str


@dataclass(frozen=True)
class Selected:
    """An object of a type, and what is wanted of it: response keys with what stands there, in order."""

    type: ObjectType
    members: tuple[tuple[str, Member], ...]


Branches = Mapping[str, Selected]
"""What is wanted of an object that may be of several types, by the catalogue's name of its type."""


@dataclass(frozen=True)
class Follow:
    """The object that a reference field names; there is one branch unless it takes any type."""

    field: Field
    branches: Branches


class PageFact(Enum):
    """What pageInfo says of a page, by GraphQL's names."""

    HAS_NEXT = "hasNextPage"
    HAS_PREVIOUS = "hasPreviousPage"
    START = "startCursor"
    END = "endCursor"


class Cursor(Enum):
    """What stands beside a node in an edge."""

    CURSOR = "cursor"


class Total(Enum):
    """The number of all objects of a connection, wherever the page lies."""

    TOTAL = "totalCount"


EdgeMember = Constant | Cursor | Selected
InfoMember = Constant | PageFact


@dataclass(frozen=True)
class Nodes:
    """The objects of a page."""

    node: Selected


@dataclass(frozen=True)
class Edges:
    """The objects of a page, each with its cursor."""

    members: tuple[tuple[str, EdgeMember], ...]


@dataclass(frozen=True)
class PageInfo:
    """Where a page lies."""

    members: tuple[tuple[str, InfoMember], ...]


ConnectionMember = Constant | Nodes | Edges | PageInfo | Total


@dataclass(frozen=True)
class Connection:
    """A page of the objects of a type; with `field` only of those that refer to the object by it."""

    type: ObjectType
    field: str | None
    site: Site
    members: tuple[tuple[str, ConnectionMember], ...]


@dataclass(frozen=True)
class Listing:
    """Objects that refer to the object through any of their fields, up to a number, in the order of ids."""

    site: Site
    branches: Branches


@dataclass(frozen=True)
class One:
    """An object by its id, or by the values of its key."""

    site: Site
    branches: Branches


@dataclass(frozen=True)
class Several:
    """Objects by their ids, in the order of these."""

    site: Site
    branches: Branches


@dataclass(frozen=True)
class Within:
    """An object that is part of what a store holds, and what is wanted of it; with `many` a list of such."""

    get: Get
    members: tuple[tuple[str, Part], ...]
    many: bool


@dataclass(frozen=True)
class Someone:
    """The user with an address, by the place of what is wanted of him in the spot's `people`."""

    get: Get
    number: int


@dataclass(frozen=True)
class Piece:
    """Another spot about the same user, by its place in the spot's `pieces`."""

    number: int


Part = Constant | Plain | Within | Someone | Piece


@dataclass(frozen=True)
class Person:
    """What is wanted of the users whose addresses stand somewhere."""

    selected: Selected
    at: At


@dataclass(frozen=True)
class Spot:
    """What is read from the stores of an XMPP user: the statement writes raw rows, of which Python makes `part`."""

    source: Source
    site: Site
    part: Part
    people: tuple[Person, ...]
    pieces: tuple[Spot, ...]


Member = Constant | OwnId | Value | Address | Follow | Connection | Listing | Spot
Root = Constant | Connection | One | Several


@dataclass(frozen=True)
class Plan:
    """A query: response keys with what stands there, in order."""

    members: tuple[tuple[str, Root], ...]
