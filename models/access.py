"""Who may see what, and who may change it: one line for each built-in type."""
from __future__ import annotations

from collections.abc import Mapping

from models import botserv, chanserv, chanserv_access, hostserv, memoserv, nickserv, xmpp_types
from models.catalogue import ObjectType
from models.query.callers import Caller
from models.query.conditions import NOTHING, AnyOf, Compare, Condition, IsCaller, Not, Related, Through
from models.rules import Audience, Rule


def _is_set(flag: str) -> Condition:
    return Compare(flag, "eq", True)


def _account(flag: str) -> Condition:
    """That a nick's account has a flag."""
    return Through("nc", _is_set(flag))


ACCOUNT, USER = IsCaller(Caller.ACCOUNT), IsCaller(Caller.USER)
LISTED_ACCOUNT, LISTED_CHANNEL = Not(_is_set("NS_PRIVATE")), Not(_is_set("CS_PRIVATE"))
OWN_CHANNEL = Through("founder", ACCOUNT)
OWN_MAILBOX = AnyOf((Through("owner", ACCOUNT, target="account"), Through("owner", OWN_CHANNEL, target="channel")))

ACCOUNT_OPTIONS = (
    "greet", "email", "language", "MEMO_SIGNON", "MEMO_RECEIVE", "MEMO_MAIL", "HIDE_EMAIL", "HIDE_MASK", "HIDE_STATUS",
    "HIDE_QUIT", "NS_PRIVATE", "AUTOOP", "NS_KEEP_MODES", "KILLPROTECT", "KILL_QUICK", "KILL_IMMED", "MSG", "NS_SECURE",
)
"""What NickServ's SET lets users choose for themselves."""

CHANNEL_OPTIONS = (
    "BS_GREET", "BS_FANTASY", "desc", "bantype", "banexpire", "successor", "bi", "CS_PRIVATE", "NOAUTOOP", "PEACE",
    "SECUREFOUNDER", "RESTRICTED", "CS_SECURE", "SECUREOPS", "SIGNKICK", "SIGNKICK_LEVEL", "CS_KEEP_MODES", "PERSIST",
    "TOPICLOCK", "KEEPTOPIC",
)
"""What ChanServ's SET and BotServ's commands let founders choose."""


def _all_but(type_: ObjectType, *names: str) -> tuple[str, ...]:
    """The fields of a type as it is declared: those that a database has beyond them stay closed."""
    return tuple(f.name for f in type_.fields if not f.secret and f.name not in names)


def _own(
    type_: ObjectType, owner: Condition, *, reader: Condition = NOTHING, writes: tuple[str, ...] = (),
    links: tuple[str, ...] = (), deletes: bool = False,
) -> Rule:
    """The rule of what is nobody's business but its owner's."""
    return Rule(Audience.OWNER, owner=owner, reader=reader, private=_all_but(type_), writes=writes, links=links,
                deletes=deletes)


def _edited(type_: ObjectType, link: str, owner: Condition, *writes: str, reader: Condition = NOTHING) -> Rule:
    """The same for what owners make, change and delete as they like; `link` leads to what makes it theirs."""
    return _own(type_, Through(link, owner), reader=reader, writes=writes, links=(link,), deletes=True)


def _shown_with(type_: ObjectType, link: str, owner: Condition, listed: Condition) -> Rule:
    """The rule of what is shown with an account or a channel, and not where that is private."""
    return Rule(Audience.USERS, Through(link, listed), owner=Through(link, owner), public=_all_but(type_),
                writes=("name", "data"), links=(link,), deletes=True)


def _granted(type_: ObjectType, grants: str) -> Rule:
    """The rule of access entries: the founder's, and whoever has the access sees it."""
    return _edited(type_, "ci", OWN_CHANNEL, "mask", "obj", grants, reader=Through("obj", ACCOUNT, target="account"))


_NICK = ("nick", "last_quit", "last_realname", "last_usermask", "time_registered", "last_seen", "nc")
_CHANNEL = ("name", "desc", "time_registered", "last_used", "founder")
_BOT = ("nick", "user", "host", "realname", "created")

