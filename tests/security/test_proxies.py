"""Where a request says that it comes from, and who believes it."""
from __future__ import annotations

import asyncio
from typing import Any

import pytest

from gql.hardening import hardened
from gql.web.at_once import Response, at_once
from models.audit import Wanted
from models.network import Network

from .conftest import STRANGER, MakeApp, Send, post, sender

PROXY = "10.0.0.2"


@pytest.mark.parametrize("headers", [
    {"X-Forwarded-For": "127.0.0.1"}, {"X-Forwarded-For": "127.0.0.1, 127.0.0.1"}, {"X-Real-IP": "127.0.0.1"},
    {"Forwarded": "for=127.0.0.1"}, {"X-Forwarded-For": "127.0.0.1", "Via": "1.1 x"}, {"Via": "1.1 x"},
    {"X-Forwarded-Proto": "https"}, {"X-Forwarded-Host": "localhost"}, {"X-FORWARDED-PORT": "443"},
    {"CF-Connecting-IP": "127.0.0.1"}, {"True-Client-IP": "127.0.0.1"}, {"X-Forwarded-Server": ""},
])
@pytest.mark.parametrize("proxies", [(), (PROXY,), ("0.0.0.0/0",)])
def test_no_header_makes_a_stranger_trusted(
    make_app: MakeApp, headers: dict[str, str], proxies: tuple[str, ...],
) -> None:
    send = sender(make_app(proxies=proxies))
    for peer in (STRANGER, PROXY, "127.0.0.1"):
        assert send("GET", "/rest/types", peer=peer, headers=headers).status_code == 401
        viewer = send("GET", "/graphql?query={viewer{role}}", peer=peer, headers=headers)
        assert viewer.json() == {"data": {"viewer": {"role": "ANONYMOUS"}}}


@pytest.mark.parametrize(("peer", "forwarded", "seen"), [
    (PROXY, "192.0.2.7", "192.0.2.7"), (PROXY, "127.0.0.1, 192.0.2.7", "192.0.2.7"),
    (PROXY, "x, 192.0.2.7", "192.0.2.7"),
    (PROXY, f"192.0.2.7, {PROXY}", "192.0.2.7"), (PROXY, "[2001:db8::1]:4711", "2001:db8::1"), (PROXY, "", PROXY),
    (STRANGER, "192.0.2.7", STRANGER), ("127.0.0.1", "192.0.2.7", "127.0.0.1"),
])
def test_a_listed_proxy_is_believed_and_nobody_else(peer: str, forwarded: str, seen: str) -> None:
    clients: list[str] = []

    async def door(scope: Any, _: Any, send: Any) -> None:
        clients.append(scope["client"][0])
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    send = sender(hardened(door, trusted=lambda *_: False, proxies=[f"{PROXY}/32"]))
    send("GET", "/", peer=peer, headers={"X-Forwarded-For": forwarded})
    assert clients == [seen]


@pytest.mark.parametrize(("peer", "forwarded", "trusted"), [
    (PROXY, "192.0.2.7", False), (PROXY, "127.0.0.1", False), ("127.0.0.1", None, True), (STRANGER, "127.0.0.1", False),
])
def test_a_proxy_is_believed_by_answers_at_once_too(
    make_app: MakeApp, network: Network, peer: str, forwarded: str | None, trusted: bool,
) -> None:
    if network.database.engine != "sqlite":
        pytest.skip("SQLite alone answers at once")
    app, query = make_app(proxies=[f"{PROXY}/32"]), "{ accounts(first: 1) { nodes { id email } } }"
    network.store.create("account", {"display": "Alice", "email": "alice@example.org"})
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    usual = sender(app)("POST", "/graphql", peer=peer, json={"query": query}, headers=headers)
    scope = {"type": "http", "method": "POST", "path": "/graphql", "raw_path": b"/graphql", "query_string": b"",
             "client": (peer, 4000), "scheme": "http", "headers": [
                 (b"host", b"127.0.0.1"), (b"content-type", b"application/json"),
                 *((name.lower().encode(), value.encode()) for name, value in headers.items())]}

    async def ask() -> Any:
        return at_once(app)(scope, usual.request.content)

    answer = asyncio.run(ask())
    assert scope["client"] == (peer, 4000)
    assert isinstance(answer, Response)
    assert answer.body == usual.content
    assert (b"alice@example.org" in answer.body) is trusted


def test_the_audit_log_names_the_address(make_app: MakeApp, network: Network) -> None:
    send: Send = sender(make_app())
    query = 'mutation { createAccount(input: {display: "Alice"}) { account { id } } }'
    assert "errors" not in post(send, query).json()
    (recorded,) = network.store.audit.page(Wanted(), 10)
    assert (recorded.actor.address, recorded.actor.door) == ("127.0.0.1", "graphql")


@pytest.mark.parametrize("text", [
    b"", b" ", b",", b"x", b"' OR 1=1 --", b"[::1", b"1.2.3.4:99999999999999999999", b"\xff", b"a" * 60_000, b"0x7f.1",
])
def test_nonsense_from_a_proxy_is_no_fault_of_ours(make_app: MakeApp, text: bytes) -> None:
    send = sender(make_app(proxies=[PROXY]))
    for path in ("/rest/types", "/data/roster", "/graphql?query={__typename}"):
        headers = {"X-Forwarded-For": text, "Authorization": b"Basic eEB5Ono="}
        assert send("GET", path, peer=PROXY, headers=headers).status_code in (400, 401, 403)
