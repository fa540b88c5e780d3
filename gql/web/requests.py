"""From an HTTP request to what it asks for (the GraphQL-over-HTTP specification, section 4)."""
from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

import orjson
from starlette.requests import ClientDisconnect
from starlette.types import Receive

from gql.schema.errors import Code
from gql.web.head import READ, Head
from gql.web.media_types import JSON, read_media_range
from gql.web.refusal import Refusal

LONGEST_QUERY_STRING = 65_536
"""What does not fit into an address goes into a POST."""

MOST_FIELDS = 100
"""How many fields a query string may have; the specification knows four."""

FORMS: Mapping[str, tuple[type, str]] = {
    "query": (str, "a text: the GraphQL document"),
    "documentId": (str, "a text: the id of a document that this server knows"),
    "operationName": (str, "a text: the name of one operation of the document"),
    "variables": (dict, "an object: the names and values of variables"),
    "extensions": (dict, "an object"),
}
"""The parameters of a request, section 4.1; unknown ones are ignored, as section 4.4.1 wants it."""

NONE: Mapping[str, Any] = {}

PERSISTED = 'persistedQuery has to be {"version": 1, "sha256Hash": "..."}, with the SHA-256 of the document in hex'


class Parameters(NamedTuple):
    """What a request asks for: a document, or the id of one, and what goes with it.

    `sha256` is the hash that clients with automatic persisted queries give, with the document or alone. `explains`: the
    answer shall say how it came about.
    """

    query: str | None = None
    document_id: str | None = None
    sha256: str | None = None
    variables: Mapping[str, Any] | None = None
    operation_name: str | None = None
    explains: bool = False


async def read_parameters(head: Head, receive: Receive, max_body: int) -> Parameters | list[Any]:
    """The parameters of a GET or POST, of a batch those of each operation as they came.

    Raises Refusal and starlette's ClientDisconnect.
    """
    if head.method == "POST":
        _check_form(head)
        return _posted(await _body(head, receive, max_body))
    if head.method not in READ:
        raise Refusal(405, "use POST, or GET for queries", headers={"Allow": "GET, HEAD, POST"})
    given: dict[str, Any] = {name: text for name, text in _fields(head.scope["query_string"]).items() if text}
    for name in ("variables", "extensions"):
        if name in given:
            given[name] = _loaded(given[name].encode(), name)
    return parameters(given)


def read_posted(head: Head, body: bytes, max_body: int) -> Parameters | list[Any]:
    """The same of a POST whose body has come. Raises Refusal."""
    _check_form(head)
    if len(body) > max_body:
        raise _too_large(max_body)
    return _posted(body)


def _check_form(head: Head) -> None:
    encoding = head.get(b"content-encoding")
    if not _is_json(head.get(b"content-type")):
        raise Refusal(415, f"send the operation as {JSON} in UTF-8, and say so in Content-Type")
    if encoding and encoding.lower() != "identity":
        raise Refusal(415, "send the body as it is, without Content-Encoding", headers={"Accept-Encoding": "identity"})


@lru_cache(maxsize=64)
def _is_json(content_type: str) -> bool:
    sent = read_media_range(content_type)
    return sent is not None and sent.type == JSON and sent.is_utf_8


def _posted(body: bytes) -> Parameters | list[Any]:
    loaded = _loaded(body, "the body")
    return loaded if isinstance(loaded, list) else parameters(loaded)


async def _body(head: Head, receive: Receive, max_body: int) -> bytes:
    announced = head.get(b"content-length")
    if announced.isdigit() and int(announced) > max_body:
        raise _too_large(max_body)
    pieces, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        piece: bytes = message.get("body", b"")
        size, more = size + len(piece), message.get("more_body", False)
        if size > max_body:
            raise _too_large(max_body)
        pieces.append(piece)
    return b"".join(pieces)


def _too_large(max_body: int) -> Refusal:
    return Refusal(
        413, f"the body is larger than {max_body} bytes (limits.body); send less at once", code=Code.LIMIT)


def _fields(query_string: bytes) -> dict[str, str]:
    if len(query_string) > LONGEST_QUERY_STRING:
        raise Refusal(414, f"the address is longer than {LONGEST_QUERY_STRING} bytes; send the operation by POST",
                      code=Code.LIMIT)
    try:
        pairs = parse_qsl(query_string.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except UnicodeDecodeError:
        raise Refusal(400, "the address is not in UTF-8") from None
    except ValueError:
        raise Refusal(400, f"the address has more than {MOST_FIELDS} fields") from None
    names = [name for name, _ in pairs]
    for name in FORMS:
        if names.count(name) > 1:
            raise Refusal(400, f"the address has {name} twice; give it once")
    return dict(pairs)


def _loaded(text: bytes, what: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Refusal(400, f"{what} is no JSON: {error}") from None


def parameters(given: Any) -> Parameters:
    """The parameters of one operation. Raises Refusal."""
    if not isinstance(given, dict):
        raise Refusal(400, 'send one object, such as {"query": "{ __typename }"}')
    for name, value in given.items():
        if value is not None and name in FORMS and not isinstance(value, FORMS[name][0]):
            raise Refusal(400, f"{name} has to be {FORMS[name][1]}")
    extensions = given.get("extensions") or NONE
    return Parameters(
        given.get("query") or None, given.get("documentId") or None, _sha256(extensions), given.get("variables"),
        given.get("operationName") or None, extensions.get("explain") is True)


def _sha256(extensions: Mapping[str, Any]) -> str | None:
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    if not isinstance(persisted, dict) or persisted.get("version") != 1:
        raise Refusal(400, PERSISTED)
    found = persisted.get("sha256Hash")
    if not isinstance(found, str) or not found:
        raise Refusal(400, PERSISTED)
    return found
