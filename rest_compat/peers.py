"""Who a request comes from: whether a peer is in one of the networks that are trusted."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network

LOOPBACK = ("127.0.0.0/8", "::1/128")

PROXY_HEADERS = frozenset((b"forwarded", b"x-forwarded-for", b"x-real-ip", b"via"))
"""What a proxy adds: behind one the peer's address says nothing about who asks."""


class TrustedPeers:
    """The networks whose peers are trusted; raises ValueError for text that is no network."""

    def __init__(self, networks: Sequence[str]) -> None:
        self._networks = tuple(ip_network(network) for network in networks)
        self._has = lru_cache(maxsize=1024)(self._look_up)

    def admits(self, peer: tuple[str, int] | None, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        """Whether a request with these headers comes straight from a trusted peer.

        A peer without an address (on a Unix socket) is not trusted.
        """
        if peer is None or not self._has(peer[0]):
            return False
        return not any(name in PROXY_HEADERS for name, _ in headers)

    def _look_up(self, host: str) -> bool:
        try:
            address = ip_address(host)
        except ValueError:
            return False
        mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
        return any((mapped or address) in network for network in self._networks)
