"""The root of all queries: any object by its id, and for each type one object and the list of all."""
from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import strawberry

from gql.compiler.errors import BadInput
from gql.compiler.ids import parse_id
from gql.schema import descriptions, lookups, quirks
from gql.schema.auditing import add_audit
from gql.schema.connections import Connections, Listing
from gql.schema.loading import Reader, Record
from gql.schema.objects import Objects
from gql.schema.quirks import Argument, Resolve
from gql.schema.types import CatalogueType, described
from gql.schema.viewer import add_viewer
from models.catalogue import Catalogue, ObjectType
from models.query.pages import LARGEST


def build_query(objects: Objects, viewer: type) -> type:
    """The type Query over the object types of a catalogue."""
    query = quirks.shell("Query")
    _add_nodes(query, objects)
    _add_types(query, objects)
    add_viewer(query, viewer)
    add_audit(query, objects.catalogue)
    for type_ in objects.catalogue:
        lookups.add_lookup(query, objects, type_)
        _add_list(query, objects, type_)
    quirks.freeze_type(query, "Query", descriptions.QUERY)
    return query


def _add_nodes(query: type, objects: Objects) -> None:
    one = Argument("id", strawberry.ID, descriptions.NODE_ID)
    quirks.add_field(query, "node", quirks.optional(objects.node), descriptions.NODE_FIELD, _node(objects.catalogue),
                     (one,))
    many = Argument("ids", quirks.list_of(strawberry.ID), descriptions.NODES_IDS)
    quirks.add_field(query, "nodes", quirks.list_of(quirks.optional(objects.node)), descriptions.NODES_FIELD,
                     _nodes(objects.catalogue), (many,))


def _node(catalogue: Catalogue) -> Resolve:
    async def resolve(_: None, reader: Reader, id_: str) -> Record | None:
        return await reader.get(parse_id(id_, catalogue))

    return resolve


def _nodes(catalogue: Catalogue) -> Resolve:
    async def resolve(_: None, reader: Reader, ids: Sequence[str]) -> Sequence[Record | None]:
        if len(ids) > LARGEST:
            raise BadInput(f"{len(ids)} ids; give at most {LARGEST} at once")
        return await asyncio.gather(*[reader.get(found) for found in [parse_id(text, catalogue) for text in ids]])

    return resolve


def _add_types(query: type, objects: Objects) -> None:
    quirks.add_field(query, "types", quirks.list_of(CatalogueType), descriptions.TYPES,
                     described(objects.catalogue, objects.names))


def _add_list(query: type, objects: Objects, type_: ObjectType) -> None:
    text = descriptions.of_list(type_, objects.names.type(type_.name))
    objects.add_connection(
        query, objects.names.plural(type_.name), type_.name, text, _list(objects.connections, type_.name))


def _list(connections: Connections, type_name: str) -> Resolve:
    async def resolve(_: None, reader: Reader, *arguments: Any) -> Listing:
        return await reader.root(type_name, connections.ask(type_name, *arguments))

    return resolve
