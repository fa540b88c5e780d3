"""The databases that tests run on; EDGEWISE_TEST_ENGINE says on which engine."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, settings

from models.network import Network
from tests.engines import ENGINES, Engine, EngineAbsent, fixture_copy
from tests.statements import Statements, listened

REQUIRED = os.environ.get("EDGEWISE_TEST_REQUIRE_SERVICES") == "1"
"""Whether an engine that is not there is a failure, not a reason to skip; .ci/run sets it."""

# how fast a machine is says nothing about what these tests are about; pytest's timeout ends one that hangs
settings.register_profile("edgewise", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("edgewise")


@pytest.fixture(scope="session")
def _engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    name = os.environ.get("EDGEWISE_TEST_ENGINE") or "sqlite"
    if name not in ENGINES:
        pytest.fail(f"EDGEWISE_TEST_ENGINE is {name!r}; use one of {', '.join(ENGINES)}")
    try:
        engine = ENGINES[name](tmp_path_factory.mktemp("engine"))
    except EngineAbsent as absent:
        if REQUIRED:
            pytest.fail(str(absent))
        pytest.skip(str(absent))
    with closing(engine):
        yield engine


@pytest.fixture
def databases(_engine: Engine) -> Iterator[Engine]:
    """The engine under test as a source of databases; it takes them back at the end of the test."""
    yield _engine
    _engine.take_back()


@pytest.fixture
def engine(databases: Engine) -> str:
    """The name of the engine under test, as in models.database_url.ENGINES."""
    return databases.name


@pytest.fixture
def database_url(databases: Engine) -> str:
    """The URL of a database without any table."""
    return databases.bare()


@pytest.fixture
def prepared_url(databases: Engine) -> str:
    """The URL of a database with edgewise's tables and no object; cheaper than `database_url`."""
    return databases.prepared()


@pytest.fixture
def network(prepared_url: str) -> Iterator[Network]:
    """An opened network without any object."""
    with closing(Network.open(prepared_url, types=())) as opened:
        yield opened


@pytest.fixture
def fixture_url(databases: Engine) -> Callable[[str], str]:
    """From the name of a database of contract/rest to the URL of a copy: in place on SQLite, elsewhere imported."""
    return lambda name: fixture_copy(databases, name)


@pytest.fixture
def open_fixture(fixture_url: Callable[[str], str]) -> Iterator[Callable[[str], Network]]:
    """From the name of a database of contract/rest to an opened network with its objects."""
    opened: list[Network] = []

    def open_copy(name: str) -> Network:
        opened.append(Network.open(fixture_url(name), types=()))
        return opened[-1]

    yield open_copy
    for network in opened:
        network.close()


@pytest.fixture
def statements() -> Iterator[Statements]:
    """The statements that run during the test."""
    with listened() as found:
        yield found
