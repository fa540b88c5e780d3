"""Progress is one changing line on a terminal and a line now and then elsewhere."""
from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from gql.commands.progress import Progress, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def ticking(*times: float) -> Iterator[float]:
    yield from times


def test_a_log_gets_a_line_every_three_seconds() -> None:
    out, times = io.StringIO(), ticking(0, 1, 3, 4, 6)
    shown = Progress(out, lambda: next(times))
    for step in ("one", "two", "three", "four"):
        shown(step)
    assert out.getvalue() == "two\nfour\n"


def test_a_terminal_shows_the_newest_step_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "8")
    out, times = Terminal(), ticking(0, 1, 1.01, 2)
    shown = Progress(out, lambda: next(times))
    for step in ("one", "two", "three hundred"):
        shown(step)
    assert out.getvalue() == "\r\x1b[Kone\r\x1b[Kthree h"


def test_a_terminal_line_is_cleared_at_the_end_and_a_log_is_left_alone() -> None:
    terminal, log = Terminal(), io.StringIO()
    with progress(terminal), progress(log):
        pass
    assert terminal.getvalue() == "\r\x1b[K"
    assert log.getvalue() == ""
