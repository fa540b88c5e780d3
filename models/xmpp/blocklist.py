"""Blocklists: whom users do not want to hear from (XEP-0191)."""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from models.xmpp.json_form import Keyval, Moment, is_true, keyval, number
from models.xmpp.store_rows import StoreRows


@dataclass(frozen=True)
class Blocked:
    """A blocked address: of a user, of one resource, or of a whole domain. `when` is None where it was not kept."""

    jid: str
    when: Moment | None


@dataclass(frozen=True)
class Blocklist:
    """What a store `blocklist` means; times are in seconds since 1970, addresses in their order."""

    created: Moment | None
    modified: Moment | None
    blocked: tuple[Blocked, ...]


def read_blocklists(rows: StoreRows, ids: Collection[int]) -> dict[int, Blocklist]:
    """The blocklists of users; those who have none are left out."""
    found = rows.keyvals(ids, ["blocklist"])
    return {id_: from_keyval(keyval(stores["blocklist"])) for id_, stores in found.items()}


def from_keyval(stored: Keyval) -> Blocklist:
    """The blocklist in a store. Like Prosody it takes anything but false for blocked; a number is the time."""
    blocked = [Blocked(jid, number(item)) for jid, item in sorted(stored.fields.items()) if is_true(item)]
    return Blocklist(number(stored.meta.get("created")), number(stored.meta.get("modified")), tuple(blocked))
