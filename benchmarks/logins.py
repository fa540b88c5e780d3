"""What it costs to know who asks: microseconds a request, by what it shows."""
from __future__ import annotations

import asyncio
import tempfile
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import closing

from gql.auth.authenticator import Authenticator
from gql.opening import open_authenticator
from gql.settings import load
from models.catalogue import ObjectID
from models.logins import Logins
from models.lua.value import Table
from models.network import Network
from models.tokens import Tokens

MOST_MICROSECONDS = 100
REQUESTS, ROUNDS = 1000, 7

STRANGER = ("203.0.113.5", 4000)
PASSWORD = "secr1t"


def measure() -> Iterator[str]:
    """The lines of a table; the best of some rounds."""
    with tempfile.TemporaryDirectory() as folder, closing(Network.open(f"sqlite:///{folder}/who.db")) as network:
        _fill(network)
        options = {"data.default_host": "chat.example", "xmpp.account_host": "chat.example"}
        authenticator = open_authenticator(load(None, {}, options), network, Logins(network.workers))
        yield "| a request shows | us | at most | |"
        yield "| --- | ---: | ---: | --- |"
        for shown, microseconds in asyncio.run(_times(authenticator, network)).items():
            ok = "ok" if microseconds <= MOST_MICROSECONDS else "TOO SLOW"
            yield f"| {shown} | {microseconds:.0f} | {MOST_MICROSECONDS} | {ok} |"


def _fill(network: Network) -> None:
    """One user of XMPP, and one account of the services that is another person."""
    network.stores.put("chat.example", "alice", "accounts", Table(fields={b"password": PASSWORD.encode()}))
    stored = "plain:" + b64encode(PASSWORD.encode()).decode()
    account = network.store.create("account", {"display": "Bob", "pass": stored})
    network.store.create("nick", {"nick": "Bob", "nc": ObjectID("account", account)})


async def _times(authenticator: Authenticator, network: Network) -> Mapping[str, float]:
    session, _ = await authenticator.login("alice@chat.example", PASSWORD, STRANGER)
    shown = {
        "nothing": "",
        "an XMPP account": _basic("alice@chat.example"),
        "an account of the services": _basic("Bob"),
        "a session": f"Bearer {session.token}",
        "a token": f"Bearer {Tokens(network.database).create('benchmark', ['read'])}",
    }
    return {name: await _microseconds(authenticator, value) for name, value in shown.items()}


def _basic(name: str) -> str:
    return "Basic " + b64encode(f"{name}:{PASSWORD}".encode()).decode()


async def _microseconds(authenticator: Authenticator, authorization: str) -> float:
    headers = [(b"host", b"chat.example"), (b"accept", b"*/*")]
    if authorization:
        headers.append((b"authorization", authorization.encode()))
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        for _ in range(REQUESTS):
            await authenticator.identify(headers, STRANGER)
        best = min(best, time.perf_counter() - begin)
    return best / REQUESTS * 1e6
