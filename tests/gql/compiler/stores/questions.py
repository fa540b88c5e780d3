"""Everything that can be asked of stores."""
from __future__ import annotations

from collections.abc import Mapping

PEOPLE = "sender { id jid } recipient { jid } correspondent { jid id }"
MESSAGE = f"__typename archiveId with from to type body xml json sentAt {PEOPLE}"
PAGE = ("__typename edges { __typename cursor node { archiveId } } "
        "pageInfo { __typename hasNextPage hasPreviousPage startCursor endCursor }")


def of_users(fields: str) -> str:
    """The question what all users have."""
    return f"{{ xmppUsers(first: 1000) {{ nodes {{ jid {fields} }} }} }}"


QUESTIONS: Mapping[str, str] = {
    "rosters": of_users("""
        roster { __typename version contacts { __typename jid name subscription ask approved groups user { id jid } }
            pending { __typename jid stanza user { jid } } }"""),
    "rosters of contacts": of_users("roster { contacts { jid user { roster { version } blocklist { jid } } } }"),
    "blocklists": of_users("blocklist { __typename jid blockedAt user { id stores { totalCount } } }"),
    "stores": of_users("""
        vcard a: store(name: "accounts") b: store(name: "config") c: store(name: "archive") d: store(name: "offline")
        e: store(name: "nothing") f: store(name: "private")"""),
    "values": "{ xmppStores(first: 1000) { nodes { name value user { jid } } } }",
    "rooms": of_users(f"""
        room {{ __typename jid name description subject persistent membersOnly moderated hidden passwordProtected
            destroyed affiliations {{ __typename jid affiliation nick user {{ jid }} }}
            lastMessage {{ {MESSAGE} }} }}"""),
    "logs": of_users(f"room {{ jid messages(first: 3) {{ nodes {{ body from sentAt }} {PAGE} }} }}"),
    "archives": of_users(f"archive {{ {PAGE} nodes {{ {MESSAGE} }} }}"),
    "offline messages": of_users(f"offlineMessages {{ {PAGE} nodes {{ {MESSAGE} }} }}"),
}
