"""All built-in types in the order in which /rest/types names them."""
from __future__ import annotations

from models.botserv import BADWORD, KICKERDATA
from models.catalogue import ObjectType
from models.chanserv import CHANNEL, CSMISCDATA, CSSUSPENDINFO, ENTRYMSG, LOGSETTING, MLOCKMODE, MODELOCK
from models.chanserv_access import ACCESSCHANACCESS, AKICK, FLAGSCHANACCESS, LEVEL, XOPCHANACCESS
from models.core import BOTINFO, OPER, XLINE
from models.hostserv import HOSTREQUEST, VHOST
from models.memoserv import MEMO, MEMOIGNORE, MEMOINFO
from models.nickserv import ACCOUNT, AUTOJOIN, MODE, NICK, NSACCESS, NSMISCDATA, NSSUSPENDINFO
from models.operserv import (
    DNSIP,
    DNSSERVER,
    DNSZONE,
    DNSZONEMEMBERSHIP,
    EXCEPTION,
    FORBID,
    IGNORE,
    NEWSITEM,
    OPERINFO,
    STATS,
)
from models.xmpp_types import XMPPHOST, XMPPSTORE, XMPPUSER

BUILTIN_TYPES: tuple[ObjectType, ...] = (
    BOTINFO, XLINE, OPER,
    BADWORD,
    CHANNEL, LEVEL, MLOCKMODE, ACCESSCHANACCESS, AKICK, ENTRYMSG, FLAGSCHANACCESS, LOGSETTING, MODELOCK,
    CSMISCDATA, CSSUSPENDINFO, XOPCHANACCESS,
    VHOST, HOSTREQUEST,
    MEMOINFO, MEMO, MEMOIGNORE,
    NICK, ACCOUNT, MODE, NSACCESS, AUTOJOIN, NSMISCDATA, NSSUSPENDINFO,
    FORBID, IGNORE, OPERINFO, NEWSITEM, EXCEPTION, STATS,
    # These five came later than the first list of types, which /rest keeps in its order.
    KICKERDATA, DNSZONE, DNSSERVER, DNSZONEMEMBERSHIP, DNSIP,
    XMPPHOST, XMPPUSER, XMPPSTORE,
)
"""The 39 Anope types (contract/rest/types.json), then those of the XMPP side."""
