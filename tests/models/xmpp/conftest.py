"""Corpora, and how many statements a view takes."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines import Engine
from tests.models.xmpp.corpora import FORMS, Corpus, corpus


@pytest.fixture(scope="module", params=FORMS)
def filled(_engine: Engine, request: pytest.FixtureRequest) -> Iterator[Corpus]:
    """The corpus in each of its forms, which tests only read.

    They stand in modules of their own: at the end of a test with `network` the engine takes back all databases.
    """
    with corpus(_engine, request.param) as made:
        yield made
    _engine.take_back()
