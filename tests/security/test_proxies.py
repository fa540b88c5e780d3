"""Where a request says that it comes from, and who believes it."""
from __future__ import annotations

from typing import Any

import pytest

from gql.hardening import hardened
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
