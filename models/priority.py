"""The priority of a thread, as far as the system knows one for threads (Linux)."""
from __future__ import annotations

import ctypes
import os
import platform
import sys
from collections.abc import Mapping
from contextlib import suppress
from threading import get_native_id

NICENESS = 5
"""By how much threads that step back do so: they get a third of what others get of a processor that both want."""

LOWEST = 19
"""The lowest priority that Linux knows."""

LONG_SLICE = 20_000_000
"""A slice of time that is longer than usual, in nanoseconds; Linux grants it from 6.12 on.

Whoever wakes up with a shorter one mostly goes first at once. Between equals he may have to wait for the next tick,
which is 4 ms on many machines: as long as many small statements take.
"""

SET_ATTRIBUTES: Mapping[str, int] = {"x86_64": 314, "aarch64": 274, "riscv64": 274}
"""The numbers of Linux's system call sched_setattr, which neither Python nor older C libraries know by name."""


class _Attributes(ctypes.Structure):
    """Linux's `struct sched_attr` (sched_setattr(2))."""

    _fields_ = (
        ("size", ctypes.c_uint32), ("policy", ctypes.c_uint32), ("flags", ctypes.c_uint64), ("nice", ctypes.c_int32),
        ("priority", ctypes.c_uint32), ("runtime", ctypes.c_uint64), ("deadline", ctypes.c_uint64),
        ("period", ctypes.c_uint64),
    )


def step_back() -> None:
    """Let other threads go before the calling one where there are more of them than processors."""
    if sys.platform != "linux":
        return
    itself = os.PRIO_PROCESS, get_native_id()
    nice = min(LOWEST, os.getpriority(*itself) + NICENESS)
    with suppress(OSError):  # some systems forbid it
        os.setpriority(*itself, nice)
        _lengthen_slice(nice)


def _lengthen_slice(nice: int) -> None:
    """Ask for long slices of time; nothing comes of it where they are not known or it is forbidden."""
    number = SET_ATTRIBUTES.get(platform.machine()) if sys.maxsize > 2**32 else None
    if sys.platform == "linux" and number and os.sched_getscheduler(0) == os.SCHED_OTHER:
        wanted = _Attributes(ctypes.sizeof(_Attributes), os.SCHED_OTHER, 0, nice, 0, LONG_SLICE)
        ctypes.CDLL(None).syscall(number, 0, ctypes.byref(wanted), 0)
