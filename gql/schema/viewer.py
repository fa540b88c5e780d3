"""Who asks: the query `viewer`, and the mutations that begin and end a session."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any, NamedTuple

from gql.compiler.errors import BadInput
from gql.schema import descriptions, quirks
from gql.schema.loading import Reader, Record
from gql.schema.objects import Objects
from gql.schema.quirks import Argument, Resolve
from models.catalogue import ObjectID
from models.principal import Principal
from models.sessions import Session


class ViewerRole(Enum):
    """What a viewer is; the values are descriptions."""

    ANONYMOUS = "Nobody in particular: no credentials came with the request."
    USER = "Somebody with an account of the IRC services or of an XMPP host."
    ADMIN = "An administrator of this server, or a program with a token."


class LoggedIn(NamedTuple):
    """A session that was begun, and whose it is."""

    session: Session
    principal: Principal


OWN_OBJECTS: Mapping[str, tuple[str, str, Callable[[Principal], int | None]]] = {
    "account": ("account", descriptions.VIEWER_ACCOUNT, lambda principal: principal.account),
    "xmppUser": ("xmppuser", descriptions.VIEWER_USER, lambda principal: principal.user),
}
"""The viewer's own objects: the fields that lead to them, their types, what the fields say, and the ids."""


def build_viewer(objects: Objects) -> type:
    """The type Viewer; its source is a Principal."""
    viewer, role = quirks.shell("Viewer"), quirks.described_enum(ViewerRole, descriptions.VIEWER_ROLE)
    quirks.add_field(viewer, "name", str, descriptions.VIEWER_NAME, _reads(lambda principal: principal.name))
    quirks.add_field(viewer, "role", role, "What the viewer is.", _reads(lambda principal: role[principal.role.name]))
    for name, (type_name, description, id_of) in OWN_OBJECTS.items():
        if type_name in objects.types:
            quirks.add_field(viewer, name, quirks.optional(objects.types[type_name]), description,
                             _object(type_name, id_of))
    quirks.freeze_type(viewer, "Viewer", descriptions.VIEWER)
    return viewer


def add_viewer(query: type, viewer: type) -> None:
    """Give the root of queries the one who asks."""
    async def resolve(_: None, reader: Reader) -> Principal:
        return reader.principal

    quirks.add_field(query, "viewer", viewer, descriptions.VIEWER, resolve)


def add_sessions(mutation: type, viewer: type) -> None:
    """Give the root of mutations what begins and ends a session."""
    arguments = (Argument("user", str, descriptions.LOGIN_USER), Argument("password", str, descriptions.LOGIN_PROOF))
    quirks.add_field(mutation, "login", _login_payload(viewer), descriptions.LOGIN, _login, arguments)
    quirks.add_field(mutation, "logout", bool, descriptions.LOGOUT, _logout)


def _login_payload(viewer: type) -> type:
    made = quirks.shell("LoginPayload")
    quirks.add_field(made, "token", str, descriptions.LOGIN_GIVES, _reads(lambda made: made.session.token))
    quirks.add_field(made, "expiresAt", datetime, "When the session ends by itself.",
                     _reads(lambda made: datetime.fromtimestamp(made.session.expires, UTC)))
    quirks.add_field(made, "viewer", viewer, "Who has logged in.", _reads(lambda made: made.principal))
    quirks.freeze_type(made, "LoginPayload", "A session.")
    return made


async def _login(_: None, reader: Reader, user: str, password: str) -> LoggedIn:
    if reader.visit is None:
        raise BadInput("there are sessions over HTTP only")
    session, reader.principal = await reader.visit.login(user, password)
    return LoggedIn(session, reader.principal)


async def _logout(_: None, reader: Reader) -> bool:
    return reader.visit is not None and await reader.visit.logout()


def _reads(read: Callable[[Any], Any]) -> Resolve:
    async def resolve(source: Any, _: Reader) -> Any:
        return read(source)

    return resolve


def _object(type_name: str, id_of: Callable[[Principal], int | None]) -> Resolve:
    async def resolve(source: Principal, reader: Reader) -> Record | None:
        id_ = id_of(source)
        return None if id_ is None else await reader.get(ObjectID(type_name, id_))

    return resolve
