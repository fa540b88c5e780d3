"""Sessions: what somebody who logged in shows instead of his password, for a while."""
from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple

from models.database import Database, transaction
from models.errors import Unauthenticated
from models.own_tables import SESSIONS
from models.passwords.secret import Secret
from models.people import Person, Source
from models.tokens import hashed
from models.workers import Rows

BEGINNING = "ews_"
"""What every session's token begins with."""


class Session(NamedTuple):
    """A session that was begun: its token, and when it ends by itself, in seconds since 1970."""

    token: str
    expires: int


class Sessions:
    """The sessions of one database, good in all processes for `seconds`. All methods but `find` are synchronous.

    What is kept of a session is a hash of its token, and an HMAC by the token over everything that is stored of
    the password: whoever reads the table can do nothing with it, and a session ends when the password changes.
    """

    def __init__(self, database: Database, seconds: int = 3600, clock: Callable[[], float] = time.time) -> None:
        self._database, self._seconds, self._clock = database, seconds, clock

    def begin(self, person: Person, secret: Secret) -> Session:
        """A new session of somebody who has proved the secret; those that have ended are deleted."""
        token, now = BEGINNING + secrets.token_urlsafe(32), int(self._clock())
        row = (hashed(token), person.source.value, person.key, _proof(token, secret), now + self._seconds)
        with transaction(self._database):
            self._run(f"DELETE FROM {SESSIONS} WHERE expires <= %s", (now,))
            self._run(
                f"INSERT INTO {SESSIONS} (hash, source, subject, proof, expires) VALUES (%s, %s, %s, %s, %s)", row)
        return Session(token, now + self._seconds)

    async def find(self, token: str, rows: Rows, secret_of: Callable[[Person], Awaitable[Secret | None]]) -> Person:
        """Whose session this is, as `rows` reads it and what is stored of the password. Raises Unauthenticated."""
        sql = self._sql(f"SELECT source, subject, proof FROM {SESSIONS} WHERE hash = %s AND expires > %s")
        for source, subject, proof in await rows(sql, (hashed(token), int(self._clock()))):
            person = Person(Source(source), subject)
            secret = await secret_of(person)
            if secret is not None and hmac.compare_digest(_proof(token, secret), proof):
                return person
        raise Unauthenticated("this session has ended; log in again", "Bearer")

    def end(self, token: str) -> None:
        """End a session, if it has not ended."""
        with transaction(self._database):
            self._run(f"DELETE FROM {SESSIONS} WHERE hash = %s", (hashed(token),))

    def _run(self, sql: str, parameters: Sequence[object]) -> Any:
        return self._database.execute_sql(self._sql(sql), parameters)

    def _sql(self, sql: str) -> str:
        return sql.replace("%s", self._database.param)


def _proof(token: str, secret: Secret) -> str:
    return hmac.digest(token.encode(errors="surrogatepass"), secret.fingerprint, "sha256").hex()
