"""The types of HostServ: virtual hosts and requests for them."""
from __future__ import annotations

from models.catalogue import ObjectType, flag, reference, string, time

VHOST = ObjectType(
    "vhost", "hostserv/main",
    "A virtual host: an address that is shown in place of the one a user connects from.",
    fields=(
        reference("owner", None, "The account or nickname that it was given to.", depends=True),
        string("vident", "The user name shown in front of the host. Empty keeps the user's own."),
        string("vhost", "The host name that is shown."),
        string("creator", "Who gave it."),
        time("created", "When it was given."),
        flag("default", "The one of the owner's virtual hosts that is put on at login."),
    ),
)

HOSTREQUEST = ObjectType(
    "hostrequest", "hostserv/request",
    "A virtual host that a user has asked for and that an operator has yet to grant.",
    fields=(
        reference("acc", "account", "The account that asks.", depends=True),
        string("ident", "The user name wanted in front of the host. Empty keeps the user's own."),
        string("host", "The host name wanted."),
        time("time", "When it was asked for."),
    ),
)
