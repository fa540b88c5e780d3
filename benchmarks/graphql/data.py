"""What the /graphql door is measured on: one network of a size, made from a seed, and one long list."""
from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from models.database import Database, execute_many, quoted, transaction
from models.network import Network
from models.sequence import highest_given, never_below

SEED = 4
BATCH = 10_000
"""How many rows are made at a time."""

OLDEST, NEWEST = 1_400_000_000, 1_700_000_000
LONG_LIST = 1_000_000

Row = tuple[object, ...]
Write = Callable[[str, Sequence[str], Iterable[Row]], None]
"""Writes the rows of a table that have some columns."""


@dataclass(frozen=True)
class Size:
    """How many objects of each type a network has; their ids follow each other in this order, from 1."""

    account: int = 20_000
    nick: int = 40_000
    nsaccess: int = 60_000
    channel: int = 10_000

    def times(self, factor: int) -> Size:
        """So many times the data."""
        return Size(*(factor * count for count in (self.account, self.nick, self.nsaccess, self.channel)))


ONCE = Size()
"""The network that the figures are about."""

COLUMNS = {
    "account": ("id", "display", "email", "language", "greet"),
    "nick": ("id", "nick", "nc", "time_registered", "last_seen", "last_usermask", "last_realname"),
    "nsaccess": ("id", "account", "mask"),
    "channel": ("id", "name", "desc", "founder", "successor", "time_registered", "last_used"),
}


def write_network(url: str, size: Size) -> None:
    """Make a database with a network: every account has a nick; all else belongs to accounts by chance."""
    chance = random.Random(SEED)
    accounts = range(1, size.account + 1)
    first = 1
    with _writing(url) as write:
        for name, make in MAKERS.items():
            ids = range(first, first + getattr(size, name))
            write("objects", ("id", "type"), ((id_, name) for id_ in ids))
            write(name, COLUMNS[name], (make(id_, accounts, chance) for id_ in ids))
            first = ids.stop


def display(account: int) -> str:
    """The name of the account with an id."""
    return f"User{account}"


def _account(id_: int, _accounts: range, chance: random.Random) -> Row:
    return id_, display(id_), f"user{id_}@example.org", chance.choice(("en_US", "de_DE.UTF-8")), "Good \"morning\""


def _nick(id_: int, accounts: range, chance: random.Random) -> Row:
    """The first nicks belong to an account each."""
    owner = id_ - len(accounts) if id_ - len(accounts) in accounts else chance.choice(accounts)
    return id_, f"Nick{id_}", owner, _moment(chance), _moment(chance), f"~u{id_}@host.example.org", "A real name"


def _mask(id_: int, accounts: range, chance: random.Random) -> Row:
    return id_, chance.choice(accounts), f"user{id_}@*.host{id_ % 97}.example.org"


def _channel(id_: int, accounts: range, chance: random.Random) -> Row:
    founder, successor = chance.choice(accounts), chance.choice(accounts) if chance.random() < 0.8 else None
    return id_, f"#channel{id_}", "What it is about", founder, successor, _moment(chance), _moment(chance)


def _moment(chance: random.Random) -> int:
    return chance.randrange(OLDEST, NEWEST)


MAKERS: dict[str, Callable[[int, range, random.Random], Row]] = {
    "account": _account, "nick": _nick, "nsaccess": _mask, "channel": _channel,
}
"""What makes the rows of a type from their ids, the accounts and chance, in the order of ids."""


def write_long_list(url: str) -> None:
    """Make a database with 1,000,000 nicks, whose names are in another order than their ids."""
    numbers = list(range(1, LONG_LIST + 1))
    random.Random(SEED).shuffle(numbers)
    with _writing(url) as write:
        write("objects", ("id", "type"), ((id_, "nick") for id_ in numbers))
        write("nick", ("id", "nick"), ((id_, f"Nick{number:07}") for id_, number in enumerate(numbers, 1)))


@contextmanager
def _writing(url: str) -> Iterator[Write]:
    """A writer into a database that edgewise makes; at the end the engine knows the ids and how large tables are."""
    network = Network.open(url, types=())
    try:
        yield partial(_write, network)
        objects = f"{network.tables.prefix}objects"
        never_below(network.database, objects, highest_given(network.database, objects))
        if network.database.engine == "postgresql":
            network.database.execute_sql("VACUUM ANALYZE")
    finally:
        network.close()


def _write(network: Network, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    database = network.database
    names = ", ".join(quoted(database, column) for column in columns)
    target = f"{quoted(database, network.tables.prefix + table)} ({names})"
    with transaction(database):
        if database.engine == "postgresql":
            _copy(database, target, rows)
        else:
            _insert(database, target, len(columns), rows)


def _insert(database: Database, target: str, width: int, rows: Iterable[Row]) -> None:
    places = ", ".join([database.param] * width)
    for batch in _batches(rows):
        execute_many(database, f"INSERT INTO {target} VALUES ({places})", batch)


def _copy(database: Database, target: str, rows: Iterable[Row]) -> None:
    """As fast as PostgreSQL reads; references are not checked, which takes far longer than all else."""
    cursor: Any = database.connection().cursor()
    cursor.execute("SET LOCAL session_replication_role = replica")
    with cursor.copy(f"COPY {target} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch
