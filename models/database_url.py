"""Database URLs: which engine, where it is, and how to log in."""
from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from models.errors import InvalidURL

ENGINES = ("sqlite", "postgresql", "mysql")
"""The schemes of database URLs; MariaDB's is the one that MySQL's clients made common."""

HERE = ("127.0.0.1", "localhost", "::1")
"""The addresses of this machine, the one that is meant where a URL names none first."""


class Location(NamedTuple):
    """A database URL, taken apart. `name` is a path for SQLite, else the name of the database."""

    engine: str
    name: str
    connect: dict[str, Any]


def parse_url(url: str) -> Location:
    """The parts of `sqlite:///PATH`, `postgresql://USER:PASSWORD@HOST:PORT/NAME` or `mysql://...`.

    Raises InvalidURL with the forms that are understood.
    """
    scheme, _, rest = url.partition("://")
    if scheme == "sqlite":
        return Location(scheme, _sqlite_path(url, rest), {})
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InvalidURL(f"database URL {masked(url)}: {error}") from None
    name = unquote(parts.path[1:])
    if parts.scheme not in ENGINES or not name:
        raise _not_understood(url)
    if parts.query or parts.fragment:
        raise InvalidURL(f"database URL {masked(url)}: options behind ? or # are not understood; leave them out")
    return Location(parts.scheme, name, _server_options(parts, port))


def _sqlite_path(url: str, rest: str) -> str:
    """The path behind `sqlite:///`, which may hold any character; %XX is understood as in other URLs."""
    path = unquote(rest[1:])
    # ":memory:" would be another database for each thread
    if not rest.startswith("/") or path in ("", ":memory:") or "\0" in path:
        raise _not_understood(url)
    return path


def _not_understood(url: str) -> InvalidURL:
    return InvalidURL(
        f"database URL {masked(url)} is not understood; write sqlite:///PATH, postgresql://USER@HOST/NAME or "
        "mysql://USER@HOST/NAME"
    )


def _server_options(parts: SplitResult, port: int | None) -> dict[str, Any]:
    options: dict[str, Any] = {"host": parts.hostname or HERE[0]}
    if port:
        options["port"] = port
    if parts.username:
        options["user"] = unquote(parts.username)
    if parts.password:
        options["password"] = unquote(parts.password)
    return options


def masked(url: str) -> str:
    """The URL without its password, for messages."""
    head, at, tail = url.rpartition("@")
    scheme, colon, rest = head.partition("://")
    return f"{scheme}{colon}{rest.partition(':')[0]}{at}{tail}" if at else url
