"""Logins: passwords verified off the event loop, remembered for a short time, slowed down when they fail."""
from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from models.delays import LoginDelays
from models.passwords.secret import Effort, Secret
from models.workers import Workers


@dataclass(frozen=True, slots=True)
class Claim:
    """That a password is the one of an account, which has a name of its own among all accounts of all kinds.

    None as `secret` stands for an account that nobody can use or that does not exist, None as `password` for one
    that cannot be anybody's. `effort` verifies the accounts of this kind.
    """

    account: str
    secret: Secret | None
    password: str | None
    effort: Effort

    @property
    def holds(self) -> bool:
        """Whether it is true; takes as long for whoever fails."""
        return self.effort.verify(self.secret, self.password)


class Logins:
    """Says which of some claims holds.

    A good one is remembered for `seconds`, the last `size` of them, under a keyed hash of the account, the password and
    everything that is stored of it: when that changes, nothing is remembered. The same claims in several requests
    at once are verified once.
    """

    def __init__(
        self, workers: Workers, delays: LoginDelays | None = None, *, seconds: float = 60.0, size: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._workers, self._delays = workers, delays or LoginDelays(workers)
        self._seconds, self._size, self._clock = seconds, size, clock
        self._key = secrets.token_bytes(32)
        self._remembered: dict[bytes, float] = {}
        self._running: dict[tuple[bytes, ...], asyncio.Task[Claim | None]] = {}

    async def prove(self, claims: Sequence[Claim], address: str) -> Claim | None:
        """The first claim that holds, None if there is none. Who makes them comes from `address`."""
        for claim in claims:
            if self.remembers(claim):
                return claim
        proofs = tuple(map(self._proof, claims))
        task = self._running.get(proofs)
        if task is None:
            task = asyncio.create_task(self._log_in(claims, address))
            self._running[proofs] = task
            task.add_done_callback(lambda _: self._running.pop(proofs))
        return await asyncio.shield(task)  # whoever came first may go, the others still want to know

    def remembers(self, claim: Claim) -> bool:
        """Whether a claim was proved a short time ago."""
        return self._remembered.get(self._proof(claim), 0.0) > self._clock()

    def _proof(self, claim: Claim) -> bytes:
        account = claim.account.encode(errors="surrogatepass")
        password = (claim.password or "").encode(errors="surrogatepass")
        secret = claim.secret.fingerprint if claim.secret else b""
        message = b"%d:%s%d:%s%s" % (len(account), account, len(password), password, secret)
        # with a key it is a MAC, and needs no look-up of the algorithm each time as OpenSSL's HMAC does (10 us)
        return blake2b(message, key=self._key, digest_size=32).digest()

    async def _log_in(self, claims: Sequence[Claim], address: str) -> Claim | None:
        good: list[Claim] = []

        async def verify() -> str | None:
            good.extend(await self._workers.compute(_holding, claims))
            return good[0].account if good else None

        if not await self._delays.attempt([claim.account for claim in claims], address, verify):
            return None
        self._remember(self._proof(good[0]))
        return good[0]

    def _remember(self, proof: bytes) -> None:
        """All are kept equally long, so the oldest stand first."""
        now = self._clock()
        self._remembered.pop(proof, None)
        self._remembered[proof] = now + self._seconds
        while len(self._remembered) > self._size or next(iter(self._remembered.values())) <= now:
            del self._remembered[next(iter(self._remembered))]


def _holding(claims: Sequence[Claim]) -> list[Claim]:
    """The first claim that holds, if there is one."""
    for claim in claims:
        if claim.holds:
            return [claim]
    return []
