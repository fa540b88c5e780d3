"""A schema, and ways to ask it about the network under test."""
from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from gql.schema.build import build_schema
from gql.schema.execution import Answer, Operation, execute
from gql.schema.loading import Reader
from gql.schema.quirks import Schema
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, ObjectID
from models.network import Network
from models.principal import LOCAL_ADMIN

Ask = Callable[..., Any]
Create = Callable[..., str]


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The schema of the built-in types."""
    return build_schema(Catalogue(BUILTIN_TYPES))


@pytest.fixture
def answer_from(schema: Schema) -> Callable[..., Answer]:
    """From a network, a query and its variables to the whole answer."""
    def run(network: Network, document: str, *, reader: Reader | None = None, **variables: Any) -> Answer:
        return asyncio.run(execute(schema, Operation(document, variables), reader or Reader(network, LOCAL_ADMIN)))

    return run


@pytest.fixture
def answer(answer_from: Callable[..., Answer], network: Network) -> Callable[..., Answer]:
    """From a query about the network under test to the whole answer."""
    return partial(answer_from, network)


@pytest.fixture
def ask(answer: Callable[..., Answer]) -> Ask:
    """From a query and its variables to the data of an answer without errors."""
    def run(document: str, **variables: Any) -> Any:
        found = answer(document, **variables)
        assert found.errors == []
        return found.data

    return run


@pytest.fixture
def complain(answer: Callable[..., Answer]) -> Callable[..., tuple[str, str]]:
    """From a query to the code and the message of its only error."""
    def run(document: str, **variables: Any) -> tuple[str, str]:
        (error,) = answer(document, **variables).errors
        return error["extensions"]["code"], error["message"]

    return run


@pytest.fixture
def create(network: Network) -> Create:
    """From a type's name and values, references spelled as ids, to the id of a new object."""
    def run(type_name: str, **values: Any) -> str:
        type_ = network.catalogue[type_name]
        scalars = {name: _reference(value) if type_.field(name).reference else value for name, value in values.items()}
        return f"{type_name}:{network.store.create(type_name, scalars)}"

    return run


def _reference(text: str) -> ObjectID:
    type_name, _, number = text.partition(":")
    return ObjectID(type_name, int(number))
