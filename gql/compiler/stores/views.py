"""Every field that is read from stores, by the types that have it."""
from __future__ import annotations

from collections.abc import Callable, Mapping

from gql.compiler.stores.facts import Person, Plain
from gql.compiler.stores.messages import ARCHIVE_VIEW, OFFLINE_VIEW
from gql.compiler.stores.room import ROOM_VIEW
from gql.compiler.stores.roster import BLOCKLIST_VIEW, ROSTER_VIEW
from gql.compiler.stores.sources import AnyStore, LinkedAccount, LinkedUser, OwnStore, View
from models.xmpp.account_link import LinkRule

XMPP_TYPES = frozenset({"xmpphost", "xmppuser", "xmppstore"})
"""The types without which there are no stores."""

WHOLE = Plain(lambda value: value)

VIEWS: Mapping[str, Mapping[str, View]] = {
    "xmppuser": {
        "archive": ARCHIVE_VIEW,
        "blocklist": BLOCKLIST_VIEW,
        "offlineMessages": OFFLINE_VIEW,
        "room": ROOM_VIEW,
        "roster": ROSTER_VIEW,
        "store": View(AnyStore(), WHOLE),
        "vcard": View(AnyStore("vcard"), WHOLE),
    },
    "xmppstore": {"value": View(OwnStore(), WHOLE)},
}

LINKS: Mapping[str, tuple[str, Callable[[LinkRule], LinkedUser | LinkedAccount], str]] = {
    "account": ("xmppUser", LinkedUser, "xmppuser"), "xmppuser": ("account", LinkedAccount, "account"),
}
"""The edges between accounts and users, and the types that they lead to: to the only one of the spot's people."""

OTHER = Person(lambda found: found)
