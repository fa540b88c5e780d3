"""Jobs run in threads with connections of their own, which are closed at the end and replaced when lost."""
from __future__ import annotations

import asyncio
import threading
import warnings
from collections.abc import Awaitable, Callable
from contextlib import closing
from functools import partial
from gc import collect

import peewee
import pytest

from models.catalogue import ObjectID
from models.database import Database, transaction
from models.errors import NotFound
from models.network import Network

KILL = {"postgresql": "SELECT pg_terminate_backend(%s)", "mysql": "KILL %s"}
SELF = {"postgresql": "SELECT pg_backend_pid()", "mysql": "SELECT connection_id()"}


async def together(jobs: list[Awaitable[object]]) -> list[object]:
    return await asyncio.gather(*jobs, return_exceptions=True)


def connections(database: Database) -> int:
    """How many there are to this database."""
    if database.engine == "postgresql":
        query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    else:
        query = "SELECT count(*) FROM information_schema.processlist WHERE db = database()"
    return int(database.execute_sql(query).fetchone()[0])


@pytest.fixture
def only_servers(engine: str) -> None:
    if engine == "sqlite":
        pytest.skip("SQLite's connections are not lost")


def test_jobs_answer_or_raise_to_their_caller(network: Network) -> None:
    async def main() -> list[object]:
        workers, store = network.workers, network.store
        created = await workers.write(store.create, "account", {"display": "Adam"})
        return [created, *await together([
            workers.read(store.type_of, created), workers.read_in_thread(store.get, "account", 99),
            workers.write(store.delete, "account", 99), workers.compute(lambda: "computed"),
        ])]

    created, read, missing, gone, computed = asyncio.run(main())
    assert (created, read, computed) == (1, "account", "computed")
    assert isinstance(missing, NotFound)
    assert isinstance(gone, NotFound)


def test_a_long_read_leaves_the_event_loop_free(network: Network) -> None:
    async def main() -> int:
        return await network.workers.read_in_thread(threading.get_ident)

    assert asyncio.run(main()) != threading.get_ident()


def test_closing_closes_every_connection_and_may_be_done_twice(network: Network, prepared_url: str) -> None:
    async def main() -> None:
        jobs = [network.workers.read_in_thread(network.store.page, "account") for _ in range(20)]
        await together([*jobs, network.workers.write(network.store.create, "account", {})])

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        asyncio.run(main())
        network.close()
        network.close()
        collect()
    if network.database.engine != "sqlite":
        with closing(Network.open(prepared_url, types=())) as other:
            assert connections(other.database) == 1


@pytest.mark.parametrize("kind", ["read", "read_in_thread", "write"])
def test_a_connection_lost_at_rest_costs_no_request(
    only_servers: None, network: Network, prepared_url: str, kind: str
) -> None:
    run = getattr(network.workers, kind)
    job = partial(network.store.create, "account", {}) if kind == "write" else partial(network.store.page, "account")

    async def main() -> list[object]:
        await run(job)
        with closing(Network.open(prepared_url, types=())) as other:
            mine = other.database.execute_sql(SELF[other.database.engine]).fetchone()[0]
            for pid in others(other.database):
                if pid != mine:
                    other.database.execute_sql(KILL[other.database.engine], (pid,))
        return await together([run(job) for _ in range(10)])

    assert [answer for answer in asyncio.run(main()) if isinstance(answer, Exception)] == []


def others(database: Database) -> list[int]:
    if database.engine == "postgresql":
        query = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
    else:
        query = "SELECT id FROM information_schema.processlist WHERE db = database()"
    return [row[0] for row in database.execute_sql(query).fetchall()]


def test_a_connection_lost_in_use_fails_one_write_only(only_servers: None, network: Network) -> None:
    database = network.database

    def suicide() -> None:
        database.execute_sql(KILL[database.engine], database.execute_sql(SELF[database.engine]).fetchone())
        network.store.create("account", {})

    async def main() -> list[object]:
        write = network.workers.write
        return [*await together([write(suicide)]), *await together([write(network.store.create, "account", {})])]

    lost, created = asyncio.run(main())
    assert isinstance(lost, peewee.PeeweeException)
    assert isinstance(created, int)


def test_writers_who_cross_each_other_all_succeed(network: Network) -> None:
    """Creates, updates and deletes around the same objects, all at once."""
    store, write = network.store, network.workers.write

    bots = [ObjectID("botinfo", store.create("botinfo", {})) for _ in range(2)]

    def around(number: int) -> None:
        with transaction(network.database):
            account = ObjectID("account", store.create("account", {"display": f"user{number}"}))
            nick = store.create("nick", {"nick": f"nick{number}", "nc": account})
            channel = store.create("channel", {"name": f"#{number}", "founder": account})
            store.create("accesschanaccess", {"ci": ObjectID("channel", channel), "obj": account})
            for bot in bots if number % 2 else reversed(bots):
                store.update(*bot, {"nick": f"bot{number}"})
            store.update("nick", nick, {"nc": None})
            store.delete(*account)

    async def main() -> list[object]:
        return await together([write(around, number) for number in range(8)])

    assert asyncio.run(main()) == [None] * 8
    assert store.page("account") == []
    assert store.page("accesschanaccess") == []
    assert len(store.page("nick")) == 8


def test_deletes_of_one_object_at_once_fail_for_all_but_one(network: Network) -> None:
    id_ = network.store.create("account", {})
    delete: Callable[[], Awaitable[object]] = partial(network.workers.write, network.store.delete, "account", id_)

    async def main() -> list[object]:
        return await together([delete() for _ in range(8)])

    answers = asyncio.run(main())
    assert [type(answer) for answer in answers if isinstance(answer, Exception)] == [NotFound] * 7
