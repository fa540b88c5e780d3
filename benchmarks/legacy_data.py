"""What the legacy doors are measured on: forty accounts, three XMPP users, and a list of 200,000."""
from __future__ import annotations

import hashlib
import hmac
import shutil
from collections.abc import Sequence
from pathlib import Path

import peewee

from models.database import transaction
from models.lua.value import Table, Value
from models.network import Network

FIXTURE = Path(__file__).parent.parent / "tests" / "contract" / "rest" / "fixtures" / "anope_network.sqlite"
"""A small network as a real Anope wrote it: 40 accounts, with ids 8 to 47."""

HOST = "example.com"
PASSWORD = "secr1t"
SALT, ITERATIONS = b"pepper", 10_000
LONG_LIST = 200_000

CONFIG = f"""
[data]
default_host = "{HOST}"
"""


def write_database(path: Path) -> None:
    """Copy the fixture and add the XMPP users `plain` and `scram`, each with a roster of 200 contacts."""
    shutil.copy(FIXTURE, path)
    network = Network.open(f"sqlite:///{path}")
    for user, account in (("plain", plain()), ("scram", _scram())):
        network.stores.put(HOST, user, "accounts", account)
        network.stores.put(HOST, user, "roster", _roster())
    network.close()


def write_long_list(path: Path) -> None:
    """A database with 200,000 accounts."""
    network = Network.open(f"sqlite:///{path}")
    account, objects = network.tables["account"], network.tables.objects
    with transaction(network.database):
        for start in range(1, LONG_LIST, 1000):
            ids = range(start, start + 1000)
            objects.insert_many([(id_, "account") for id_ in ids], [objects.id, objects.type]).execute()
            account.insert_many(_accounts(ids), _columns(account)).execute()
    network.close()


def _columns(account: type[peewee.Model]) -> Sequence[peewee.Field]:
    return [getattr(account, name) for name in ("id", "display", "email", "greet", "language")]


def _accounts(ids: range) -> list[tuple[int, str, str, str, str]]:
    return [(id_, f"user{id_}", f"user{id_}@example.org", "Good morning, all", "en_US") for id_ in ids]


def _table(**pairs: Value) -> Table:
    table = Table()
    for key, value in pairs.items():
        table.set(key.encode(), value)
    return table


def plain() -> Table:
    """The account of a user whose password is stored as it is."""
    return _table(password=PASSWORD.encode())


def _scram() -> Table:
    salted = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), SALT, ITERATIONS)
    stored = hashlib.sha1(hmac.digest(salted, b"Client Key", "sha1")).hexdigest()
    server = hmac.digest(salted, b"Server Key", "sha1").hex()
    return _table(salt=SALT, iteration_count=ITERATIONS, stored_key=stored.encode(), server_key=server.encode())


def _roster() -> Table:
    roster = Table()
    for number in range(200):
        contact = _table(
            name=f"Contact {number}".encode(), subscription=b"both", groups=_table(Friends=True, Work=number % 2 == 0)
        )
        roster.set(f"contact{number}@{HOST}".encode(), contact)
    roster.set(False, _table(version=200, pending=Table()))
    return roster
