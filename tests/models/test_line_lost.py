"""A server that breaks off in the middle of a pipeline, or speaks nonsense there: the line is lost, nothing waits."""
from __future__ import annotations

import asyncio
import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from typing import Any, cast

import pytest

from models.database import PostgresqlDatabase

psycopg = pytest.importorskip("psycopg")
lines = pytest.importorskip("models.lines")
workers = pytest.importorskip("models.workers")


def message(kind: bytes, content: bytes = b"") -> bytes:
    """A message of PostgreSQL's protocol (its documentation, 55.7)."""
    return kind + struct.pack("!I", len(content) + 4) + content


READY = message(b"Z", b"I")
GREETING = message(b"R", struct.pack("!I", 0)) + message(b"S", b"client_encoding\0UTF8\0") + message(
    b"K", struct.pack("!II", 1, 2)) + READY
COLUMN = struct.pack("!H", 1) + b"a\0" + struct.pack("!IHIhih", 0, 0, 25, -1, -1, 0)
ANSWERS: Mapping[bytes, bytes] = {
    b"P": message(b"1"), b"B": message(b"2"), b"D": message(b"T", COLUMN),
    b"E": message(b"D", struct.pack("!HI", 1, 1) + b"1") + message(b"C", b"SELECT 1\0"),
}
"""What is answered to Parse, Bind, Describe and Execute."""

ENDS: Mapping[str, Callable[[bytes], bytes]] = {
    "nonsense": lambda said: said[:20] + b"\xff" * 64,
    "a Sync that is too short": lambda said: said + b"Z\0\0\0\x02",
    "a row longer than memory": lambda said: said[:len(said) // 2] + b"T" + struct.pack("!I", 2**31 - 10),
    "half an answer": lambda said: said[:25],
    "no Sync": lambda said: said,
    "its own end": lambda _: message(b"E", b"SFATAL\0VFATAL\0C57P01\0Mterminating\0\0"),
}
"""What comes instead of the answer to a pipeline, and then nothing more."""


class Pretender:
    """A server that answers everything but pipelines as PostgreSQL does."""

    def __init__(self, end: Callable[[bytes], bytes]) -> None:
        self._end, self._socket = end, socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    def connect_apart(self) -> Any:
        """As models.database.PostgresqlDatabase does."""
        port = self._socket.getsockname()[1]
        return psycopg.connect(f"host=127.0.0.1 port={port} user=x dbname=x sslmode=disable gssencmode=disable",
                               autocommit=True)

    def close(self) -> None:
        """Take no more connections."""
        self._socket.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=self._serve, args=self._socket.accept()[:1], daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with suppress(OSError, struct.error), client, client.makefile("rb") as heard:
            heard.read(struct.unpack("!I", heard.read(4))[0] - 4)
            client.sendall(GREETING)
            said = b""
            while kind := heard.read(1):
                heard.read(struct.unpack("!I", heard.read(4))[0] - 4)
                said += ANSWERS.get(kind, b"")
                if kind == b"S":
                    if ANSWERS[b"E"] in said:
                        client.sendall(self._end(said))
                        break
                    client.sendall(said + READY)
                    said = b""


@pytest.fixture(params=ENDS)
def pretender(request: pytest.FixtureRequest) -> Iterator[Pretender]:
    with closing(Pretender(ENDS[request.param])) as made:
        yield made


def test_a_pipeline_that_is_not_answered_finds_nothing_and_holds_nobody_up(pretender: Pretender) -> None:
    async def main() -> Any:
        with closing(lines.Lines(cast(PostgresqlDatabase, pretender), 1)) as made:
            for _ in range(2):
                found = await made.together([workers.Read("SELECT 1", [])], workers.Read("SELECT 2", []), 5)
            return found

    result: list[Any] = []
    thread = threading.Thread(target=lambda: result.append(asyncio.run(main())), daemon=True)
    thread.start()
    thread.join(30)  # an event loop that is held up has no deadline of its own
    assert result == [None]
