"""Sockets are had before anything else, or one line says why not."""
from __future__ import annotations

import socket

import pytest

from gql.commands import listening
from gql.errors import CannotListen


def test_a_free_port_is_chosen_and_clients_may_connect_at_once() -> None:
    sockets = listening.listen("127.0.0.1", 0)
    try:
        port = sockets[0].getsockname()[1]
        assert listening.base_url("127.0.0.1", sockets) == f"http://127.0.0.1:{port}"
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    finally:
        listening.close(sockets)


def test_all_addresses_of_a_host_share_one_port(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in ("127.0.0.1", "127.0.0.2")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    sockets = listening.listen("both.example", 0)
    try:
        assert {sock.getsockname()[0] for sock in sockets} == {"127.0.0.1", "127.0.0.2"}
        assert len({sock.getsockname()[1] for sock in sockets}) == 1
    finally:
        listening.close(sockets)


def test_an_address_that_the_machine_lacks_is_left_out_beside_one_that_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in ("192.0.2.1", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    sockets = listening.listen("both.example", 0)
    try:
        assert [sock.getsockname()[0] for sock in sockets] == ["127.0.0.1"]
    finally:
        listening.close(sockets)


def test_an_ipv6_address_stands_in_brackets() -> None:
    sockets = listening.listen("127.0.0.1", 0)
    try:
        assert listening.base_url("::1", sockets).startswith("http://[::1]:")
    finally:
        listening.close(sockets)


def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(CannotListen, match=rf"port {port} of 127.0.0.1 is in use; .* --port"):
            listening.listen("127.0.0.1", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host", "a" * 300])
def test_a_host_that_is_not_this_machine_is_named(host: str) -> None:
    with pytest.raises(CannotListen, match=r"cannot listen on .*give --host an address of this machine"):
        listening.listen(host, 0)
