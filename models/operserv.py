"""The types of OperServ: what operators forbid, ignore, note, announce and count."""
from __future__ import annotations

from models.catalogue import Kind, ObjectType, enum, flag, number, reference, string, time

FORBID = ObjectType(
    "forbid", "operserv/forbid",
    "Names that nobody may use: nicknames, channels or mail addresses.",
    fields=(
        string("mask", "The names meant, with wildcards, such as root*."),
        string("creator", "The operator who forbade them."),
        string("reason", "Why they are forbidden."),
        time("created", "When they were forbidden."),
        time("expires", "When they are allowed again. Zero means never."),
        enum("type", "What is meant: a nickname, a channel, a mail address, or (REGISTER) names that may be used"
             " but not registered.", FT_NICK=1, FT_CHAN=2, FT_EMAIL=3, FT_REGISTER=4),
    ),
)

IGNORE = ObjectType(
    "ignore", "operserv/ignore",
    "Users whom the services do not answer.",
    fields=(
        string("mask", "Who is meant, with wildcards, such as *!*@flood.example.net."),
        string("creator", "The operator who added the entry."),
        string("reason", "Why they are ignored."),
        time("time", "When the entry ends by itself. Zero means never."),
    ),
)

OPERINFO = ObjectType(
    "operinfo", "operserv/info",
    "A note that operators keep about an account or a channel. Its owner does not see it.",
    fields=(
        reference("target", None, "The account or channel that the note is about.", depends=True),
        string("info", "What the note says."),
        string("adder", "The operator who wrote it."),
        time("created", "When it was written."),
    ),
)

NEWSITEM = ObjectType(
    "newsitem", "operserv/news",
    "An announcement that users are shown as they connect.",
    fields=(
        enum("type", "Who sees it: everybody who connects, everybody in turn with others (RANDOM), or new operators.",
             NEWS_LOGON=0, NEWS_RANDOM=1, NEWS_OPER=2),
        string("text", "What it says."),
        string("who", "The operator who wrote it."),
        time("time", "When it was written."),
    ),
)

EXCEPTION = ObjectType(
    "exception", "operserv/session",
    "A host that may have more connections at once than the network's session limit allows.",
    fields=(
        string("mask", "The host or address range, such as 192.0.2.0/24."),
        string("who", "The operator who added it."),
        string("reason", "Why it was added."),
        number("limit", Kind.UINT32, "How many connections it may have at once. 0 sets no limit."),
        time("time", "When it was added."),
        time("expires", "When it ends by itself. Zero means never."),
    ),
)

STATS = ObjectType(
    "stats", "operserv/stats",
    "The record of the network: the most users that were ever online at once.",
    fields=(
        number("maxusercount", Kind.UINT32, "How many users there were."),
        time("maxusertime", "When it was."),
    ),
)

DNSZONE = ObjectType(
    "dnszone", "operserv/dns",
    "A DNS name that users connect to. The services answer it with the addresses of IRC servers.",
    key=("name",),
    fields=(
        string("name", "The DNS name, such as irc.example.net."),
    ),
)

DNSSERVER = ObjectType(
    "dnsserver", "operserv/dns",
    "An IRC server that the services can send users to by way of DNS.",
    key=("name",),
    fields=(
        reference("zone", "dnszone", "The zone that is answered with this server."),
        string("name", "The name of the IRC server."),
        number("limit", Kind.UINT32, "With this many users the server is left out of answers. 0 sets no limit."),
        flag("pooled", "The server takes new users: it is part of the answers while it is linked."),
    ),
)

DNSZONEMEMBERSHIP = ObjectType(
    "dnszonemembership", "operserv/dns",
    "That a server belongs to a zone. A server can be in several.",
    fields=(
        reference("server", "dnsserver", "The server."),
        reference("zone", "dnszone", "The zone that it belongs to."),
    ),
)

DNSIP = ObjectType(
    "dnsip", "operserv/dns",
    "An address of an IRC server, as DNS answers it.",
    fields=(
        reference("server", "dnsserver", "The server that has the address."),
        string("ip", "The address, IPv4 or IPv6."),
    ),
)
