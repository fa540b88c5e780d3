"""PostgreSQL's lines: many statements at once without threads, none lost with its connection, poolers in between."""
from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from typing import Any, cast

import peewee
import pytest

from models.database import PostgresqlDatabase
from models.interrupts import BrokenOff, Reason
from models.line import MOST_PREPARED
from models.lines import Lines
from models.network import Network
from models.workers import SERVER_THREADS, Read

HERE = "datname = current_database() AND backend_type = 'client backend'"
PIDS = f"SELECT pid FROM pg_stat_activity WHERE {HERE} AND pid <> pg_backend_pid()"
OTHERS = f"SELECT count(pg_terminate_backend(pid)) FROM ({PIDS}) AS t"
PREPARED = "SELECT count(*) FROM pg_prepared_statements"
SLEEP = "SELECT pg_sleep(100)::text"


@pytest.fixture
def lines(network: Network) -> Iterator[Lines]:
    if not isinstance(network.database, PostgresqlDatabase):
        pytest.skip("PostgreSQL alone has lines")
    made = Lines(network.database, SERVER_THREADS)
    yield made
    made.close()


def run(job: Callable[[], Awaitable[Any]]) -> Any:
    async def main() -> Any:
        return await job()

    return asyncio.run(main())


async def one(lines: Lines, sql: str, *parameters: object) -> Any:
    ((value,),) = await lines.rows(sql, parameters)
    return value


def test_values_go_there_and_come_back(lines: Lines) -> None:
    async def main() -> None:
        values = ("\u00e4\U0001f511'\\%s", 2**63 - 1, -1, True, None, b"\0\xff", "x" * 2_000_000)
        sql = "SELECT %s::text, %s, %s, %s, %s::text, %s, %s::text, '100%%'"
        for _ in range(3):  # the second time it is prepared
            assert await lines.rows(sql, values) == [(*values, "100%")]
        assert await lines.cell("SELECT %s::text", ["\u00e4"], 10) == b"\xc3\xa4"
        with pytest.raises(peewee.DataError, match="NUL"):
            await lines.rows("SELECT %s::text", ["a\0b"])

    run(main)


def test_a_wrong_statement_is_an_error_that_costs_no_connection(lines: Lines) -> None:
    async def main() -> None:
        pid = await one(lines, "SELECT pg_backend_pid()")
        for _ in range(3):
            with pytest.raises(peewee.ProgrammingError, match="nothing_here"):
                await lines.rows("SELECT * FROM nothing_here", ())
            with pytest.raises(peewee.DataError, match="invalid input syntax"):
                await lines.rows("SELECT %s::bigint", ["x"])
        assert await one(lines, "SELECT pg_backend_pid()") == pid

    run(main)


def test_many_at_once_share_few_connections(lines: Lines) -> None:
    async def main() -> None:
        found = await asyncio.gather(*(one(lines, "SELECT pg_backend_pid() FROM pg_sleep(0.02)") for _ in range(50)))
        assert len(set(found)) == SERVER_THREADS

    run(main)


def test_connections_lost_at_rest_or_unnoticed_fail_no_statement(lines: Lines, network: Network) -> None:
    async def main() -> None:
        for pause in (0.0, 0.2):  # with a pause the event loop hears of it before
            await asyncio.gather(*(lines.rows("SELECT pg_sleep(0.05)", ()) for _ in range(SERVER_THREADS)))
            network.database.execute_sql(OTHERS)
            await asyncio.sleep(pause)
            assert await asyncio.gather(*(one(lines, "SELECT 1") for _ in range(20))) == [1] * 20

    run(main)


def test_a_statement_that_loses_each_connection_fails_alone(lines: Lines) -> None:
    async def main() -> None:
        with pytest.raises(peewee.OperationalError):
            await lines.rows("SELECT pg_terminate_backend(pg_backend_pid())", ())
        assert await one(lines, "SELECT 1") == 1

    run(main)


def test_the_cancelled_and_the_overdue_give_their_connections_back(lines: Lines) -> None:
    async def main() -> None:
        tasks = [asyncio.create_task(lines.cell(SLEEP, (), 100)) for _ in range(SERVER_THREADS * 2)]
        await asyncio.sleep(0.5)  # half of them wait for a connection
        for task in tasks:
            task.cancel()
        assert {type(each) for each in await asyncio.gather(*tasks, return_exceptions=True)} == {asyncio.CancelledError}
        overdue = await asyncio.gather(*(lines.cell(SLEEP, (), 0.1) for _ in range(SERVER_THREADS)),
                                       return_exceptions=True)
        assert {each.reason for each in overdue if isinstance(each, BrokenOff)} == {Reason.OVERDUE}
        assert len(overdue) == SERVER_THREADS
        assert await asyncio.gather(*(one(lines, "SELECT 1") for _ in range(20))) == [1] * 20

    run(main)