ACCESS: Mapping[str, Rule] = {
    # ---------------------------------------------- what INFO and LIST show to everybody who asks, unless it is private
    "nick": Rule(
        Audience.USERS, Not(_account("NS_PRIVATE")), owner=Through("nc", ACCOUNT), public=_NICK,
        private=_all_but(nickserv.NICK, *_NICK),
        unless={"last_quit": _account("HIDE_QUIT"), "last_usermask": _account("HIDE_MASK")}),
    "account": Rule(
        Audience.USERS, LISTED_ACCOUNT, owner=ACCOUNT, public=("display",),
        private=_all_but(nickserv.ACCOUNT, "display"), unless={"email": _is_set("HIDE_EMAIL")}, writes=ACCOUNT_OPTIONS,
        passwords=("pass",)),
    "channel": Rule(
        Audience.USERS, LISTED_CHANNEL, owner=OWN_CHANNEL, public=_CHANNEL,
        private=_all_but(chanserv.CHANNEL, *_CHANNEL), writes=CHANNEL_OPTIONS),
    "nsmiscdata": _shown_with(nickserv.NSMISCDATA, "nc", ACCOUNT, LISTED_ACCOUNT),
    "csmiscdata": _shown_with(chanserv.CSMISCDATA, "owner", OWN_CHANNEL, LISTED_CHANNEL),
    "botinfo": Rule(Audience.USERS, Not(_is_set("operonly")), public=_BOT),

    # ------------------------------------------------------------------------------------------- an account's own
    "mode": _own(nickserv.MODE, Through("account", ACCOUNT)),
    "nsaccess": _edited(nickserv.NSACCESS, "account", ACCOUNT, "mask"),
    "autojoin": _edited(nickserv.AUTOJOIN, "owner", ACCOUNT, "channel", "key"),
    "nssuspendinfo": _own(nickserv.NSSUSPENDINFO, Through("nick", ACCOUNT)),
    "memoinfo": _own(memoserv.MEMOINFO, OWN_MAILBOX),
    "memo": _own(memoserv.MEMO, Through("mi", OWN_MAILBOX), writes=("unread",), deletes=True),
    "memoignore": _edited(memoserv.MEMOIGNORE, "mi", OWN_MAILBOX, "mask"),
    "vhost": _own(hostserv.VHOST, AnyOf((
        Through("owner", ACCOUNT, target="account"), Through("owner", Through("nc", ACCOUNT), target="nick")))),
    "hostrequest": _own(hostserv.HOSTREQUEST, Through("acc", ACCOUNT), deletes=True),

    # ------------------------------------------------------------------------------------------- a channel's founder's
    "level": _edited(chanserv_access.LEVEL, "channel", OWN_CHANNEL, "name", "level"),
    "mlockmode": _own(chanserv.MLOCKMODE, Through("channel", OWN_CHANNEL)),
    "accesschanaccess": _granted(chanserv_access.ACCESSCHANACCESS, "level"),
    "flagschanaccess": _granted(chanserv_access.FLAGSCHANACCESS, "flags"),
    "xopchanaccess": _granted(chanserv_access.XOPCHANACCESS, "type"),
    "akick": _edited(chanserv_access.AKICK, "ci", OWN_CHANNEL, "mask", "nc", "reason"),
    "entrymsg": _edited(chanserv.ENTRYMSG, "chan", OWN_CHANNEL, "message"),
    "logsetting": _own(chanserv.LOGSETTING, Through("ci", OWN_CHANNEL)),
    "modelock": _edited(chanserv.MODELOCK, "ci", OWN_CHANNEL, "set", "name", "param"),
    "cssuspendinfo": _own(chanserv.CSSUSPENDINFO, Through("chan", OWN_CHANNEL)),
    "badword": _edited(botserv.BADWORD, "ci", OWN_CHANNEL, "word", "type"),
    "kickerdata": _own(botserv.KICKERDATA, Through("channel", OWN_CHANNEL),
                       writes=_all_but(botserv.KICKERDATA, "channel")),

    # ------------------------------------------------------------------------------------------- an XMPP user's own
    "xmpphost": _own(xmpp_types.XMPPHOST, Related("xmppuser", "host", condition=USER)),
    "xmppuser": _own(xmpp_types.XMPPUSER, USER),
    "xmppstore": _own(xmpp_types.XMPPSTORE, Through("user", USER)),

    # ------------------------------------------------------------------------------------------- the operators'
    **dict.fromkeys((
        "xline", "oper", "forbid", "ignore", "operinfo", "newsitem", "exception", "stats", "dnszone", "dnsserver",
        "dnszonemembership", "dnsip",
    ), Rule()),
}
"""The rules by type. A type without one is its admins' alone."""
