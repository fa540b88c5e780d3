"""The two ways to an answer that the tests hold against each other; the only place that knows how to call them."""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson
from graphql import parse

from gql.compiler.compiler import Compiled, Ready
from gql.compiler.errors import RequestError, Unplannable
from gql.schema.answering import Answerer
from gql.schema.execution import Operation, execute
from gql.schema.loading import Reader
from models.errors import StoreError
from tests.gql.compiler.worlds import WIDE, World

PRINCIPALS: tuple[str, ...] = ("admin", "owner", "anonymous")
"""On whose behalf tests ask: who sees all, who has an account and an XMPP user, nobody."""


@dataclass(frozen=True)
class Executed:
    """An answer as JSON; `fallback` is why the compiler left it to the reference executor, if it did."""

    content: Any
    fallback: str | None = None


def reference(world: World, operation: Operation, principal: str) -> Executed:
    """What Strawberry answers."""
    answer = world.run(execute(world.schema, operation, reader(world, principal), limits=WIDE))
    return Executed(orjson.loads(orjson.dumps(answer.content)))


def compiled(world: World, operation: Operation, principal: str) -> Executed:
    """What the statements of the compiler answer."""
    answerer = _answerer(world)
    before = answerer.compiler.fallbacks.copy()
    answer = world.run(answerer.answer(operation, world.principal(principal)))
    reasons = answerer.compiler.fallbacks - before
    content = orjson.loads(answer.body or orjson.dumps(answer.content))
    return Executed(content, next(iter(reasons), None))


def statements(world: World, operation: Operation, principal: str) -> str:
    """The statements of the compiler for an operation, fit to be read; empty where it leaves that to the reference."""
    try:
        return readable(ready(world, operation, principal).statement.sql)
    except (Unplannable, RequestError, StoreError):
        return ""


def ready(world: World, operation: Operation, principal: str) -> Ready:
    """A query whose statement is written. Raises what Compiler.ready does."""
    compiler, asking = _answerer(world).compiler, world.principal(principal)
    compiled = Compiled(world.schema.core, parse(operation.document), operation.name)
    return world.run(compiler.ready(compiled, operation.variables or {}, world.network.rules.access(asking), asking))


def readable(sql: str) -> str:
    """A statement with each subquery and each clause of one on lines of their own."""
    depth, lines, line = 0, [], ""
    for piece in _PIECES.findall(sql):
        if piece in ("(SELECT ", " FROM ", " WHERE ", " ORDER BY ", " LIMIT "):
            lines.append(line)
            line = "  " * (depth + (piece == "(SELECT ")) + piece.strip() + " "
        else:
            line += piece
        depth += piece.count("(") - piece.count(")") if not piece.startswith("'") else 0
    return "\n".join(each.rstrip() for each in (*lines, line) if each.strip()) + "\n"


_PIECES = re.compile(r"'(?:[^']|'')*'|\(SELECT |[()]| FROM (?=\(|\"|`)| WHERE | ORDER BY | LIMIT |[^'() ]+| ")


@cache
def _answerer(world: World) -> Answerer:
    return Answerer(world.schema, world.network, WIDE)


def reader(world: World, principal: str) -> Reader:
    """What a principal reads with."""
    return Reader(world.network, world.principal(principal), WIDE.objects)
