"""Stores that hold what their names do not promise, for users whom the corpora do not have."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gql.demo import to_lua
from models.network import Network

HOST, ROOMS = "example.com", "conference.example.com"

ODD: Mapping[tuple[str, str, str], Mapping[object, object]] = {
    (HOST, "odd", "roster"): {
        "alice@example.com": {"subscription": "both", "groups": {"a": 1, "é\"": 1}, "name": "A\\\"'"},
        "BOB@Example.com/phone": {"subscription": "sideways", "ask": "subscribe"},
        "nobody@elsewhere.invalid": "junk",
        "": {"version": 2**40},
        "pending": {"x@example.com": 1},
    },
    (HOST, "odd", "blocklist"): {"spam.example": 1, "alice@example.com": 2**50, "": 1, "b@c": "when"},
    (HOST, "odd", "vcard"): {"name": "vCard", "attr": {"xmlns": "vcard-temp"}, "a": {"b": {"c": {"d": "😀"}}}},
    (HOST, "odd", "private"): {"text": "\u2028\x01", "number": -(2**53), "nothing": {}},
    (ROOMS, "odd", "config"): {"_jid": "odd@conference.example.com", "_data": {"name": 5, "persistent": 1},
                               "_affiliations": {"alice@example.com": "owner", "x": "king", "zed.example": "outcast"}},
    (ROOMS, "bare", "config"): {"_data": {}},
    (HOST, "odd2", "roster"): {"pending": 5},
    (HOST, "", "roster"): {"alice@example.com": {"subscription": "to"}},
}


def fill_stores(network: Network) -> None:
    """Write the stores."""
    for (host, user, store), value in ODD.items():
        network.stores.put(host, user, store, to_lua(value))
    items: list[Any] = [
        {"name": "message", "attr": {"from": "alice@example.com/x", "to": "odd@example.com", "stamp": "never"}},
        {"key": "k", "when": 1477868231, "with": "alice@example.com"}, "text", 5]
    for store in ("archive", "offline", "notes"):
        network.stores.extend(HOST, "odd", store, [to_lua(item) for item in items])
