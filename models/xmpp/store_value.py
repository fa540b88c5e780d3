"""Any store as a JSON value, as /data answers it."""
from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.lua.value import Table
from models.query.pages import LARGEST
from models.xmpp import json_form, text
from models.xmpp.json_form import JSON
from models.xmpp.list_rows import Entry, ListRows, Window
from models.xmpp.message import from_entry
from models.xmpp.rows import StoredRow
from models.xmpp.secret_stores import is_secret, without_secrets
from models.xmpp.store_rows import StoreRows

StoreKey = tuple[int, str]
"""A user's id and the name of a store."""


@dataclass(frozen=True)
class StoreValue:
    """The keyval of a store, or else its list. Not `complete`: a list with more items than shown."""

    value: JSON
    complete: bool = True


def read_values(rows: StoreRows, lists: ListRows, ids: Collection[int], store: str) -> dict[int, StoreValue]:
    """What users have in a store, as `read_stores` says. Two statements."""
    return {id_: value for (id_, _), value in read_stores(rows, lists, [(id_, store) for id_ in ids]).items()}


def read_stores(rows: StoreRows, lists: ListRows, wanted: Collection[StoreKey]) -> dict[StoreKey, StoreValue]:
    """What users have in some stores. Those with nothing in them are left out, and so are secrets.

    One statement, and one for each name of those stores that are no keyvals. Of a list it is the first items,
    as many as a page has at most: the others are to be read a page at a time.
    """
    keys = [key for key in dict.fromkeys(wanted) if not is_secret(key[1])]
    found: dict[StoreKey, StoreValue] = {}
    keyvals = rows.keyvals([id_ for id_, _ in keys], {store for _, store in keys})
    for id_, store in keys:
        if stored := keyvals.get(id_, {}).get(store):
            found[id_, store] = from_keyval(store, stored)
    others = [key for key in keys if key not in found]
    for name in dict.fromkeys(store for _, store in others):
        read = lists.read([id_ for id_, store in others if store == name], name, Window(LARGEST + 1))
        found |= {(id_, name): from_list(entries) for id_, entries in read.items()}
    return found


def read_names(rows: StoreRows, ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The names of the stores in which users have anything that is no secret, in order."""
    found = rows.stores(ids)
    return {id_: tuple(sorted(name for name in names if not is_secret(name))) for id_, names in found.items()}


def from_keyval(store: str, stored: Sequence[StoredRow]) -> StoreValue:
    """The keyval of a store without its secrets."""
    return StoreValue(without_secrets(store, json_form.parse(text.keyval_json(stored))))


def from_list(entries: Sequence[Entry]) -> StoreValue:
    """The first items of a list."""
    items = Table([value for entry in entries[:LARGEST] if (value := from_entry(entry).value) is not None])
    return StoreValue(json_form.from_value(items), complete=len(entries) <= LARGEST)
