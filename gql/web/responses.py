"""From an answer to an HTTP response (the GraphQL-over-HTTP specification, section 5)."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from gql.schema.errors import Code
from gql.schema.execution import Answer
from gql.web.media_types import GRAPHQL, HTML, JSON, preferred
from gql.web.refusal import Refusal

PIECE = 64 * 1024
"""How many bytes of a body are sent at once."""

HEADERS = {"Cache-Control": "no-store", "Vary": "Accept", "X-Content-Type-Options": "nosniff"}


def wanted(request: Request) -> str | None:
    """The media type that a client wants: JSON, GRAPHQL, or HTML where a browser opens the address.

    None: a type that this server does not have. Clients that do not care get JSON, as the oldest know nothing else.
    """
    offers = (JSON, GRAPHQL, HTML) if request.method in ("GET", "HEAD") else (JSON, GRAPHQL)
    accept = [value for name, value in request.scope["headers"] if name == b"accept"]
    return preferred(b", ".join(accept).decode("latin-1"), offers)


def respond(request: Request, answer: Answer) -> Response:
    """The response with an answer.

    An answer with data is a success, whatever errors it holds. Clients of the older media type look for errors
    in the body alone: they get status 200 for everything that is GraphQL at all.
    """
    status = 200 if answer.ran else Code[answer.errors[0]["extensions"]["code"]].status
    return _response(request, status, answer.json, well_formed=True)


def refuse(request: Request, refusal: Refusal) -> Response:
    """The response to a request that gets no answer."""
    error = {"message": refusal.message, "extensions": {"code": refusal.code}}
    response = _response(request, refusal.status, {"errors": [error]}, well_formed=refusal.well_formed)
    response.headers.update(refusal.headers)
    return response


def fail(request: Request, error: Mapping[str, Any]) -> Response:
    """The response to a request that met an error which nobody expected."""
    return _response(request, Code.INTERNAL.status, {"errors": [error]})


def _response(request: Request, status: int, content: bytes | dict[str, Any], *, well_formed: bool = False) -> Response:
    media_type = GRAPHQL if wanted(request) == GRAPHQL else JSON
    if well_formed and media_type == JSON:
        status = 200
    headers = {**HEADERS, "Content-Type": f"{media_type}; charset=utf-8"}
    return Pieces(content if isinstance(content, bytes) else orjson.dumps(content), status, headers)


class Pieces(Response):
    """A response whose body is handed on in pieces: no more than that of it is copied while it goes out."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI's
        """Send it; each piece waits until the client has taken most of those before."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        body = memoryview(self.body)
        for start in range(0, len(body) or 1, PIECE):
            piece, more = body[start:start + PIECE], start + PIECE < len(body)
            await send({"type": "http.response.body", "body": piece, "more_body": more})
