"""What one request reads: the objects of a level of the answer together, never one by one."""
from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from functools import cached_property
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from strawberry.dataloader import DataLoader

from gql.auth.visit import Visit
from gql.compiler.errors import LimitExceeded
from gql.limits.table import DEFAULTS
from gql.schema.connections import Ask, Listing
from gql.schema.errors import Forbidden
from models.audit import Actor, Recorded, Wanted
from models.catalogue import ObjectID
from models.changes import Change, Outcome, carry_out
from models.errors import Unauthenticated
from models.kinds import Scalar
from models.network import Network
from models.objects import Row
from models.peers import address
from models.permits import Permits, permits
from models.principal import Principal, Role
from models.query.conditions import EVERYTHING
from models.query.indexes import is_narrow
from models.query.lookups import Lookups
from models.query.pages import Connection
from models.query.reader import Reader as Questions
from models.rules import Access
from models.store import Store
from models.stored import Stored

P = ParamSpec("P")
K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

Job = Callable[Concatenate[Network, Collection[K], P], Mapping[K, T]]
"""From a network, some keys and what goes for all of them to what it has for each; others are left out."""

_WHO = "say who you are: send the header Authorization, or log in"

SHORT = 100
"""Up to how many rows or ids a read is short enough for the event loop."""


class Record(NamedTuple):
    """One object as resolvers get it: its type, its id and its values in catalogue order."""

    type: str
    id: int
    values: tuple[Stored, ...]


class View:
    """A network as one caller may see and change it; what most requests need no part of is made when it is needed."""

    def __init__(self, network: Network, principal: Principal) -> None:
        self._store, self.principal, self.access = network.store, principal, network.rules.access(principal)

    @cached_property
    def questions(self) -> Questions:
        """The reader of many objects."""
        return Questions(self._store, self.access, self.principal)

    @cached_property
    def lookups(self) -> Store | Lookups:
        """The reader of single objects."""
        return self._store if self.access.is_full else Lookups(self._store, self.access, self.principal)

    @cached_property
    def permits(self) -> Permits:
        """What the caller may change."""
        return permits(self._store, self.access, self.principal)


