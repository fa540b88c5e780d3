"""What is asked about: the corpora, and networks of a test's own."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from gql import demo
from gql.schema.build import build_schema
from gql.schema.quirks import Schema
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue
from models.network import Network
from tests.engines import Engine
from tests.gql.compiler.stores.agreement import Asked
from tests.models.xmpp.corpora import FORMS, corpus


@pytest.fixture(scope="session")
def linked() -> Schema:
    """A schema in which the users of the demonstration's host are accounts."""
    return build_schema(Catalogue(BUILTIN_TYPES), "demo.example")


@pytest.fixture(scope="module", params=FORMS)
def stored(_engine: Engine, linked: Schema, request: pytest.FixtureRequest) -> Iterator[Asked]:
    """What real clients left; tests only read it."""
    with corpus(_engine, request.param) as made:
        asked = Asked(made.network, linked)
        with asked.runner:
            yield asked
    _engine.take_back()


@pytest.fixture
def asked(network: Network, linked: Schema) -> Iterator[Asked]:
    """A network without any object."""
    asked = Asked(network, linked)
    with asked.runner:
        yield asked


@pytest.fixture
def wonderland(asked: Asked) -> Asked:
    """The demonstration."""
    demo.fill(asked.network)
    return asked
