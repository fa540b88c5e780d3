"""Logins: passwords verified off the event loop, remembered for a short time, slowed down when they fail."""
from __future__ import annotations

import asyncio
import hmac
import secrets
import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from models.passwords import Account, ScramAccount, decoy
from models.workers import Workers
from rest_compat.credentials import Credentials
from rest_compat.delays import LoginDelays

Peer = tuple[str, int] | None


class Logins:
    """Says whether credentials fit an account.

    A good login is remembered for `seconds`, the last `size` of them, under an HMAC over the credentials and
    everything that the account holds: when the account changes, nothing is remembered of it. The same
    credentials in several requests at once are verified once.
    """

    def __init__(
        self, workers: Workers, delays: LoginDelays | None = None, *, seconds: float = 60.0, size: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._workers, self._delays = workers, delays or LoginDelays()
        self._seconds, self._size, self._clock = seconds, size, clock
        self._secret = secrets.token_bytes(32)
        self._remembered: dict[bytes, float] = {}
        self._running: dict[bytes, asyncio.Task[bool]] = {}
        self._decoy = decoy()

    async def admit(self, credentials: Credentials, account: Account | None, peer: Peer) -> bool:
        """Whether these are the credentials of this account; None stands for one that nobody can use."""
        proof = self._proof(credentials, account)
        if self._remembered.get(proof, 0.0) > self._clock():
            return True
        task = self._running.get(proof)
        if task is None:
            task = asyncio.create_task(self._log_in(proof, credentials, account, source(peer)))
            self._running[proof] = task
            task.add_done_callback(lambda _: self._running.pop(proof))
        return await asyncio.shield(task)  # whoever came first may go, the others still want to know

    def _proof(self, credentials: Credentials, account: Account | None) -> bytes:
        """A NUL ends each part: only a domain that nobody serves, and so without an account, could hold one."""
        (node, domain), password = credentials
        fingerprint = account.fingerprint if account else b""
        message = f"{node}\0{domain}\0{password}\0".encode() + fingerprint
        return hmac.digest(self._secret, message, "sha256")

    async def _log_in(
        self, proof: bytes, credentials: Credentials, account: Account | None, address: str
    ) -> bool:
        name = str(credentials.jid)
        if not await self._delays.wait(name, address):
            return False
        if not await self._verify(account, credentials.password):
            return False
        self._delays.succeeded(name, address)
        self._remember(proof)
        return True

    async def _verify(self, account: Account | None, password: str) -> bool:
        """Each failure costs the keys of one password: time does not tell who exists, and what is stored of him."""
        if isinstance(account, ScramAccount):
            self._decoy = decoy(like=account)
            return await self._workers.compute(account.verify, password)
        if account is not None and account.verify(password):
            return True
        await self._workers.compute(self._decoy.verify, password)
        return False

    def _remember(self, proof: bytes) -> None:
        """All are kept equally long, so the oldest stand first."""
        now = self._clock()
        self._remembered.pop(proof, None)
        self._remembered[proof] = now + self._seconds
        while len(self._remembered) > self._size or next(iter(self._remembered.values())) <= now:
            del self._remembered[next(iter(self._remembered))]


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
