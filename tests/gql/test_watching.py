"""Types that appear, change and vanish while the gateway runs."""
from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import httpx
import pytest

from gql.watching import SECONDS, ended, watch
from models.database import quoted
from models.network import Network
from tests.gql.conftest import Serve

PATIENCE = 60
"""Seconds; a look takes milliseconds, but machines are slow at times."""


def make_table(network: Network, name: str = "badge") -> None:
    """A table as an Anope module would make it."""
    database = network.database
    objects = quoted(database, network.tables.prefix + "objects")
    id_type = "INTEGER" if database.engine == "sqlite" else "BIGINT"
    database.execute_sql(
        f"CREATE TABLE {quoted(database, network.tables.prefix + name)} "
        f"(colour VARCHAR(20), id {id_type} PRIMARY KEY, FOREIGN KEY (id) REFERENCES {objects}(id) ON DELETE CASCADE)"
    )


def add_column(network: Network) -> None:
    table = quoted(network.database, network.tables.prefix + "account")
    network.database.execute_sql(f"ALTER TABLE {table} ADD COLUMN mood VARCHAR(20)")


def adopted_after(network: Network, change: Callable[[], Any], count: int = 1) -> list[Network]:
    """The networks that are taken into service after a change."""
    adopted: list[Network] = []
    enough = asyncio.Event()

    async def main() -> None:
        loop = asyncio.get_running_loop()

        def adopt(new: Network) -> None:
            adopted.append(new)
            if len(adopted) == count:
                loop.call_soon_threadsafe(enough.set)

        watching = asyncio.create_task(watch(network, adopt, 0.05))
        await network.workers.write(change)
        await asyncio.wait_for(enough.wait(), PATIENCE)
        await ended(watching)

    asyncio.run(main())
    return adopted


def test_a_network_that_nobody_changed_is_current(network: Network) -> None:
    assert network.is_current()
    assert network.renewed() is network


def test_making_an_index_changes_no_type(network: Network) -> None:
    network.store.create_index("account", "email")
    assert network.renewed() is network
    assert network.is_current()


def test_a_new_table_is_a_new_type(network: Network) -> None:
    (renewed,) = adopted_after(network, lambda: make_table(network))
    id_ = renewed.store.create("badge", {"colour": "red"})
    assert renewed.store.get("badge", id_).values == ("red",)
    assert "badge" not in network.catalogue
    assert network.store.page("account") == []  # whoever began on the older types ends on them


def test_a_new_column_is_a_new_field(network: Network) -> None:
    (renewed,) = adopted_after(network, lambda: add_column(network))
    id_ = renewed.store.create("account", {"display": "Ada", "mood": "curious"})
    found = renewed.store.find("account", "mood", "curious")
    assert found is not None
    assert found.id == id_


def test_what_cannot_be_served_is_logged_and_tried_again(
    network: Network, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    renewed, calls = Network.renewed, []

    def fail_once(self: Network) -> Network:
        calls.append(self)
        if len(calls) == 1:
            raise OSError("the disk is full")
        return renewed(self)

    monkeypatch.setattr(Network, "renewed", fail_once)
    assert len(adopted_after(network, lambda: make_table(network))) == 1
    assert "the types known before still are" in caplog.text


def make_badge(file: Path) -> None:
    """A table with one object, as another program makes them."""
    with closing(apsw.Connection(str(file))) as connection:
        connection.execute(
            "CREATE TABLE anope_db_badge (colour, id INTEGER PRIMARY KEY, "
            "FOREIGN KEY (id) REFERENCES anope_db_objects(id) ON DELETE CASCADE)"
        )
        connection.execute("INSERT INTO anope_db_objects (id, type) VALUES (1, 'badge')")
        connection.execute("INSERT INTO anope_db_badge (colour, id) VALUES ('red', 1)")


def test_a_running_gateway_serves_a_new_table_without_a_failed_request(serve: Serve, folder: Path) -> None:
    with httpx.Client(base_url=serve("--database", "sqlite:///live.db").url, timeout=PATIENCE) as client:
        assert client.get("/rest/badge/1").status_code == 404  # it runs, and has looked at the tables
        make_badge(folder / "live.db")
        statuses: Counter[int] = Counter()
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and 200 not in statuses:
            statuses[client.get("/rest/badge/1").status_code] += 1
            assert client.get("/rest/types").status_code == 200
            assert client.post("/graphql", json={"query": "{ __typename }"}).is_success
        assert set(statuses) <= {404, 200}
        answer = client.post("/graphql", json={"query": '{ node(id: "badge:1") { ... on Badge { colour } } }'})
        assert answer.json() == {"data": {"node": {"colour": "red"}}}


def test_the_looks_are_frequent_enough_to_serve_a_new_type_within_five_seconds() -> None:
    assert SECONDS <= 2.5
