"""The IRC side of the demonstration: accounts, nicks, channels and what hangs on them."""
from __future__ import annotations

from base64 import b64encode

from gql.demo.sheets import Sheet, day, sheet


def plain(password: str) -> str:
    """A password as Anope's module enc_none stores it."""
    return "plain:" + b64encode(password.encode()).decode()


ACCOUNTS = sheet(
    "account",
    "display        pass                    email                       language       greet",
    ("Alice",       plain("wonderland"),    "alice@demo.example",       "en_US.UTF-8", "Curiouser and curiouser!"),
    ("Hatter",      plain("teatime"),       "hatter@demo.example",      "en_US.UTF-8", "No room! No room!"),
    ("MarchHare",   plain("butter"),        "hare@demo.example",        "en_US.UTF-8", None),
    ("Dormouse",    plain("treacle"),       "dormouse@demo.example",    "",            None),
    ("Cheshire",    plain("grin"),          "cheshire@demo.example",    "en_US.UTF-8", "We're all mad here"),
    ("WhiteRabbit", plain("late"),          "rabbit@demo.example",      "de_DE.UTF-8", "I shall be late!"),
    ("Caterpillar", plain("mushroom"),      "caterpillar@demo.example", "fr_FR.UTF-8", None),
    ("Admin",       plain("looking-glass"), "admin@demo.example",       "en_US.UTF-8", None),
)

NICKS = sheet(
    "nick",
    "nick           nc                     time_registered last_seen    last_usermask",
    ("Alice",       "account:Alice",       day(0, 9),      day(59, 20), "alice@garden.example"),
    ("Alice_away",  "account:Alice",       day(3, 10),     day(41, 23), "alice@garden.example"),
    ("Hatter",      "account:Hatter",      day(0, 15),     day(59, 18), "hatter@table.example"),
    ("TeaTime",     "account:Hatter",      day(7, 18),     day(58, 18), "hatter@table.example"),
    ("MarchHare",   "account:MarchHare",   day(1, 18),     day(59, 18), "hare@table.example"),
    ("Dormouse",    "account:Dormouse",    day(1, 19),     day(50, 3),  "dormouse@pot.example"),
    ("Cheshire",    "account:Cheshire",    day(2, 1),      day(57, 1),  "grin@branch.example"),
    ("CheshireCat", "account:Cheshire",    day(2, 2),      day(33, 4),  "cat@branch.example"),
    ("WhiteRabbit", "account:WhiteRabbit", day(0, 8),      day(59, 8),  "rabbit@burrow.example"),
    ("Bunny",       "account:WhiteRabbit", day(12, 8),     day(20, 8),  "rabbit@burrow.example"),
    ("Caterpillar", "account:Caterpillar", day(4, 16),     day(55, 16), "smoke@mushroom.example"),
    ("Admin",       "account:Admin",       day(0, 0),      day(59, 22), "admin@staff.demo.example"),
)

BOTS = sheet(
    "botinfo",
    "nick           user       host                 realname                   created    operonly",
    ("Gryphon",     "gryphon", "bots.demo.example", "Keeps the channels",      day(0, 1), False),
    ("MockTurtle",  "turtle",  "bots.demo.example", "Sings when asked",        day(0, 2), False),
    ("Executioner", "axe",     "bots.demo.example", "For the staff's channel", day(0, 3), True),
)

CHANNELS = sheet(
    "channel",
    "name founder successor bi time_registered last_used CS_PRIVATE desc last_topic",
    ("#wonderland", "account:Alice", "account:Cheshire", "botinfo:Gryphon", day(0, 10), day(59, 20), None,
     "Down the rabbit hole", "Mind the step, it is a long way down"),
    ("#tea-party", "account:Hatter", "account:MarchHare", "botinfo:MockTurtle", day(1, 18), day(59, 18), None,
     "It is always six o'clock here", "Clean cups! Move down one place"),
    ("#riddles", "account:Hatter", None, None, day(7, 19), day(52, 19), None,
     "Why is a raven like a writing-desk?", "No answers, please"),
    ("#burrow", "account:WhiteRabbit", "account:Alice", None, day(2, 8), day(59, 8), True,
     "Gloves, fans and watches", ""),
    ("#advice", "account:Caterpillar", None, "botinfo:Gryphon", day(5, 16), day(55, 16), None,
     "One side makes you taller", "Keep your temper"),
    ("#staff", "account:Admin", "account:Cheshire", "botinfo:Executioner", day(0, 1), day(59, 22), True,
     "Where the network is kept running", "Services restart on Sunday"),
)

