"""The drivers that the hand-written statement is run by."""
from __future__ import annotations

import sqlite3  # noqa: TID251 - to be compared, on a file to which nobody writes
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple
from urllib.parse import unquote

from benchmarks.graphql.statement import POSTGRESQL, Join, sqlite, with_bars, with_concat

Text = str | bytes
"""An answer."""


class Connection(NamedTuple):
    """A connection: `run` makes the answer from ids, `close` may be called by any thread once nobody runs anything."""

    run: Callable[[Sequence[int]], Text]
    close: Callable[[], object]


PRAGMAS = ("PRAGMA cache_size = -8000", f"PRAGMA mmap_size = {1 << 30}")
OPTIONS = "-c jit=off -c random_page_cost=1.1"
"""How a hand would set PostgreSQL up for short statements on a disk without moving parts."""


def _sqlite3(url: str) -> Connection:
    connection = sqlite3.connect(_path(url), cached_statements=512, check_same_thread=False)
    return _sqlite(connection, with_bars)


def _apsw(url: str) -> Connection:
    return _sqlite(import_module("apsw").Connection(_path(url), statementcachesize=512), with_concat)


def _cysqlite(url: str) -> Connection:
    return _sqlite(import_module("cysqlite").connect(_path(url), cached_statements=512), with_concat)


def _sqlite(connection: Any, join: Join) -> Connection:
    for pragma in PRAGMAS:
        connection.execute(pragma).fetchall()
    statement = cache(lambda number: sqlite(number, join))

    def run(ids: Sequence[int]) -> Text:
        answer: bytes = connection.execute(statement(len(ids)), ids).fetchone()[0]
        return answer

    return Connection(run, connection.close)


def _path(url: str) -> str:
    return unquote(url.removeprefix("sqlite:///"))


def _psycopg(url: str) -> Connection:
    import psycopg

    connection = psycopg.connect(url, autocommit=True, options=OPTIONS)
    cursor = connection.cursor(binary=True)
    statement = POSTGRESQL.replace("$1", "%s").encode()

    def run(ids: Sequence[int]) -> Text:
        answer: Any = cursor.execute(statement, (_array(ids),), prepare=True).fetchone()
        return str(answer[0])

    return Connection(run, connection.close)


def _array(ids: Sequence[int]) -> str:
    """An array as PostgreSQL spells it: half the work of a list that the driver spells."""
    return f"{{{','.join(map(str, ids))}}}"


DRIVERS: dict[str, dict[str, Callable[[str], Connection]]] = {
    "sqlite": {"sqlite3": _sqlite3, "apsw": _apsw, "cysqlite": _cysqlite},
    "postgresql": {"psycopg": _psycopg},
}
"""By engine and name, what opens a connection of this thread."""

ASYNCHRONOUS = {"sqlite": (), "postgresql": ("asyncpg",)}
"""The drivers that need no threads."""


@asynccontextmanager
async def asynchronous(url: str, connections: int) -> AsyncIterator[Callable[[Sequence[int]], Awaitable[Text]]]:
    """The statement by asyncpg, on so many connections."""
    pool = await import_module("asyncpg").create_pool(
        url, min_size=connections, max_size=connections, server_settings={"jit": "off", "random_page_cost": "1.1"})

    async def run(ids: Sequence[int]) -> Text:
        answer: str = await pool.fetchval(POSTGRESQL, ids)
        return answer

    yield run
    await pool.close()


def installed(engine: str) -> list[str]:
    """The drivers of an engine that are here."""
    return [name for name in (*DRIVERS[engine], *ASYNCHRONOUS[engine]) if find_spec(name)]
