"""Lists that go through a file."""
from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Sequence
from typing import Any, cast

import pytest

from models.catalogue import ObjectType, string
from models.objects import Row
from models.workers import Workers
from rest_compat.bodies import ClientGone
from rest_compat.lists import CHUNK, IN_MEMORY, LongList, short_list
from rest_compat.rows import RowWriter
from rest_compat.wire.ptree_json import ELEMENT_MARGIN
from tests.rest_compat.asking import Client, scope_of

WRITE = RowWriter(ObjectType("thing", "test", "", (string("text", ""),)), ELEMENT_MARGIN)
TIMEOUT = 30
GET = scope_of("GET", "/rest/thing")


class Threads:
    """Workers that have no database."""

    async def read_in_thread(self, job: Any, *args: Any) -> Any:
        return await asyncio.to_thread(job, *args)


WORKERS = cast("Workers", Threads())


class Leaver(Client):
    """A client that goes away when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.gone = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        if self.chunks:
            return await super().receive()
        await self.gone.wait()
        return {"type": "http.disconnect"}


def rows(after: int, count: int) -> list[Row]:
    return [Row(id_, (f"text/{id_}" * 20,)) for id_ in range(after + 1, after + 1 + count)]


def test_long_list_is_sent_in_chunks_with_its_length() -> None:
    def page(after: int) -> Sequence[Row]:
        return rows(after, 500) if after < 10_000 else []

    async def run() -> Client:
        client, long_list = Client(), LongList("thing", page, WRITE)
        await long_list.render(WORKERS, client.receive)
        await long_list.send(GET, client.receive, client.send)
        assert long_list._file.closed
        return client

    client = asyncio.run(run())
    got = client.answer()
    assert got.body == short_list("thing", rows(0, 10_000), WRITE)
    assert got.headers == {"content-type": "application/json", "content-length": str(len(got.body))}
    assert len(got.body) > IN_MEMORY
    assert max(len(message["body"]) for message in client.got[1:]) == CHUNK
    assert len(json.loads(got.body)["thing"]) == 10_000


def test_list_that_has_become_empty_is_an_empty_list() -> None:
    async def run() -> bytes:
        client, long_list = Client(), LongList("thing", lambda _: [], WRITE)
        await long_list.render(WORKERS, client.receive)
        await long_list.send(GET, client.receive, client.send)
        return client.answer().body

    assert asyncio.run(run()) == short_list("thing", [], WRITE)


def test_other_requests_are_served_while_a_list_is_written() -> None:
    served = threading.Event()

    def page(after: int) -> Sequence[Row]:
        assert served.wait(TIMEOUT)
        return rows(after, 1) if after < 3 else []

    async def run() -> None:
        client, long_list = Client(), LongList("thing", page, WRITE)
        writing = asyncio.ensure_future(long_list.render(WORKERS, client.receive))
        await asyncio.sleep(0)  # the loop is free: this continues although the page waits
        served.set()
        await writing
        await long_list.send(GET, client.receive, client.send)
        assert client.answer().status == 200

    asyncio.run(run())


def test_writing_ends_when_the_client_leaves() -> None:
    started = threading.Event()

    def endless(after: int) -> Sequence[Row]:
        started.set()
        return rows(after, 1)

    async def run() -> None:
        client, long_list = Leaver(), LongList("thing", endless, WRITE)
        writing = asyncio.ensure_future(long_list.render(WORKERS, client.receive))
        await asyncio.to_thread(started.wait, TIMEOUT)
        client.gone.set()
        with pytest.raises(ClientGone):
            await asyncio.wait_for(writing, TIMEOUT)
        assert long_list._file.closed

    asyncio.run(run())


def test_writing_ends_when_the_request_is_cancelled() -> None:
    started = threading.Event()

    def endless(after: int) -> Sequence[Row]:
        started.set()
        return rows(after, 1)

    async def run() -> None:
        long_list = LongList("thing", endless, WRITE)
        writing = asyncio.ensure_future(long_list.render(WORKERS, Client().receive))
        await asyncio.to_thread(started.wait, TIMEOUT)
        writing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(writing, TIMEOUT)
        assert long_list._file.closed

    asyncio.run(run())


def test_sending_ends_when_the_client_leaves() -> None:
    def page(after: int) -> Sequence[Row]:
        return rows(after, 500) if after < 10_000 else []

    async def run() -> None:
        client, long_list = Leaver(), LongList("thing", page, WRITE)
        await long_list.render(WORKERS, client.receive)

        async def send(message: Any) -> None:
            client.got.append(message)
            client.gone.set()
            await asyncio.sleep(0)

        with pytest.raises(ClientGone):
            await long_list.send(GET, client.receive, send)
        assert len(client.got) < 5
        assert long_list._file.closed

    asyncio.run(run())
