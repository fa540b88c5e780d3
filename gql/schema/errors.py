"""The errors that a GraphQL answer can hold: their codes, and what becomes of those that nobody expected.

    EdgewiseError (models)
    ├── StoreError                 the store's own, see models.errors
    └── RequestError               a query that cannot be answered; its text says how to ask instead
        ├── BadInput               an argument that makes no sense
        ├── WriteRefused           a change that the store refuses, said in GraphQL's names; its cause has the code
        └── LimitExceeded          an answer that would be too large
"""
from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphql import GraphQLError

from models.errors import Conflict, DuplicateKey, EdgewiseError, NotFound, StoreError, TypeMismatch

log = logging.getLogger(__name__)


class RequestError(EdgewiseError):
    """A query that cannot be answered as it is."""


Place = tuple[str | int, ...]
"""Where in the arguments something stands: ("operations", 2, "do", "createNick", "account")."""


class BadInput(RequestError):
    """An argument that makes no sense; `place` says where it stands, if that is deep inside an input object."""

    def __init__(self, message: str, place: Place = ()) -> None:
        super().__init__(f"{spelled(place)}: {message}" if place else message)
        self.place = place


class WriteRefused(RequestError):
    """A change that the store refuses. `fields` are those that a conflict is about, by their GraphQL names."""

    def __init__(self, message: str, cause: StoreError, place: Place, fields: Sequence[str] = ()) -> None:
        super().__init__(f"{spelled(place)}: {message}")
        self.cause, self.place, self.fields = cause, place, fields


class LimitExceeded(RequestError):
    """An answer that would be too large."""


BAD_INPUT, FORBIDDEN, INTERNAL = "BAD_INPUT", "FORBIDDEN", "INTERNAL"

CODES: Mapping[type[Exception], str] = {
    NotFound: "NOT_FOUND",
    TypeMismatch: "NOT_FOUND",
    Conflict: "CONFLICT",
    DuplicateKey: "CONFLICT",
    StoreError: BAD_INPUT,
    LimitExceeded: "LIMIT",
    BadInput: BAD_INPUT,
}
"""What `extensions.code` says of an error; the first class that fits. All others are INTERNAL."""


def spelled(place: Place) -> str:
    """A place as JavaScript writes it: operations[2].do.createNick.account."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")


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
    return {"message": message, "extensions": {"code": INTERNAL, "id": name}}


def _presented(error: GraphQLError, masks: dict[int, dict[str, Any]]) -> dict[str, Any]:
    code = _code(error)
    shown = error.formatted
    if code != INTERNAL:
        return {**shown, "extensions": {"code": code, **_details(error.original_error)}}
    cause = error.original_error or error
    if id(cause) not in masks:
        masks[id(cause)] = masked(cause, ".".join(map(str, error.path or ())) or "a query")
    return {**shown, **masks[id(cause)]}


def _details(cause: Exception | None) -> dict[str, Any]:
    """What programs want to know besides the code: which argument is meant, which fields are in conflict."""
    place = cause.place if isinstance(cause, BadInput | WriteRefused) else ()
    fields = cause.fields if isinstance(cause, WriteRefused) else ()
    return {**({"argument": list(place)} if place else {}), **({"fields": list(fields)} if fields else {})}


def _code(error: GraphQLError) -> str:
    cause = error.original_error
    if isinstance(cause, WriteRefused):
        cause = cause.cause
    if cause is None or isinstance(cause, GraphQLError):
        return BAD_INPUT if error.path is None else INTERNAL  # without a path: the document or its variables
    return next((code for class_, code in CODES.items() if isinstance(cause, class_)), INTERNAL)
