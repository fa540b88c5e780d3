"""Searches by name: the index of a field is made when it is first searched in."""
from __future__ import annotations

import asyncio

from models.objects import Row
from models.store import Store
from models.workers import Workers


class Searches:
    """The case-mapped searches of one network, for any number of callers at once."""

    def __init__(self, store: Store, workers: Workers) -> None:
        self._store, self._workers = store, workers
        self._indexing = asyncio.Lock()

    async def find(self, type_name: str, field_name: str, value: str) -> Row | None:
        """The object with the lowest id whose field has the value. Raises UnknownType, UnknownField."""
        await self.prepare(type_name, field_name)
        # what is empty or was never set has no index: the whole table may have to be read
        read = self._workers.read if value else self._workers.read_in_thread
        return await read(self._store.find, type_name, field_name, value)

    async def prepare(self, type_name: str, field_name: str) -> None:
        """Make the index of a field unless it is there. Raises UnknownType, UnknownField."""
        if self._store.is_indexed(type_name, field_name):
            return
        async with self._indexing:
            if not self._store.is_indexed(type_name, field_name):
                await self._workers.write(self._store.create_index, type_name, field_name)
