"""Rooms: `xmppUser.room`, for those users of a conference service that are rooms."""
from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple

import strawberry

from gql.schema import quirks
from gql.schema.connections import Listing
from gql.schema.loading import Reader, Record
from gql.schema.quirks import Resolve
from gql.schema.xmpp_messages import TIMES, Messages, page_of, wanted_messages
from gql.schema.xmpp_users import add_user
from models.network import Network
from models.xmpp.archive import ROOM_LOG_STORE
from models.xmpp.room import Room

TYPICAL_ROWS = 20
"""How many rows a room has, about."""


class HeldRoom(NamedTuple):
    """A room, and the id of the user that it is."""

    id: int
    room: Room


@strawberry.enum(name="XmppAffiliation", description="What somebody is to a room.")
class Affiliation(Enum):
    """The values of models.xmpp.room.AFFILIATIONS."""

    OWNER = strawberry.enum_value("owner", description="May do anything, also destroy the room.")
    ADMIN = strawberry.enum_value("admin", description="May ban, and choose members.")
    MEMBER = strawberry.enum_value("member", description="May come in although the room is for members only.")
    OUTCAST = strawberry.enum_value("outcast", description="Is banned.")


_VALUES: tuple[tuple[str, Any, str, Callable[[Room], Any]], ...] = (
    ("jid", str, "The address.", lambda room: room.jid),
    ("name", quirks.optional(str), "What the room is called.", lambda room: room.name),
    ("description", quirks.optional(str), "What it is about.", lambda room: room.description),
    ("subject", quirks.optional(str), "What is talked about now.", lambda room: room.subject),
    ("persistent", bool, "Whether it stays when all have left.", lambda room: room.persistent),
    ("membersOnly", bool, "Whether only members may come in.", lambda room: room.members_only),
    ("moderated", bool, "Whether only those with voice may speak.", lambda room: room.moderated),
    ("hidden", bool, "Whether it is left out when rooms are listed.", lambda room: room.hidden),
    ("passwordProtected", bool, "Whether it takes a password to come in.", lambda room: room.password_protected),
    ("destroyed", bool, "Whether it is gone: then nothing is left of it but that it was there.",
     lambda room: room.destroyed),
)


def add_room(user: type, messages: Messages) -> None:
    """Give the shell of users the room that a user may be."""
    made = quirks.shell("XmppRoom")
    for name, annotation, description, read in _VALUES:
        quirks.add_field(made, name, annotation, description, _reads(read))
    quirks.add_field(made, "affiliations", quirks.list_of(_affiliation(user)),
                     "What users are to the room, in the order of addresses.", _reads(lambda room: room.affiliations))
    quirks.add_field(made, "lastMessage", quirks.optional(messages.type), "The last message, where it was kept.",
                     _reads(lambda room: room.last_message))
    messages.add_list(made, "messages", "The room's log, oldest first.", _logged, TIMES)
    quirks.freeze_type(made, "XmppRoom", "A room in which several users talk.")
    quirks.add_field(user, "room", quirks.optional(made), "The room, if this is one and no person.", _room)


def _affiliation(user: type) -> type:
    made = quirks.shell("XmppRoomAffiliation")
    quirks.add_value(made, "jid", str, "The address: of a user, or a whole domain.", "jid")
    quirks.add_value(made, "affiliation", Affiliation, "What they are to the room.", "affiliation")
    quirks.add_value(made, "nick", quirks.optional(str), "The nickname that is kept for them there.", "nick")
    add_user(made, "user", user, "Who it is; null for domains, other servers and users who do not exist.",
             lambda affiliation: affiliation.jid)
    quirks.freeze_type(made, "XmppRoomAffiliation", "What somebody is to a room.")
    return made


async def _room(user: Record, reader: Reader) -> HeldRoom | None:
    found = await reader.together(_rooms, TYPICAL_ROWS, user.id) if reader.owns(user.id) else None
    if found is None:
        return None
    reader.counted(found.affiliations)
    return HeldRoom(user.id, found)


async def _logged(
    held: HeldRoom, reader: Reader, start: datetime | None, end: datetime | None, *page: Any,
) -> Listing:
    return await page_of(reader, held.id, ROOM_LOG_STORE, wanted_messages(None, start, end), *page)


def _reads(read: Callable[[Room], Any]) -> Resolve:
    async def resolve(held: HeldRoom, _: Reader) -> Any:
        return read(held.room)

    return resolve


def _rooms(network: Network, ids: Collection[int]) -> Mapping[int, Room]:
    return network.views.rooms(ids)
