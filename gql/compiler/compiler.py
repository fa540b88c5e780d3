"""The compiler of one network: from documents to queries that can be answered, and from these to answers."""
from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple

import peewee
from graphql import DocumentNode, GraphQLSchema

from gql.compiler.asks import Ask, Asks, ByKey
from gql.compiler.binding import Binder
from gql.compiler.controls import escaped
from gql.compiler.document import Operations
from gql.compiler.errors import Unplannable
from gql.compiler.explanation import Explanation, explained
from gql.compiler.inputs import Variables, variables_reader
from gql.compiler.meanings import Meanings
from gql.compiler.planning import Planner
from gql.compiler.running import LONGEST_TEXT, MOST_ROWS_AT_ONCE, Runner
from gql.compiler.statement import Statement
from gql.compiler.stores.asked import OfLink
from gql.compiler.stores.finishing import finished
from gql.compiler.variant import Bound, Variant
from gql.compiler.writing import Context
from gql.naming import Names
from models.network import Network
from models.principal import Principal
from models.query.callers import ids
from models.query.indexes import needed_indexes
from models.query.operands import Operands
from models.query.orders import Order
from models.query.predicates import Predicates
from models.query.questions import Question
from models.query.writers import writers
from models.refusals import is_too_complex
from models.rules import Access
from models.watch import Gone
from models.workers import Found, Read
from models.xmpp.account_link import SEARCHED, LinkRule

MOST_VARIANTS = 16
"""How many plans one query may have, one for each choice that @skip and @include leave to variables."""

MOST_PARAMETERS = 32_766
"""How many values a statement takes: as many as SQLite does, PostgreSQL takes twice as many."""

LONG_ANSWER = 1024 * 1024
"""From how many bytes on an answer is looked through in a thread."""

DEFAULT_SECONDS = 10.0

log = logging.getLogger(__name__)


class Ready(NamedTuple):
    """A request whose statement is written."""

    variant: Variant
    bound: Bound
    statement: Statement
    parameters: Sequence[Any]
    rows: float


class Compiled:
    """One operation of a valid document, with a plan for each choice of what @skip and @include decide by.

    `was_short`: the last statement for it was a short one of an engine in this process, and nothing was wrong with it.
    """

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, name: str | None) -> None:
        """Raises Unplannable for what is no query."""
        self.operations = Operations(document)
        operation = self.operations.chosen(name)
        if operation is None:
            raise Unplannable("the operation is no query")
        self.operation, self.switches = operation, self.operations.switches(operation)
        self.read = variables_reader(schema, self.operations.definitions(operation))
        self.variants: dict[Hashable, Variant | Unplannable] = {}
        self.was_short = False


def _note(error: peewee.PeeweeException, statement: Statement) -> None:
    """Let tracebacks in the log show a statement that failed. Raises Unplannable where the database only gave up."""
    if is_too_complex(error):
        raise Unplannable("the statement would be nested too deep for the database") from None
    error.add_note(f"the statement was: {statement.sql}")


