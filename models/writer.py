"""The one thread that writes to SQLite: what waits together is committed together."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import peewee

from models.database import Database, transaction
from models.threads import settle

GROUP = 64
"""How many writes share one commit at most: another program may be waiting for the write lock."""


@dataclass
class Write:
    """A job that waits for its turn, and then what came of it."""

    job: Callable[[], Any]
    done: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None

    def run(self, database: Database) -> None:
        """Run the job in a transaction, or in a savepoint of one; its error is kept for its caller."""
        self.result = self.error = None
        try:
            with transaction(database):
                self.result = self.job()
        except BaseException as error:  # noqa: BLE001 - the caller gets it, whatever it is
            self.error = error

    def settle(self) -> None:
        """Tell the caller, on the event loop's thread."""
        settle(self.done, self.result, self.error)


class Writer:
    """Runs writes one after the other, each a transaction of its own in effect.

    A commit waits for the disk, which costs more than most writes. So the writes that have queued up
    meanwhile share the next commit, each in a savepoint: one that fails is undone alone. Callers are told
    after the commit. If that fails, each write runs again by itself, so that only the guilty one fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._queue: SimpleQueue[Write | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="edgewise-write", daemon=True)
        self._thread.start()

    async def write(self, job: Callable[[], Any]) -> Any:
        """The result of a job, once it is committed; raises what the job raises."""
        done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._queue.put(Write(job, done))
        return await done

    def close(self) -> None:
        """Carry out what waits, then end the thread and its connection."""
        self._queue.put(None)
        self._thread.join()

    def _work(self) -> None:
        closing = False
        while not closing:
            group, closing = self._next_group()
            if group:
                self._commit(group)
                _announce(group)
        self._database.close()

    def _next_group(self) -> tuple[list[Write], bool]:
        """Wait for a write; it and those that wait behind it, and whether the thread shall end."""
        group: list[Write] = []
        write = self._queue.get()
        while write is not None:
            group.append(write)
            if len(group) == GROUP:
                return group, False
            try:
                write = self._queue.get_nowait()
            except Empty:
                return group, False
        return group, True

    def _commit(self, group: Sequence[Write]) -> None:
        if len(group) > 1 and self._commit_together(group):
            return
        for write in group:
            write.run(self._database)

    def _commit_together(self, group: Sequence[Write]) -> bool:
        """Whether the group is committed; if not, nothing of it is."""
        try:
            with transaction(self._database):
                for write in group:
                    write.run(self._database)
                    if not self._database.connection().in_transaction:
                        raise peewee.OperationalError("SQLite gave up the transaction")
        except peewee.PeeweeException:
            return False
        return True


def _announce(group: Sequence[Write]) -> None:
    """Wake each event loop once for all its writes; one that is closed has nobody who waits."""
    for loop in {write.done.get_loop() for write in group}:
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(_settle, [write for write in group if write.done.get_loop() is loop])


def _settle(group: Sequence[Write]) -> None:
    for write in group:
        write.settle()
