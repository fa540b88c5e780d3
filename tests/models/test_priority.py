"""Threads that step back let others go first, and leave these as they were."""
from __future__ import annotations

import asyncio
import ctypes
import os
import platform
import sys
import threading
from collections.abc import Callable
from contextlib import closing

import pytest

from models import priority
from models.priority import LONG_SLICE, LOWEST, NICENESS, SET_ATTRIBUTES, step_back
from models.threads import Threads

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux knows priorities of threads")

SLICES_SINCE = (6, 12)
"""The release of Linux from which on a thread may ask for slices of a length."""


def nice() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


def slice_() -> int:
    """The calling thread's slice in nanoseconds, as Linux tells it (sched_getattr(2))."""
    told = priority._Attributes()
    size = ctypes.sizeof(told)
    number = SET_ATTRIBUTES[platform.machine()] + 1
    assert ctypes.CDLL(None).syscall(number, 0, ctypes.byref(told), size, 0) == 0
    return int(told.runtime)


def in_thread(tell: Callable[[], int], *, steps_back: bool) -> int:
    """What a thread of some tells."""
    async def run(some: Threads) -> int:
        return await some.run(tell)

    with closing(Threads(1, "test", steps_back=steps_back)) as some:
        return asyncio.run(run(some))


@pytest.mark.skipif(platform.machine() not in SET_ATTRIBUTES, reason="how to ask for slices is not known here")
def test_a_thread_that_steps_back_is_nicer_and_takes_longer_slices() -> None:
    own = nice(), slice_()
    assert (in_thread(nice, steps_back=False), in_thread(slice_, steps_back=False)) == own
    assert in_thread(nice, steps_back=True) == min(LOWEST, own[0] + NICENESS)
    release = tuple(map(int, platform.release().split("-")[0].split(".")[:2]))
    assert in_thread(slice_, steps_back=True) == (LONG_SLICE if release >= SLICES_SINCE else own[1])
    assert (nice(), slice_()) == own


def test_where_threads_must_not_step_back_they_work_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "setpriority", refuse)
    assert in_thread(nice, steps_back=True) == nice()


@pytest.mark.parametrize("machine", ["a machine that is not known", "x86_64"])
def test_where_longer_slices_are_not_to_be_had_it_is_nicer_all_the_same(
    machine: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: machine)
    monkeypatch.setattr(priority, "SET_ATTRIBUTES", {"x86_64": 1_000_000})  # no system call has this number
    own, found = nice(), []

    def run() -> None:
        step_back()
        found.append(nice())

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert found == [min(LOWEST, own + NICENESS)]