class Compiler:
    """Answers queries over one network, each by one statement.

    What it cannot take raises Unplannable, and is counted in `fallbacks` by the reason.
    """

    def __init__(
        self, schema: GraphQLSchema, network: Network, seconds: float = DEFAULT_SECONDS, account_host: str = "",
        most_bytes: int = LONGEST_TEXT,
    ) -> None:
        """No statement runs for longer than so many seconds; the users of `account_host` are accounts.

        On SQLite none makes a result of more than `most_bytes`; the others have no such bound.
        """
        names = Names(network.catalogue)
        self._network, self._runner = network, Runner(network, seconds, most_bytes)
        link = LinkRule(account_host, network.casemap) if account_host else None
        self._planner = Planner(schema, Meanings(network.catalogue, names, link), Asks(network.catalogue, names))
        self._operands = Operands(network.catalogue, network.casemap, network.database.engine)
        self._binder = Binder(network.catalogue, self._operands)
        self._contexts: dict[Access, Context] = {}
        self.fallbacks: Counter[str] = Counter()

    @property
    def is_local(self) -> bool:
        """Whether the engine is in this process."""
        return self._runner.is_local

    async def answer(
        self, compiled: Compiled, variables: Variables, access: Access, principal: Principal, gone: Gone | None = None,
    ) -> bytes:
        """The answer to a query, `{"data":...}`.

        Raises Unplannable, TimedOut, LimitExceeded, Abandoned, peewee.PeeweeException, and for variables that make no
        sense BadInput, BadQuery and BadCursor.
        """
        ready = self._known(compiled, variables, access, principal) or await self._written(
            compiled, variables, access, principal)
        compiled.was_short = False
        try:
            found = await self._runner.run(ready.statement.sql, ready.parameters, ready.rows, gone)
        except peewee.PeeweeException as error:
            _note(error, ready.statement)
            raise
        answer = await self._finished(found, ready)
        compiled.was_short = self.is_local and ready.rows <= MOST_ROWS_AT_ONCE
        return answer

    def answer_at_once(
        self, compiled: Compiled, variables: Variables, access: Access, principal: Principal,
    ) -> bytes | None:
        """The same of a query that `was_short`, without waiting for anything; raises as `answer` does.

        None unless it is short again, and its statement is written already.
        """
        ready, compiled.was_short = self._known(compiled, variables, access, principal), False
        if ready is None or ready.rows > MOST_ROWS_AT_ONCE:
            return None
        try:
            found = self._runner.run_at_once(ready.statement.sql, ready.parameters)
        except peewee.PeeweeException as error:
            _note(error, ready.statement)
            raise
        answer = finished(found, ready.statement.spots, ready.bound.asks) if ready.statement.spots else found
        compiled.was_short = True
        return answer

    async def answer_behind(
        self, compiled: Compiled, variables: Variables, access: Access, principal: Principal, reads: Sequence[Read],
        gone: Gone | None = None,
    ) -> tuple[list[Found], bytes] | None:
        """The same with the rows of other statements, which are sent together with it; raises as `answer` does.

        None unless the query is short, its statement is written already, and the engine can do that.
        """
        ready = self._known(compiled, variables, access, principal)
        if ready is None or ready.rows > MOST_ROWS_AT_ONCE or ready.statement.spots:
            return None
        both = await self._runner.run_behind(reads, ready.statement.sql, ready.parameters, gone)
        if both is None:
            return None
        rows, found = both
        return rows, await self._finished(found, ready)

    async def _finished(self, found: bytes, ready: Ready) -> bytes:
        """The answer with JSON for what stores hold, and escapes for what the database left; a long one made aside."""
        if ready.statement.leaves_controls:
            return escaped(found) if len(found) <= LONG_ANSWER else await self._network.workers.compute(escaped, found)
        if not ready.statement.spots:
            return found
        rest = ready.statement.spots, ready.bound.asks
        if ready.rows <= MOST_ROWS_AT_ONCE:
            return finished(found, *rest)
        return await self._network.workers.read_in_thread(finished, found, *rest)

    async def ready(
        self, compiled: Compiled, variables: Variables, access: Access, principal: Principal,
    ) -> Ready:
        """The statement of a query for some variables and a caller. Raises as `answer` does."""
        return self._known(compiled, variables, access, principal) or await self._written(
            compiled, variables, access, principal)

    def _known(
        self, compiled: Compiled, variables: Variables, access: Access, principal: Principal,
    ) -> Ready | None:
        """The same where the statement was written before."""
        given = compiled.read(variables)
        variant = self.variant(compiled, given)
        bound = variant.bind(self._context(access), given)
        statement = variant.statement(bound, self._version(access))
        return None if statement is None else self._ready(variant, bound, statement, principal)

    async def _written(
        self, compiled: Compiled, variables: Variables, access: Access, principal: Principal,
    ) -> Ready:
        """The same where it has to be written."""
        given, context = compiled.read(variables), self._context(access)
        variant = self.variant(compiled, given)
        bound = variant.bind(context, given)
        await self._prepare_indexes(bound.asks)
        statement, bound = variant.write(context, bound, self._version(access))
        return self._ready(variant, bound, statement, principal)

    def _version(self, access: Access) -> Hashable:
        """What statements depend on beside what is asked."""
        return access, self._network.store.indexed

    def _ready(self, variant: Variant, bound: Bound, statement: Statement, principal: Principal) -> Ready:
        parameters = statement.parameters(bound.values, self._operands.fold, ids(principal))
        if len(parameters) > MOST_PARAMETERS:
            raise Unplannable("the statement would have more values than the database takes")
        rows = float("inf") if statement.scans else variant.rows(bound)
        return Ready(variant, bound, statement, parameters, rows)

    async def explain(
        self, compiled: Compiled, variables: Variables, access: Access, principal: Principal,
    ) -> Explanation:
        """What becomes of a query. Raises as `answer` does, but for Unplannable."""
        try:
            ready = await self.ready(compiled, variables, access, principal)
        except Unplannable as error:
            return Explanation(fallback=str(error))
        return await self._network.workers.read_in_thread(
            explained, self._network.database, ready.variant.planned.plan, ready.bound.asks, ready.statement,
            ready.parameters, ready.rows)

    def variant(self, compiled: Compiled, variables: Variables) -> Variant:
        """The plan of a query for the choices that its variables make. Raises Unplannable and BadInput."""
        key = tuple([variables.get(name) is True for name in compiled.switches]) if compiled.switches else ()
        found = compiled.variants.get(key)
        if found is None:
            found = self._planned(compiled, variables)
            if len(compiled.variants) < MOST_VARIANTS:
                compiled.variants[key] = found
        if isinstance(found, Unplannable):
            raise found
        return found

    def fell_back(self, reason: Unplannable) -> None:
        """Count a query that was left to the reference executor; the first of a kind is logged."""
        text = str(reason)
        self.fallbacks[text] += 1
        if self.fallbacks[text] == 1:
            log.info("a query is answered without the compiler: %s", text)

    def _planned(self, compiled: Compiled, variables: Variables) -> Variant | Unplannable:
        try:
            return Variant(self._planner.plan(compiled.operations.query(compiled.operation, variables)))
        except Unplannable as error:
            return error

    def _context(self, access: Access) -> Context:
        found = self._contexts.get(access)
        if found is None:
            columns = writers(self._network.store, access).columns
            found = self._contexts[access] = Context(
                columns, lambda operands: Predicates(columns, operands), self._binder, access)
        return found

    async def _prepare_indexes(self, asks: Sequence[Ask]) -> None:
        """Make the indexes of searches in names, when they are the first."""
        for asked in asks:
            for pair in self._needed(asked):
                await self._network.searches.prepare(*pair)

    def _needed(self, asked: Ask) -> Sequence[tuple[str, str]]:
        if isinstance(asked, Question):
            first = asked.ordering.keys[0]
            order = [Order(first.field.name, first.path)] if first.field else []
            return needed_indexes(self._network.catalogue, asked.type.name, asked.condition, order)
        if isinstance(asked, ByKey) and len(asked.type.key) == 1 and not asked.type.field(asked.type.key[0]).reference:
            return [(asked.type.name, asked.type.key[0])]
        return [SEARCHED] if isinstance(asked, OfLink) else []
