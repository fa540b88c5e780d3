"""Whose requests are trusted."""
from __future__ import annotations

import pytest

from models.peers import LOOPBACK, TrustedPeers, source


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"])
def test_loopback_is_trusted_by_default(host: str) -> None:
    assert TrustedPeers(LOOPBACK).admits((host, 1234), [(b"host", b"localhost")])


@pytest.mark.parametrize("host", ["192.0.2.1", "128.0.0.1", "::2", "::ffff:192.0.2.1", "fe80::1%eth0", "client", ""])
def test_others_are_not(host: str) -> None:
    assert not TrustedPeers(LOOPBACK).admits((host, 1234), [])


def test_peer_without_address_is_not_trusted() -> None:
    assert not TrustedPeers(LOOPBACK).admits(None, [])


def test_networks_can_be_named() -> None:
    peers = TrustedPeers(["192.0.2.0/24", "2001:db8::/32"])
    assert peers.admits(("192.0.2.77", 1), [])
    assert peers.admits(("2001:db8::5", 1), [])
    assert not peers.admits(("127.0.0.1", 1), [])


def test_text_that_is_no_network_is_an_error() -> None:
    with pytest.raises(ValueError, match="localhost"):
        TrustedPeers(["localhost"])


@pytest.mark.parametrize("header", [b"forwarded", b"x-forwarded-for", b"x-real-ip", b"via"])
def test_what_comes_through_a_proxy_is_not_trusted(header: bytes) -> None:
    assert not TrustedPeers(LOOPBACK).admits(("127.0.0.1", 1), [(b"host", b"x"), (header, b"127.0.0.1")])


@pytest.mark.parametrize(("peer", "name"), [
    (None, ""), (("", 0), ""), (("192.0.2.1", 5), "192.0.2.1"), (("testclient", 5), "testclient"),
    (("::ffff:192.0.2.1", 5), "192.0.2.1"), (("2001:db8:1:2:3:4:5:6", 5), "2001:db8:1:2::"),
    (("2001:db8:1:2::9", 5), "2001:db8:1:2::"), (("::1", 5), "::"),
    (("fe80::1%eth0", 5), "fe80::"), (("no:address", 5), "no:address"),
])
def test_failures_are_counted_under_an_address_or_a_network(peer: tuple[str, int] | None, name: str) -> None:
    assert source(peer) == name
