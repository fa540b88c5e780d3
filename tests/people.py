"""A network with people in it: accounts of both servers, some of which are the same person."""
from __future__ import annotations

from models.catalogue import ObjectID
from models.kinds import Scalar
from models.lua.value import Table
from models.network import Network

ALICE, BOB = "alice@chat.example", "bob@chat.example"

ALICES_PASS = "sha1:c97b79d859ee174576852068756aa317223c86a2"
"""secr1t"""


def account(network: Network, display: str, *nicks: str, **values: Scalar) -> int:
    """The id of a new account with nicks, whose password is secr1t unless `pass` says otherwise."""
    id_ = network.store.create("account", {"display": display, "pass": ALICES_PASS, **values})
    for nick in (display, *nicks):
        network.store.create("nick", {"nick": nick, "nc": ObjectID("account", id_)})
    return id_


def user(network: Network, address: str, password: str) -> None:
    """A user of an XMPP host, whose password is stored as it is."""
    node, _, domain = address.partition("@")
    network.stores.put(domain, node, "accounts", Table(fields={b"password": password.encode()}))


def fill(network: Network) -> int:
    """Alice on both servers, with different passwords; Bob on XMPP alone. The id of Alice's account."""
    id_ = account(network, "Alice", "Alice_away")
    user(network, ALICE, "w0nderland")
    user(network, BOB, "b0b")
    return id_
