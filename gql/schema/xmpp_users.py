"""XMPP users: their addresses, and the users behind addresses."""
from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from gql.schema import quirks
from gql.schema.loading import Reader, Record
from gql.schema.stored import text
from models.catalogue import ObjectID
from models.network import Network


async def jid(user: Record, reader: Reader) -> str:
    """The address of a user; of one whose host is gone, the name alone."""
    found = await reader.together(_addresses, 1, user.id)
    return found or text(user.values[1]) or ""


def add_user(shell: type, name: str, user: type, description: str, address: Callable[[Any], str | None]) -> None:
    """Give a shell an edge to the user whose address its sources have, in any spelling, null for all others."""
    async def resolve(source: Any, reader: Reader) -> Record | None:
        text = address(source)
        return await user_at(reader, await reader.together(_users, 1, text)) if text else None

    quirks.add_field(shell, name, quirks.optional(user), description, resolve)


async def user_at(reader: Reader, id_: int | None) -> Record | None:
    """The user with an id, None for none."""
    return None if id_ is None else await reader.get(ObjectID("xmppuser", id_))


def _addresses(network: Network, ids: Collection[int]) -> Mapping[int, str]:
    return network.views.addresses(ids)


def _users(network: Network, jids: Collection[str]) -> Mapping[str, int]:
    return network.views.users(jids)
