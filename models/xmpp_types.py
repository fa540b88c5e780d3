"""The types of the XMPP side: hosts, their users, and the stores that users own."""
from __future__ import annotations

from models.catalogue import ObjectType, reference, string

XMPPHOST = ObjectType(
    "xmpphost", "xmpp",
    "A domain of the XMPP server: a host with accounts, or a component such as a conference service.",
    key=("name",),
    unique=True,
    fields=(
        string("name", "The domain, such as example.com."),
    ),
)

XMPPUSER = ObjectType(
    "xmppuser", "xmpp",
    "Who owns stores on an XMPP host: an account, or a room if the host is a conference service.",
    key=("host", "name"),
    unique=True,
    fields=(
        reference("host", "xmpphost", "The domain of the address.", depends=True),
        string("name", "What stands before the @ of the address. Empty: the stores belong to the host itself."),
    ),
)

XMPPSTORE = ObjectType(
    "xmppstore", "xmpp",
    "What the XMPP server keeps about a user under one name, such as the roster or the vcard.",
    key=("user", "name"),
    unique=True,
    fields=(
        reference("user", "xmppuser", "Whose data it is.", depends=True),
        string("name", "The name of the store, such as roster."),
    ),
)
