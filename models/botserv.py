"""The types of BotServ: what the bot of a channel watches for."""
from __future__ import annotations

from models.catalogue import Field, Kind, ObjectType, enum, flag, number, reference, string

BADWORD = ObjectType(
    "badword", "botserv/badwords",
    "A word that the bot of a channel kicks for, if the bad words kicker is on.",
    fields=(
        reference("ci", "channel", "The channel where the word is unwanted.", depends=True),
        string("word", "The unwanted word."),
        enum("type", "Where the word counts: anywhere in the text, as a whole word, or at a word's start or end.",
             BW_ANY=0, BW_SINGLE=1, BW_START=2, BW_END=3),
    ),
)


def _ttb(name: str, offence: str) -> Field:
    """How many kicks for one offence lead to a ban ("times to ban")."""
    return number(f"ttb_{name}", Kind.INT16, f"After this many kicks for {offence} the user is banned. 0: never.")


KICKERDATA = ObjectType(
    "kickerdata", "botserv/kick",
    "What the bot of a channel kicks users for, and how many kicks lead to a ban.",
    fields=(
        reference("channel", "channel", "The channel whose bot is meant.", depends=True),
        flag("amsgs", "Kicks for sending one message to several channels at once."),
        flag("badwords", "Kicks for words of the channel's bad word list."),
        flag("bolds", "Kicks for bold text."),
        flag("caps", "Kicks for writing in capital letters."),
        flag("colors", "Kicks for coloured text."),
        flag("flood", "Kicks for sending many lines in a short time."),
        flag("italics", "Kicks for italic text."),
        flag("repeat", "Kicks for repeating oneself."),
        flag("reverses", "Kicks for text in reversed colours."),
        flag("underlines", "Kicks for underlined text."),
        _ttb("bolds", "bold text"),
        _ttb("colors", "coloured text"),
        _ttb("reverses", "reversed colours"),
        _ttb("underlines", "underlined text"),
        _ttb("badwords", "bad words"),
        _ttb("caps", "capital letters"),
        _ttb("flood", "flooding"),
        _ttb("repeat", "repeating"),
        _ttb("italics", "italic text"),
        _ttb("amsgs", "messages to several channels"),
        number("capsmin", Kind.INT16, "How many capital letters a line needs before they count as too many."),
        number("capspercent", Kind.INT16, "What share of a line's letters has to be capitals, in percent."),
        number("floodlines", Kind.INT16, "How many lines count as a flood."),
        number("floodsecs", Kind.INT16, "Within how many seconds those lines have to come."),
        number("repeattimes", Kind.INT16, "How often a line has to be repeated."),
        flag("dontkickops", "The bot leaves users alone who have operator status on the channel."),
        flag("dontkickvoices", "The bot leaves users alone who have voice on the channel."),
    ),
)
