"""From a request to the one who makes it."""
from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from hashlib import blake2b
from typing import Any, NamedTuple

from gql.auth.header import Bearer, Credentials, Password, read_credentials
from models import sessions, tokens
from models.errors import Unauthenticated
from models.logins import Claim, Logins
from models.peers import Peer, TrustedPeers, source
from models.people import People, Person
from models.principal import ANONYMOUS, LOCAL_ADMIN, Principal
from models.sessions import Session, Sessions
from models.tokens import Tokens
from models.workers import Found, Read, Workers, done_at_once

KNOWN_SECONDS = 10.0
"""How long it is remembered what a person is to the gateway, whom a name means, and whose password was shown."""

MOST_KNOWN = 30_000

Headers = Sequence[tuple[bytes, bytes]]
"""A request's headers, as ASGI has them."""

WRONG = "the name or the password is wrong, or too many others are being tried; see docs/security.md"


class Known(NamedTuple):
    """Something that is remembered, and until when."""

    what: Any
    until: float


class Presumed(NamedTuple):
    """Somebody whose password was right a short time ago, and who shows it again.

    It is his still if it `holds` given what `reads` find.
    """

    principal: Principal
    reads: Sequence[Read]
    holds: Callable[[Sequence[Found]], bool]


class Authenticator:
    """Says who makes a request, by what its header Authorization shows and where it comes from.

    A peer that `trusted` lets in without credentials is an administrator, any other one nobody in particular. Raises
    models.errors.IdentityError for credentials that are not good; they are never looked over.
    """

    def __init__(
        self, people: People, logins: Logins, sessions: Sessions, tokens: Tokens, workers: Workers,
        trusted: TrustedPeers, clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._people, self._logins, self._workers = people, logins, workers
        self._sessions, self._tokens, self._trusted = sessions, tokens, trusted
        self._clock = clock
        self._known: dict[Hashable, Known] = {}
        self._key = secrets.token_bytes(32)

    async def identify(self, headers: Headers, peer: Peer) -> Principal:
        """Who makes a request with these headers from this address."""
        shown = read_credentials(headers)
        return self.unnamed(headers, peer) if shown is None else await self._shown(shown, peer)

    def identify_at_once(self, headers: Headers) -> Principal | None:
        """The same without waiting, of whoever shows a token or a session on SQLite; of others None.

        None, too, for the session of somebody of whom it is not known yet what he is to the gateway.
        """
        shown = read_credentials(headers) if self._workers.is_inline else None
        if shown is None or isinstance(shown, Password):
            return None
        if shown.token.startswith(sessions.BEGINNING):
            found = self._sessions.find(shown.token, self._workers.rows, self._people.secret)
            principal: Principal | None = self._recall(done_at_once(found))
            return principal
        if shown.token.startswith(tokens.BEGINNING):
            return done_at_once(self._tokens.find(shown.token, self._workers.rows)).principal
        return None

    def presume(self, headers: Headers) -> Presumed | None:
        """Who makes a request, before it is certain: for those who can read the proof together with something else.

        Only for whoever was identified by the same name and password within KNOWN_SECONDS: nobody else can make
        anything run. Raises as `identify` does.
        """
        shown = read_credentials(headers) if self._workers.lines else None
        if not isinstance(shown, Password):
            return None
        person: Person | None = self._recall(self._mark(shown))
        principal: Principal | None = self._recall(person)
        if person is None or principal is None:
            return None
        claim_of = partial(self._people.claim_of, person, shown.password)
        return Presumed(principal, self._people.reads(person), lambda found: self._logins.remembers(claim_of(found)))

    def unnamed(self, headers: Headers, peer: Peer) -> Principal:
        """Who makes a request that shows no credentials."""
        return LOCAL_ADMIN if self._trusted.admits(peer, headers) else ANONYMOUS

    async def login(self, name: str, password: str, peer: Peer) -> tuple[Session, Principal]:
        """A new session of somebody, who proves who he is by his password."""
        person, claim = await self._proved(Password(name, password), peer)
        if claim.secret is None:
            raise Unauthenticated(WRONG)
        session = await self._workers.write(self._sessions.begin, person, claim.secret)
        return session, await self._principal(person)

    async def logout(self, headers: Headers) -> bool:
        """End the session that a request shows; whether it shows one."""
        shown = read_credentials(headers)
        if not isinstance(shown, Bearer) or not shown.token.startswith(sessions.BEGINNING):
            return False
        await self._workers.write(self._sessions.end, shown.token)
        return True

    async def _shown(self, shown: Credentials, peer: Peer) -> Principal:
        if isinstance(shown, Password):
            person, _ = await self._proved(shown, peer)
            return await self._principal(person)
        if shown.token.startswith(sessions.BEGINNING):
            person = await self._sessions.find(shown.token, self._workers.rows, self._people.secret)
            return await self._principal(person)
        if shown.token.startswith(tokens.BEGINNING):
            return (await self._tokens.find(shown.token, self._workers.rows)).principal
        raise Unauthenticated("this is no token of edgewise", "Bearer")

    async def _proved(self, shown: Password, peer: Peer) -> tuple[Person, Claim]:
        """The person that a name means and whose password it is: as a rule whoever it was the last time."""
        last: Sequence[Person] = self._recall(shown.name) or ()
        for claim in await self._claims(last, shown.password):
            if self._logins.remembers(claim):
                return last[0], claim
        people = await self._people.named(shown.name)
        claims = await self._claims(people, shown.password)
        found = await self._logins.prove(claims, source(peer)) if claims else None
        if found is None:
            raise Unauthenticated(WRONG, "Basic")
        person = next(person for person in people if str(person) == found.account)
        self._remember(shown.name, [person])
        if self._workers.lines:  # from when the name was looked up, so that it is not longer taken for him
            self._remember(self._mark(shown), person)
        return person, found

    async def _claims(self, people: Sequence[Person], password: str) -> list[Claim]:
        return [await self._people.claim(person, password) for person in people]

    async def _principal(self, person: Person) -> Principal:
        found: Principal | None = self._recall(person)
        if found is None:
            found = await self._people.principal(person)
            self._remember(person, found)
        return found

    def _mark(self, shown: Password) -> bytes:
        """What stands for a name and a password, which are not kept."""
        name, password = (text.encode(errors="surrogatepass") for text in (shown.name, shown.password))
        return blake2b(b"%d:%s%s" % (len(name), name, password), key=self._key, digest_size=32).digest()

    def _recall(self, key: Hashable) -> Any:
        known = self._known.get(key)
        return known.what if known and known.until > self._clock() else None

    def _remember(self, key: Hashable, what: Any) -> None:
        """All are kept equally long, so the oldest stand first."""
        self._known.pop(key, None)
        self._known[key] = Known(what, self._clock() + KNOWN_SECONDS)
        if len(self._known) > MOST_KNOWN:
            del self._known[next(iter(self._known))]
