"""Processes that write to one database: killed in the middle, or many at once. Run as a program.

It forks, so it has to be a process without threads of its own.
"""
from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
from contextlib import closing
from typing import IO

from models.catalogue import ObjectID
from models.database import transaction
from models.network import Network

TASKS = 8
LONG = "long" * 2000


def writer(url: str, acknowledged: IO[str], most: int) -> None:
    """Create accounts with their nick, several at the same time; each is told once it is acknowledged."""
    network = Network.open(url, types=())
    left = [None] * most

    def create() -> ObjectID:
        with transaction(network.database):
            account = ObjectID("account", network.store.create("account", {"display": LONG, "email": LONG}))
            network.store.create("nick", {"nick": LONG, "nc": account})
        return account

    async def task() -> None:
        while left:
            left.pop()
            account = await network.workers.write(create)
            acknowledged.write(f"{account.id}\n")
            acknowledged.flush()

    async def main() -> None:
        await asyncio.gather(*(task() for _ in range(TASKS)))

    with closing(network):
        asyncio.run(main())


def start(url: str, most: int) -> tuple[int, IO[str]]:
    """A writer in a process of its own: its id, and where it tells what was acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 1
        try:
            writer(url, os.fdopen(writing, "w"), most)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    return child, os.fdopen(reading)


def kill_writers(url: str, rounds: int) -> list[int]:
    """Kill so many writers, each after some acknowledgements; what was acknowledged."""
    dice = random.Random(20)
    acknowledged: list[int] = []
    for _ in range(rounds):
        child, lines = start(url, most=10**6)
        acknowledged += [int(next(lines)) for _ in range(dice.randrange(1, 30))]
        os.kill(child, signal.SIGKILL)
        acknowledged += [int(line) for line in lines if line.endswith("\n")]
        lines.close()
        os.waitpid(child, 0)
    return acknowledged


def write_together(url: str, processes: int) -> list[int]:
    """Let so many writers write at once to their end; what was acknowledged. Fails if one of them does."""
    acknowledged = []
    writers = [start(url, most=25) for _ in range(processes)]
    for child, lines in writers:
        acknowledged += [int(line) for line in lines]
        lines.close()
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
            raise SystemExit("a writer failed")
    return acknowledged


if __name__ == "__main__":
    how = {"kill": kill_writers, "together": write_together}[sys.argv[1]]
    sys.stdout.write(json.dumps(how(sys.argv[2], int(sys.argv[3]))))