def test_statements_are_prepared_when_they_come_again_and_not_too_many(lines: Lines) -> None:
    async def main() -> None:
        for _ in range(2):
            await lines.rows("SELECT 1", ())
        assert await one(lines, PREPARED) == 1
        for number in range(MOST_PREPARED + 10):
            for _ in range(2):
                await lines.rows(f"SELECT {number}, %s", [1])
        assert await one(lines, PREPARED) <= MOST_PREPARED

    run(main)


def test_a_pooler_that_changes_sessions_is_told_each_text_anew(lines: Lines) -> None:
    async def main() -> None:
        for _ in range(3):
            await lines.rows("SELECT 1", ())
        await lines.rows("DEALLOCATE ALL", ())
        assert [await one(lines, "SELECT 1") for _ in range(3)] == [1] * 3
        assert await one(lines, PREPARED) == 0

    run(main)


def test_one_event_loop_after_the_other_is_served(lines: Lines, network: Network) -> None:
    for _ in range(3):
        assert run(lambda: one(lines, "SELECT 1")) == 1
    lines.close()
    deadline = time.monotonic() + 10  # a server's process takes its time to end
    while network.database.execute_sql(f"SELECT count(*) FROM ({PIDS}) AS t").fetchone() != (0,):
        assert time.monotonic() < deadline
        time.sleep(0.01)


ANSWER = Read("SELECT %s::text", ["\u00e4"])


def test_statements_that_are_sent_together_find_what_each_finds(lines: Lines) -> None:
    async def main() -> None:
        reads = [Read("SELECT %s, %s::text", [1, "a"]), Read("SELECT generate_series(1, %s)", [3]),
                 Read("SELECT 1 WHERE false", [])]
        for _ in range(3):
            assert await lines.together(reads, ANSWER, 10) == ([[(1, "a")], [(1,), (2,), (3,)], []], b"\xc3\xa4")
            assert await one(lines, "SELECT 1") == 1
        many = await asyncio.gather(*(lines.together([], Read("SELECT %s::text", [str(n)]), 10) for n in range(100)))
        assert many == [([], b"%d" % n) for n in range(100)]

    run(main)


@pytest.mark.parametrize("wrong", ["SELECT * FROM nothing_here", "SELECT 1 / %s", "SELECT pg_terminate_backend(%s)"])
def test_when_one_of_them_fails_none_has_found_anything(lines: Lines, wrong: str) -> None:
    async def main() -> None:
        values = [] if "%s" not in wrong else [await one(lines, "SELECT pg_backend_pid()") if "pg_" in wrong else 0]
        good = Read("SELECT 1", [])
        for reads in ([Read(wrong, values), good], [good, Read(wrong, values)], [good]):
            last = ANSWER if len(reads) > 1 else Read(wrong, values)
            assert await lines.together(reads, last, 10) is None
            assert await one(lines, "SELECT 1") == 1
        assert await lines.together([good], ANSWER, 10) == ([[(1,)]], b"\xc3\xa4")

    run(main)


def test_together_they_can_be_overdue_and_cancelled(lines: Lines) -> None:
    async def main() -> None:
        for slow in (Read("SELECT pg_sleep(100)", []), Read("SELECT 1", [])):
            with pytest.raises(BrokenOff) as caught:
                await lines.together([slow], Read(SLEEP, []), 0.1)
            assert caught.value.reason is Reason.OVERDUE
        tasks = [asyncio.create_task(lines.together([], Read(SLEEP, []), 100)) for _ in range(SERVER_THREADS * 2)]
        await asyncio.sleep(0.3)
        for task in tasks:
            task.cancel()
        assert {type(each) for each in await asyncio.gather(*tasks, return_exceptions=True)} == {asyncio.CancelledError}
        assert await asyncio.gather(*(one(lines, "SELECT 1") for _ in range(20))) == [1] * 20

    run(main)


def test_behind_a_pooler_that_changes_sessions_nothing_is_sent_together(lines: Lines) -> None:
    async def main() -> None:
        for _ in range(3):
            await lines.rows("SELECT 1", ())
        await lines.rows("DEALLOCATE ALL", ())
        assert await lines.together([Read("SELECT 1", [])], ANSWER, 10) is None
        assert await one(lines, "SELECT 1") == 1
        assert await lines.together([Read("SELECT 1", [])], ANSWER, 10) is None

    run(main)


def test_texts_are_utf_8_whatever_the_database_has(lines: Lines, network: Network) -> None:
    database = cast(PostgresqlDatabase, network.database)
    database.execute_sql("CREATE DATABASE edgewise_latin1 ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'")
    other = PostgresqlDatabase("edgewise_latin1", **{
        name: value for name, value in database.connect_params.items() if name in ("host", "port", "user", "password")})
    try:
        with closing(Lines(other, 1)) as lines_there:
            assert run(lambda: lines_there.cell("SELECT %s::text", ["\u00e4"], 10)) == b"\xc3\xa4"
    finally:
        database.execute_sql("DROP DATABASE edgewise_latin1 WITH (FORCE)")