CHANNEL_LISTS: tuple[Sheet, ...] = (
    sheet(
        "accesschanaccess",
        "ci                     obj                    mask                 level creator   created    last_seen",
        ("channel:#wonderland", "account:Hatter",      "Hatter",            5,    "Alice",  day(1),    day(59, 18)),
        ("channel:#wonderland", "account:Cheshire",    "Cheshire",          10,   "Alice",  day(2, 2), day(57, 1)),
        ("channel:#wonderland", "account:WhiteRabbit", "WhiteRabbit",       3,    "Alice",  day(3),    day(59, 8)),
        ("channel:#tea-party",  "account:MarchHare",   "MarchHare",         10,   "Hatter", day(2),    day(59, 18)),
        ("channel:#tea-party",  "account:Dormouse",    "Dormouse",          3,    "Hatter", day(2),    day(50, 3)),
        ("channel:#tea-party",  "account:Alice",       "Alice",             5,    "Hatter", day(3),    day(57, 18)),
        ("channel:#riddles",    "account:MarchHare",   "MarchHare",         4,    "Hatter", day(8),    0),
        ("channel:#riddles",    None,                  "*!*@table.example", 3,    "Hatter", day(9),    day(52, 19)),
        ("channel:#staff",      "account:Cheshire",    "Cheshire",          10,   "Admin",  day(3),    day(57, 1)),
    ),
    sheet(
        "flagschanaccess",
        "ci                 obj              mask     flags    creator        created last_seen",
        ("channel:#advice", "account:Alice", "Alice", "fiotv", "Caterpillar", day(6), day(55, 16)),
    ),
    sheet(
        "xopchanaccess",
        "ci                 obj               mask      type   creator        created last_seen",
        ("channel:#burrow", "account:Alice",  "Alice",  "SOP", "WhiteRabbit", day(4), day(48)),
        ("channel:#burrow", "account:Hatter", "Hatter", "VOP", "WhiteRabbit", day(5), 0),
    ),
    sheet(
        "akick",
        "ci                     mask                nc                     reason                  creator     addtime",
        ("channel:#tea-party",  None,               "account:Caterpillar", "No smoking at table",  "Hatter",   day(20)),
        ("channel:#wonderland", "*!*@spam.example", None,                  "Off with their heads", "Cheshire", day(31)),
    ),
    sheet(
        "level",
        "channel                name      level",
        ("channel:#wonderland", "INVITE", 5),
        ("channel:#tea-party",  "AUTOOP", 10),
        ("channel:#staff",      "AUTOOP", 5),
    ),
    sheet(
        "modelock",
        "ci                    set    name         param     setter         created",
        ("channel:#staff",     True,  "SECRET",    "",       "Admin",       day(0, 1)),
        ("channel:#burrow",    True,  "KEY",       "gloves", "WhiteRabbit", day(2, 9)),
        ("channel:#tea-party", False, "MODERATED", "",       "Hatter",      day(2)),
    ),
    sheet(
        "mlockmode",
        "channel                mode",
        ("channel:#wonderland", "TOPIC"),
        ("channel:#wonderland", "NOEXTERNAL"),
        ("channel:#staff",      "SECRET"),
    ),
    sheet(
        "entrymsg",
        "chan                  creator        message                       when",
        ("channel:#tea-party", "Hatter",      "Take some more tea, {nick}", day(9)),
        ("channel:#advice",    "Caterpillar", "Who are you?",               day(6)),
    ),
    sheet(
        "badword",
        "ci                    word      type",
        ("channel:#tea-party", "murder", "BW_ANY"),
    ),
    sheet(
        "csmiscdata",
        "owner                  name   data",
        ("channel:#wonderland", "URL", "https://demo.example/wonderland"),
    ),
)

