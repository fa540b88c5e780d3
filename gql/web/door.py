"""The /graphql door: which request gets what."""
from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from gql.auth.authenticator import Authenticator, Presumed
from gql.auth.visit import Visit
from gql.compiler.errors import TimedOut
from gql.compiler.running import Abandoned
from gql.limits.clients import UnderWay
from gql.limits.table import DEFAULTS, Limits
from gql.schema.answering import Answerer
from gql.schema.errors import Code, Forbidden, masked
from gql.schema.execution import Answer, OnlyQueries, Operation, refused
from gql.schema.quirks import Schema
from gql.web.assets import Assets
from gql.web.at_once import Coming, Response
from gql.web.batches import Batch, answer_batch, read_batch, respond_all
from gql.web.documents import Documents
from gql.web.head import READ, Head
from gql.web.identity import identified, no_page, presumption, refusal_of
from gql.web.media_types import GRAPHQL, HTML, JSON
from gql.web.refusal import Refusal
from gql.web.requests import Parameters, read_parameters, read_posted
from gql.web.responses import fail, refuse, respond
from models.errors import IdentityError
from models.network import Network
from models.peers import Peer, source
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
        head = Head(scope)
        if answer := await _answer(head, self._response(head, receive)):
            await answer(scope, receive, send)

    def at_once(self, scope: Scope, body: bytes) -> Response | Coming | None:
        """The answer to a short query that ran before; to others where it will come from, if it is known who asks."""
        head = Head(scope)
        if scope["path"] != ROOT or head.method != "POST" or head.wanted is None:
            return None
        try:
            return self._at_once(head, body)
        except (Refusal, IdentityError):
            return None

    def _at_once(self, head: Head, body: bytes) -> Response | Coming | None:
        """The same of a POST; raises Refusal and IdentityError."""
        principal = self._known(head)
        if principal is None:
            return None
        asked = read_posted(head, body, self._limits.body)
        if isinstance(asked, list):
            return None
        client = _client(principal, head.scope.get("client"))
        self._begin(client)
        try:
            answer = self._quick(asked, principal)
        finally:
            self._under_way.end(client)
        return respond(head, answer) if answer else (
            lambda receive: _answer(head, self._going_on(head, receive, asked, principal, client)))

    def _known(self, head: Head) -> Principal | None:
        """Who asks, where that is known without waiting. Raises IdentityError."""
        if head.has(b"authorization"):
            return self._authenticator.identify_at_once(head.fields)
        return self._authenticator.unnamed(head.fields, head.scope.get("client"))

    def _quick(self, asked: Parameters, principal: Principal) -> Answer | None:
        """The answer of a POST to a short query that ran before."""
        if asked.explains or not self._answerer.is_quick:
            return None
        answer = self._answerer.answer_at_once(self._meant(asked), principal, introspects=self._shows(principal))
        if answer and answer.ran:
            self._documents.remember(asked)
        return answer

    async def _going_on(
        self, head: Head, receive: Receive, asked: Parameters, principal: Principal, client: str,
    ) -> ASGIApp:
        """Answer a request that was read already."""
        visit = Visit(self._authenticator, head.fields, head.scope.get("client"))
        self._begin(client)
        try:
            return await self._asked(head, receive, asked, principal, visit)
        finally:
            self._under_way.end(client)

    async def _response(self, head: Head, receive: Receive) -> ASGIApp:
        path = head.scope["path"]
        if path != ROOT:
            return self._aside(head, path)
        if head.wanted is None:
            raise Refusal(406, f"Accept names no type that this server has; name {GRAPHQL} or {JSON}")
        visit = Visit(self._authenticator, head.fields, head.scope.get("client"))
        return await (self._page(visit) if head.wanted == HTML else self._operation(head, receive, visit))

    def _aside(self, head: Head, path: str) -> ASGIApp:
        if path == f"{ROOT}/":
            return RedirectResponse("../graphql")
        if path.startswith(STATIC) and head.method in READ:
            return self._assets.file(path.removeprefix(STATIC))
        return PlainTextResponse("There is nothing here: queries go to /graphql.\n", 404)

    async def _page(self, visit: Visit) -> ASGIApp:
        if self._introspection != "all":
            principal = await identified(visit)
            if not self._shows(principal):
                raise no_page(principal, self._introspection)
        return self._assets.page()

    def _shows(self, principal: Principal) -> bool:
        """Whether the schema is shown to whoever asks."""
        if self._introspection == "authenticated":
            return principal.role is not Role.ANONYMOUS
        return self._introspection == "all"

    async def _operation(self, head: Head, receive: Receive, visit: Visit) -> ASGIApp:
        presumed = presumption(visit) if head.has(b"authorization") else None
        principal = presumed.principal if presumed else await self._who(head, visit)
        client = _client(principal, visit.peer)
        self._begin(client)
        try:
            asked = await self._parameters(head, receive, visit, is_certain=presumed is None)
            if presumed:
                if quick := await self._presumed(head, receive, asked, presumed, visit):
                    return respond(head, quick)
                principal = await self._who(head, visit)
            if isinstance(asked, list):
                return await self._batch(receive, read_batch(asked, self._limits), visit, principal, client)
            if head.method == "POST" and (quick := self._quick(asked, principal)):
                return respond(head, quick)
            return await self._asked(head, receive, asked, principal, visit)
        finally:
            self._under_way.end(client)

    async def _asked(
        self, head: Head, receive: Receive, asked: Parameters, principal: Principal, visit: Visit,
    ) -> ASGIApp:
        answer = await self._answered(head.method, receive, asked, principal, visit)
        if refusal := answer.refusal:
            raise refusal_of(*refusal)
        return respond(head, answer)

    async def _who(self, head: Head, visit: Visit) -> Principal:
        if head.has(b"authorization"):
            return await identified(visit)
        return self._authenticator.unnamed(visit.headers, visit.peer)

    async def _parameters(
        self, head: Head, receive: Receive, visit: Visit, *, is_certain: bool,
    ) -> Parameters | list[Any]:
        """What is asked for. Unless it `is_certain` who asks, who he is comes before what is wrong with it."""
        try:
            return await read_parameters(head, receive, self._limits.body)
        except Refusal:
            if not is_certain:
                await self._who(head, visit)
            raise

    async def _presumed(
        self, head: Head, receive: Receive, asked: Parameters | list[Any], presumed: Presumed, visit: Visit,
    ) -> Answer | None:
        """The answer for whoever most likely asks; None where it is not certain with it that it is he."""
        if isinstance(asked, list) or asked.explains:
            return None
        try:
            answer = await self._answerer.answer_presumed(
                self._meant(asked), presumed, only_queries=head.method != "POST",
                introspects=self._shows(presumed.principal), gone=lambda: _gone(receive))
        except Refusal:
            return None
        except TimedOut as error:
            await self._who(head, visit)
            return refused(error)
        except Abandoned:
            raise ClientDisconnect from None
        if answer and answer.ran:
            self._documents.remember(asked)
        return answer

    def _begin(self, client: str, operations: int = 1) -> None:
        """Count operations of a client as under way. Raises Refusal."""
        if not self._under_way.begin(client, operations):
            raise Refusal(429, f"operations of yours under way: the limit is {self._under_way.most} "
                          "(limits.operations); wait for some to end", code=Code.LIMIT, headers={"Retry-After": "1"})

    async def _batch(
        self, receive: Receive, batch: Batch, visit: Visit, principal: Principal, client: str,
    ) -> ASGIApp:
        """The answers to several operations, of which the first one is counted already."""
        more = len(batch) - 1
        self._begin(client, more)
        try:
            return respond_all(await answer_batch(
                batch, lambda asked: self._answerer.measured(self._meant(asked), introspects=self._shows(principal)),
                lambda asked: self._answered("POST", receive, asked, principal, visit), self._limits))
        finally:
            self._under_way.end(client, more)

    def _meant(self, asked: Parameters) -> Operation:
        return Operation(self._documents.find(asked), asked.variables, asked.operation_name)

    async def _answered(
        self, method: str, receive: Receive, asked: Parameters, principal: Principal, visit: Visit,
    ) -> Answer:
        operation = self._meant(asked)
        try:
            answer = await self._answerer.answer(
                operation, principal, visit, only_queries=method != "POST", introspects=self._shows(principal),
                gone=lambda: _gone(receive))
        except OnlyQueries:
            raise Refusal(405, "GET runs queries only; use POST for the rest", headers={"Allow": "POST"}) from None
        except Abandoned:
            raise ClientDisconnect from None
        if answer.ran:
            self._documents.remember(asked)
            if asked.explains:
                answer = answer._replace(explanation=await self._explanation(operation, principal))
        return answer

    async def _explanation(self, operation: Operation, principal: Principal) -> Mapping[str, Any]:
        try:
            return await self._answerer.explanation(operation, principal)
        except Forbidden as error:
            raise Refusal(403, str(error), code=Code.FORBIDDEN) from None


async def _answer(head: Head, response: Awaitable[ASGIApp]) -> ASGIApp | None:
    """What comes; whatever happens, a client that has not gone away gets a status and a text."""
    try:
        return await response
    except ClientDisconnect:
        return None
    except Refusal as refusal:
        return refuse(head, refusal)
    except Exception as error:  # noqa: BLE001 - the client gets an answer, the log the traceback
        return fail(head, masked(error, f"{head.method} {head.scope['path']!r}"))


def _client(principal: Principal, peer: Peer) -> str:
    """Whose operations are counted together."""
    return source(peer) if principal in (LOCAL_ADMIN, ANONYMOUS) else principal.name


async def _gone(receive: Receive) -> None:
    """Return when the client has gone away; its whole body was read before."""
    while (await receive())["type"] != "http.disconnect":
        pass
