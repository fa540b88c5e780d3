"""The /graphql door: which request gets what."""
from __future__ import annotations

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from gql.auth.authenticator import Authenticator
from gql.auth.visit import Visit
from gql.schema.errors import masked
from gql.schema.execution import OnlyQueries, Operation, execute
from gql.schema.loading import Reader
from gql.schema.quirks import Schema
from gql.web.assets import Assets
from gql.web.documents import Documents
from gql.web.identity import identified, refusal_of
from gql.web.media_types import GRAPHQL, HTML, JSON
from gql.web.refusal import Refusal
from gql.web.requests import read_parameters
from gql.web.responses import fail, refuse, respond, wanted
from models.network import Network

ROOT = "/graphql"
STATIC = f"{ROOT}/static/"

MAX_BODY = 1024 * 1024


class GraphQLDoor:
    """An ASGI application that answers every request whose path is /graphql or begins with /graphql/.

    Operations are answered to whom `authenticator` says; the page and its files are everybody's. A body may
    have `max_body` bytes. The schema is that of the network's catalogue. `documents` are those that a request
    may name; doors that follow each other share them. The network stays its caller's: the door does not close it.
    """

    def __init__(
        self, network: Network, schema: Schema, *, authenticator: Authenticator, max_body: int = MAX_BODY,
        documents: Documents | None = None,
    ) -> None:
        self._network, self._schema, self._max_body = network, schema, max_body
        self._authenticator = authenticator
        self._documents = documents or Documents()
        self._assets = Assets()

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
        return self._assets.page() if media_type == HTML else await self._operation(request)

    async def _operation(self, request: Request) -> Response:
        visit = Visit(self._authenticator, request.scope["headers"], request.scope.get("client"))
        principal = await identified(visit)
        asked = await read_parameters(request, self._max_body)
        operation = Operation(self._documents.find(asked), asked.variables, asked.operation_name)
        reader = Reader(self._network, principal, visit=visit)
        try:
            answer = await execute(self._schema, operation, reader, only_queries=request.method != "POST")
        except OnlyQueries:
            raise Refusal(405, "GET runs queries only; use POST for the rest", headers={"Allow": "POST"}) from None
        if refused := answer.refusal:
            raise refusal_of(*refused)
        if answer.ran:
            self._documents.remember(asked)
        return respond(request, answer)
