"""The errors that a GraphQL answer can hold: their codes, and what becomes of those that nobody expected.

    EdgewiseError (models)
    ├── StoreError                 the store's own, see models.errors
    ├── Unauthenticated            who asks has to say who they are, see models.errors
    └── RequestError               a query that cannot be answered, see gql.compiler.errors
        ├── WriteRefused           a change that the store refuses, said in GraphQL's names; its cause has the code
        ├── Invalid                a document that the schema does not allow
        └── Forbidden              something that whoever asks may not have
"""
from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from graphql import GraphQLError

from gql.compiler.errors import BadInput, LimitExceeded, Place, RequestError, TimedOut, spelled
from models.errors import Conflict, DuplicateKey, NotFound, StoreError, TypeMismatch, Unauthenticated

log = logging.getLogger(__name__)


class WriteRefused(RequestError):
    """A change that the store refuses. `fields` are those that a conflict is about, by their GraphQL names."""

    def __init__(self, message: str, cause: StoreError, place: Place, fields: Sequence[str] = ()) -> None:
        super().__init__(f"{spelled(place)}: {message}")
        self.cause, self.place, self.fields = cause, place, fields


class Invalid(RequestError):
    """A document that the schema does not allow; `errors` say why."""

    def __init__(self, errors: Sequence[GraphQLError]) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = errors


class Forbidden(RequestError):
    """Something that whoever asks may not have."""


class Code(StrEnum):
    """What `extensions.code` can say of an error, and the status of a response that holds nothing but errors."""

    status: int

    def __new__(cls, name: str, status: int) -> Code:
        """A code is a text, so that it is written and compared as one."""
        made = str.__new__(cls, name)
        made._value_, made.status = name, status
        return made

    NOT_FOUND = "NOT_FOUND", 404              # there is no such object
    BAD_INPUT = "BAD_INPUT", 400              # the request cannot be understood, or asks for the impossible
    CONFLICT = "CONFLICT", 409                # another object, or a change that somebody else made, is in the way
    FORBIDDEN = "FORBIDDEN", 403              # whoever asks may not have this
    UNAUTHENTICATED = "UNAUTHENTICATED", 401  # whoever asks has to say who they are
    LIMIT = "LIMIT", 400                      # the request or its answer would be too large
    TIMEOUT = "TIMEOUT", 503                  # the answer took too long
    INTERNAL = "INTERNAL", 500                # the server's own fault


CODES: Mapping[type[Exception], Code] = {
    NotFound: Code.NOT_FOUND,
    TypeMismatch: Code.NOT_FOUND,
    Conflict: Code.CONFLICT,
    DuplicateKey: Code.CONFLICT,
    StoreError: Code.BAD_INPUT,
    LimitExceeded: Code.LIMIT,
    TimedOut: Code.TIMEOUT,
    Forbidden: Code.FORBIDDEN,
    Unauthenticated: Code.UNAUTHENTICATED,
    BadInput: Code.BAD_INPUT,
    RecursionError: Code.LIMIT,
}
"""The codes of errors; the first class that fits. All others are INTERNAL."""

LONGEST_MESSAGE = 500
"""A message quotes what a client wrote, but no more of it than this."""


def presented(errors: Iterable[GraphQLError]) -> list[dict[str, Any]]:
    """The errors of one answer as its client sees them: message, locations, path and `extensions.code`.

    `extensions.argument` is the place of a bad value inside an input object, `extensions.fields` names the fields
    that a conflict is about.

    An error that nobody expected is masked. Its id, in the message and in `extensions.id`, is in the log
    with the traceback; a failure that many fields share has one id.
    """
    masks: dict[int, dict[str, Any]] = {}
    return [_presented(error, masks) for error in errors]


def masked(cause: Exception, what: str) -> dict[str, Any]:
    """What a client sees of an error that nobody expected; writes the error into the log."""
    name = secrets.token_hex(4)
    log.error("%s: %s failed", name, what, exc_info=cause)
    message = f"internal error {name}: the operator of this server finds the cause under this id in its log"
    return {"message": message, "extensions": {"code": Code.INTERNAL, "id": name}}


def _presented(error: GraphQLError, masks: dict[int, dict[str, Any]]) -> dict[str, Any]:
    code = _code(error)
    shown = error.formatted
    if code != Code.INTERNAL:
        details = _details(error.original_error)
        return {**shown, "message": _short(error.message), "extensions": {"code": code, **details}}
    cause = error.original_error or error
    if id(cause) not in masks:
        masks[id(cause)] = masked(cause, ".".join(map(str, error.path or ())) or "a query")
    return {**shown, **masks[id(cause)]}


def _details(cause: Exception | None) -> dict[str, Any]:
    """What programs want to know besides the code: which argument is meant, which fields are in conflict."""
    place = cause.place if isinstance(cause, BadInput | WriteRefused) else ()
    fields = cause.fields if isinstance(cause, WriteRefused) else ()
    return {**({"argument": list(place)} if place else {}), **({"fields": list(fields)} if fields else {})}


def _code(error: GraphQLError) -> Code:
    cause = error.original_error
    if cause is None or isinstance(cause, GraphQLError):
        return Code.INTERNAL if error.path else Code.BAD_INPUT
    if error.locations and not error.path:  # a literal or a variable that a scalar's own parser cannot take
        return Code.BAD_INPUT
    if isinstance(cause, WriteRefused):
        cause = cause.cause
    return next((code for class_, code in CODES.items() if isinstance(cause, class_)), Code.INTERNAL)


def _short(message: str) -> str:
    return message if len(message) <= LONGEST_MESSAGE else f"{message[:LONGEST_MESSAGE]}..."
