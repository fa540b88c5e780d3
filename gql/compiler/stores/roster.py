"""Rosters and blocklists as gql.schema.xmpp_roster and gql.schema.xmpp_blocklist show them."""
from __future__ import annotations

from collections.abc import Sequence

from gql.compiler.stores.facts import At, Inner, Kind, Person, Plain, int32, moment
from gql.compiler.stores.sources import Keyvals, Rows, View
from models.xmpp import blocklist, roster
from models.xmpp.blocklist import Blocked
from models.xmpp.json_form import keyval
from models.xmpp.roster import Roster

CONTACT = Kind("XmppContact", {
    "jid": Plain(lambda contact: contact.jid),
    "name": Plain(lambda contact: contact.name),
    "subscription": Plain(lambda contact: contact.subscription.upper()),
    "ask": Plain(lambda contact: contact.ask),
    "approved": Plain(lambda contact: contact.approved),
    "groups": Plain(lambda contact: contact.groups),
    "user": Person(lambda contact: contact.jid),
})

REQUEST = Kind("XmppContactRequest", {
    "jid": Plain(lambda request: request.jid),
    "stanza": Plain(lambda request: request.stanza),
    "user": Person(lambda request: request.jid, At.REQUESTS),
})

ROSTER = Kind("XmppRoster", {
    "version": Plain(lambda held: int32(held.version)),
    "contacts": Inner(lambda held: held.contacts, CONTACT, many=True),
    "pending": Inner(lambda held: held.pending, REQUEST, many=True),
})

BLOCKED = Kind("XmppBlockedAddress", {
    "jid": Plain(lambda blocked: blocked.jid),
    "blockedAt": Plain(lambda blocked: moment(blocked.when)),
    "user": Person(lambda blocked: blocked.jid),
})


def _roster(_: str | None, stored: Rows) -> Roster | None:
    return roster.from_keyval(keyval(stored["roster"])) if stored else None


def _blocked(_: str | None, stored: Rows) -> Sequence[Blocked]:
    return blocklist.from_keyval(keyval(stored["blocklist"])).blocked if stored else ()


ROSTER_VIEW = View(Keyvals(("roster",), 20, _roster), Inner(lambda held: held, ROSTER))
BLOCKLIST_VIEW = View(Keyvals(("blocklist",), 10, _blocked), Inner(lambda held: held, BLOCKED, many=True))
