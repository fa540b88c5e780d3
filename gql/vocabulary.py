"""The names that no rule would find, and those that the schema keeps for itself."""
from __future__ import annotations

from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    "accesschanaccess": "AccessChanAccess",
    "account": "Account",
    "akick": "AutoKick",
    "autojoin": "AutoJoin",
    "badword": "BadWord",
    "botinfo": "Bot",
    "channel": "Channel",
    "csmiscdata": "ChannelMiscData",
    "cssuspendinfo": "ChannelSuspension",
    "dnsip": "DnsIp",
    "dnsserver": "DnsServer",
    "dnszone": "DnsZone",
    "dnszonemembership": "DnsZoneMembership",
    "entrymsg": "EntryMessage",
    "exception": "SessionException",
    "flagschanaccess": "FlagsChanAccess",
    "forbid": "Forbid",
    "hostrequest": "HostRequest",
    "ignore": "Ignore",
    "kickerdata": "KickerData",
    "level": "PrivilegeLevel",
    "logsetting": "LogSetting",
    "memo": "Memo",
    "memoignore": "MemoIgnore",
    "memoinfo": "MemoInfo",
    "mlockmode": "KeptChannelMode",
    "mode": "KeptUserMode",
    "modelock": "ModeLock",
    "newsitem": "NewsItem",
    "nick": "Nick",
    "nsaccess": "AccessMask",
    "nsmiscdata": "AccountMiscData",
    "nssuspendinfo": "AccountSuspension",
    "oper": "Oper",
    "operinfo": "OperNote",
    "stats": "Stats",
    "vhost": "Vhost",
    "xline": "Xline",
    "xmpphost": "XmppHost",
    "xmppstore": "XmppStore",
    "xmppuser": "XmppUser",
    "xopchanaccess": "XopChanAccess",
}
"""The names of the built-in types; a discovered type is PascalCased."""

REFERENCES: Mapping[str, str] = {
    "acc": "account",
    "bi": "bot",
    "chan": "channel",
    "ci": "channel",
    "mi": "memoInfo",
    "nc": "account",
    "obj": "grantee",
}
"""Anope's abbreviations for what a reference field points at."""

WORDS: Mapping[str, str] = {
    "addtime": "add time",
    "akillid": "akill id",
    "autoop": "auto op",
    "badwords": "bad words",
    "banexpire": "ban expire",
    "bantype": "ban type",
    "capsmin": "caps min",
    "capspercent": "caps percent",
    "certfp": "cert fingerprint",
    "desc": "description",
    "dontkickops": "dont kick ops",
    "dontkickvoices": "dont kick voices",
    "floodlines": "flood lines",
    "floodsecs": "flood seconds",
    "hardmax": "hard max",
    "immed": "immediate",
    "keeptopic": "keep topic",
    "killprotect": "kill protect",
    "maxusercount": "max user count",
    "maxusertime": "max user time",
    "memomax": "memo max",
    "noautoop": "no auto op",
    "nobot": "no bot",
    "operonly": "oper only",
    "realhost": "real host",
    "realname": "real name",
    "repeattimes": "repeat times",
    "securefounder": "secure founder",
    "secureops": "secure ops",
    "signkick": "sign kick",
    "topiclock": "topic lock",
    "ttb": "ban after",
    "usermask": "user mask",
}
"""Words that Anope writes as one or cuts short, as part of any field's name."""

FIELDS: Mapping[tuple[str, str], str] = {
    ("account", "MSG"): "useMessages",
    ("account", "pass"): "passwordHash",
    ("autojoin", "owner"): "account",
    ("channel", "BS_GREET"): "showGreets",
    ("csmiscdata", "owner"): "channel",
    ("ignore", "time"): "expires",
    ("nssuspendinfo", "nick"): "account",
    ("vhost", "default"): "isDefault",
    ("vhost", "vhost"): "host",
    ("vhost", "vident"): "ident",
}
"""Single fields whose own name would mislead or repeat the type's."""

