"""The types that every set of services has: bots, network bans, operators."""
from __future__ import annotations

from models.catalogue import ObjectType, flag, string, time

BOTINFO = ObjectType(
    "botinfo", "core",
    "A bot: a client that the services run, either one of the services themselves or a helper that sits in channels.",
    key=("nick",),
    fields=(
        string("nick", "The nickname that the bot uses."),
        string("user", "The user name in front of the bot's host."),
        string("host", "The host name that the bot shows."),
        string("realname", "The longer name or description that WHOIS shows."),
        time("created", "When the bot was added."),
        flag("operonly", "Only operators may assign the bot to channels."),
        flag("BS_NOBOT", "Meant for channels that must stay without a bot. On a bot it has no effect.", optional=True),
    ),
)

XLINE = ObjectType(
    "xline", "core",
    "A ban from the whole network, such as an AKILL. It can cover hosts, real names, nicknames or channels.",
    fields=(
        string("type", "The list that the ban is on: xlinemanager/sgline is about hosts (AKILL), .../snline about real"
               " names, .../sqline about nicknames and channels."),
        string("mask", "Whom it keeps out, with wildcards, such as *@bad.example.net."),
        string("by", "Who set the ban."),
        string("reason", "The reason that banned users are shown."),
        string("akillid", "A short code shown with the reason, by which operators find the ban again."),
        time("created", "When the ban was set."),
        time("expires", "When the ban ends by itself. Zero means never."),
    ),
)

OPER = ObjectType(
    "oper", "core",
    "An operator of the services: the rights that go with one account.",
    key=("name",),
    fields=(
        string("name", "The account that has these rights, by one of its nicknames."),
        string("password", "A second password that the operator has to give.", secret=True),
        string("certfp", "The fingerprints of TLS certificates one of which the operator has to use."),
        string("host", "The user@host masks from one of which the operator has to connect."),
        string("vhost", "The virtual host that the operator gets on logging in."),
        string("type", "The name of the operator class, which says what is allowed."),
        flag("require_oper", "The rights count only while the user is an IRC operator too."),
    ),
)
