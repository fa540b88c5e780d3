"""The /graphql door: which request gets what."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from gql.auth.authenticator import Authenticator
from gql.auth.visit import Visit
from gql.compiler.running import Abandoned
from gql.limits.clients import UnderWay
from gql.limits.table import DEFAULTS, Limits
from gql.schema.answering import Answerer
from gql.schema.errors import Code, Forbidden, masked
from gql.schema.execution import Answer, OnlyQueries, Operation
from gql.schema.loading import Reader
from gql.schema.quirks import Schema
from gql.web.assets import Assets
from gql.web.batches import Batch, answer_batch, read_batch, respond_all
from gql.web.documents import Documents
from gql.web.identity import identified, no_page, refusal_of
from gql.web.media_types import GRAPHQL, HTML, JSON
from gql.web.refusal import Refusal
from gql.web.requests import Parameters, read_parameters
from gql.web.responses import fail, refuse, respond, wanted
from models.network import Network
from models.peers import source
from models.principal import ANONYMOUS, LOCAL_ADMIN, Principal, Role

ROOT = "/graphql"
STATIC = f"{ROOT}/static/"


class GraphQLDoor:
    """An ASGI application that answers every request whose path is /graphql or begins with /graphql/.

    Operations are answered to whom `authenticator` says. `introspection` says to whom the schema, suggestions in
    errors and GraphiQL are shown: "all", "authenticated" or "none". The schema is that of the network's catalogue.
    `documents` are those that a request may name, `under_way` counts operations; doors that follow each other share
    them. Without `compiles` the reference executor answers everything. The network stays its caller's: the door does
    not close it.
    """

    def __init__(
        self, network: Network, schema: Schema, *, authenticator: Authenticator, limits: Limits = DEFAULTS,
        introspection: str = "authenticated", documents: Documents | None = None, under_way: UnderWay | None = None,
        compiles: bool = True,
    ) -> None:
        self._network, self._authenticator, self._limits = network, authenticator, limits
        self._answerer = Answerer(schema, network, limits, compiles=compiles)
        self._documents, self._under_way = documents or Documents(), under_way or UnderWay(limits.operations)
        self._assets, self._introspection = Assets(), introspection

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; whatever happens, the client gets a status and a text."""
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except ClientDisconnect:
            return
        except Refusal as refusal:
            response = refuse(request, refusal)
        except Exception as error:  # noqa: BLE001 - the client gets an answer, the log the traceback
            response = fail(request, masked(error, f"{request.method} {request.scope['path']!r}"))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        path = request.scope["path"]
        if path == ROOT:
            return await self._chosen(request)
        if path == f"{ROOT}/":
            return RedirectResponse("../graphql")
        if path.startswith(STATIC) and request.method in ("GET", "HEAD"):
            return self._assets.file(path.removeprefix(STATIC))
        return PlainTextResponse("There is nothing here: queries go to /graphql.\n", 404)

    async def _chosen(self, request: Request) -> Response:
        media_type = wanted(request)
        if media_type is None:
            raise Refusal(406, f"Accept names no type that this server has; name {GRAPHQL} or {JSON}")
        if media_type != HTML:
            return await self._operation(request)
        if self._introspection != "all":
            _, principal = await self._identified(request)
            if not self._shows(principal):
                raise no_page(principal, self._introspection)
        return self._assets.page()

    async def _identified(self, request: Request) -> tuple[Visit, Principal]:
        """What a request can do about who it is, and who makes it. Raises Refusal."""
        visit = Visit(self._authenticator, request.scope["headers"], request.scope.get("client"))
        return visit, await identified(visit)

    def _shows(self, principal: Principal) -> bool:
        """Whether the schema is shown to whoever asks."""
        if self._introspection == "authenticated":
            return principal.role is not Role.ANONYMOUS
        return self._introspection == "all"

    async def _operation(self, request: Request) -> Response:
        visit, principal = await self._identified(request)
        with self._counted(visit, principal, 1):
            asked = await read_parameters(request, self._limits.body)
            if isinstance(asked, list):
                return await self._batch(request, read_batch(asked, self._limits), visit, principal)
            answer = await self._answered(request, asked, visit, principal)
        if refused := answer.refusal:
            raise refusal_of(*refused)
        return respond(request, answer)

    @contextmanager
    def _counted(self, visit: Visit, principal: Principal, operations: int) -> Iterator[None]:
        """A block in which a client has some more operations under way. Raises Refusal."""
        client = source(visit.peer) if principal in (LOCAL_ADMIN, ANONYMOUS) else principal.name
        if not self._under_way.begin(client, operations):
            raise Refusal(429, f"operations of yours under way: the limit is {self._under_way.most} "
                          "(limits.operations); wait for some to end", code=Code.LIMIT, headers={"Retry-After": "1"})
        try:
            yield
        finally:
            self._under_way.end(client, operations)

    async def _batch(self, request: Request, batch: Batch, visit: Visit, principal: Principal) -> Response:
        """The first operation was counted with the request."""
        with self._counted(visit, principal, len(batch) - 1):
            return respond_all(await answer_batch(
                batch, lambda asked: self._answerer.measured(self._meant(asked), introspects=self._shows(principal)),
                lambda asked: self._answered(request, asked, visit, principal), self._limits))

    def _meant(self, asked: Parameters) -> Operation:
        return Operation(self._documents.find(asked), asked.variables, asked.operation_name)

    async def _answered(self, request: Request, asked: Parameters, visit: Visit, principal: Principal) -> Answer:
        operation = self._meant(asked)
        reader = Reader(self._network, principal, self._limits.objects, visit)
        try:
            answer = await self._answerer.answer(
                operation, reader, only_queries=request.method != "POST", introspects=self._shows(principal),
                gone=lambda: _gone(request))
        except OnlyQueries:
            raise Refusal(405, "GET runs queries only; use POST for the rest", headers={"Allow": "POST"}) from None
        except Abandoned:
            raise ClientDisconnect from None
        if answer.ran:
            self._documents.remember(asked)
        if answer.ran and asked.explains:
            answer = replace(answer, explanation=await self._explanation(operation, principal))
        return answer

    async def _explanation(self, operation: Operation, principal: Principal) -> Mapping[str, Any]:
        try:
            return await self._answerer.explanation(operation, principal)
        except Forbidden as error:
            raise Refusal(403, str(error), code=Code.FORBIDDEN) from None


async def _gone(request: Request) -> None:
    """Return when the client has gone away; its whole body was read before."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
