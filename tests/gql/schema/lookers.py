"""Answers to what somebody asks, from the reference executor and from the compiler, which have to agree."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import orjson

from gql.schema.answering import Answerer
from gql.schema.execution import Operation, execute
from gql.schema.loading import Reader
from gql.schema.quirks import Schema
from models.network import Network
from models.principal import Principal
from tests.gql.compiler.worlds import WIDE

UNCOMPILED = ("types {", "viewer {")
"""What the compiler leaves to the reference executor: there both are one."""

Look = Callable[..., Any]
"""From a principal, a query and its variables to the data of an answer without errors."""


@contextmanager
def looker(network: Network, schema: Schema) -> Iterator[Look]:
    """What looks at a network."""
    answerer = Answerer(schema, network, WIDE)
    with asyncio.Runner() as runner:
        def look(principal: Principal, document: str, **variables: Any) -> Any:
            operation = Operation(document, variables)
            expected = runner.run(execute(schema, operation, Reader(network, principal), limits=WIDE))
            assert expected.errors == [], document
            found = runner.run(answerer.answer(operation, principal))
            assert found.body or any(name in document for name in UNCOMPILED), f"not compiled: {document}"
            compiled = orjson.loads(found.body or orjson.dumps(found.content))
            assert compiled == {"data": orjson.loads(orjson.dumps(expected.data))}, document
            return expected.data

        yield look
