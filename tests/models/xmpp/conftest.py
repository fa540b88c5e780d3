"""Corpora, and how many statements a view takes."""
from __future__ import annotations

import logging
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


class Statements(logging.Handler):
    """The texts of the statements that ran."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(str(record.msg[0]))

    def taken(self) -> list[str]:
        """Those since the last time."""
        texts, self.texts = self.texts, []
        return texts


@pytest.fixture
def statements() -> Iterator[Statements]:
    """Counts from here on."""
    counter, logger = Statements(), logging.getLogger("peewee")
    level = logger.level
    logger.addHandler(counter)
    logger.setLevel(logging.DEBUG)
    yield counter
    logger.setLevel(level)
    logger.removeHandler(counter)
