"""Rosters: `xmppUser.roster`."""
from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum

import strawberry

from gql.schema import quirks
from gql.schema.loading import Reader, Record
from gql.schema.scalars import JSON
from gql.schema.stored import int32
from gql.schema.xmpp_users import add_user
from models.network import Network
from models.xmpp.roster import Roster

TYPICAL_ROWS = 20
"""How many rows a roster has, about."""


@strawberry.enum(name="XmppSubscription", description="Who sees whether the other one is online.")
class Subscription(Enum):
    """The values of models.xmpp.roster.SUBSCRIPTIONS."""

    NONE = strawberry.enum_value("none", description="Neither.")
    TO = strawberry.enum_value("to", description="The user sees the contact.")
    FROM = strawberry.enum_value("from", description="The contact sees the user.")
    BOTH = strawberry.enum_value("both", description="Both.")


def add_roster(user: type) -> None:
    """Give the shell of users its roster."""
    roster = quirks.shell("XmppRoster")
    quirks.add_field(roster, "version", quirks.optional(int), "How often it was changed, where that was kept.",
                     _version)
    quirks.add_value(roster, "contacts", quirks.list_of(_contact(user)), "The contacts, in the order of addresses.",
                     "contacts")
    quirks.add_value(roster, "pending", quirks.list_of(_request(user)),
                     "Who has asked to see whether the user is online, and waits for the answer.", "pending")
    quirks.freeze_type(roster, "XmppRoster", "The contacts of a user.")
    quirks.add_field(user, "roster", quirks.optional(roster), "The contacts; null if nothing was ever stored.", _roster)


def _contact(user: type) -> type:
    made = quirks.shell("XmppContact")
    for name, annotation, description in (
        ("jid", str, "The address."),
        ("name", quirks.optional(str), "What the user calls the contact."),
        ("subscription", Subscription, "Who sees whether the other one is online."),
        ("ask", bool, "Whether the user has asked to see whether the contact is online, and waits for the answer."),
        ("approved", bool, "Whether the user has said yes already, should the contact ask."),
        ("groups", quirks.list_of(str), "The groups that the user has put the contact in, in order."),
    ):
        quirks.add_value(made, name, annotation, description, name)
    add_user(made, "user", user, "Who it is; null for addresses on other servers and for users who do not exist.",
             lambda contact: contact.jid)
    quirks.freeze_type(made, "XmppContact", "Somebody in a roster.")
    return made


def _request(user: type) -> type:
    made = quirks.shell("XmppContactRequest")
    quirks.add_value(made, "jid", str, "The address of whoever asks.", "jid")
    quirks.add_value(made, "stanza", quirks.optional(JSON), "The stanza that asks, where it was kept.", "stanza")
    add_user(made, "user", user, "Who asks; null for addresses on other servers and for users who do not exist.",
             lambda request: request.jid)
    quirks.freeze_type(made, "XmppContactRequest", "A request to see whether a user is online.")
    return made


async def _roster(user: Record, reader: Reader) -> Roster | None:
    found = await reader.together(_rosters, TYPICAL_ROWS, user.id) if reader.owns(user.id) else None
    if found:
        reader.counted((*found.contacts, *found.pending))
    return found


async def _version(roster: Roster, _: Reader) -> int | None:
    return int32(roster.version)


def _rosters(network: Network, ids: Collection[int]) -> Mapping[int, Roster]:
    return network.views.rosters(ids)
