"""How failed logins are slowed down: per account and per address."""
from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import NamedTuple


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


class Failures:
    """How often logins failed under a name.

    A name is forgotten after `seconds`, and the oldest one when there are more than `size`.
    """

    def __init__(self, size: int, seconds: float, clock: Callable[[], float]) -> None:
        self._size, self._seconds, self._clock = size, seconds, clock
        self._names: dict[str, _Count] = {}

    def count(self, name: str) -> int:
        """How many there are."""
        count = self._names.get(name)
        return count.number if count and count.last + self._seconds > self._clock() else 0

    def add(self, name: str, number: int = 1) -> None:
        """One more failure, or one less; the name becomes the newest."""
        total = self.count(name) + number
        self._names.pop(name, None)
        if total > 0:
            self._names[name] = _Count(total, self._clock())
        if len(self._names) > self._size:
            del self._names[next(iter(self._names))]

    def forget(self, name: str) -> None:
        """No failures any more."""
        self._names.pop(name, None)


class _Count(NamedTuple):
    number: int
    last: float


class LoginDelays:
    """Makes attempts to log in wait, the longer the more failed before.

    An attempt counts as failed until it has succeeded, so that many at once gain nothing. Only so many may
    wait: `waiting` in all, and `waiting_per_address` from one address, so that one attacker does not shut
    others out. After `forget` seconds without an attempt all is forgotten.
    """

    def __init__(
        self, *, account: Curve = ACCOUNT_CURVE, address: Curve = ADDRESS_CURVE, waiting: int = 256,
        waiting_per_address: int = 16, forget: float = 600.0, size: int = 10_000,
        clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._account, self._address, self._sleep = account, address, sleep
        self._accounts, self._addresses = Failures(size, forget, clock), Failures(size, forget, clock)
        self._limit, self._limit_per_address = waiting, waiting_per_address
        self._waiting: Counter[str] = Counter()

    async def wait(self, account: str, address: str) -> bool:
        """Wait before an attempt to log in; False if too many wait already, and this one must be refused."""
        seconds = max(
            self._account(self._accounts.count(account)), self._address(self._addresses.count(address)))
        if seconds and (
            self._waiting.total() >= self._limit or self._waiting[address] >= self._limit_per_address
        ):
            return False
        self._accounts.add(account)
        self._addresses.add(address)
        if seconds:
            await self._pause(seconds, address)
        return True

    def succeeded(self, account: str, address: str) -> None:
        """The attempt that waited was a good one: the account's failures are forgotten."""
        self._accounts.forget(account)
        self._addresses.add(address, -1)

    async def _pause(self, seconds: float, address: str) -> None:
        self._waiting[address] += 1
        try:
            await self._sleep(seconds)
        finally:
            self._waiting[address] -= 1
            if not self._waiting[address]:
                del self._waiting[address]
