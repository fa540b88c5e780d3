"""Stores as JSON: `xmppStore.value`, `xmppUser.store` and `xmppUser.vcard`."""
from __future__ import annotations

from collections.abc import Collection, Mapping

from gql.schema import quirks
from gql.schema.loading import SHORT, Reader, Record
from gql.schema.quirks import Argument
from gql.schema.scalars import JSON
from gql.schema.stored import target, text
from models.network import Network
from models.xmpp import json_form
from models.xmpp.store_value import StoreKey, StoreValue, read_stores

VCARD = "vcard"

_HOW = ("as `/data` has it; of a list the first 1000 items. Null if there is nothing in it, and for stores that hold "
        "secrets, such as `accounts`.")


def add_stores(user: type, store: type) -> None:
    """Give the shells of users and stores what stands in stores."""
    value = quirks.optional(JSON)
    quirks.add_field(store, "value", value, f"What stands in it, {_HOW}", _own)
    quirks.add_field(user, "vcard", value, "What the user tells everybody (XEP-0054), as `/data` has it.", _vcard)
    quirks.add_field(user, "store", value, f"What stands in a store, {_HOW}", _named,
                     (Argument("name", str, "The name of the store, such as `private`."),))


async def _own(store: Record, reader: Reader) -> json_form.JSON:
    owner, name = target(store.values[0], "xmppuser"), text(store.values[1])
    return await _value(reader, owner.id, name) if owner and name else None


async def _vcard(user: Record, reader: Reader) -> json_form.JSON:
    return await _value(reader, user.id, VCARD)


async def _named(user: Record, reader: Reader, name: str) -> json_form.JSON:
    return await _value(reader, user.id, name)


async def _value(reader: Reader, user: int, store: str) -> json_form.JSON:
    found = await reader.together(_values, SHORT // 2, (user, store)) if reader.owns(user) else None
    if found and isinstance(found.value, list):
        reader.counted(found.value)
    return found.value if found else None


def _values(network: Network, keys: Collection[StoreKey]) -> Mapping[StoreKey, StoreValue]:
    return read_stores(network.views.rows, network.views.lists, keys)
