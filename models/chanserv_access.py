"""The types of ChanServ that say who may do what on a channel, and who is kept out."""
from __future__ import annotations

from models.catalogue import Field, Kind, ObjectType, number, reference, string, time

LEVEL = ObjectType(
    "level", "chanserv/main",
    "The access level that a privilege asks for on a channel, where it is not the usual one.",
    fields=(
        reference("channel", "channel", "The channel.", depends=True),
        string("name", "The privilege, such as AUTOOP."),
        number("level", Kind.INT32, "The lowest level that has it. 10001: the founder alone. -10000: nobody."),
    ),
)


def _access(name: str, module: str, description: str, granted: Field) -> ObjectType:
    """A type of access list entries; the three kinds differ in how they say what is granted."""
    return ObjectType(name, module, description, fields=(
        reference("ci", "channel", "The channel that the entry gives access to.", depends=True),
        string("mask", "Who gets the access: a mask such as *!*@*.example.org, or the name that was typed in."),
        reference("obj", None, "The account that gets the access, or the channel whose members do."
                  " Unset where the mask says who.", depends=True),
        string("creator", "Who added the entry."),
        time("last_seen", "When the access was last used."),
        time("created", "When the entry was added."),
        granted,
    ))


ACCESSCHANACCESS = _access(
    "accesschanaccess", "chanserv/access",
    "An entry of a channel's access list that grants a level, from the ACCESS command.",
    number("level", Kind.INT32, "The level granted. A higher one has more privileges."),
)

FLAGSCHANACCESS = _access(
    "flagschanaccess", "chanserv/flags",
    "An entry of a channel's access list that grants single privileges, from the FLAGS command.",
    string("flags", "The privileges granted, one letter each."),
)

XOPCHANACCESS = _access(
    "xopchanaccess", "chanserv/xop",
    "An entry of a channel's access list that grants a rank, from the commands QOP to VOP.",
    string("type", "The rank granted: QOP, SOP, AOP, HOP or VOP, from high to low."),
)

AKICK = ObjectType(
    "akick", "chanserv/akick",
    "A mask or an account that is kept out of a channel: whoever matches is kicked and banned on joining.",
    fields=(
        reference("ci", "channel", "The channel that keeps them out.", depends=True),
        string("mask", "Who is kept out, with wildcards, such as *!*@bad.example.net. Empty if it is an account."),
        reference("nc", "account", "The account that is kept out. Unset where the mask says who.", depends=True),
        string("reason", "The reason that is shown with the kick."),
        string("creator", "Who added the entry."),
        time("addtime", "When the entry was added."),
        time("last_time", "When the entry last kept somebody out."),
    ),
)
