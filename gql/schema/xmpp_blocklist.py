"""Blocklists: `xmppUser.blocklist`."""
from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from gql.schema import quirks
from gql.schema.loading import Reader, Record
from gql.schema.xmpp_moments import moment
from gql.schema.xmpp_users import add_user
from models.network import Network
from models.xmpp.blocklist import Blocked, Blocklist

TYPICAL_ROWS = 10
"""How many rows a blocklist has, about."""


def add_blocklist(user: type) -> None:
    """Give the shell of users its blocklist."""
    made = quirks.shell("XmppBlockedAddress")
    quirks.add_value(made, "jid", str, "The address: of a user, of one of their devices, or a whole domain.", "jid")
    quirks.add_field(made, "blockedAt", quirks.optional(datetime), "When it was blocked, where that was kept.", _when)
    add_user(made, "user", user, "Who it is; null for domains, other servers and users who do not exist.",
             lambda blocked: blocked.jid)
    quirks.freeze_type(made, "XmppBlockedAddress", "An address that a user does not want to hear from.")
    quirks.add_field(user, "blocklist", quirks.list_of(made),
                     "Whom the user does not want to hear from, in the order of addresses.", _blocklist)


async def _blocklist(user: Record, reader: Reader) -> Sequence[Blocked]:
    found = await reader.together(_blocklists, TYPICAL_ROWS, user.id) if reader.owns(user.id) else None
    return reader.counted(found.blocked) if found else ()


async def _when(blocked: Blocked, _: Reader) -> datetime | None:
    return moment(blocked.when)


def _blocklists(network: Network, ids: Collection[int]) -> Mapping[int, Blocklist]:
    return network.views.blocklists(ids)
