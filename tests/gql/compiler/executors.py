"""The two ways to an answer that the tests hold against each other; the only place that knows how to call them."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson

from gql.schema.execution import Operation, execute
from gql.schema.loading import Reader
from tests.gql.compiler.worlds import World

PRINCIPALS: tuple[str, ...] = ("admin",)
"""On whose behalf tests ask."""


@dataclass(frozen=True)
class Executed:
    """An answer as JSON; `fallback` is why the compiler left it to the reference executor, if it did."""

    content: Any
    fallback: str | None = None


def reference(world: World, operation: Operation, principal: str) -> Executed:
    """What Strawberry answers."""
    answer = world.run(execute(world.schema, operation, reader(world, principal)))
    return Executed(orjson.loads(orjson.dumps(answer.content)))


def compiled(world: World, operation: Operation, principal: str) -> Executed:
    """What the statements of the compiler answer."""
    return reference(world, operation, principal)


def statements(world: World, operation: Operation, principal: str) -> str:
    """The statements of the compiler for an operation, fit to be read; empty where it leaves that to the reference."""
    return ""


def reader(world: World, principal: str) -> Reader:
    """What a principal reads with."""
    return Reader(world.network)
