"""Networks to ask about, and what is run on them."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from models.network import Network
from models.query.reader import Reader
from tests.models.query.data import ASKED, fill
from tests.models.query.oracle import World

SPOILT = ("", "x", "12abc", " 7", "-3.9", "99999999999999999999", "0010")
"""What Anope's untyped columns can hold in place of a number."""


@pytest.fixture
def reader(network: Network) -> Reader:
    return Reader(network.store)


@pytest.fixture
def made(prepared_url: str) -> Iterator[World]:
    """A network with awkward objects under the larger case mapping."""
    with closing(Network.open(prepared_url, types=(), casemap="rfc1459")) as network:
        fill(network)
        yield World(network)


@pytest.fixture
def indexed(made: World) -> World:
    """The same with indexes for searches."""
    for field in (("account", "display"), ("nick", "nick"), ("xmppuser", "name"), ("account", "email")):
        made.network.store.create_index(*field)
    return made


@pytest.fixture
def anopes(open_fixture: Callable[[str], Network], engine: str) -> World:
    """A network that Anope wrote: in untyped columns, some of which do not hold what they should."""
    if engine != "sqlite":
        pytest.skip("elsewhere it would be imported into tables that edgewise made")
    network = open_fixture("anope_network")
    for number, text in enumerate(SPOILT):
        for table, column in (("nick", "last_seen"), ("channel", "bantype"), ("accesschanaccess", "level")):
            network.database.execute_sql(
                f"UPDATE anope_db_{table} SET {column} = ? WHERE id % 11 = ?", (text, number))
    network.store.create_index("account", "display")
    return World(network)


@pytest.fixture(params=["made", "indexed", "anopes"])
def world(request: pytest.FixtureRequest) -> World:
    found: World = request.getfixturevalue(request.param)
    assert set(ASKED) <= set(found.objects)
    return found
