"""Who a request comes from: whether a peer is in one of the networks that are trusted."""
from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network

from models.principal import ANONYMOUS, LOCAL_ADMIN, Principal

Peer = tuple[str, int] | None
"""The address and port that a request comes from; None on a Unix socket."""

LOOPBACK = ("127.0.0.0/8", "::1/128")

PROXY_HEADERS = frozenset((
    b"forwarded", b"via", b"x-forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-port",
    b"x-forwarded-proto", b"x-forwarded-scheme", b"x-forwarded-server", b"x-forwarded-ssl", b"x-forwarded-by",
    b"x-original-forwarded-for", b"x-original-host", b"x-real-ip", b"x-client-ip", b"x-cluster-client-ip",
    b"x-envoy-external-address", b"x-request-start", b"true-client-ip", b"cf-connecting-ip", b"cf-ray",
    b"cdn-loop", b"fastly-client-ip", b"fly-client-ip", b"x-appengine-user-ip", b"x-azure-clientip", b"client-ip",
))
"""What a proxy adds: behind one the peer's address says nothing about who asks."""


class TrustedPeers:
    """The networks whose peers are trusted; raises ValueError for text that is no network."""

    def __init__(self, networks: Sequence[str]) -> None:
        self._networks = tuple(ip_network(network) for network in networks)
        self._has = lru_cache(maxsize=1024)(self._look_up)

    def admits(self, peer: Peer, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        """Whether a request with these headers comes straight from a trusted peer.

        A peer without an address (on a Unix socket) is not trusted.
        """
        if peer is None or not self._has(peer[0]):
            return False
        return PROXY_HEADERS.isdisjoint([name for name, _ in headers])

    def _look_up(self, host: str) -> bool:
        try:
            address = ip_address(host)
        except ValueError:
            return False
        mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
        return any((mapped or address) in network for network in self._networks)


Identify = Callable[[Sequence[tuple[bytes, bytes]], Peer], Awaitable[Principal]]
"""From a request's headers and its peer to who makes it; raises models.errors.IdentityError."""


def trusting(networks: Sequence[str]) -> Identify:
    """Peers of these networks are administrators, all others nobody; nobody has credentials."""
    peers = TrustedPeers(networks)

    async def identify(headers: Sequence[tuple[bytes, bytes]], peer: Peer) -> Principal:
        return LOCAL_ADMIN if peers.admits(peer, headers) else ANONYMOUS

    return identify


def address(peer: Peer) -> str:
    """Where a request comes from, empty on a Unix socket."""
    return peer[0] if peer else ""


def source(peer: Peer) -> str:
    """The address that failures are counted under: for IPv6 the network of 64 bits, as each customer has one."""
    host = peer[0] if peer else ""
    if ":" not in host:
        return host
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Address(int(address) >> 64 << 64))
