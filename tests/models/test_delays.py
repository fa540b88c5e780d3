"""How failed logins are slowed down."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, cast

import pytest

from models.delays import ACCOUNT_CURVE, ADDRESS_CURVE, Curve, LoginDelays
from models.failures import Failures
from models.workers import Workers


class Direct:
    """Runs everything at once."""

    async def read(self, job: Callable[..., Any], *args: Any) -> Any:
        return job(*args)

    write = read


class Counted:
    """Failures in memory; what is written is noted."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.written = 0

    def most(self, names: Sequence[str]) -> list[int]:
        return [self.names.get(name, 0) for name in names]

    def add(self, names: Sequence[str]) -> None:
        self.written += 1
        for name in names:
            self.names[name] = self.names.get(name, 0) + 1

    def forget(self, name: str) -> None:
        self.written += 1
        del self.names[name]


class Case:
    """Delays whose waits are noted; who waits goes on when `held` is set, if there is one."""

    def __init__(self, **options: Any) -> None:
        self.slept: list[float] = []
        self.held: asyncio.Event | None = None
        self.failures = Counted()
        self.verified = 0
        curves = {"account": FREE, "address": FREE, **options}
        self.delays = LoginDelays(
            cast("Workers", Direct()), cast("Failures", self.failures), sleep=self._sleep, **curves)

    async def fail(self, *accounts: str, address: str = "here") -> bool:
        """Whether a bad attempt was verified."""
        before = self.verified
        assert not await self.delays.attempt(accounts, address, self._verifies(None))
        return self.verified > before

    async def succeed(self, *accounts: str, address: str = "here") -> bool:
        """Whether a good attempt is taken; the last account is the one that is proved."""
        return await self.delays.attempt(accounts, address, self._verifies(accounts[-1]))

    def _verifies(self, good: str | None) -> Callable[[], Awaitable[str | None]]:
        async def verify() -> str | None:
            self.verified += 1
            return good

        return verify

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await (self.held.wait() if self.held else asyncio.sleep(0))


FREE = Curve(free=1000, first=1.0, longest=1.0)


def run(job: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(_awaited(job))


async def _awaited(job: Callable[[], Awaitable[None]]) -> None:
    await job()


@pytest.mark.parametrize(("failures", "seconds"), [
    (0, 0), (9, 0), (10, 0.05), (11, 0.1), (12, 0.2), (13, 0.4), (14, 0.8), (15, 1), (16, 1), (10**9, 1),
])
def test_curve_is_free_then_doubles_then_is_flat(failures: int, seconds: float) -> None:
    assert Curve(free=10, first=0.05, longest=1.0)(failures) == seconds


def test_account_is_slowed_down_whatever_address_asks() -> None:
    case = Case(account=Curve(free=2, first=1, longest=4))

    async def job() -> None:
        for number in range(6):
            assert await case.fail("user@example.com", address=f"192.0.2.{number}")
        assert case.slept == [1, 2, 4, 4]
        await case.fail("other@example.com", address="192.0.2.1")
        assert len(case.slept) == 4

    run(job)


def test_address_is_slowed_down_whatever_account_it_tries() -> None:
    case = Case(address=Curve(free=1, first=1, longest=2))

    async def job() -> None:
        for number in range(4):
            await case.fail(f"user{number}@example.com")
        assert case.slept == [1, 2, 2]
        await case.fail("user4@example.com", address="elsewhere")
        assert len(case.slept) == 3, "others are not slowed down"

    run(job)


def test_name_that_can_mean_two_accounts_is_as_slow_as_the_slower_one() -> None:
    case = Case(account=Curve(free=1, first=1, longest=8))

    async def job() -> None:
        await case.fail("a")
        await case.fail("a")
        await case.fail("a", "b")
        await case.fail("b", "c")
        assert case.slept == [1, 2, 1]

    run(job)


def test_success_forgets_the_failures_of_the_account_that_was_proved_and_no_others() -> None:
    case = Case(account=Curve(free=1, first=5, longest=5), address=Curve(free=3, first=1, longest=1))

    async def job() -> None:
        await case.fail("other", "user")
        assert await case.succeed("other", "user")
        assert case.slept == [5]
        await case.fail("user")
        assert case.slept == [5]
        await case.fail("other")
        assert case.slept == [5, 5]
        await case.fail("third")
        assert case.slept == [5, 5, 1]

    run(job)


def test_success_without_failures_writes_nothing() -> None:
    case = Case()

    async def job() -> None:
        assert await case.succeed("user")
        assert case.failures.written == 0
        await case.fail("user")
        assert case.failures.written == 1

    run(job)


def test_attempts_at_once_count_before_they_have_failed() -> None:
    case = Case(account=Curve(free=2, first=1, longest=8))

    async def job() -> None:
        await asyncio.gather(*(case.fail("user") for _ in range(5)))
        assert sorted(case.slept) == [1, 2, 4]
        assert case.failures.names["account user"] == 5

    run(job)


def test_attempt_that_broke_down_is_neither_good_nor_bad() -> None:
    case = Case()

    async def verify() -> str | None:
        raise RuntimeError("no database")

    async def job() -> None:
        with pytest.raises(RuntimeError):
            await case.delays.attempt(["user"], "here", verify)
        assert case.failures.names == {}
        assert not case.delays._trying

    run(job)


def test_only_so_many_wait_from_one_address_and_in_all() -> None:
    case = Case(account=Curve(free=0, first=1, longest=1), waiting=3, waiting_per_address=2)

    async def job() -> None:
        case.held = asyncio.Event()
        tasks = [asyncio.create_task(case.fail("user")) for _ in range(2)]
        await asyncio.sleep(0.01)
        assert not await case.fail("user")
        assert not await case.succeed("user")
        tasks.append(asyncio.create_task(case.fail("user", address="there")))
        await asyncio.sleep(0.01)
        assert not await case.fail("user", address="elsewhere")
        case.held.set()
        assert await asyncio.gather(*tasks) == [True] * 3
        assert await case.succeed("user")

    run(job)


def test_those_who_give_up_waiting_make_room() -> None:
    case = Case(account=Curve(free=0, first=1, longest=1), waiting=1)

    async def job() -> None:
        case.held = asyncio.Event()
        task = asyncio.create_task(case.fail("user"))
        await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        case.held.set()
        assert await case.succeed("user")

    run(job)


def test_hundred_failures_in_a_row_end_within_a_minute_or_so_each_within_a_second() -> None:
    case = Case(account=ACCOUNT_CURVE, address=ADDRESS_CURVE)

    async def job() -> None:
        for _ in range(60):
            await case.fail("user")
        for number in range(1000):
            await case.fail(f"user{number}")

    run(job)
    assert max(case.slept) == 1.0
    assert 45 < sum(case.slept[:50]) < 60
    assert max(case.slept[50:]) == 0.25
