"""A door that really runs on a port, and the recorded exchanges replayed against it."""
from __future__ import annotations

import argparse
import importlib
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from models.network import Network

MakeDoor = Callable[[Network], Any]
"""From an opened network to an ASGI application for HTTP, such as the class of a door."""

REPLAY_RECURSION = 20_000
"""Nested values are compared recursively."""


class OneDoor:
    """An ASGI application: one door on a network that it opens at the start and closes at the end."""

    door: Any

    def __init__(self, database_url: str, make_door: MakeDoor) -> None:
        self.database_url, self.make_door = database_url, make_door

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "lifespan":
            await self.door(scope, receive, send)
            return
        await receive()
        network = Network.open(self.database_url, types=())
        try:
            self.door = self.make_door(network)
            await send({"type": "lifespan.startup.complete"})
            await receive()
        finally:
            network.close()
        await send({"type": "lifespan.shutdown.complete"})


@contextmanager
def serving(application: Any) -> Iterator[str]:
    """The base URL of an ASGI application with a lifespan, served from a thread until the end of the block."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application, ws="none", lifespan="on", log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="server under test")
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.005)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


def replay(base_url: str, transcript: Path, only: str = "*") -> list[str]:
    """What differs from a transcript, a line a problem; fails if nothing at all was compared."""
    module = importlib.import_module("tests.contract.replay")
    options = argparse.Namespace(
        base_url=base_url, only=only, verbose=False, report="json", as_recorded=False, timeout=30.0
    )
    run, limit = module.Replay(options), sys.getrecursionlimit()
    sys.setrecursionlimit(REPLAY_RECURSION)
    try:
        run.run(transcript)
    finally:
        run.disconnect()
        sys.setrecursionlimit(limit)
    assert run.matched + len(run.mismatches) > 0, f"{transcript} holds nothing to compare"
    return [f"{found['file']} {found['case']}: {'; '.join(found['problems'])}" for found in run.mismatches]
