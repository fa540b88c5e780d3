"""Worlds to ask about: one a module, as its tests only read."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from gql.schema.quirks import Schema
from tests.engines import Engine
from tests.gql.compiler.known import Known
from tests.gql.compiler.worlds import WORLDS, build, opened


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The schema of the built-in types, with accounts and XMPP users linked."""
    return build()


@pytest.fixture(scope="module", params=WORLDS)
def known(_engine: Engine, schema: Schema, request: pytest.FixtureRequest) -> Iterator[Known]:
    """What there is in a world; the worlds one after the other.

    They stand in modules of their own: at the end of a test with `network` the engine takes back all databases.
    """
    with opened(request.param, _engine, schema) as world:
        yield Known(world)
    _engine.take_back()
