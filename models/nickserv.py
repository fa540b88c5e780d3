"""The types of NickServ: accounts, their nicknames, and what belongs to an account."""
from __future__ import annotations

from models.catalogue import ObjectType, flag, reference, string, time

NICK = ObjectType(
    "nick", "nickserv/main",
    "A registered nickname. It belongs to an account, which can have several.",
    key=("nick",),
    fields=(
        string("nick", "The nickname itself."),
        string("last_quit", "The message with which the user last left the network."),
        string("last_realname", "The real name that the user last gave."),
        string("last_usermask", "The user@host that others last saw."),
        string("last_realhost", "The user@host the user last really came from, often an IP address."),
        time("time_registered", "When the nickname was registered."),
        time("last_seen", "When the owner was last seen under the nickname. Unused nicknames expire."),
        reference("nc", "account", "The account that the nickname belongs to."),
        flag("NS_NO_EXPIRE", "The nickname does not expire when unused. Set by operators.", optional=True),
    ),
)

ACCOUNT = ObjectType(
    "account", "nickserv/main",
    "A registered user: one password and one set of options for all of the user's nicknames.",
    key=("display",),
    fields=(
        string("greet", "What channel bots say when the user joins, where the channel shows greets.", optional=True),
        flag("MEMO_SIGNON", "The user is told about new memos on logging in and on return from away.", optional=True),
        flag("MEMO_RECEIVE", "The user is told about a memo the moment it arrives.", optional=True),
        flag("MEMO_MAIL", "Every new memo is also sent by mail.", optional=True),
        flag("MEMO_HARDMAX", "An operator has fixed the memo limit: the user cannot change it.", optional=True),
        string("display", "The name of the account: the one of its nicknames that stands for all."),
        string("pass", "The password as it is stored: the method, a colon, and the hash.", secret=True),
        string("email", "The mail address that the user registered with."),
        string("language", "The locale that services use with the user, such as de_DE.UTF-8. Empty is the default."),
        flag("HIDE_EMAIL", "The mail address is hidden from other users.", optional=True),
        flag("HIDE_MASK", "The host that the user was last seen from is hidden from other users.", optional=True),
        flag("HIDE_STATUS", "That the user is a services operator is hidden from other users.", optional=True),
        flag("HIDE_QUIT", "The last quit message is hidden from other users.", optional=True),
        flag("NS_PRIVATE", "The account's nicknames are left out of public lists.", optional=True),
        flag("UNCONFIRMED", "The registration still waits for the code that was sent by mail.", optional=True),
        string("passcode", "The code that confirms the registration.", optional=True, secret=True),
        flag("AUTOOP", "Channels give the user the status that the access list allows, on joining.", optional=True),
        flag("NS_KEEP_MODES", "User modes are remembered and set again at the next login.", optional=True),
        flag("KILLPROTECT", "Who uses a nickname of the account without logging in loses it after a while.",
             optional=True),
        flag("KILL_QUICK", "Such users lose the nickname sooner than usual.", optional=True),
        flag("KILL_IMMED", "Such users lose the nickname at once, without a warning.", optional=True),
        flag("MSG", "Services answer the user with private messages instead of notices.", optional=True),
        flag("NS_SECURE", "Only a login makes the user the owner: a host that is known does not suffice.",
             optional=True),
    ),
)

MODE = ObjectType(
    "mode", "nickserv/main",
    "A user mode that is set again when the account's user logs in, if the account keeps modes.",
    fields=(
        reference("account", "account", "The account whose user had the mode.", depends=True),
        string("mode", "The mode by name, such as INVIS."),
    ),
)

NSACCESS = ObjectType(
    "nsaccess", "nickserv/access",
    "A host from which the owner of an account is recognised without a password.",
    fields=(
        reference("account", "account", "The account that is recognised.", depends=True),
        string("mask", "The user@host, with wildcards, such as adam@*.example.org."),
    ),
)

AUTOJOIN = ObjectType(
    "autojoin", "nickserv/ajoin",
    "A channel that a user joins by itself after logging in.",
    fields=(
        reference("owner", "account", "The account whose user joins.", depends=True),
        string("channel", "The name of the channel, which need not be registered."),
        string("key", "The channel key: the word that a locked channel asks of everybody who joins."),
    ),
)

NSMISCDATA = ObjectType(
    "nsmiscdata", "nickserv/set_misc",
    "A piece of information that is shown with an account, such as a web site.",
    fields=(
        reference("nc", "account", "The account that the information is about.", depends=True),
        string("name", "What the information is, such as URL."),
        string("data", "The information itself."),
    ),
)

NSSUSPENDINFO = ObjectType(
    "nssuspendinfo", "nickserv/suspend",
    "The suspension of an account: nobody can log in to it while it lasts.",
    fields=(
        reference("nick", "account", "The account that is suspended.", depends=True),
        string("by", "The operator who suspended it."),
        string("reason", "Why it was suspended."),
        time("when", "When it was suspended."),
        time("expires", "When the suspension ends by itself. Zero means never."),
    ),
)
