"""The answers of /rest: status, text and headers (contract/rest, "Status and text")."""
from __future__ import annotations

from typing import NamedTuple

from models.challenges import challenge
from models.errors import (
    BadCredentials,
    DuplicateKey,
    IdentityError,
    InvalidReference,
    InvalidValue,
    NoSuchTarget,
    NotFound,
    StoreError,
    TypeMismatch,
    Unauthenticated,
    UnknownField,
    UnknownType,
    WrongTarget,
)
from rest_compat.bodies import Receive, Scope, Send

Header = tuple[bytes, bytes]


class Answer(NamedTuple):
    """An answer that is held in memory.

    COMPAT: the error texts of /rest bear `application/json` too, as the old server sends them.
    """

    status: int
    body: bytes = b""
    headers: tuple[Header, ...] = ()
    media_type: bytes = b"application/json"

    async def send(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Send it; the answer to HEAD has the headers of the GET and no body, and 204 has no length at all."""
        body = self.body
        length = () if self.status == 204 else head(len(body), self.media_type)
        await send({"type": "http.response.start", "status": self.status, "headers": [*length, *self.headers]})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def head(length: int, media_type: bytes = b"application/json") -> tuple[Header, ...]:
    """The headers of an answer with a body of that length."""
    if not length:
        return ((b"content-length", b"0"),)
    return ((b"content-type", media_type), (b"content-length", b"%d" % length))


def _text(status: int, text: str, *headers: Header) -> Answer:
    return Answer(status, text.encode(errors="replace"), headers)


DONE = Answer(200)
INVALID_ID = _text(400, "Invalid id")
INCOMPLETE_PUT = _text(400, "No id and/or field")
NO_FIELD_TO_SET = _text(400, "No such field")
INVALID_JSON = _text(400, "Unable to parse JSON")
FORBIDDEN = _text(403, "This takes an administrator, or a token with a scope for it")
NOT_FOUND = _text(404, "Not found")
NO_FIELD_TO_SEARCH = _text(404, "No such field")
UNKNOWN_REFERENCE_TYPE = _text(404, "Unknown reference type")
ONLY_READ = _text(405, "Not Supported", (b"allow", b"GET, HEAD"))
UNKNOWN_METHOD = _text(405, "Not Supported", (b"allow", b"GET, HEAD, POST, PUT, DELETE"))
TOO_LARGE = _text(413, "Body too large")


def unproved(error: IdentityError) -> Answer:
    """The answer to a request that does not prove who makes it."""
    scheme = error.scheme if isinstance(error, Unauthenticated) else ""
    status = 400 if isinstance(error, BadCredentials) else 401
    return _text(status, str(error), (b"www-authenticate", challenge(scheme).encode()))


NOBODY = unproved(Unauthenticated(
    "Log in as an administrator or show a token: only trusted networks need neither, and not through a proxy; "
    "see the setting rest.trusted"))


def created(id_: int) -> Answer:
    """The answer to a POST that created the object with this id."""
    return _text(201, str(id_))


def failure(name: str) -> Answer:
    """The answer when something broke; the log tells more under that name."""
    return _text(500, f"Internal error {name}")


def refusal(error: StoreError) -> Answer:
    """What a caller is told about a request that was refused."""
    match error:
        case NotFound():
            return NOT_FOUND
        case TypeMismatch():
            return _text(404, "Type/id mismatch")
        case UnknownType():
            return _text(404, "Unknown type")
        case UnknownField(field_name=name):
            return _text(400, f"No such field {name}")
        case InvalidValue(field_name=name) | DuplicateKey(field_name=name):
            return _text(400, f"Invalid value for {name}")
        case NoSuchTarget(text=text):
            return _text(400, f"No such object {text}")
        case WrongTarget():
            return _text(400, "Type/id mismatch")
        case InvalidReference():
            return _text(400, "Invalid reference")
        case _:  # none that /rest can cause
            return _text(400, str(error))
