"""The databases that generated queries are asked about, each opened once for a module of tests."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any, TypeVar

from gql.limits.table import Limits
from gql.schema.build import build_schema
from gql.schema.quirks import Schema
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, Field, Kind, ObjectType
from models.database import quoted, transaction
from models.importing import prosody
from models.network import Network
from models.principal import ANONYMOUS, LOCAL_ADMIN, Principal, Role
from tests.engines import Engine, fixture_copy
from tests.gql.compiler.data import Text, as_other_programs_write, fill, overwrite, write_into
from tests.gql.compiler.odd_stores import fill_stores
from tests.models.xmpp.corpora import CONTRACT, make_items

T = TypeVar("T")

ACCOUNT_HOST = "example.com"
"""The XMPP host whose users are the accounts of the same name."""

WIDE = Limits(
    characters=10**6, tokens=10**5, depth=100, fields=10**5, repetitions=10**4, fragments=10**4, aliases=10**4,
    root_fields=10**3, directives=10**4, cost=10**15, objects=10**7, answer=10**9, deadline=120)
"""Limits that made-up queries do not meet: those have tests of their own."""

SPOILT: tuple[object, ...] = (
    "", "x", "12abc", " 7", "+7", "-007", "0" * 21, "-3.9", "0x10", "1e3", "true", "99999999999999999999",
    "-9223372036854775809", "0010", "-0", "7", 7, 7.5, -1, 2**40, b"bytes", b"\xff\x00", Text(b"latin \xe9\xff"),
    "\u0664", "a\nb", "😀",
)
"""What columns without a type can hold, beside what they should."""


@dataclass(frozen=True, eq=False)
class World:
    """An opened network with its schema; `runner` runs what is asked of them."""

    name: str
    network: Network
    schema: Schema
    runner: asyncio.Runner = field(default_factory=asyncio.Runner)

    def run(self, job: Coroutine[Any, Any, T]) -> T:
        """The result of a coroutine."""
        return self.runner.run(job)

    def principal(self, name: str) -> Principal:
        """Who asks: `admin`, `anonymous`, or `owner`, who has the account and the XMPP user that most belongs to."""
        return {"admin": LOCAL_ADMIN, "anonymous": ANONYMOUS}.get(name) or self._owner

    @cached_property
    def _owner(self) -> Principal:
        return Principal(Role.USER, "owner", self._busiest("account"), self._busiest("xmppuser"))

    def _busiest(self, type_name: str) -> int | None:
        """The object of a type to which most others refer."""
        store = self.network.store
        ids = [row.id for row in store.page(type_name)]
        types = {referrer.type.name for referrer in self.network.catalogue.referrers(type_name)}
        return max(ids, default=None, key=lambda id_: sum(len(store.refs(type_name, id_, name)) for name in types))


def build() -> Schema:
    """The schema of the built-in types."""
    return build_schema(Catalogue(BUILTIN_TYPES), ACCOUNT_HOST)


@contextmanager
def opened(name: str, engine: Engine, schema: Schema) -> Iterator[World]:
    """One of WORLDS or FULL_WORLDS on an engine."""
    with closing({**WORLDS, **FULL_WORLDS}[name](engine)) as network:
        world = World(name, network, schema)
        with world.runner:
            yield world


def _made(engine: Engine) -> Network:
    network = Network.open(engine.prepared(), types=(), casemap="rfc1459")
    fill(network)
    as_other_programs_write(network)
    prosody.run(network, str(CONTRACT / "fixtures" / "prosody.sqlite"))
    fill_stores(network)
    return network


def _anopes(engine: Engine) -> Network:
    """Anope's own columns have no type on SQLite, and do not all hold what they should."""
    network = Network.open(fixture_copy(engine, "anope_network"), types=())
    as_other_programs_write(network)
    if engine.name == "sqlite":
        spoil(network)
    return network


def _items(engine: Engine) -> Network:
    """What Prosody had in files; its archives are items, as what fits into no row of an archive."""
    network = Network.open(engine.prepared(), types=())
    prosody.run(network, str(CONTRACT / "fixtures" / "corpus.tar.gz"))
    make_items(network)
    return network


def _spoilt(engine: Engine) -> Network:
    """A database that Anope made where every field that is no reference holds each of SPOILT once, on SQLite."""
    network = Network.open(fixture_copy(engine, "anope"), types=())
    if engine.name == "sqlite":
        with transaction(network.database):
            _drop_anopes_indexes(network)
            for type_ in network.catalogue:
                if type_.module != "xmpp":
                    _create_spoilt(network, type_)
    return network


def _drop_anopes_indexes(network: Network) -> None:
    """They call a function, which the driver cannot call with texts that are not in UTF-8."""
    found = network.database.execute_sql("SELECT name FROM sqlite_master WHERE sql LIKE '%anope_canonicalize%'")
    for (name,) in found.fetchall():
        network.database.execute_sql(f"DROP INDEX {quoted(network.database, name)}")


def _create_spoilt(network: Network, type_: ObjectType) -> None:
    for place in range(len(SPOILT)):
        id_ = network.store.create(type_.name, {})
        for number, each in enumerate(_values(type_)):
            write_into(network, id_, type_, each, SPOILT[(place + 5 * number) % len(SPOILT)])


def spoil(network: Network, seed: int = 20) -> None:
    """Put some of SPOILT into every field that is no reference."""
    random = Random(seed)
    for type_ in network.catalogue:
        for each in _values(type_) if type_.module != "xmpp" else ():
            for value in random.sample([value for value in SPOILT if not isinstance(value, Text)], 2):
                overwrite(network, type_, each, value, random)


def _values(type_: ObjectType) -> list[Field]:
    return [each for each in type_.fields if each.kind is not Kind.REFERENCE]


WORLDS: Mapping[str, Callable[[Engine], Network]] = {"made": _made, "anopes": _anopes, "items": _items}
"""Every type in edgewise's own layout, with Prosody's stores; a database that Anope made; only stores, from files."""

FULL_WORLDS: Mapping[str, Callable[[Engine], Network]] = {"made": _made, "anopes": _anopes, "spoilt": _spoilt}
"""Those for questions about every field."""
