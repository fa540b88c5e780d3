"""Questions about stores, answered by the compiler and by the reference executor."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, fields
from typing import Any

import orjson

from gql.compiler.compiler import Compiled, Compiler
from gql.limits.table import Limits
from gql.schema.execution import Operation, execute
from gql.schema.loading import Reader
from gql.schema.preparing import valid
from gql.schema.quirks import Schema
from models.network import Network
from models.principal import LOCAL_ADMIN, Principal

UNLIMITED = Limits(**dict.fromkeys((each.name for each in fields(Limits)), 10**9))


@dataclass
class Asked:
    """A network that both are asked about, on somebody's behalf; `runner` runs what is asked."""

    network: Network
    schema: Schema
    principal: Principal = LOCAL_ADMIN
    runner: asyncio.Runner = field(default_factory=asyncio.Runner)

    def __post_init__(self) -> None:
        self._compiler = Compiler(self.schema.core, self.network, account_host=self.schema.account_host)

    def compiled(self, document: str, **variables: Any) -> Any:
        """What the compiler answers. Raises Unplannable."""
        found = Compiled(self.schema.core, valid(self.schema, document, None), None)
        access = self.network.rules.access(self.principal)
        return orjson.loads(self.runner.run(self._compiler.answer(found, variables, access, self.principal)))["data"]

    def reference(self, document: str, **variables: Any) -> Any:
        """What the reference executor answers, without errors."""
        reader = Reader(self.network, self.principal, UNLIMITED.objects)
        found = self.runner.run(execute(self.schema, Operation(document, variables), reader, limits=UNLIMITED))
        assert found.errors == []
        return orjson.loads(orjson.dumps(found.data))

    def agreed(self, document: str, **variables: Any) -> Any:
        """The answer of both, with all names in the same order."""
        found, expected = self.compiled(document, **variables), self.reference(document, **variables)
        assert orjson.dumps(found) == orjson.dumps(expected)
        return expected
