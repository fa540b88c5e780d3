"""The root of all queries: any object by its id, and for each type one object and the list of all."""
from __future__ import annotations

from collections.abc import Sequence

import strawberry

from gql.schema import descriptions, lookups, quirks
from gql.schema.ids import parse_id
from gql.schema.lists import ROOT_ARGUMENTS, parse_page
from gql.schema.loading import Reader, Record
from gql.schema.objects import Objects
from gql.schema.quirks import Argument, Resolve
from models.catalogue import Catalogue, ObjectType


def build_query(objects: Objects) -> type:
    """The type Query over the object types of a catalogue."""
    query = quirks.shell("Query")
    _add_node(query, objects)
    for type_ in objects.catalogue:
        lookups.add_lookup(query, objects, type_)
        _add_list(query, objects, type_)
    quirks.freeze_type(query, "Query", descriptions.QUERY)
    return query


def _add_node(query: type, objects: Objects) -> None:
    argument = Argument("id", strawberry.ID, descriptions.NODE_ID)
    quirks.add_field(query, "node", quirks.optional(objects.node), descriptions.NODE_FIELD, _node(objects.catalogue),
                     (argument,))


def _node(catalogue: Catalogue) -> Resolve:
    async def resolve(_: None, reader: Reader, id_: str) -> Record | None:
        return await reader.get(parse_id(id_, catalogue))

    return resolve


def _add_list(query: type, objects: Objects, type_: ObjectType) -> None:
    text = descriptions.of_list(type_, objects.names.type(type_.name))
    quirks.add_field(
        query, objects.names.plural(type_.name), quirks.list_of(objects.types[type_.name]), text,
        _list(objects.catalogue, type_.name), ROOT_ARGUMENTS,
    )


def _list(catalogue: Catalogue, type_name: str) -> Resolve:
    async def resolve(_: None, reader: Reader, first: int | None, after: str | None) -> Sequence[Record]:
        return await reader.page(type_name, parse_page(type_name, first, after, catalogue))

    return resolve
