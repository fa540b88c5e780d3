"""What goes out over a connection, and when: nothing is lost, turned around or kept for long."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, cast

import pytest

from gql.web.protocol import LONGEST_HELD, Joined


class Recorded:
    """A transport that keeps what is written."""

    def __init__(self) -> None:
        self.writes: list[bytes] = []
        self.closed = False

    def write(self, data: bytes | memoryview) -> None:
        self.writes.append(bytes(data))

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    def get_extra_info(self, name: str) -> str:
        return f"the {name}"


Play = Callable[[Recorded, Joined], Coroutine[Any, Any, None]]


def played(play: Play) -> Recorded:
    """The transport after a play."""
    transport = Recorded()

    async def run() -> None:
        await play(transport, Joined(cast(asyncio.Transport, transport), asyncio.get_running_loop()))

    asyncio.run(run())
    return transport


def test_a_head_and_its_body_are_one_write() -> None:
    async def play(transport: Recorded, joined: Joined) -> None:
        joined.write(b"head ")
        joined.write(memoryview(b"body"))
        assert transport.writes == []
        await asyncio.sleep(0)

    assert played(play).writes == [b"head body"]


def test_what_comes_later_is_another_write() -> None:
    async def play(_: Recorded, joined: Joined) -> None:
        for text in (b"one", b"two"):
            joined.write(text)
            await asyncio.sleep(0)

    assert played(play).writes == [b"one", b"two"]


def test_a_long_body_goes_out_at_once_behind_its_head() -> None:
    body = b"x" * LONGEST_HELD

    async def play(transport: Recorded, joined: Joined) -> None:
        joined.write(b"head")
        joined.write(body)
        assert transport.writes == [b"head", body]

    assert played(play).writes == [b"head", body]


def test_no_more_waits_than_is_allowed_however_much_is_written() -> None:
    piece = b"x" * 1_000

    async def play(transport: Recorded, joined: Joined) -> None:
        for number in range(100):
            joined.write(piece)
            assert (number + 1) * len(piece) - sum(map(len, transport.writes)) <= LONGEST_HELD
        await asyncio.sleep(0)

    assert b"".join(played(play).writes) == 100 * piece


def test_closing_sends_what_waits() -> None:
    async def play(_: Recorded, joined: Joined) -> None:
        joined.write(b"the last words")
        joined.close()
        await asyncio.sleep(0)

    transport = played(play)
    assert (transport.writes, transport.closed) == ([b"the last words"], True)


def test_nothing_is_sent_to_a_client_that_has_gone() -> None:
    async def play(transport: Recorded, joined: Joined) -> None:
        joined.write(b"too late")
        transport.closed = True
        await asyncio.sleep(0)

    assert played(play).writes == []


@pytest.mark.parametrize("name", ["peername", "sslcontext"])
def test_the_rest_is_the_transports_own(name: str) -> None:
    async def play(_: Recorded, joined: Joined) -> None:
        assert joined.get_extra_info(name) == f"the {name}"

    played(play)
