"""Writes that share a commit: each stands or falls alone."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import peewee
import pytest

from models.catalogue import ObjectID
from models.errors import NoSuchTarget
from models.network import Network


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    with closing(Network.open(f"sqlite:///{tmp_path}/writer.db", types=())) as opened:
        yield opened


def write_all(network: Network, *jobs: Callable[[], Any]) -> list[Any]:
    """What came of each job; all are queued before the first commit can end."""

    async def main() -> list[Any]:
        return await asyncio.gather(*(network.workers.write(job) for job in jobs), return_exceptions=True)

    return asyncio.run(main())


def displays(network: Network) -> list[str | int | None]:
    position = list(network.catalogue["account"].by_name).index("display")
    return [row.values[position] for row in network.store.page("account")]


def test_each_write_gets_its_own_result_in_the_order_of_the_calls(network: Network) -> None:
    jobs = [lambda n=n: network.store.create("account", {"display": f"user{n}"}) for n in range(200)]
    assert write_all(network, *jobs) == list(range(1, 201))
    assert displays(network) == [f"user{n}" for n in range(200)]


def test_a_refused_write_leaves_its_neighbours_alone(network: Network) -> None:
    nowhere = ObjectID("account", 99)
    results = write_all(
        network,
        lambda: network.store.create("account", {"display": "before"}),
        lambda: network.store.create("nick", {"nick": "lost", "nc": nowhere}),
        lambda: network.store.create("account", {"display": "after"}),
    )
    assert results[0] == 1
    assert isinstance(results[1], NoSuchTarget)
    assert displays(network) == ["before", "after"]
    assert network.store.page("nick") == []


def test_a_write_that_spoils_the_common_commit_fails_alone(network: Network) -> None:
    table = network.tables["nick"]

    def dangle() -> None:  # the foreign key is deferred, so only the commit finds out
        table.insert({table.id: 4711, table.nick: "dangling"}).execute()

    results = write_all(
        network,
        lambda: network.store.create("account", {"display": "before"}),
        dangle,
        lambda: network.store.create("account", {"display": "after"}),
    )
    assert isinstance(results[1], peewee.IntegrityError)
    assert displays(network) == ["before", "after"]
    assert network.store.page("nick") == []


def test_close_carries_out_what_waits(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/closing.db"

    async def leave_without_waiting(network: Network) -> None:
        create = partial(network.store.create, "account")
        tasks = [asyncio.create_task(network.workers.write(create, {"display": f"user{n}"})) for n in range(20)]
        await asyncio.sleep(0)
        assert not any(task.done() for task in tasks)

    with closing(Network.open(url, types=())) as network:
        asyncio.run(leave_without_waiting(network))
    with closing(Network.open(url, types=())) as network:
        assert len(displays(network)) == 20
