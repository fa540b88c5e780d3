"""Failed logins, counted in the database."""
from __future__ import annotations

import asyncio
from contextlib import closing

from models.delays import Curve, LoginDelays
from models.failures import PURGE_SECONDS, Failures
from models.network import Network
from models.own_tables import FAILURES


def rows(network: Network) -> int:
    return int(network.database.execute_sql(f"SELECT count(*) FROM {FAILURES}").fetchone()[0])


def test_each_process_sees_the_failures_of_all(network: Network) -> None:
    here, there = Failures(network.database), Failures(network.database)
    here.add(["account a", "address x"])
    there.add(["account a", "address y"])
    for one in (here, there):
        assert one.most(["account a", "address x", "address y", "account b"]) == [2, 1, 1, 0]


def test_names_of_any_kind_are_told_apart(network: Network) -> None:
    failures = Failures(network.database)
    names = ["a", "A", "a ", "\u00e4", "x" * 5000, "'; --", "\U0001f511", ""]
    for number, name in enumerate(names):
        for _ in range(number + 1):
            failures.add([name])
    assert failures.most(names) == list(range(1, len(names) + 1))


def test_success_forgets_a_name_everywhere(network: Network) -> None:
    here, there = Failures(network.database), Failures(network.database)
    here.add(["a", "b"])
    there.forget("a")
    assert here.most(["a", "b"]) == [0, 1]


def test_name_is_forgotten_when_nothing_failed_for_a_while(network: Network) -> None:
    now = 1_000_000.0
    failures = Failures(network.database, seconds=60, clock=lambda: now)
    failures.add(["a"])
    now += 59
    failures.add(["a"])
    assert failures.most(["a"]) == [2]
    now += 61
    assert failures.most(["a"]) == [0]
    failures.add(["a"])
    assert failures.most(["a"]) == [1]


def test_what_is_forgotten_is_deleted_now_and_then(network: Network) -> None:
    now = 1_000_000.0
    failures = Failures(network.database, seconds=10, clock=lambda: now)
    failures.add(["a", "b"])
    now += PURGE_SECONDS + 1
    failures.add(["c"])
    assert rows(network) == 1


def test_names_are_kept_as_hashes(network: Network) -> None:
    Failures(network.database).add(["account user@example.com", "address 192.0.2.1"])
    found = network.database.execute_sql(f"SELECT name FROM {FAILURES}").fetchall()
    assert all(len(name) == 64 and int(name, 16) for name, in found)


def test_login_is_slow_after_failures_in_another_process(network: Network, prepared_url: str) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async def bad() -> str | None:
        return None

    with closing(Network.open(prepared_url, types=())) as other:
        curve = Curve(free=3, first=0.5, longest=1)
        mine, others = (LoginDelays(one.workers, account=curve, sleep=sleep) for one in (network, other))

        async def job() -> None:
            for _ in range(3):
                assert not await others.attempt(["user"], "192.0.2.1", bad)
            assert slept == []
            assert not await mine.attempt(["user"], "192.0.2.2", bad)
            assert slept == [0.5]

        asyncio.run(job())
