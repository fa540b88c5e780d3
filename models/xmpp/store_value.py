"""Any store as a JSON value, as /data answers it."""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from models.lua.value import Table
from models.query.pages import LARGEST
from models.xmpp import json_form, text
from models.xmpp.json_form import JSON
from models.xmpp.list_rows import ListRows, Window
from models.xmpp.message import from_entry
from models.xmpp.secret_stores import is_secret, without_secrets
from models.xmpp.store_rows import StoreRows


@dataclass(frozen=True)
class StoreValue:
    """The keyval of a store, or else its list. Not `complete`: a list with more items than shown."""

    value: JSON
    complete: bool = True


def read_values(rows: StoreRows, lists: ListRows, ids: Collection[int], store: str) -> dict[int, StoreValue]:
    """What users have in a store. Those with nothing there are left out, and so are secrets.

    Two statements. Of a list it is the first items, as many as a page has at most: the others are to be
    read a page at a time.
    """
    if is_secret(store):
        return {}
    keyvals = rows.keyvals(ids, [store])
    found = {
        id_: StoreValue(without_secrets(store, json_form.parse(text.keyval_json(stored[store]))))
        for id_, stored in keyvals.items()
    }
    others = [id_ for id_ in ids if id_ not in found]
    for id_, entries in lists.read(others, store, Window(LARGEST + 1)).items():
        items = Table([value for entry in entries[:LARGEST] if (value := from_entry(entry).value) is not None])
        found[id_] = StoreValue(json_form.from_value(items), complete=len(entries) <= LARGEST)
    return found


def read_names(rows: StoreRows, ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The names of the stores in which users have anything that is no secret, in order."""
    found = rows.stores(ids)
    return {id_: tuple(sorted(name for name in names if not is_secret(name))) for id_, names in found.items()}