EDGES: Mapping[tuple[str, str], str] = {
    ("accesschanaccess", "ci"): "accessEntries",
    ("accesschanaccess", "obj"): "accessEntriesAsGrantee",
    ("autojoin", "owner"): "autoJoins",
    ("channel", "bi"): "channels",
    ("csmiscdata", "owner"): "miscData",
    ("cssuspendinfo", "chan"): "suspensions",
    ("dnsip", "server"): "ips",
    ("dnsserver", "zone"): "servers",
    ("dnszonemembership", "server"): "memberships",
    ("dnszonemembership", "zone"): "memberships",
    ("flagschanaccess", "ci"): "flagsEntries",
    ("flagschanaccess", "obj"): "flagsEntriesAsGrantee",
    ("memoignore", "mi"): "ignores",
    ("mlockmode", "channel"): "keptModes",
    ("mode", "account"): "keptModes",
    ("nsmiscdata", "nc"): "miscData",
    ("nssuspendinfo", "nick"): "suspensions",
    ("xmppstore", "user"): "stores",
    ("xmppuser", "host"): "users",
    ("xopchanaccess", "ci"): "xopEntries",
    ("xopchanaccess", "obj"): "xopEntriesAsGrantee",
}
"""The way back along a reference, where the rule of gql.naming would say it worse."""

POSSESSORS = frozenset({"owner", "target"})
"""Reference names that say no more than that the object belongs there: the way back needs no `As`."""

ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "xmppstore": ("jid", "name"),
    "xmppuser": ("jid",),
}
"""Look-ups whose key runs through a reference: people know the address instead."""

RESERVED_TYPES = frozenset({
    "AuditChange", "AuditEntry", "AuditEntryConnection", "AuditEntryEdge", "AuditWhere", "BigInt", "BigIntFilter",
    "Boolean", "BooleanFilter", "CatalogueField", "CatalogueReference", "CatalogueType", "ChangedField", "DateTime",
    "DateTimeFilter", "DeleteObjectInput", "DeletePayload", "DeleteRule", "Direction",
    "FieldKind", "Float", "ID", "IDFilter", "Int", "IntFilter", "JSON", "LoginPayload", "Mutation", "Node",
    "Object", "ObjectOrderBy", "ObjectWhere", "Operation", "OperationResult", "PageInfo", "Query", "String",
    "StringFilter", "Subscription", "TransactionOperation", "TransactionPayload", "TypeName", "UnsetField",
    "Viewer", "ViewerRole", "XmppAffiliation", "XmppBlockedAddress", "XmppContact", "XmppContactRequest",
    "XmppMessage", "XmppMessageConnection", "XmppMessageEdge", "XmppRoom", "XmppRoomAffiliation", "XmppRoster",
    "XmppSubscription",
})
RESERVED_FIELDS = frozenset({"and", "expect", "id", "not", "or", "refs"})
ADDED_FIELDS: Mapping[str, frozenset[str]] = {
    "account": frozenset({"xmppUser"}),
    "xmppstore": frozenset({"value"}),
    "xmppuser": frozenset({
        "account", "archive", "blocklist", "jid", "offlineMessages", "room", "roster", "store", "vcard",
    }),
}
"""What single types have besides the catalogue's fields: gql.schema.xmpp adds it."""
RESERVED_ROOTS = frozenset({"auditEntries", "node", "nodes", "object", "objects", "types", "viewer"})
CONNECTION, EDGE, ORDER_BY, WHERE, RELATED = "{}Connection", "{}Edge", "{}OrderBy", "{}Where", "{}ListFilter"
DERIVED_TYPES = (
    CONNECTION, EDGE, ORDER_BY, WHERE, RELATED, "Create{}Input", "Create{}Payload", "Delete{}Input",
    "Update{}Input", "Update{}Payload", "{}Expectation",
)
"""What the schema itself calls things. A name of the catalogue gives way to them."""

ENUM_FILTER = "{}Filter"
"""What compares the values of an enum type."""
