"""Rooms as gql.schema.xmpp_room shows them."""
from __future__ import annotations

from gql.compiler.stores.facts import Inner, Kind, Nested, Person, Plain
from gql.compiler.stores.messages import LOG_VIEW, MESSAGE
from gql.compiler.stores.sources import Keyvals, Rows, View
from models.xmpp.json_form import keyval
from models.xmpp.room import CONFIG_STORE, STATE_STORE, Room, from_stores
from models.xmpp.rows import decode_keyval

AFFILIATION = Kind("XmppRoomAffiliation", {
    "jid": Plain(lambda held: held.jid),
    "affiliation": Plain(lambda held: held.affiliation.upper()),
    "nick": Plain(lambda held: held.nick),
    "user": Person(lambda held: held.jid),
})

ROOM = Kind("XmppRoom", {
    "jid": Plain(lambda room: room.jid),
    "name": Plain(lambda room: room.name),
    "description": Plain(lambda room: room.description),
    "subject": Plain(lambda room: room.subject),
    "persistent": Plain(lambda room: room.persistent),
    "membersOnly": Plain(lambda room: room.members_only),
    "moderated": Plain(lambda room: room.moderated),
    "hidden": Plain(lambda room: room.hidden),
    "passwordProtected": Plain(lambda room: room.password_protected),
    "destroyed": Plain(lambda room: room.destroyed),
    "affiliations": Inner(lambda room: room.affiliations, AFFILIATION, many=True),
    "lastMessage": Inner(lambda room: room.last_message, MESSAGE),
    "messages": Nested(LOG_VIEW),
})


def _room(address: str | None, stored: Rows) -> Room | None:
    if address is None:
        return None
    config, state = (stored.get(store, ()) for store in (CONFIG_STORE, STATE_STORE))
    return from_stores(address, keyval(config), decode_keyval(state))


ROOM_VIEW = View(Keyvals((CONFIG_STORE, STATE_STORE), 20, _room, addressed=True), Inner(lambda room: room, ROOM))
