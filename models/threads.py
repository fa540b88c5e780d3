"""Threads that take jobs from an event loop."""
from __future__ import annotations

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, NamedTuple, TypeVar

from models.priority import step_back

T = TypeVar("T")


class _Job(NamedTuple):
    """What a thread has to do, and who waits for it."""

    run: Callable[[], Any]
    done: asyncio.Future[Any]


class Threads:
    """So many threads, which take one job after the other; each does `end` when it ends.

    With `steps_back` the event loop goes first where there are more threads than processors, as far as the system
    knows priorities of threads (Linux).

    Handing a job over and its result back takes a third of the time that concurrent.futures takes for that.
    """

    def __init__(
        self, number: int, name: str, end: Callable[[], None] = lambda: None, *, steps_back: bool = False,
    ) -> None:
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._end, self._steps_back = end, steps_back
        self._threads = [Thread(target=self._work, name=f"{name}-{each}", daemon=True) for each in range(number)]
        self._are_started = False

    def run(self, job: Callable[[], T]) -> asyncio.Future[T]:
        """The result of a job, which is done to its end, whoever still waits for it. Called on an event loop."""
        if not self._are_started:
            self._start()
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._jobs.put(_Job(job, done))
        return done

    def close(self) -> None:
        """Let the jobs that were given be done, then end the threads."""
        if self._are_started:
            for _ in self._threads:
                self._jobs.put(None)
            for thread in self._threads:
                thread.join()

    def _start(self) -> None:
        self._are_started = True
        for thread in self._threads:
            thread.start()

    def _work(self) -> None:
        if self._steps_back:
            step_back()
        while (job := self._jobs.get()) is not None:
            _do(job)
            del job  # else its result would stay until the next one comes
        self._end()


def _do(job: _Job) -> None:
    result, error = None, None
    try:
        result = job.run()
    except BaseException as raised:  # noqa: BLE001 - whoever waits gets it
        error = raised
    try:
        job.done.get_loop().call_soon_threadsafe(settle, job.done, result, error)
    except RuntimeError:
        return  # the loop is closed: nobody waits any more


def settle(done: asyncio.Future[Any], result: Any, error: BaseException | None) -> None:
    """Tell whoever waits, on the event loop's thread; he may have gone."""
    if done.done():
        return
    if error is None:
        done.set_result(result)
    else:
        done.set_exception(error)
