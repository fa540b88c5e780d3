"""What one request reads: the objects of a level of the answer together, never one by one."""
from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Any, NamedTuple, ParamSpec, TypeVar

from strawberry.dataloader import DataLoader

from gql.schema.errors import LimitExceeded
from gql.schema.lists import Page
from models.catalogue import ObjectID
from models.changes import Change, Outcome, carry_out
from models.network import Network
from models.store import Row, Stored
from models.xmpp.conflicts import retried

P = ParamSpec("P")
T = TypeVar("T")

MOST_OBJECTS = 20_000
"""How many objects one answer may hold, each as often as it stands there."""

SHORT = 100
"""Up to how many rows or ids a read is short enough for the event loop."""


class Record(NamedTuple):
    """One object as resolvers get it: its type, its id and its values in catalogue order."""

    type: str
    id: int
    values: tuple[Stored, ...]


class Reader:
    """The reads and writes of one request; it is the context of all resolvers.

    Requests for one object or one list wait for those of their level; then one statement serves all of a
    kind. Nothing is remembered from level to level: objects that came early would let their own level run
    in two halves. Every method raises LimitExceeded once the answer holds too many objects.
    """

    def __init__(self, network: Network, most_objects: int = MOST_OBJECTS) -> None:
        self._network, self._store = network, network.store
        self._loaders: dict[Hashable, DataLoader[int, Any]] = {}
        self._left = most_objects
        self._most = most_objects

    async def get(self, id_: ObjectID) -> Record | None:
        """An object, None if it does not exist or is of another type."""
        loader = self._loader(id_.type, lambda ids: self._get_many(id_.type, ids))
        found: Record | None = await loader.load(id_.id)
        return self._counted([found])[0]

    async def referring(self, type_name: str, field_name: str, id_: int, page: Page) -> Sequence[Record]:
        """The objects of a type that refer to an object through a field."""
        key = (type_name, field_name, page)
        loader = self._loader(key, lambda ids: self._refs_many(type_name, field_name, ids, page))
        found: Sequence[Record] = await loader.load(id_)
        return self._counted(found)

    async def page(self, type_name: str, page: Page) -> Sequence[Record]:
        """The objects of a type."""
        rows = await self._read(page.first, self._store.page, type_name, page.after, page.first)
        return self._counted(_records(type_name, rows))

    async def find(self, type_name: str, field_name: str, value: str) -> Record | None:
        """The object with the lowest id whose field has a value, case-mapped."""
        row = await self._network.searches.find(type_name, field_name, value)
        return self._counted(_records(type_name, [row] if row else []) or [None])[0]

    async def find_key(self, type_name: str, values: Sequence[str | int]) -> Record | None:
        """The object whose key holds exactly these values, ids for references."""
        row = await self._read(1, self._store.find_key, type_name, values)
        return self._counted(_records(type_name, [row] if row else []) or [None])[0]

    async def write(self, changes: Sequence[Change]) -> list[Outcome]:
        """The outcomes of some changes, made in one transaction. Raises models.changes.Refused."""
        network = self._network
        return await network.workers.write(retried, network.database, lambda: carry_out(network.store, changes))

    def _loader(self, key: Hashable, load: Callable[[Collection[int]], Any]) -> DataLoader[int, Any]:
        loader = self._loaders.get(key)
        if loader is None:
            loader = self._loaders[key] = DataLoader(load, cache=False)
        return loader

    async def _get_many(self, type_name: str, ids: Collection[int]) -> list[Record | None]:
        rows = await self._read(len(ids), self._store.get_many, type_name, ids)
        records = {row.id: Record(type_name, *row) for row in rows.values()}
        return [records.get(id_) for id_ in ids]

    async def _refs_many(self, type_name: str, field_name: str, ids: Collection[int], page: Page) -> list[Any]:
        rows = await self._read(
            len(ids), self._store.refs_many, type_name, field_name, ids, after=page.after, limit=page.first)
        records = {id_: _records(type_name, some) for id_, some in rows.items()}
        return [records.get(id_, []) for id_ in ids]

    async def _read(self, size: int, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        workers = self._network.workers
        read = workers.read if size <= SHORT else workers.read_in_thread
        return await read(job, *args, **kwargs)

    def _counted(self, records: Sequence[T]) -> Sequence[T]:
        self._left -= len(records)
        if self._left < 0:
            raise LimitExceeded(
                f"the answer would hold more than {self._most} objects; ask for fewer with first, and go on with after")
        return records


def _records(type_name: str, rows: Sequence[Row]) -> list[Record]:
    return [Record(type_name, *row) for row in rows]
