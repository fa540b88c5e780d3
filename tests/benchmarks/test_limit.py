"""The hand-written route and the gateway answer alike, so that their rates can be compared."""
from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from starlette.types import ASGIApp

from benchmarks.graphql.data import Size, write_network
from benchmarks.graphql.drivers import ASYNCHRONOUS, DRIVERS, installed
from benchmarks.graphql.inside import post, serving
from benchmarks.graphql.limit import limit_app
from benchmarks.graphql.queries import EDGEWISE, EDGEWISE_BY_NAME, LIMIT, Question
from gql.app import create_app
from gql.settings import Settings
from models.network import Network

SMALL = Size(account=40, nick=100, nsaccess=120, channel=50)
TWO_PLACES = "UPDATE anope_db_nick SET last_seen = NULL, nick = %s WHERE id IN (41, 42)"
WITHOUT_NAMES = "UPDATE anope_db_channel SET name = NULL WHERE id % 5 = 0"

DRAWS = ([7], [7, 3, 40], list(range(1, 41)), [41, 5, 9_999], [9_999])
"""Ids of accounts, among them some of other objects and of none."""

COMPARED = ("sqlite", "postgresql")
"""The engines that the benchmarks are about."""


@pytest.fixture
def url(engine: str, prepared_url: str) -> str:
    """A small network, with quotes and control characters in names, and fields that are unset."""
    if engine not in COMPARED:
        pytest.skip("the benchmarks are about SQLite and PostgreSQL")
    write_network(prepared_url, SMALL)
    network = Network.open(prepared_url, types=())
    database = network.database
    database.execute_sql(TWO_PLACES.replace("%s", database.param), ('a "quoted"\\ name\t\n\x1f \u00e9\U0001f600',))
    database.execute_sql(WITHOUT_NAMES if engine == "sqlite" else WITHOUT_NAMES.replace("%", "%%"))
    database.execute_sql("UPDATE anope_db_account SET email = NULL WHERE id = 3")
    network.close()
    return prepared_url


async def _answer(app: ASGIApp, question: Question, draw: list[int]) -> Any:
    status, content = await post(app, question.path, question.text(draw).encode())
    assert status == 200, content
    return json.loads(content)


def test_all_ways_give_the_gateways_answer(url: str, engine: str) -> None:
    async def compare() -> None:
        async with serving(create_app(Settings(database=url))) as gateway:
            for driver in installed(engine):
                for threads in (2,) if driver in ASYNCHRONOUS[engine] else (0, 2):
                    async with serving(limit_app(url, driver, threads)) as limit:
                        for draw in DRAWS:
                            expected = await _answer(gateway, EDGEWISE, draw)
                            assert await _answer(limit, LIMIT, draw) == expected, (driver, threads, draw)

    asyncio.run(compare())


def test_the_answers_hold_what_was_asked_for(url: str) -> None:
    async def nodes() -> Any:
        async with serving(create_app(Settings(database=url))) as gateway:
            return (await _answer(gateway, EDGEWISE, list(range(1, 41))))["data"]["accounts"]["nodes"]

    accounts = asyncio.run(nodes())
    assert [account["id"] for account in accounts] == [f"account:{id_}" for id_ in range(1, 41)]
    for edge, count in (("nicks", SMALL.nick), ("accessMasks", SMALL.nsaccess), ("channelsAsFounder", SMALL.channel)):
        assert sum(len(account[edge]["nodes"]) for account in accounts) == count


def test_an_account_is_found_by_its_name_as_by_its_id(url: str) -> None:
    async def compare() -> None:
        async with serving(create_app(Settings(database=url))) as gateway:
            assert await _answer(gateway, EDGEWISE_BY_NAME, [7]) == await _answer(gateway, EDGEWISE, [7])

    asyncio.run(compare())


def test_the_drivers_of_the_project_itself_are_installed(engine: str) -> None:
    if engine in COMPARED:
        assert next(iter(DRIVERS[engine])) in installed(engine)
