"""From an answer to an HTTP response (the GraphQL-over-HTTP specification, section 5)."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from gql.schema.errors import Code
from gql.schema.execution import Answer
from gql.web.at_once import Fields, Response
from gql.web.head import Head
from gql.web.media_types import GRAPHQL, JSON
from gql.web.refusal import Refusal

FIELDS: Mapping[str, Fields] = {media_type: (
    (b"cache-control", b"no-store"),
    (b"vary", b"Accept"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-type", f"{media_type}; charset=utf-8".encode()),
) for media_type in (JSON, GRAPHQL)}
"""What the head of each response says, by its media type."""


def respond(head: Head, answer: Answer) -> Response:
    """The response with an answer.

    An answer with data is a success, whatever errors it holds. Clients of the older media type look for errors
    in the body alone: they get status 200 for everything that is GraphQL at all.
    """
    if answer.body is not None and answer.explanation is None:
        return Response(200, FIELDS[_media_type(head)], answer.body)
    status = 200 if answer.ran else Code[answer.errors[0]["extensions"]["code"]].status
    return _response(head, status, answer.content, well_formed=True)


def refuse(head: Head, refusal: Refusal) -> Response:
    """The response to a request that gets no answer."""
    error = {"message": refusal.message, "extensions": {"code": refusal.code}}
    own = tuple([(name.lower().encode(), value.encode("latin-1")) for name, value in refusal.headers.items()])
    return _response(head, refusal.status, {"errors": [error]}, own, well_formed=refusal.well_formed)


def fail(head: Head, error: Mapping[str, Any]) -> Response:
    """The response to a request that met an error which nobody expected."""
    return _response(head, Code.INTERNAL.status, {"errors": [error]})


def _media_type(head: Head) -> str:
    return GRAPHQL if head.wanted == GRAPHQL else JSON


def _response(
    head: Head, status: int, content: Mapping[str, Any], own: Fields = (), *, well_formed: bool = False,
) -> Response:
    media_type = _media_type(head)
    if well_formed and media_type == JSON:
        status = 200
    return Response(status, FIELDS[media_type] + own, orjson.dumps(content))
