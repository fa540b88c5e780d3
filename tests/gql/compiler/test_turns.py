"""Large statements wait for each other while small ones come, none is forgotten, and none waits without need."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from math import inf
from typing import Any

import pytest

from gql.compiler import turns
from gql.compiler.turns import Turns
from models.interrupts import BrokenOff, Reason
from models.watch import Gone

LONG = 100.0
"""More seconds than any test takes."""

MUCH = 1e9
"""As a rest: more than any time that is allowed, however short the statement was."""


class Crowd:
    """Large statements, each of which runs until it is told to end."""

    def __init__(self, most: int, rest: float = 0.0, ever: float = inf) -> None:
        self.turns = Turns(most, rest, ever)
        self.running: list[int] = []
        self.left: dict[int, float] = {}
        self._ends: dict[int, asyncio.Event] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}

    async def comes(self, number: int, seconds: float = LONG, gone: Gone | None = None) -> asyncio.Task[None]:
        self._ends[number] = asyncio.Event()
        self._tasks[number] = asyncio.create_task(self._run(number, seconds, gone))
        await self._settle()
        return self._tasks[number]

    async def ends(self, number: int) -> None:
        self._ends[number].set()
        await self._settle()

    async def is_cancelled(self, number: int) -> None:
        self._tasks[number].cancel()
        await self._settle()

    async def _run(self, number: int, seconds: float, gone: Gone | None) -> None:
        async with self.turns.large(seconds, gone) as self.left[number]:
            self.running.append(number)
            try:
                await self._ends[number].wait()
            finally:
                self.running.remove(number)

    async def _settle(self) -> None:
        for _ in range(5):
            await asyncio.sleep(0)


Play = Callable[[Crowd], Coroutine[Any, Any, None]]


def played(play: Play, most: int = 1, rest: float = 0.0, ever: float = inf) -> None:
    async def run() -> None:
        await asyncio.wait_for(play(Crowd(most, rest, ever)), LONG)

    asyncio.run(run())


def test_without_small_ones_all_run_at_once() -> None:
    async def play(crowd: Crowd) -> None:
        for number in range(3):
            await crowd.comes(number)
        assert crowd.running == [0, 1, 2]

    played(play)


def test_where_there_are_never_more_than_so_many_the_others_wait_without_small_ones_too() -> None:
    async def play(crowd: Crowd) -> None:
        for number in range(4):
            await crowd.comes(number)
        for number in range(4):
            assert crowd.running == list(range(number, min(number + 2, 4)))
            await crowd.ends(number)
        assert crowd.running == []

    played(play, most=1, ever=2)


def test_who_comes_without_small_ones_may_wait_for_longer_than_it_may_run() -> None:
    async def play(crowd: Crowd) -> None:
        await crowd.comes(0)
        late = await crowd.comes(1, seconds=0.01)
        await asyncio.sleep(0.05)
        await crowd.ends(0)
        assert crowd.running == [1]
        assert crowd.left[1] == 0.01
        await crowd.ends(1)
        await late

    played(play, ever=1)


@pytest.mark.parametrize("most", [1, 2])
def test_while_small_ones_come_only_so_many_run_and_the_others_in_their_order(
    most: int, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", LONG)

    async def play(crowd: Crowd) -> None:
        crowd.turns.note_small()
        for number in range(5):
            await crowd.comes(number)
        for number in range(5):
            assert crowd.running == list(range(number, min(number + most, 5)))
            await crowd.ends(number)
        assert crowd.running == []

    played(play, most)


def test_when_small_ones_have_ceased_those_that_wait_run_though_none_has_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", 0.02)

    async def play(crowd: Crowd) -> None:
        crowd.turns.note_small()
        for number in range(3):
            await crowd.comes(number)
        assert crowd.running == [0]
        await asyncio.sleep(0.01)
        crowd.turns.note_small()
        await until(lambda: len(crowd.running) == 3)

    played(play)


def rested(monkeypatch: pytest.MonkeyPatch, play: Play) -> None:
    """Where a large one is followed by a rest, which lasts as long as is allowed: a hundredth of a second."""
    monkeypatch.setattr(turns, "LONGEST_REST", 0.01)
    played(play, rest=MUCH)


def test_while_small_ones_come_the_next_one_waits_for_the_end_of_a_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", LONG)

    async def play(crowd: Crowd) -> None:
        crowd.turns.note_small()
        for number in range(3):
            await crowd.comes(number)
        await crowd.ends(0)
        await crowd.comes(3)
        assert crowd.running == []
        await until(lambda: crowd.running == [1])
        await crowd.is_cancelled(1)
        assert crowd.running == []
        await until(lambda: crowd.running == [2])
        await crowd.ends(2)
        await until(lambda: crowd.running == [3])

    rested(monkeypatch, play)


def test_without_small_ones_nothing_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    async def play(crowd: Crowd) -> None:
        await crowd.comes(0)
        await crowd.ends(0)
        crowd.turns.note_small()
        await crowd.comes(1)
        assert crowd.running == [1]

    rested(monkeypatch, play)


def test_when_small_ones_cease_during_a_rest_nobody_waits_for_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", 0.02)
    monkeypatch.setattr(turns, "LONGEST_REST", LONG)

    async def play(crowd: Crowd) -> None:
        crowd.turns.note_small()
        await crowd.comes(0)
        await crowd.ends(0)
        await crowd.comes(1)
        assert crowd.running == []
        await until(lambda: crowd.running == [1])

    played(play, rest=MUCH)


def test_a_rest_is_a_part_of_the_time_that_was_taken_without_the_time_of_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", LONG)
    monkeypatch.setattr(turns, "LONGEST_REST", LONG)
    rests: list[float] = []

    async def play(crowd: Crowd) -> None:
        loop = asyncio.get_running_loop()
        later = loop.call_later

        def at_once(seconds: float, *call: Any) -> asyncio.TimerHandle:
            rests.append(seconds)
            return later(0, *call)

        crowd.turns.note_small()
        for number in range(2):
            await crowd.comes(number)
        await asyncio.sleep(0.2)
        monkeypatch.setattr(loop, "call_later", at_once)
        for number in range(2):
            await crowd.ends(number)
        monkeypatch.undo()

    played(play, rest=0.5)
    assert rests[0] >= 0.1
    assert rests[1] < rests[0]


def test_a_rest_of_another_event_loop_frees_no_place_in_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", LONG)
    monkeypatch.setattr(turns, "LONGEST_REST", 0.01)
    kept = Turns(1, MUCH)

    async def runs() -> None:
        kept.note_small()
        async with kept.large(LONG):
            pass

    loops = [asyncio.new_event_loop() for _ in range(2)]
    for loop in loops:
        loop.run_until_complete(runs())
    loops[0].run_until_complete(asyncio.sleep(0.05))
    assert kept._running == 1
    loops[1].run_until_complete(asyncio.sleep(0.05))
    assert kept._running == 0
    for loop in loops:
        loop.close()


def test_who_is_cancelled_while_he_waits_or_runs_hinders_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", LONG)

    async def play(crowd: Crowd) -> None:
        crowd.turns.note_small()
        for number in range(4):
            await crowd.comes(number)
        await crowd.is_cancelled(1)
        await crowd.is_cancelled(0)
        assert crowd.running == [2]
        await crowd.ends(2)
        assert crowd.running == [3]

    played(play)


def test_who_is_cancelled_at_the_moment_of_his_turn_passes_it_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", LONG)

    async def play(crowd: Crowd) -> None:
        crowd.turns.note_small()
        tasks = [await crowd.comes(number) for number in range(3)]
        crowd._ends[0].set()
        await tasks[0]  # the next one has been called, and has not run yet
        await crowd.is_cancelled(1)
        assert crowd.running == [2]

    played(play)


def test_an_end_and_a_cancellation_at_the_same_moment_break_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", LONG)

    async def play(crowd: Crowd) -> None:
        crowd.turns.note_small()
        tasks = [await crowd.comes(number) for number in range(3)]
        crowd._ends[0].set()
        tasks[1].cancel()
        await asyncio.wait(tasks[:2])
        assert tasks[0].exception() is None
        assert tasks[1].cancelled()
        await crowd.comes(3)
        assert crowd.running == [2]
        await crowd.ends(2)
        assert crowd.running == [3]

    played(play)


def test_who_is_told_of_the_end_of_his_time_and_cancelled_at_once_was_never_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", LONG)

    async def play(crowd: Crowd) -> None:
        crowd.turns.note_small()
        await crowd.comes(0)
        late = await crowd.comes(1)
        turns._break_off(crowd.turns._waiting[0], Reason.OVERDUE)
        late.cancel()
        await asyncio.wait([late])
        await crowd.comes(2)
        assert crowd.running == [0]
        await crowd.ends(0)
        assert crowd.running == [2]

    played(play)


def test_whose_client_goes_away_while_he_waits_waits_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", LONG)

    async def gone() -> None:
        pass

    async def play(crowd: Crowd) -> None:
        crowd.turns.note_small()
        await crowd.comes(0)
        left = await crowd.comes(1, gone=gone)
        with pytest.raises(BrokenOff) as caught:
            await left
        assert caught.value.reason is Reason.ABANDONED
        await crowd.comes(2)
        await crowd.ends(0)
        assert crowd.running == [2]

    played(play)


def test_what_waited_in_an_event_loop_that_has_ended_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", 0.02)
    kept = Turns(1)

    async def play(crowd: Crowd) -> None:
        crowd.turns = kept
        kept.note_small()
        for number in range(3):
            await crowd.comes(number)
        assert crowd.running == [0]

    async def again(crowd: Crowd) -> None:
        await play(crowd)
        await until(lambda: len(crowd.running) == 3)

    played(play)
    played(again)


def test_the_wait_is_taken_from_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", 0.05)

    async def play(crowd: Crowd) -> None:
        async with crowd.turns.large(10) as seconds:
            assert 9.9 < seconds <= 10
            crowd.turns.note_small()
            async with crowd.turns.large(10) as left:
                assert left < 9.96

    played(play)


def test_who_waits_for_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_SECONDS", LONG)

    async def play(crowd: Crowd) -> None:
        crowd.turns.note_small()
        await crowd.comes(0)
        late = await crowd.comes(1, seconds=0.01)
        with pytest.raises(BrokenOff) as caught:
            await late
        assert caught.value.reason is Reason.OVERDUE
        await crowd.ends(0)
        await crowd.comes(2)
        assert crowd.running == [2]

    played(play)


async def until(holds: Callable[[], bool]) -> None:
    while not holds():
        await asyncio.sleep(0.005)


def test_one_processor_is_left_where_there_are_several(monkeypatch: pytest.MonkeyPatch) -> None:
    for number, most in ((1, 1), (2, 1), (8, 7)):
        monkeypatch.setattr(turns, "processors", lambda number=number: number)
        assert Turns()._most == most
