"""Bearer tokens: what programs show instead of a password."""
from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable, Collection, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

import peewee

from models import audit_entries
from models.audit import Actor, AuditLog, Entry
from models.database import Database, transaction
from models.errors import NoSuchToken, TokenExists, Unauthenticated
from models.own_tables import TOKENS
from models.principal import Principal, Role
from models.workers import Rows

BEGINNING = "ewt_"
"""What every token begins with: whoever finds one in a file sees what it is."""

SCOPES = ("read", "write", "admin")
"""What a token may be good for; each scope has those before it in it. See docs/security.md."""

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
"""How tokens are called."""


class Token(NamedTuple):
    """What is kept of a token; `expires` None: never. Times are seconds since 1970."""

    name: str
    scopes: tuple[str, ...]
    created: int
    expires: int | None

    @property
    def principal(self) -> Principal:
        """What its bearer is: he sees what an administrator sees."""
        writes = not {"write", "admin"}.isdisjoint(self.scopes)
        return Principal(Role.ADMIN, f"token:{self.name}", writes=writes, audits="admin" in self.scopes)


class Tokens:
    """The tokens of one database, which holds nothing but their hashes. All methods but `find` are synchronous."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database, self._clock = database, clock

    def create(
        self, name: str, scopes: Collection[str], seconds: int | None = None, actor: Actor | None = None,
    ) -> str:
        """A new token, which is good for so many seconds or for ever; nobody can look it up again.

        The audit log has what an `actor` does. Raises TokenExists.
        """
        text = BEGINNING + secrets.token_urlsafe(32)
        now = int(self._clock())
        kept = ",".join(scope for scope in SCOPES if scope in scopes)
        row = (hashed(text), name, kept, now, None if seconds is None else now + seconds)
        try:
            with transaction(self._database):
                self._run(
                    f"INSERT INTO {TOKENS} (hash, name, scopes, created, expires) VALUES (%s, %s, %s, %s, %s)", row)
                self._record(actor, audit_entries.token_made(name, kept))
        except peewee.IntegrityError:
            raise TokenExists(f"there is a token {name} already; revoke it, or give the new one another name") from None
        return text

    def all(self) -> list[Token]:
        """All tokens by name, also those that have expired."""
        rows = self._run(f"SELECT name, scopes, created, expires FROM {TOKENS} ORDER BY name", ()).fetchall()
        return [_token(row) for row in rows]

    def revoke(self, name: str, actor: Actor | None = None) -> None:
        """End a token at once. Raises NoSuchToken."""
        with transaction(self._database):
            if not self._run(f"DELETE FROM {TOKENS} WHERE name = %s", (name,)).rowcount:
                raise NoSuchToken(f"there is no token {name}; `edgewise token list` shows all")
            self._record(actor, audit_entries.token_ended(name))

    async def find(self, text: str, rows: Rows) -> Token:
        """The token that somebody shows, as `rows` reads it. Raises Unauthenticated."""
        found = await rows(self._sql(f"SELECT name, scopes, created, expires FROM {TOKENS} WHERE hash = %s"),
                           (hashed(text),))
        if not found:
            raise Unauthenticated("this token is not known here: it was revoked, or is of another database", "Bearer")
        token = _token(found[0])
        if token.expires is not None and token.expires <= self._clock():
            raise Unauthenticated("this token has expired; ask the operator of this server for another one", "Bearer")
        return token

    def _record(self, actor: Actor | None, entries: Sequence[Entry]) -> None:
        if actor:
            AuditLog(self._database).record(actor, entries)

    def _run(self, sql: str, parameters: Sequence[object]) -> Any:
        return self._database.execute_sql(self._sql(sql), parameters)

    def _sql(self, sql: str) -> str:
        return sql.replace("%s", self._database.param)


def hashed(text: str) -> str:
    """What is kept of a token: it has 256 random bits, so nobody can guess it from a plain hash."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def _token(row: Sequence[Any]) -> Token:
    name, scopes, created, expires = row
    return Token(name, tuple(scopes.split(",")), created, expires)
