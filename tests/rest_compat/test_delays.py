"""How failed logins are slowed down."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from rest_compat.delays import ACCOUNT_CURVE, ADDRESS_CURVE, Curve, LoginDelays


class Time:
    """A clock that only sleeping moves; who sleeps until `wake` is called, if `held`."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []
        self.held: asyncio.Event | None = None

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        if self.held:
            await self.held.wait()


FREE = Curve(free=1000, first=1.0, longest=1.0)


def delays(time: Time, *, account: Curve = FREE, address: Curve = FREE, **limits: int) -> LoginDelays:
    return LoginDelays(account=account, address=address, clock=time.clock, sleep=time.sleep, **limits)


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
    time = Time()
    slow = delays(time, account=Curve(free=2, first=1, longest=4))

    async def job() -> None:
        for number in range(6):
            assert await slow.wait("user@example.com", f"192.0.2.{number}")
        assert time.slept == [1, 2, 4, 4]
        assert await slow.wait("other@example.com", "192.0.2.1")
        assert len(time.slept) == 4

    run(job)


def test_address_is_slowed_down_whatever_account_it_tries() -> None:
    time = Time()
    slow = delays(time, address=Curve(free=1, first=1, longest=2))

    async def job() -> None:
        for number in range(4):
            assert await slow.wait(f"user{number}@example.com", "192.0.2.1")
        assert time.slept == [1, 2, 2]

    run(job)


def test_success_forgets_the_failures_of_the_account_but_not_of_the_address() -> None:
    time = Time()
    slow = delays(time, account=Curve(free=1, first=5, longest=5), address=Curve(free=3, first=1, longest=1))

    async def job() -> None:
        await slow.wait("user", "here")
        await slow.wait("user", "here")
        slow.succeeded("user", "here")
        await slow.wait("user", "here")
        assert time.slept == [5]
        slow.succeeded("user", "here")
        for _ in range(3):
            await slow.wait("user", "here")
        assert time.slept == [5, 5, 5]
        await slow.wait("other", "here")
        assert time.slept == [5, 5, 5, 1]

    run(job)


def test_failures_are_forgotten_after_a_while() -> None:
    time = Time()
    slow = delays(time, account=Curve(free=1, first=1, longest=1), forget=60)

    async def job() -> None:
        await slow.wait("user", "here")
        time.now += 61
        await slow.wait("user", "here")
        assert time.slept == []
        time.now += 59
        await slow.wait("user", "here")
        assert time.slept == [1]

    run(job)


def test_attempts_at_once_count_before_they_have_failed() -> None:
    time = Time()
    slow = delays(time, account=Curve(free=2, first=1, longest=8))

    async def job() -> None:
        await asyncio.gather(*(slow.wait("user", "here") for _ in range(5)))
        assert sorted(time.slept) == [1, 2, 4]

    run(job)


def test_only_so_many_wait_from_one_address_and_in_all() -> None:
    time = Time()
    slow = delays(
        time, account=Curve(free=0, first=1, longest=1), address=FREE, waiting=3, waiting_per_address=2)

    async def job() -> None:
        time.held = asyncio.Event()
        tasks = [asyncio.create_task(slow.wait("user", "here")) for _ in range(2)]
        await asyncio.sleep(0)
        assert not await slow.wait("user", "here")
        tasks.append(asyncio.create_task(slow.wait("user", "there")))
        await asyncio.sleep(0)
        assert not await slow.wait("user", "elsewhere")
        time.held.set()
        assert await asyncio.gather(*tasks) == [True] * 3
        assert await slow.wait("user", "here")

    run(job)


def test_those_who_give_up_waiting_make_room() -> None:
    time = Time()
    slow = delays(time, account=Curve(free=0, first=1, longest=1), waiting=1)

    async def job() -> None:
        time.held = asyncio.Event()
        task = asyncio.create_task(slow.wait("user", "here"))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        time.held.set()
        assert await slow.wait("user", "here")

    run(job)


def test_only_so_many_names_are_kept() -> None:
    time = Time()
    slow = delays(time, account=Curve(free=1, first=1, longest=1), size=2)

    async def job() -> None:
        for name in ("a", "b", "a", "c"):
            await slow.wait(name, name)
        assert time.slept == [1]
        await slow.wait("b", "b")
        assert time.slept == [1]
        await slow.wait("c", "c")
        assert time.slept == [1, 1]

    run(job)


def test_hundred_failures_in_a_row_end_within_a_minute_or_so_each_within_a_second() -> None:
    time = Time()
    slow = delays(time, account=ACCOUNT_CURVE, address=ADDRESS_CURVE)

    async def job() -> None:
        for _ in range(60):
            await slow.wait("user", "here")
        for number in range(1000):
            await slow.wait(f"user{number}", "here")

    run(job)
    assert max(time.slept) == 1.0
    assert 45 < sum(time.slept[:50]) < 60
    assert max(time.slept[50:]) == 0.25
