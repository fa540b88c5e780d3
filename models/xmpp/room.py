"""Rooms: what a conference service stores about them (XEP-0045)."""
from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from models.lua.value import Table, Value
from models.xmpp.address import addresses
from models.xmpp.json_form import JSON, Keyval, is_true, keyval, number, string, table
from models.xmpp.message import Message, from_value
from models.xmpp.rows import decode_keyval
from models.xmpp.store_rows import StoreRows

AFFILIATIONS = ("owner", "admin", "member", "outcast")
"""What somebody can be to a room beside nothing at all; an outcast is banned."""

CONFIG_STORE, STATE_STORE = "config", "state"

_STANZA_ID = b"urn:xmpp:sid:0"


@dataclass(frozen=True)
class Affiliation:
    """What a user, or all users of a domain, are to a room. `nick` is the name that is kept for them there."""

    jid: str
    affiliation: str
    nick: str | None


@dataclass(frozen=True)
class Room:
    """A room. `hidden` rooms are not listed; of a `destroyed` one nothing is left but that it was there.

    Affiliations are in the order of their addresses.
    """

    jid: str
    name: str | None
    description: str | None
    subject: str | None
    persistent: bool
    members_only: bool
    moderated: bool
    hidden: bool
    password_protected: bool
    destroyed: bool
    affiliations: tuple[Affiliation, ...]
    last_message: Message | None


def read_rooms(rows: StoreRows, ids: Collection[int]) -> dict[int, Room]:
    """The rooms behind users of a conference service; those who are no rooms are left out. Two statements.

    A room is whose store `config` bears its own address.
    """
    stored = rows.keyvals(ids, [CONFIG_STORE, STATE_STORE])
    found: dict[int, Room] = {}
    for id_, jid in addresses(rows, stored).items():
        config, state = (stored[id_].get(store, []) for store in (CONFIG_STORE, STATE_STORE))
        room = from_stores(jid, keyval(config), decode_keyval(state))
        if room:
            found[id_] = room
    return found


def from_stores(jid: str, config: Keyval, state: Value) -> Room | None:
    """The room with an address, from what its stores hold; None if it is none."""
    if jid not in (config.fields.get("_jid"), config.fields.get("jid")):
        return None
    data = table(config.fields.get("_data"))
    return Room(
        jid=jid,
        name=string(data.get("name")),
        description=string(data.get("description")),
        subject=string(data.get("subject")),
        persistent=is_true(data.get("persistent")),
        members_only=is_true(data.get("members_only")),
        moderated=is_true(data.get("moderated")),
        hidden=is_true(data.get("hidden")),
        password_protected=is_true(data.get("password")),
        destroyed=is_true(data.get("destroyed")),
        affiliations=tuple(_affiliations(config.fields)),
        last_message=_last_message(jid, state),
    )


def _affiliations(fields: Mapping[str, JSON]) -> Iterator[Affiliation]:
    """The affiliations, which stand among the other keys; what is none is left out."""
    held = fields
    if "jid" in fields and isinstance(fields.get("_affiliations"), dict):
        held = table(fields["_affiliations"])  # COMPAT: Prosody before 0.11 had a table of their own for them
    data = table(fields.get("_affiliation_data"))
    for jid, affiliation in sorted(held.items()):
        if affiliation in AFFILIATIONS and "/" not in jid and not jid.rpartition("@")[2].startswith("_"):
            yield Affiliation(jid, str(affiliation), string(table(data.get(jid)).get("reserved_nickname")))


def _last_message(room: str, state: Value) -> Message | None:
    """The last message as it went out; its id is the one under which the room's log has it."""
    stanza = state.get(b"_last_message") if isinstance(state, Table) else None
    if not isinstance(state, Table) or not isinstance(stanza, Table):
        return None
    message = from_value(stanza)
    return replace(message, id=_stanza_id(stanza, room.encode()), when=number(state.get(b"_last_message_at")))


def _stanza_id(stanza: Table, room: bytes) -> str | None:
    for child in stanza.sequence():
        attributes = child.get(b"attr") if isinstance(child, Table) else None
        if isinstance(attributes, Table) and (attributes.get(b"xmlns"), attributes.get(b"by")) == (_STANZA_ID, room):
            id_ = attributes.get(b"id")
            return id_.decode("utf-8", "backslashreplace") if isinstance(id_, bytes) else None
    return None
