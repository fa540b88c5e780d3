"""From an answer to an HTTP response (the GraphQL-over-HTTP specification, section 6)."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from gql.schema.execution import Answer
from gql.web.requests import JSON, Refusal

GRAPHQL = "application/graphql-response+json"

HEADERS = {"Cache-Control": "no-store", "Vary": "Accept", "X-Content-Type-Options": "nosniff"}


def respond(request: Request, answer: Answer) -> Response:
    """The response with an answer.

    Clients of the older media type look for errors in the body alone: its status is 200 for everything that
    is GraphQL at all (section 6.4.1).
    """
    media_type = _media_type(request)
    status = 200 if answer.ran or media_type == JSON else 400
    return _response(media_type, status, answer.content)


def refuse(request: Request, refusal: Refusal) -> Response:
    """The response to a request without an operation."""
    error = {"message": refusal.message, "extensions": {"code": refusal.code}}
    response = _response(_media_type(request), refusal.status, {"errors": [error]})
    response.headers.update(refusal.headers)
    return response


def fail(request: Request, error: Mapping[str, Any]) -> Response:
    """The response to a request that met an error which nobody expected."""
    return _response(_media_type(request), 500, {"errors": [error]})


def wants_page(request: Request) -> bool:
    """Whether a browser opens the address, as against a program that asks for data."""
    accepted = request.headers.get("accept", "")
    return request.method in ("GET", "HEAD") and "text/html" in accepted and "json" not in accepted


def _media_type(request: Request) -> str:
    return GRAPHQL if GRAPHQL in request.headers.get("accept", "") else JSON


def _response(media_type: str, status: int, content: object) -> Response:
    headers = {**HEADERS, "Content-Type": f"{media_type}; charset=utf-8"}
    return Response(orjson.dumps(content), status, headers)