MEMOS: tuple[Sheet, ...] = (
    sheet(
        "memoinfo",
        "owner               memomax",
        ("account:Alice",    20),
        ("account:Hatter",   20),
        ("account:Dormouse", 5),
        ("channel:#staff",   50),
    ),
    sheet(
        "memo",
        "mi                           sender         text                                       time         unread",
        ("memoinfo:account:Alice",    "Cheshire",    "It depends on where you want to get to",  day(30),     False),
        ("memoinfo:account:Alice",    "WhiteRabbit", "Have you seen my gloves?",                day(57, 8),  True),
        ("memoinfo:account:Hatter",   "MarchHare",   "The Dormouse is asleep again, bring tea", day(49, 18), False),
        ("memoinfo:account:Hatter",   "Alice",       "I give up: what is the answer?",          day(52, 20), True),
        ("memoinfo:account:Dormouse", "Hatter",      "Wake up!",                                day(50, 4),  True),
        ("memoinfo:channel:#staff",   "Admin",       "Backups moved to four in the morning",    day(56),     False),
    ),
    sheet(
        "memoignore",
        "mi                         mask",
        ("memoinfo:account:Hatter", "Caterpillar"),
    ),
)

ACCOUNT_LISTS: tuple[Sheet, ...] = (
    sheet(
        "nsaccess",
        "account          mask",
        ("account:Alice", "alice@*.garden.example"),
        ("account:Admin", "admin@staff.demo.example"),
    ),
    sheet(
        "autojoin",
        "owner                  channel        key",
        ("account:Alice",       "#wonderland", ""),
        ("account:Alice",       "#tea-party",  ""),
        ("account:WhiteRabbit", "#burrow",     "gloves"),
    ),
    sheet(
        "vhost",
        "owner               vident  vhost                      creator  created  default",
        ("account:Alice",    "",     "alice.demo.example",      "Admin", day(10), True),
        ("account:Cheshire", "grin", "nowhere.demo.example",    "Admin", day(11), True),
        ("nick:TeaTime",     "",     "six.oclock.demo.example", "Admin", day(12), False),
    ),
    sheet(
        "hostrequest",
        "acc                 ident host                   time",
        ("account:Dormouse", "",   "teapot.demo.example", day(45)),
    ),
    sheet(
        "mode",
        "account             mode",
        ("account:Admin",    "WALLOPS"),
        ("account:Cheshire", "CLOAK"),
    ),
    sheet(
        "nsmiscdata",
        "nc                name   data",
        ("account:Hatter", "URL", "https://demo.example/~hatter"),
    ),
    sheet(
        "nssuspendinfo",
        "nick                   by       reason                  when     expires",
        ("account:Caterpillar", "Admin", "Smoking in the queue", day(55), day(85)),
    ),
)

NETWORK: tuple[Sheet, ...] = (
    sheet(
        "oper",
        "name     host                    type             require_oper",
        ("Admin", "*@staff.demo.example", "Services Root", True),
    ),
    sheet(
        "operinfo",
        "target              info                                adder    created",
        ("account:Cheshire", "Appears and vanishes, is trusted", "Admin", day(13)),
    ),
    sheet(
        "newsitem",
        "type           text                                      who      time",
        ("NEWS_LOGON",  "Welcome to the demonstration network",   "Admin", day(0)),
        ("NEWS_RANDOM", "Jam tomorrow and jam yesterday",         "Admin", day(2)),
        ("NEWS_OPER",   "Opers: please read the memos of #staff", "Admin", day(56)),
    ),
    sheet(
        "forbid",
        "mask       creator  reason                   created expires type",
        ("*Serv",   "Admin", "Names of the services", day(0), 0,      "FT_NICK"),
        ("#warez*", "Admin", "Not here",              day(0), 0,      "FT_CHAN"),
    ),
    sheet(
        "exception",
        "mask            who      reason               limit time     expires",
        ("192.0.2.0/24", "Admin", "The school's room", 25,   day(14), 0),
    ),
    sheet(
        "xline",
        "type mask              by       reason           created  expires",
        ("G", "*@203.0.113.66", "Admin", "An open proxy", day(31), day(61)),
    ),
    sheet(
        "stats",
        "maxusercount maxusertime",
        (42,         day(40, 20)),
    ),
)

SHEETS: tuple[Sheet, ...] = (ACCOUNTS, NICKS, BOTS, CHANNELS, *CHANNEL_LISTS, *MEMOS, *ACCOUNT_LISTS, *NETWORK)
"""All objects, in the order in which they get their ids."""
