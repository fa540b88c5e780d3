"""Threads that take jobs from an event loop: results and errors come back, and everything is done to its end."""
from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest

from models.threads import Threads


@pytest.fixture
def threads() -> Iterator[Threads]:
    with closing(Threads(2, "test")) as some:
        yield some


def done(threads: Threads, *jobs: Callable[[], Any]) -> list[Any]:
    """What comes of some jobs, in their order."""
    async def run() -> list[Any]:
        return await asyncio.gather(*[threads.run(job) for job in jobs], return_exceptions=True)

    return asyncio.run(run())


def test_results_and_errors_come_back(threads: Threads) -> None:
    found = done(threads, lambda: 1, lambda: 1 / 0, lambda: 3)
    assert (found[0], found[2]) == (1, 3)
    assert isinstance(found[1], ZeroDivisionError)


def test_jobs_run_beside_each_other(threads: Threads) -> None:
    together = threading.Barrier(2)
    assert len(set(done(threads, *[lambda: (together.wait(10), threading.get_ident())[1]] * 2))) == 2


def test_a_job_is_done_though_nobody_waits_any_more(threads: Threads) -> None:
    begin, ran = threading.Event(), threading.Event()

    def job() -> None:
        begin.wait(10)
        ran.set()

    async def leave() -> None:
        running = threads.run(job)
        running.cancel()
        begin.set()
        assert await threads.run(lambda: "the next one") == "the next one"

    asyncio.run(leave())
    assert ran.wait(10)


def test_a_loop_that_closed_meanwhile_harms_nobody(threads: Threads) -> None:
    begin = threading.Event()

    async def leave() -> None:
        threads.run(lambda: begin.wait(10))

    asyncio.run(leave())
    begin.set()
    assert done(threads, lambda: 1, lambda: 2) == [1, 2]


def test_closing_does_what_was_given_and_lets_each_thread_end_itself() -> None:
    did: list[str] = []
    some = Threads(2, "test", lambda: did.append("end"))

    async def give() -> None:
        for _ in range(5):
            some.run(lambda: did.append("job"))

    asyncio.run(give())
    some.close()
    assert (did.count("job"), did.count("end")) == (5, 2)
