"""The types of ChanServ: channels and what belongs to one, except who has access."""
from __future__ import annotations

from models.catalogue import Kind, ObjectType, flag, number, reference, seconds, string, time

CHANNEL = ObjectType(
    "channel", "chanserv/main",
    "A registered channel: who owns it and how the services look after it.",
    key=("name",),
    fields=(
        flag("BS_GREET", "The bot greets members with access by the text of their account.", optional=True),
        flag("BS_FANTASY", "Commands such as !op work when they are said in the channel.", optional=True),
        string("name", "The name, with its leading #."),
        string("desc", "What the channel is about, in the founder's words."),
        time("time_registered", "When the channel was registered."),
        time("last_used", "When somebody with access was last there. Unused channels expire."),
        string("last_topic", "The topic that was set last."),
        string("last_topic_setter", "Who set that topic."),
        time("last_topic_time", "When that topic was set."),
        number("bantype", Kind.INT16,
               "How bans are written: 0 *!user@host, 1 *!*user@host, 2 *!*@host, 3 *!*user@*.domain."),
        seconds("banexpire", "After how many seconds a ban that the bot set is lifted. 0: never."),
        reference("founder", "account", "The account that owns the channel and may do everything there."),
        reference("successor", "account", "The account that becomes founder when the founder's account goes."),
        reference("bi", "botinfo", "The bot that sits in the channel and enforces its settings."),
        flag("CS_PRIVATE", "The channel is left out of public lists.", optional=True),
        flag("NOAUTOOP", "Nobody is given status on joining.", optional=True),
        flag("PEACE", "Nobody can kick, ban or demote members of equal or higher access through the services.",
             optional=True),
        flag("SECUREFOUNDER", "Only the founder can drop the channel or choose founder and successor.", optional=True),
        flag("RESTRICTED", "Only users with access can join.", optional=True),
        flag("CS_SECURE", "Only users who have logged in have access: a known host does not suffice.", optional=True),
        flag("SECUREOPS", "Only users with access can have operator status.", optional=True),
        flag("SIGNKICK", "A kick through the services names who asked for it.", optional=True),
        flag("SIGNKICK_LEVEL", "As the signed kick, but members with the SIGNKICK privilege stay unnamed.",
             optional=True),
        flag("CS_NO_EXPIRE", "The channel does not expire when unused. Set by operators.", optional=True),
        flag("CS_KEEP_MODES", "Modes are remembered and set again when the channel is next created.", optional=True),
        flag("PERSIST", "The channel goes on, with its bot in it, when the last user has left.", optional=True),
        flag("TOPICLOCK", "The topic can only be changed through the services.", optional=True),
        flag("KEEPTOPIC", "The topic is remembered and set again when the channel is next created.", optional=True),
        flag("MEMO_HARDMAX", "An operator has fixed the memo limit: the channel cannot change it.", optional=True),
    ),
)

MLOCKMODE = ObjectType(
    "mlockmode", "chanserv/main",
    "A mode that is set again when the channel is next created, if the channel keeps modes.",
    fields=(
        reference("channel", "channel", "The channel that had the mode.", depends=True),
        string("mode", "The mode by name, such as NOEXTERNAL."),
        string("param", "The parameter, for modes that have one."),
    ),
)

ENTRYMSG = ObjectType(
    "entrymsg", "chanserv/entrymsg",
    "A message that users are sent as they join a channel.",
    fields=(
        reference("chan", "channel", "The channel that they join.", depends=True),
        string("creator", "Who wrote the message."),
        string("message", "What it says."),
        time("when", "When it was written."),
    ),
)

LOGSETTING = ObjectType(
    "logsetting", "chanserv/log",
    "A command whose use on a channel is reported to the channel.",
    fields=(
        reference("ci", "channel", "The channel.", depends=True),
        string("service_name", "The command by its full name, such as chanserv/access."),
        string("command_service", "The service that is told the command, such as ChanServ. Empty: any."),
        string("command_name", "The command as users write it, such as ACCESS. Empty: however it is written."),
        string("method", "How it is reported: MESSAGE, NOTICE or MEMO."),
        string("extra", "Which status one needs to see messages and notices, such as @. Empty: none."),
        string("creator", "Who asked for the reports."),
        time("created", "Since when it is reported."),
    ),
)

MODELOCK = ObjectType(
    "modelock", "chanserv/mode",
    "A mode of a channel that the services hold on or off, whatever others set.",
    fields=(
        reference("ci", "channel", "The channel.", depends=True),
        flag("set", "The mode is held on. Otherwise it is held off."),
        string("name", "The mode by name, such as TOPIC."),
        string("param", "The parameter, for modes that have one."),
        string("setter", "Who locked the mode."),
        time("created", "When it was locked."),
    ),
)

CSMISCDATA = ObjectType(
    "csmiscdata", "chanserv/set_misc",
    "A piece of information that is shown with a channel, such as a web site.",
    fields=(
        reference("owner", "channel", "The channel that the information is about.", depends=True),
        string("name", "What the information is, such as URL."),
        string("data", "The information itself."),
    ),
)

CSSUSPENDINFO = ObjectType(
    "cssuspendinfo", "chanserv/suspend",
    "The suspension of a channel: nobody can use it while it lasts.",
    fields=(
        reference("chan", "channel", "The channel that is suspended.", depends=True),
        string("by", "The operator who suspended it."),
        string("reason", "Why it was suspended."),
        time("time", "When it was suspended."),
        time("expires", "When the suspension ends by itself. Zero means never."),
    ),
)
