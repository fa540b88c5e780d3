"""The XMPP side of the demonstration: accounts, rosters, messages and a room, as Prosody's stores hold them."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from gql.demo.sheets import day

HOST = "demo.example"
ROOMS = "conference.demo.example"


class Contact(NamedTuple):
    """One line of a roster: whose, who, what presence is shared, under which name and in which groups."""

    owner: str
    contact: str
    subscription: str
    name: str = ""
    groups: tuple[str, ...] = ()
    asked: bool = False


class Message(NamedTuple):
    """A chat message between two accounts."""

    sender: str
    recipient: str
    when: int
    text: str


PASSWORDS = {
    "alice": "wonderland",
    "hatter": "teatime",
    "dormouse": "treacle",
    "cheshire": "grin",
    "whiterabbit": "late",
    "admin": "looking-glass",
}
"""The accounts; the nodes are those of accounts on the IRC side."""

ADMINS = ("admin",)
"""Accounts whose `roles` make them administrators of the host."""

ROSTERS = (
    Contact("alice",       "hatter",      "both", "The Hatter", ("Tea",)),
    Contact("hatter",      "alice",       "both", "Alice",      ("Tea", "Guests")),
    Contact("alice",       "dormouse",    "both", "",           ("Tea",)),
    Contact("dormouse",    "alice",       "both"),
    Contact("hatter",      "dormouse",    "both", "Sleepyhead", ("Tea",)),
    Contact("dormouse",    "hatter",      "both", "",           ("Tea",)),
    Contact("alice",       "cheshire",    "to",   "The Cat",    ("Friends", "Cats")),
    Contact("cheshire",    "alice",       "from", "A little girl"),
    Contact("cheshire",    "hatter",      "to"),
    Contact("hatter",      "cheshire",    "from"),
    Contact("alice",       "whiterabbit", "none", "White Rabbit", asked=True),
    Contact("whiterabbit", "admin",       "both", "", ("Staff",)),
    Contact("admin",       "whiterabbit", "both", "", ("Staff",)),
)

VCARDS = {
    "alice": ("Alice Liddell", "Alice", "https://demo.example/~alice"),
    "hatter": ("The Hatter", "Hatter", "https://demo.example/~hatter"),
    "cheshire": ("The Cheshire Cat", "Grin", "https://demo.example/~cheshire"),
}
"""Full name, nickname, web site."""

BLOCKED = {
    "alice": ("knave@cards.example", "spam.example"),
    "whiterabbit": ("duchess@demo.example",),
}

OFFLINE = (
    Message("hatter", "dormouse", day(58, 18), "Wake up, it is six o'clock"),
    Message("alice", "dormouse", day(59, 9), "Are you asleep? You forgot the end of your story"),
)
"""Messages that wait for their recipient."""

ARCHIVE = (
    Message("alice", "hatter", day(57, 17), "What a funny watch! It tells the day of the month"),
    Message("hatter", "alice", day(57, 18), "Have you guessed the riddle yet?"),
    Message("alice", "hatter", day(57, 19), "No, I give it up: what's the answer?"),
    Message("hatter", "alice", day(57, 20), "I haven't the slightest idea"),
    Message("alice", "cheshire", day(58, 1), "Which way ought I to go from here?"),
    Message("cheshire", "alice", day(58, 2), "That depends a good deal on where you want to get to 😺"),
)
"""Messages that both sides keep."""

ROOM = "tea-party"
ROOM_TITLE = "A mad tea-party"
AFFILIATIONS = {"hatter": "owner", "alice": "member", "dormouse": "member", "whiterabbit": "outcast"}
ROOM_LOG = (
    Message("hatter", ROOM, day(59, 18), "I want a clean cup: let's all move one place on"),
    Message("dormouse", ROOM, day(59, 19), "They were learning to draw"),
)


def keyvals() -> Iterator[tuple[str, str, str, Any]]:
    """All stores that hold one value: host, user, store, value."""
    for user, password in PASSWORDS.items():
        yield HOST, user, "accounts", {"password": password}
        yield HOST, user, "account_details", {"registered": day(0)}
    for user in ADMINS:
        yield HOST, user, "roles", {"prosody:admin": True}
    for user in PASSWORDS:
        yield HOST, user, "roster", _roster(user)
    for user, card in VCARDS.items():
        yield HOST, user, "vcard", _vcard(*card)
    for user, jids in BLOCKED.items():
        yield HOST, user, "blocklist", {False: {"created": day(1), "modified": day(40)}, **dict.fromkeys(jids, day(40))}
    yield ROOMS, ROOM, "config", _room_config()


def archives() -> Iterator[tuple[str, str, str, Any]]:
    """All items of archives: host, user, store, item; of each archive in the order of time."""
    for number, message in enumerate(ARCHIVE):
        yield HOST, message.sender, "archive", _archived(message, f"demo-{number}", _jid(message.recipient))
        yield HOST, message.recipient, "archive", _archived(message, f"demo-{number}", _jid(message.sender))
    for number, message in enumerate(OFFLINE):
        yield HOST, message.recipient, "offline", _archived(message, f"demo-offline-{number}", "")
    for number, message in enumerate(ROOM_LOG):
        yield ROOMS, ROOM, "muc_log", _said(message, f"demo-room-{number}")


def _jid(node: str) -> str:
    return f"{node}@{HOST}"


def _roster(owner: str) -> dict[object, Any]:
    asking = [c.owner for c in ROSTERS if c.contact == owner and c.asked]
    pending = {_jid(user): _stanza("presence", {"type": "subscribe", "from": _jid(user), "to": _jid(owner)})
               for user in asking}
    lines = [line for line in ROSTERS if line.owner == owner]
    return {False: {"version": len(lines), "pending": pending}, **{_jid(line.contact): _line(line) for line in lines}}


def _line(line: Contact) -> dict[str, Any]:
    known: dict[str, Any] = {"subscription": line.subscription, "groups": dict.fromkeys(line.groups, True)}
    if line.name:
        known["name"] = line.name
    if line.asked:
        known["ask"] = "subscribe"
    return known


def _vcard(full_name: str, nickname: str, url: str) -> dict[object, Any]:
    xmlns = {"xmlns": "vcard-temp"}
    fields = {"FN": full_name, "NICKNAME": nickname, "URL": url}
    return _stanza("vCard", xmlns, *(_stanza(name, xmlns, text) for name, text in fields.items()))


def _room_config() -> dict[str, Any]:
    data = {"name": ROOM_TITLE, "persistent": True, "members_only": False, "whois": "moderators", "language": "en"}
    affiliations = {_jid(node): affiliation for node, affiliation in AFFILIATIONS.items()}
    return {"_jid": f"{ROOM}@{ROOMS}", "_data": data, "_affiliation_data": {}, **affiliations}


def _archived(message: Message, key: str, other: str) -> dict[object, Any]:
    attributes = {"type": "chat", "from": _jid(message.sender), "to": _jid(message.recipient)}
    return _item(message, key, attributes, other)


def _said(message: Message, key: str) -> dict[object, Any]:
    attributes = {"type": "groupchat", "from": f"{ROOM}@{ROOMS}/{message.sender.capitalize()}"}
    return _item(message, key, attributes, "message<groupchat")


def _item(message: Message, key: str, attributes: dict[str, str], other: str) -> dict[object, Any]:
    stamp = datetime.fromtimestamp(message.when, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    stanza = _stanza("message", {**attributes, "id": key, "stamp": stamp}, _stanza("body", {}, message.text))
    return {**stanza, "key": key, "when": message.when, "with": other}


def _stanza(name: str, attributes: dict[str, str], *children: object) -> dict[object, Any]:
    """An XML element as Prosody keeps it: its children are the sequence."""
    return {**dict(enumerate(children, 1)), "name": name, "attr": attributes}
