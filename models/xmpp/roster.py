"""Rosters: the contacts of users (RFC 6121, section 2)."""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from models.xmpp.json_form import JSON, Keyval, is_true, keyval, number, string, table
from models.xmpp.store_rows import StoreRows

SUBSCRIPTIONS = ("none", "to", "from", "both")
"""Who sees the presence of whom: nobody, the user the contact's, the contact the user's, each the other's."""


@dataclass(frozen=True)
class Contact:
    """One contact; groups are in the order of their names.

    `ask`: the user has asked to see the contact's presence and waits. `approved`: should the contact ask, the
    user has said yes already.
    """

    jid: str
    name: str | None
    subscription: str
    ask: bool
    approved: bool
    groups: tuple[str, ...]


@dataclass(frozen=True)
class PendingRequest:
    """Somebody's request to see the user's presence, not answered yet. `stanza` is null where it was not kept."""

    jid: str
    stanza: JSON


@dataclass(frozen=True)
class Roster:
    """What a store `roster` means; contacts and requests are in the order of their addresses.

    `version` is the number of changes so far.
    """

    version: int | None
    contacts: tuple[Contact, ...]
    pending: tuple[PendingRequest, ...]


def read_rosters(rows: StoreRows, ids: Collection[int]) -> dict[int, Roster]:
    """The rosters of users; those who have none are left out."""
    found = rows.keyvals(ids, ["roster"])
    return {id_: from_keyval(keyval(stores["roster"])) for id_, stores in found.items()}


def from_keyval(stored: Keyval) -> Roster:
    """The roster in a store. A contact that is no table, or a list, is left out."""
    fields = dict(stored.fields)
    pending = table(stored.meta.get("pending"))
    if string(table(fields.get("pending")).get("subscription")) is None:
        # COMPAT: Prosody before 0.11 had the requests beside the contacts; as a contact it has a subscription
        pending = table(fields.pop("pending", None)) or pending
    contacts = [_contact(jid, item) for jid, item in sorted(fields.items()) if isinstance(item, dict)]
    requests = [_request(jid, item) for jid, item in sorted(pending.items()) if is_true(item)]
    return Roster(_version(stored.meta.get("version")), tuple(contacts), tuple(requests))


def _contact(jid: str, item: dict[str, JSON]) -> Contact:
    """A contact; what is missing or odd is as if nobody had set it."""
    subscription, groups = item.get("subscription"), item.get("groups")
    return Contact(
        jid=jid,
        name=string(item.get("name")),
        subscription=subscription if subscription in SUBSCRIPTIONS else "none",
        ask=item.get("ask") == "subscribe",
        approved=item.get("approved") in ("true", True),
        groups=tuple(sorted(group for group, is_in in table(groups).items() if is_true(is_in))) if groups else (),
    )


def _request(jid: str, item: JSON) -> PendingRequest:
    return PendingRequest(jid, item if isinstance(item, dict) else None)


def _version(value: JSON) -> int | None:
    version = number(value)
    return int(version) if version is not None else None
