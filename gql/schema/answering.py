"""Answering one operation: by one statement where the compiler can, else by the reference executor."""
from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import peewee
from graphql import GraphQLError

from gql.auth.authenticator import Presumed
from gql.auth.visit import Visit
from gql.compiler.compiler import Compiled, Compiler
from gql.compiler.errors import LimitExceeded, RequestError, TimedOut, Unplannable
from gql.compiler.explanation import Explanation
from gql.limits.excess import require
from gql.limits.table import DEFAULTS, Limits
from gql.schema.errors import Forbidden, presented
from gql.schema.execution import REFUSING, Answer, Operation, ready, refused, run
from gql.schema.loading import Reader
from gql.schema.preparing import Prepared
from gql.schema.quirks import Schema
from models.errors import StoreError
from models.network import Network
from models.principal import Principal
from models.rules import FULL
from models.watch import Gone

MOST_KNOWN, MOST_CHARACTERS = 1_000, 4 * 2**20
"""How many operations are remembered, and how long their documents are together."""

Key = tuple[str, str | None, bool, bool]
"""What operations are remembered by: the document, the name, whether only queries may run, whether the schema shows."""

OTHERWISE = (*REFUSING, Unplannable, RequestError, StoreError, RecursionError, peewee.PeeweeException)
"""What a short way leaves to the usual one, which finds out anew and tells."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Known:
    """An operation that may run, but for its cost; `compiled` is None where the reference executor has to run it."""

    prepared: Prepared
    compiled: Compiled | None


class Answerer:
    """Answers the operations of one schema over one network, and remembers what it found out about documents.

    Without `compiles` the reference executor answers all of them.
    """

    def __init__(self, schema: Schema, network: Network, limits: Limits = DEFAULTS, *, compiles: bool = True) -> None:
        self._schema, self._network, self._limits, self._compiles = schema, network, limits, compiles
        self.compiler = Compiler(schema.core, network, limits.deadline, schema.account_host, limits.answer)
        self._known: OrderedDict[Key, Known] = OrderedDict()
        self._characters = 0

    @property
    def is_quick(self) -> bool:
        """Whether there are operations that are answered at once."""
        return self._compiles and self.compiler.is_local

    async def answer(
        self, operation: Operation, principal: Principal, visit: Visit | None = None, *, only_queries: bool = False,
        introspects: bool = True, gone: Gone | None = None,
    ) -> Answer:
        """The answer to an operation of a caller; raises OnlyQueries and Abandoned.

        `visit` is what he can do about who he is. Without `introspects` nothing is said of the schema beyond what valid
        operations show of it. `gone` waits until the client has gone away.
        """
        try:
            known = self._find(operation, only_queries=only_queries, introspects=introspects)
            known.prepared.check(operation.variables or {}, self._limits)
            if known.compiled:
                found = await self._compiled(known.compiled, operation, principal, gone)
                if found is not None:
                    return found
            reader = Reader(self._network, principal, self._limits.objects, visit)
            return await run(self._schema, known.prepared, operation, reader, self._limits, introspects=introspects)
        except REFUSING as error:
            return refused(error)

    async def answer_presumed(
        self, operation: Operation, presumed: Presumed, *, only_queries: bool, introspects: bool,
        gone: Gone | None = None,
    ) -> Answer | None:
        """The answer for somebody who is presumed to ask, where it came with the proof that it is he.

        None wherever that cannot be done in one step, or anything is wrong: then who asks has to be known first.
        Raises Abandoned, and TimedOut, which nobody may be told before that.
        """
        known = self._recalled((operation.document, operation.name, only_queries, introspects))
        if known is None or known.compiled is None:
            return None
        variables, access = operation.variables or {}, self._network.rules.access(presumed.principal)
        try:
            known.prepared.check(variables, self._limits)
            found = await self.compiler.answer_behind(
                known.compiled, variables, access, presumed.principal, presumed.reads, gone)
        except TimedOut:
            raise
        except OTHERWISE:
            return None
        return self._measured(found[1]) if found and presumed.holds(found[0]) else None

    def answer_at_once(self, operation: Operation, principal: Principal, *, introspects: bool) -> Answer | None:
        """The answer to an operation of a caller that was answered before, where nothing has to be waited for.

        None wherever it is not so, or anything is wrong.
        """
        known = self._recalled((operation.document, operation.name, False, introspects))
        if known is None or known.compiled is None or not known.compiled.was_short:
            return None
        variables, access = operation.variables or {}, self._network.rules.access(principal)
        try:
            known.prepared.check(variables, self._limits)
            body = self.compiler.answer_at_once(known.compiled, variables, access, principal)
        except TimedOut as error:
            return refused(error)
        except peewee.PeeweeException as error:
            return _failed(error)
        except OTHERWISE:
            return None
        return None if body is None else self._measured(body)

    def _measured(self, body: bytes) -> Answer:
        """The answer that a statement gave, unless it is too long."""
        try:
            require("answer", "bytes of the answer", len(body), self._limits.answer)
        except LimitExceeded as error:
            return refused(error)
        return Answer(None, [], body=body)

    def measured(self, operation: Operation, *, introspects: bool = True) -> int | Answer:
        """How many rows an operation may touch, or the answer that says why it may not run."""
        variables = operation.variables or {}
        try:
            prepared = self._find(operation, only_queries=False, introspects=introspects).prepared
            prepared.conditions.check(variables, self._limits.conditions)
        except REFUSING as error:
            return refused(error)
        return prepared.cost.rows(variables)

    async def explanation(self, operation: Operation, principal: Principal) -> dict[str, Any]:
        """How an operation that was answered came to its answer. Raises Forbidden: it shows statements."""
        if not principal.is_admin:
            raise Forbidden("explanations are for administrators; leave out extensions.explain")
        known = self._find(operation, only_queries=False, introspects=True)
        if known.compiled is None:
            return Explanation(fallback="it is no query, or graphql.compiled is off").content
        try:
            found = await self.compiler.explain(known.compiled, operation.variables or {}, FULL, principal)
        except (RequestError, StoreError) as error:
            return Explanation(fallback=str(error)).content
        return found.content

    async def _compiled(
        self, compiled: Compiled, operation: Operation, principal: Principal, gone: Gone | None,
    ) -> Answer | None:
        """The answer by one statement; None where the reference executor has to say what is wrong, or can do more."""
        access = self._network.rules.access(principal)
        try:
            body = await self.compiler.answer(compiled, operation.variables or {}, access, principal, gone)
        except Unplannable as reason:
            self.compiler.fell_back(reason)
            return None
        except (TimedOut, LimitExceeded):
            raise
        except (RequestError, StoreError, RecursionError):
            return None
        except peewee.PeeweeException as error:
            return _failed(error)
        return self._measured(body)

    def _find(self, operation: Operation, *, only_queries: bool, introspects: bool) -> Known:
        key = (operation.document, operation.name, only_queries, introspects)
        known = self._recalled(key)
        if known is not None:
            return known
        prepared = ready(
            self._schema, operation, only_queries=only_queries, limits=self._limits, introspects=introspects)
        known = self._known[key] = Known(prepared, self._compilable(prepared, operation))
        self._characters += len(operation.document)
        while len(self._known) > MOST_KNOWN or self._characters > MOST_CHARACTERS:
            (document, *_), _ = self._known.popitem(last=False)
            self._characters -= len(document)
        return known

    def _recalled(self, key: Key) -> Known | None:
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
        return known

    def _compilable(self, prepared: Prepared, operation: Operation) -> Compiled | None:
        try:
            return Compiled(self._schema.core, prepared.document, operation.name) if self._compiles else None
        except Unplannable:
            return None


def _failed(error: peewee.PeeweeException) -> Answer:
    return Answer(None, presented([GraphQLError("the statement failed", original_error=error)]))
