"""How failed logins are slowed down: per account and per address."""
from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from models.failures import Failures
from models.workers import Workers


@dataclass(frozen=True)
class Curve:
    """How long an attempt waits after so many failures.

    The first `free` failures cost nothing; then an attempt waits for `first` seconds, for twice that after one
    more, and so on up to `longest`.
    """

    free: int
    first: float
    longest: float

    def __call__(self, failures: int) -> float:
        """The seconds to wait."""
        above = failures - self.free
        return min(self.longest, self.first * 2.0 ** min(above, 32)) if above >= 0 else 0.0


ACCOUNT_CURVE = Curve(free=10, first=0.05, longest=1.0)
ADDRESS_CURVE = Curve(free=100, first=0.01, longest=0.25)
"""Milder: many people may come from one address."""


class LoginDelays:
    """Makes attempts to log in wait, the longer the more failed before, in whatever process.

    In its own process an attempt counts as failed until it has succeeded, so that many at once gain nothing. Only
    so many may wait: `waiting` in all, and `waiting_per_address` from one address, so that one attacker does not
    shut others out.
    """

    def __init__(
        self, workers: Workers, failures: Failures | None = None, *, account: Curve = ACCOUNT_CURVE,
        address: Curve = ADDRESS_CURVE, waiting: int = 256, waiting_per_address: int = 16,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._workers, self._failures = workers, failures or Failures(workers.database)
        self._account, self._address, self._sleep = account, address, sleep
        self._limit, self._limit_per_address = waiting, waiting_per_address
        self._trying: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()

    async def attempt(
        self, accounts: Sequence[str], address: str, verify: Callable[[], Awaitable[str | None]],
    ) -> bool:
        """Whether an attempt is a good one: `verify` says for which of the accounts, or for none.

        It waits first; if too many wait already, it is refused unverified.
        """
        names = [*(f"account {account}" for account in accounts), f"address {address}"]
        with self._tried(names) as before:
            failures = await self._workers.read(self._failures.most, names)
            *totals, from_address = map(sum, zip(before, failures, strict=True))
            if not await self._pause(max([self._address(from_address), *map(self._account, totals)]), address):
                return False
            good = await verify()
            if good is None:
                await self._workers.write(self._failures.add, names)
            elif failures[accounts.index(good)]:
                await self._workers.write(self._failures.forget, f"account {good}")
            return good is not None

    @contextmanager
    def _tried(self, names: Sequence[str]) -> Iterator[list[int]]:
        """How many attempts are under way for each name, apart from this one."""
        before = [self._trying[name] for name in names]
        self._trying.update(names)
        try:
            yield before
        finally:
            self._trying.subtract(names)
            for name in names:
                if not self._trying[name]:
                    del self._trying[name]

    async def _pause(self, seconds: float, address: str) -> bool:
        """Whether there was room to wait."""
        if not seconds:
            return True
        if self._waiting.total() >= self._limit or self._waiting[address] >= self._limit_per_address:
            return False
        self._waiting[address] += 1
        try:
            await self._sleep(seconds)
        finally:
            self._waiting[address] -= 1
            if not self._waiting[address]:
                del self._waiting[address]
        return True
