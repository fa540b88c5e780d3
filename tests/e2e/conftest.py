"""The demonstration in a browser."""
from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.e2e.browser import BrowserAbsent, Page, browser
from tests.e2e.gateways import fill, open_door
from tests.servers import OneDoor, serving


@pytest.fixture(scope="session", autouse=True)
def _once() -> None:
    """The page is the same whatever the database: one run is enough."""
    if os.environ.get("EDGEWISE_TEST_ENGINE", "sqlite") != "sqlite":
        pytest.skip("browsers are tried with SQLite only")


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A browser without a past."""
    try:
        with browser() as opened:
            yield opened
    except BrowserAbsent as absent:
        if os.environ.get("EDGEWISE_TEST_REQUIRE_SERVICES") == "1":
            pytest.fail(str(absent))
        pytest.skip(str(absent))


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of /graphql over the demonstration."""
    url = f"sqlite:///{tmp_path_factory.mktemp('demo')}/demo.db"
    fill(url)
    with serving(OneDoor(url, open_door)) as base:
        yield f"{base}/graphql"
