"""Progress of long commands: one line that changes on a terminal, a line now and then elsewhere."""
from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

TERMINAL_SECONDS = 0.1
LOG_SECONDS = 3.0
CLEAR = "\r\x1b[K"


class Progress:
    """Called with what is being done; prints it on `stream`, but not more often than is of use."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream, clock
        self._terminal = stream.isatty()
        self._interval = TERMINAL_SECONDS if self._terminal else LOG_SECONDS
        self._next = clock() + self._interval

    def __call__(self, text: str) -> None:
        """Print the text if it is time."""
        now = self._clock()
        if now < self._next:
            return
        self._next = now + self._interval
        width = shutil.get_terminal_size().columns - 1
        self._stream.write(CLEAR + text[:width] if self._terminal else text + "\n")
        self._stream.flush()

    def clear(self) -> None:
        """Leave the terminal's line empty for what is printed next."""
        if self._terminal:
            self._stream.write(CLEAR)
            self._stream.flush()


@contextmanager
def progress(stream: TextIO) -> Iterator[Progress]:
    """A progress that leaves no rest of a line behind."""
    shown = Progress(stream)
    try:
        yield shown
    finally:
        shown.clear()