class Reader:
    """The reads and writes of one request; it is the context of all resolvers.

    Requests for one object or one list wait for those of their level; then one statement serves all of a
    kind. Nothing is remembered from level to level: objects that came early would let their own level run
    in two halves. Every method raises LimitExceeded once the answer holds too many objects.

    `principal` is who asks, `visit` what he can do about that. What he may not see is as if it did not exist, or was
    never set (models.access).
    """

    def __init__(
        self, network: Network, principal: Principal, most_objects: int = DEFAULTS.objects, visit: Visit | None = None,
    ) -> None:
        self.visit = visit
        self._network, self._store = network, network.store
        self._left = most_objects
        self._most = most_objects
        self._view = View(network, principal)
        self._loaders: dict[Hashable, DataLoader[Any, Any]] = {}

    @property
    def principal(self) -> Principal:
        """Who asks; whoever logs in goes on as somebody else."""
        return self._view.principal

    @principal.setter
    def principal(self, principal: Principal) -> None:
        self._view = View(self._network, principal)
        self._loaders = {}

    @property
    def access(self) -> Access:
        """What whoever asks may see and change."""
        return self._view.access

    def owns(self, user: int) -> bool:
        """Whether the stores of an XMPP user are there for whoever asks, by the id of the user's object."""
        return self.principal.is_admin or user == self.principal.user

    async def get(self, id_: ObjectID) -> Record | None:
        """An object, None if it does not exist or is of another type."""
        loader = self._loader(id_.type, lambda ids: self._get_many(id_.type, ids))
        found: Record | None = await loader.load(id_.id)
        return self.counted([found])[0]

    async def refs(self, type_name: str, field_name: str, id_: int, stretch: tuple[int, int]) -> Sequence[Record]:
        """Up to so many objects of a type with ids behind another that refer to an object through a field."""
        loader = self._loader(
            (type_name, field_name, stretch), lambda ids: self._refs_many(type_name, field_name, ids, stretch))
        found: Sequence[Record] = await loader.load(id_)
        return found

    async def root(self, type_name: str, ask: Ask) -> Listing:
        """A page of the objects of a type."""
        await self._prepare(type_name, ask)
        found = await self._read(
            self._size(type_name, ask), self._view.questions.root, type_name, ask.condition, ask.orders, ask.page,
            want_total=ask.want_total)
        return self._listing(type_name, found)

    async def related(self, type_name: str, field_name: str, id_: int, ask: Ask) -> Listing:
        """A page of the objects of a type that refer to an object through a field."""
        key = (type_name, field_name, ask)
        loader = self._loader(key, lambda ids: self._related_many(type_name, field_name, ids, ask))
        found: Connection = await loader.load(id_)
        return self._listing(type_name, found)

    async def totals(self) -> dict[str, int]:
        """How many objects of each type there are."""
        loader = self._loader("totals", lambda keys: self._totals(len(keys)))
        found: dict[str, int] = await loader.load(0)
        return found

    async def find(self, type_name: str, field_name: str, value: str) -> Record | None:
        """The object with the lowest id whose field has a value, case-mapped."""
        await self.prepare_search(type_name, field_name)
        # what is empty or was never set has no index: the whole table may have to be read
        row = await self._read(1 if value else SHORT + 1, self._view.lookups.find, type_name, field_name, value)
        return self.counted(_records(type_name, [row] if row else []) or [None])[0]

    async def find_key(self, type_name: str, values: Sequence[str | int]) -> Record | None:
        """The object whose key holds exactly these values, ids for references."""
        row = await self._read(1, self._view.lookups.find_key, type_name, values)
        return self.counted(_records(type_name, [row] if row else []) or [None])[0]

    async def together(
        self, job: Job[K, P, T], weight: int, key: K, *args: P.args, **kwargs: P.kwargs,
    ) -> T | None:
        """What a job finds for a key, read together with the keys of its level that have the same arguments.

        `weight` is the number of rows that one key stands for.
        """
        async def load(keys: Collection[K]) -> list[T | None]:
            found = await self._read(len(keys) * weight, job, self._network, keys, *args, **kwargs)
            return [found.get(key) for key in keys]

        found: T | None = await self._loader((job, args, tuple(kwargs.items())), load).load(key)
        return found

    async def prepare_search(self, type_name: str, field_name: str) -> None:
        """Make the index of a field that is about to be searched in, if this is the first time."""
        await self._network.searches.prepare(type_name, field_name)

    async def audit(self, wanted: Wanted, size: int, before: int | None) -> list[Recorded]:
        """Up to so many entries of the audit log, the newest first, before one if its id is given.

        Raises Unauthenticated, and Forbidden for who may not read it.
        """
        if self.principal.role is Role.ANONYMOUS:
            raise Unauthenticated(_WHO)
        if not self.principal.audits:
            raise Forbidden("the audit log is for administrators, and for tokens with the scope admin")
        return await self._network.workers.read_in_thread(self._store.audit.page, wanted, size, before)

    async def check(self, id_: ObjectID, values: Mapping[str, Scalar]) -> None:
        """Raise Unauthenticated, Forbidden and StoreError for other values of an object that may not be written."""
        self._check_writes()
        await self._read(1, self._view.permits.update, id_, values, {})

    async def write(self, changes: Sequence[Change]) -> list[Outcome]:
        """The outcomes of some changes, made in one transaction.

        Raises Unauthenticated, Forbidden, and models.changes.Refused.
        """
        self._check_writes()
        return await self._network.workers.write(carry_out, self._store, changes, self._view.permits, self._actor)

    def _check_writes(self) -> None:
        if self.principal.role is Role.ANONYMOUS:
            raise Unauthenticated(_WHO)
        if not self.principal.writes:
            raise Forbidden("this token is good for reading only")

    @property
    def _actor(self) -> Actor:
        """Whom the audit log names for changes."""
        return Actor(self.principal.name, address(self.visit.peer if self.visit else None), "graphql")

    def _loader(self, key: Hashable, load: Callable[[Collection[Any]], Any]) -> DataLoader[Any, Any]:
        loader = self._loaders.get(key)
        if loader is None:
            loader = self._loaders[key] = DataLoader(load, cache=False)
        return loader

    async def _get_many(self, type_name: str, ids: Collection[int]) -> list[Record | None]:
        rows = await self._read(len(ids), self._view.lookups.get_many, type_name, ids)
        records = {row.id: Record(type_name, *row) for row in rows.values()}
        return [records.get(id_) for id_ in ids]

    async def _refs_many(
        self, type_name: str, field_name: str, ids: Collection[int], stretch: tuple[int, int],
    ) -> list[Any]:
        first, after = stretch
        rows = await self._read(
            len(ids), self._view.lookups.refs_many, type_name, field_name, ids, after=after, limit=first)
        records = {id_: _records(type_name, some) for id_, some in rows.items()}
        return [records.get(id_, []) for id_ in ids]

    async def _related_many(
        self, type_name: str, field_name: str, ids: Collection[int], ask: Ask,
    ) -> list[Connection]:
        await self._prepare(type_name, ask)
        size = len(ids) * self._size(type_name, ask)
        found = await self._read(
            size, self._view.questions.related, (type_name, field_name), ids, ask.condition, ask.orders, ask.page,
            want_total=ask.want_total)
        return [found[id_] for id_ in ids]

    async def _totals(self, times: int) -> list[dict[str, int]]:
        return [await self._network.workers.read_in_thread(self._view.questions.totals)] * times

    async def _prepare(self, type_name: str, ask: Ask) -> None:
        """Make the indexes that a search in names needs, when it is the first."""
        for pair in self._view.questions.missing_indexes(type_name, ask.condition, ask.orders):
            await self._network.searches.prepare(*pair)

    def _size(self, type_name: str, ask: Ask) -> int:
        """How many rows have to be looked at, as far as that can be told."""
        catalogue = self._store.catalogue
        plain = ask.condition == EVERYTHING and not ask.orders and not ask.want_total
        return ask.page.size if plain or is_narrow(catalogue, catalogue[type_name], ask.condition) else SHORT + 1

    def _listing(self, type_name: str, found: Connection) -> Listing:
        records = self.counted(_records(type_name, found.rows))
        return Listing(records, found.cursors, found.has_next, found.has_previous, found.total)

    async def _read(self, size: int, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        workers = self._network.workers
        read = workers.read if size <= SHORT else workers.read_in_thread
        return await read(job, *args, **kwargs)

    def counted(self, records: Sequence[T]) -> Sequence[T]:
        """The objects, which the answer will hold; raises LimitExceeded."""
        self._left -= len(records)
        if self._left < 0:
            raise LimitExceeded(
                f"the answer would hold more than {self._most} objects (limits.objects); ask for fewer with first, "
                "and go on with after", "objects")
        return records


def _records(type_name: str, rows: Sequence[Row]) -> list[Record]:
    return [Record(type_name, *row) for row in rows]
