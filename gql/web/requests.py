"""From an HTTP request to the operation that it asks for (the GraphQL-over-HTTP specification, section 5)."""
from __future__ import annotations

from collections.abc import Mapping
from email.message import Message
from typing import Any

import orjson
from starlette.requests import Request

from gql.schema.errors import Code
from gql.schema.execution import Operation

JSON = "application/json"


class Refusal(Exception):
    """A request that holds no operation: the status, and a text that says what to send."""

    def __init__(
        self, status: int, message: str, headers: Mapping[str, str] | None = None, code: str = Code.BAD_INPUT,
    ) -> None:
        super().__init__(message)
        self.status, self.message, self.headers, self.code = status, message, headers or {}, code


async def read_operation(request: Request, max_body: int) -> Operation:
    """The operation of a GET or POST; raises Refusal and starlette's ClientDisconnect."""
    if request.method == "POST":
        _check_content_type(request.headers.get("content-type", ""))
        return _operation(_loaded(await _body(request, max_body), "the body"))
    if request.method not in ("GET", "HEAD"):
        raise Refusal(405, "use POST, or GET for queries", {"Allow": "GET, HEAD, POST"})
    given: dict[str, Any] = dict(request.query_params)
    if given.get("variables"):
        given["variables"] = _loaded(given["variables"].encode("utf-8", "surrogateescape"), "variables")
    return _operation({name: value for name, value in given.items() if value != ""})


def _check_content_type(header: str) -> None:
    message = Message()
    message["content-type"] = header
    charset = message.get_param("charset", "utf-8")
    if message.get_content_type() != JSON or str(charset).lower() not in ("utf-8", "utf8"):
        raise Refusal(415, f"send the operation as {JSON} in UTF-8, and say so in Content-Type")


async def _body(request: Request, max_body: int) -> bytes:
    too_large = Refusal(413, f"the body is larger than {max_body} bytes")
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > max_body:
        raise too_large
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > max_body:
            raise too_large
    return bytes(body)


def _loaded(text: bytes, what: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Refusal(400, f"{what} is no JSON: {error}") from None


def _operation(given: Any) -> Operation:
    if not isinstance(given, dict):
        raise Refusal(400, 'send one object, such as {"query": "{ accounts { display } }"}')
    document, variables, name = given.get("query"), given.get("variables"), given.get("operationName")
    if not isinstance(document, str) or not document:
        raise Refusal(400, "query is missing: it holds the GraphQL document as a text")
    if variables is not None and not isinstance(variables, dict):
        raise Refusal(400, "variables has to be an object: their names and values")
    if name is not None and not isinstance(name, str):
        raise Refusal(400, "operationName has to be a text")
    if not isinstance(given.get("extensions"), dict | None):
        raise Refusal(400, "extensions has to be an object")
    return Operation(document, variables, name)
