"""One object of a type by its id or by what people call it: its natural key."""
from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

import strawberry

from gql.compiler.addresses import parse_address
from gql.compiler.errors import BadInput
from gql.compiler.ids import parse_id_of
from gql.schema import descriptions, quirks
from gql.schema.loading import Reader, Record
from gql.schema.objects import Objects
from gql.schema.quirks import Argument, Resolve
from models.catalogue import Catalogue, Field, ObjectID, ObjectType

ByKey = Callable[..., Awaitable[Record | None]]
"""From a Reader and the texts of the key's arguments to the object that has that key."""


def add_lookup(query: type, objects: Objects, type_: ObjectType) -> None:
    """Give the root a field for one object of a type."""
    name, target = objects.names.type(type_.name), objects.types[type_.name]
    key = () if _has_secret(type_) else objects.names.arguments(type_.name)
    arguments = [Argument("id", strawberry.ID | None, descriptions.of_lookup_id(type_))]
    arguments += [Argument(one, str | None, descriptions.of_key(type_, place)) for place, one in enumerate(key)]
    quirks.add_field(
        query, objects.names.singular(type_.name), quirks.optional(target), descriptions.of_lookup(name, key),
        _lookup(objects.catalogue, type_, key), arguments,
    )


def _has_secret(type_: ObjectType) -> bool:
    """Whether looking for the key would be guessing at what nobody shall see."""
    return any(type_.field(name).secret for name in type_.key)


def _lookup(catalogue: Catalogue, type_: ObjectType, key: Sequence[str]) -> Resolve:
    by_key = _by_key(catalogue, type_)
    wanted = f"give either id or {' and '.join(key)}, and nothing else" if key else "give an id"

    async def resolve(_: None, reader: Reader, id_: str | None, *values: str | None) -> Record | None:
        given = [value for value in values if value is not None]
        if id_ is not None and not given:
            return await reader.get(ObjectID(type_.name, parse_id_of(type_.name, id_, catalogue)))
        if id_ is not None or not given or len(given) < len(values):
            raise BadInput(wanted)
        return await by_key(reader, *given)

    return resolve


def _by_key(catalogue: Catalogue, type_: ObjectType) -> ByKey:
    if type_.name in BY_ADDRESS:
        return BY_ADDRESS[type_.name]
    fields = [type_.field(name) for name in type_.key]
    if len(fields) == 1 and not fields[0].reference:
        return lambda reader, value: reader.find(type_.name, fields[0].name, value)

    def number(field: Field, value: str) -> str | int:
        target = field.reference and field.reference.target
        return parse_id_of(target, value, catalogue) if target else value

    return lambda reader, *values: reader.find_key(type_.name, [*map(number, fields, values)])


async def _xmpp_user(reader: Reader, address: str) -> Record | None:
    node, domain = parse_address(address)
    host = await reader.find_key("xmpphost", [domain])
    return await reader.find_key("xmppuser", [host.id, node]) if host else None


async def _xmpp_store(reader: Reader, address: str, name: str) -> Record | None:
    user = await _xmpp_user(reader, address)
    return await reader.find_key("xmppstore", [user.id, name]) if user else None


BY_ADDRESS: Mapping[str, ByKey] = {"xmppuser": _xmpp_user, "xmppstore": _xmpp_store}
"""The types whose key runs through references: people know the address (gql.vocabulary, ARGUMENTS)."""
