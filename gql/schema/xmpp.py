"""What XMPP users and stores have besides the catalogue's fields: what the stores mean."""
from __future__ import annotations

from collections.abc import Mapping

from gql.schema import quirks, xmpp_accounts, xmpp_blocklist, xmpp_messages, xmpp_room, xmpp_roster, xmpp_stores
from gql.schema.xmpp_users import jid
from models.catalogue import Catalogue

XMPP_TYPES = ("xmpphost", "xmppuser", "xmppstore")


def add_xmpp(catalogue: Catalogue, types: Mapping[str, type], account_host: str) -> None:
    """Give the shells of a catalogue's types their XMPP edges; gql.vocabulary.ADDED_FIELDS has their names.

    `account_host` is the host whose users are the accounts of the same name, empty if there is none.
    """
    if not set(XMPP_TYPES).issubset(types):
        return
    user = types["xmppuser"]
    quirks.add_field(user, "jid", str, "The address, such as `alice@example.com`; of a host's own stores the domain.",
                     jid)
    messages = xmpp_messages.Messages(user)
    xmpp_roster.add_roster(user)
    xmpp_blocklist.add_blocklist(user)
    xmpp_stores.add_stores(user, types["xmppstore"])
    messages.add_lists(user)
    xmpp_room.add_room(user, messages)
    if "account" in types:
        xmpp_accounts.add_link(catalogue["account"], types["account"], user, account_host)
