"""Statements end in the database when they take too long, and when nobody waits for them any more."""
from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest

from gql.compiler import running, turns
from gql.compiler.errors import LimitExceeded, TimedOut
from gql.compiler.running import MANY_ROWS, Abandoned, Runner
from models.network import Network

ENDLESS = {
    "sqlite": "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c",
    "postgresql": "SELECT pg_sleep(100)::text",
    "mysql": "SELECT benchmark(100000000000, md5('x'))",
}
SHORT = "SELECT 'x'"
ASIDE = float("inf")

UNDER_WAY = {
    "postgresql": "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' "
                  "AND query LIKE 'SELECT pg_sleep%%'",
    "mysql": "SELECT count(*) FROM information_schema.processlist WHERE db = database() AND info LIKE 'SELECT bench%%'",
}


@pytest.mark.parametrize("rows", [0, ASIDE])
def test_a_statement_that_takes_too_long_is_ended_in_the_database(network: Network, rows: float) -> None:
    runner = Runner(network, seconds=0.3)

    async def main() -> bytes:
        started = time.monotonic()
        with pytest.raises(TimedOut, match=r"longer than 0\.3 seconds \(limits\.deadline\)"):
            await runner.run(ENDLESS[network.database.engine], [], rows)
        assert time.monotonic() - started < 30
        await until(lambda: under_way(network) == 0)
        return await runner.run(SHORT, [], rows)

    assert asyncio.run(main()) == b"x"


def test_a_statement_whose_client_goes_away_is_ended_in_the_database(network: Network) -> None:
    async def gone() -> None:
        await asyncio.sleep(0.05)

    async def main() -> bytes:
        runner = Runner(network, seconds=100)
        with pytest.raises(Abandoned):
            await runner.run(ENDLESS[network.database.engine], [], ASIDE, gone)
        await until(lambda: under_way(network) == 0)
        return await runner.run(SHORT, [], ASIDE, gone)

    assert asyncio.run(main()) == b"x"


def test_a_cancelled_request_ends_its_statement(network: Network) -> None:
    async def main() -> None:
        running = asyncio.create_task(Runner(network, seconds=100).run(ENDLESS[network.database.engine], [], ASIDE))
        await asyncio.sleep(0.3)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        await until(lambda: under_way(network) == 0)
        await network.workers.read_in_thread(lambda: None)

    asyncio.run(main())


def test_long_statements_leave_the_event_loop_to_short_ones(network: Network) -> None:
    async def main() -> bytes:
        runner = Runner(network, seconds=1)
        long = asyncio.create_task(runner.run(ENDLESS[network.database.engine], [], ASIDE))
        await asyncio.sleep(0.1)
        found = await runner.run(SHORT, [], 1)
        assert not long.done()
        await expect(TimedOut, long)
        return found

    assert asyncio.run(main()) == b"x"


def test_large_statements_wait_for_each_other_while_small_ones_come(
    network: Network, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", 100.0)
    monkeypatch.setattr(turns, "processors", lambda: 2)

    async def main() -> bytes:
        runner = Runner(network, seconds=1)
        await runner.run(SHORT, [], 1)
        first = asyncio.create_task(runner.run(ENDLESS[network.database.engine], [], ASIDE))
        await asyncio.sleep(0.4)
        second = asyncio.create_task(runner.run(SHORT, [], MANY_ROWS))
        assert await runner.run(SHORT, [], MANY_ROWS - 1) == b"x"
        await asyncio.sleep(0.1)
        assert not second.done()
        third = asyncio.create_task(runner.run(SHORT, [], MANY_ROWS))
        await expect(TimedOut, first)
        assert await third == b"x"
        return await second

    assert asyncio.run(main()) == b"x"


def test_a_large_statement_whose_turn_does_not_come_takes_too_long(
    network: Network, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", 100.0)
    monkeypatch.setattr(turns, "processors", lambda: 1)

    async def main() -> None:
        runner = Runner(network, seconds=0.5)
        await runner.run(SHORT, [], 1)
        async with runner._turns.large(1):
            await expect(TimedOut, runner.run(SHORT, [], MANY_ROWS))
        assert await runner.run(SHORT, [], MANY_ROWS) == b"x"

    asyncio.run(main())


def test_behind_a_large_statement_a_server_rests_while_small_ones_come(
    network: Network, engine: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", 100)

    async def main() -> int:
        runner = Runner(network, seconds=100)
        await runner.run(SHORT, [], 0)
        await runner.run(SHORT, [], MANY_ROWS)
        return runner._turns._running

    assert asyncio.run(main()) == (0 if engine == "sqlite" else 1)


@pytest.mark.parametrize(("host", "at_once"), [("127.0.0.1", 4), ("::1", 4), ("localhost", 4), ("db.example.com", 5)])
def test_a_server_on_this_machine_gets_no_more_large_statements_than_its_processors_can_do_with(
    network: Network, engine: str, host: str, at_once: int, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "processors", lambda: 2)
    if engine != "sqlite":
        monkeypatch.setitem(network.database.connect_params, "host", host)
    kept = Runner(network, seconds=100)._turns

    async def main() -> int:
        ends = asyncio.Event()

        async def large() -> None:
            async with kept.large(100):
                await ends.wait()

        all_ = [asyncio.create_task(large()) for _ in range(5)]
        await asyncio.sleep(0.01)
        found = kept._running
        ends.set()
        await asyncio.gather(*all_)
        return found

    assert asyncio.run(main()) == (5 if engine == "sqlite" else at_once)


async def expect(error: type[Exception], doing: Awaitable[object]) -> None:
    with pytest.raises(error):
        await doing


async def until(holds: Callable[[], bool]) -> None:
    for _ in range(200):
        if holds():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never came true")


def under_way(network: Network) -> int:
    """How many of the endless statements the server still runs."""
    query = UNDER_WAY.get(network.database.engine)
    return int(network.database.execute_sql(query).fetchone()[0]) if query else 0


def test_a_result_that_is_too_long_is_never_made(network: Network, engine: str) -> None:
    if engine != "sqlite":
        return  # servers have no such limit for one statement
    long = ("SELECT group_concat(x, '') FROM (WITH RECURSIVE c(x) AS (SELECT 'abcdefghij' UNION ALL SELECT x FROM c) "
            "SELECT x FROM c LIMIT {})")

    async def main() -> bytes:
        runner = Runner(network, seconds=100, most_bytes=100_000)
        with pytest.raises(LimitExceeded, match=r"more than 100000, and the limit is 100000 \(limits\.answer\)"):
            await runner.run(long.format(20_000), [], ASIDE)
        assert len(await runner.run(long.format(9_999), [], ASIDE)) == 99_990
        return await Runner(network, seconds=100).run(long.format(20_000), [], ASIDE)

    assert len(asyncio.run(main())) == 200_000, "others on the same connection have no such limit"
