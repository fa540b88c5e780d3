"""The /data door: the addresses and answers of Prosody's mod_data_access (contract/data)."""
from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import NamedTuple

from models.audit import Actor
from models.errors import StoreError
from models.jid import JID
from models.logins import Claim, Logins
from models.lua.value import Value
from models.network import Network
from models.passwords.prosody import Account, effort, read_account
from models.peers import address, source
from models.people import Person, Source
from rest_compat import refusals
from rest_compat.admins import ROLES, Admins, grants_admin
from rest_compat.answers import Answer
from rest_compat.bodies import Receive, Scope, parsed, read_body
from rest_compat.credentials import parse_credentials
from rest_compat.door import Door
from rest_compat.media import JSON, LUA, READERS, media_type, prefers_lua
from rest_compat.places import Place, parse_place

MAX_BODY = 10 * 1024 * 1024

Headers = Mapping[bytes, bytes]


class Request(NamedTuple):
    """A request of somebody who is logged in."""

    caller: JID
    place: Place
    headers: Headers
    scope: Scope
    receive: Receive

    @property
    def actor(self) -> Actor:
        """Who makes it, for the audit log."""
        return Actor(str(self.caller), address(self.scope.get("client")), "data")


Method = Callable[["DataDoor", Request], Awaitable[Answer]]


class DataDoor(Door):
    """An ASGI application that answers every request whose path is /data or begins with /data/.

    `hosts` are those that are served, with their administrators; if there are none, all hosts that the data
    holds are served. `admins` are administrators of all hosts. `default_host` is whose realm is named when a
    request names no host that is served. `public_url` is what a Location begins with. The network stays its
    caller's: the door does not close it. Raises ValueError for an administrator who has no address.
    """

    too_large = refusals.TOO_LARGE

    def __init__(
        self, network: Network, *, hosts: Mapping[str, Iterable[str]] | None = None, admins: Iterable[str] = (),
        default_host: str = "", public_url: str = "", max_body: int = MAX_BODY, logins: Logins | None = None,
    ) -> None:
        self._stores, self._workers = network.stores, network.workers
        self._hosts, self._admins = frozenset(hosts or ()), Admins(admins, hosts or {})
        self._default_host = default_host or next(iter(hosts or ()), "")
        self._public_url, self._max_body = public_url.rstrip("/"), max_body
        self._logins, self._effort = logins or Logins(network.workers), effort()

    async def answer(self, scope: Scope, receive: Receive) -> Answer:
        """Order of checks: method; credentials; store; permission; names; what the method looks at."""
        verb = scope["method"]
        method = METHODS.get(verb)
        if method is None:
            return refusals.UNKNOWN_METHOD
        headers: Headers = dict(scope["headers"])
        caller = await self._caller(scope)
        if caller is None:
            return refusals.challenge(await self._workers.read(self._realm, headers))
        place = parse_place(scope["raw_path"], caller)
        if place is None:
            return refusals.NO_STORE
        if not await self._may(caller, verb, place):
            return refusals.NOT_ALLOWED
        if not place.has_valid_user:
            return refusals.NO_NAME
        return await method(self, Request(caller, place, headers, scope, receive))

    def refusal(self, error: StoreError) -> Answer:
        """What the client is told about a value or a name that cannot be stored."""
        return refusals.refusal(400, str(error))

    def failure(self, name: str) -> Answer:
        """The answer when something broke."""
        return refusals.failure(name)

    # ------------------------------------------------------------------------------ who asks, and may he

    async def _caller(self, scope: Scope) -> JID | None:
        """Who asks; None if that is not proved, or said twice."""
        shown = [value for name, value in scope["headers"] if name == b"authorization"]
        credentials = parse_credentials(shown[0]) if len(shown) == 1 else None
        if credentials is None:
            return None
        account = await self._workers.read(self._account, credentials.jid)
        claim = Claim(str(Person(Source.XMPP, str(credentials.jid))), account, credentials.password, self._effort)
        proved = await self._logins.prove([claim], source(scope.get("client")))
        return credentials.jid if proved else None

    def _account(self, jid: JID) -> Account | None:
        if jid.domain not in self._served():
            return None
        return read_account(self._stores.keyval(jid.domain, jid.node, "accounts"))

    def _served(self) -> frozenset[str]:
        return self._hosts or self._stores.hosts()

    async def _may(self, caller: JID, verb: str, place: Place) -> bool:
        """Users may do everything with their own stores but change their `roles` (difference i).

        A path is compared as it is: nobody owns /data/EXAMPLE.COM/USER/x.
        """
        reads = verb in ("GET", "HEAD")
        if (place.host, place.user) == (caller.domain, caller.node) and (reads or place.store != ROLES):
            return True
        return await self._workers.read(self._is_admin, caller, place.host)

    def _is_admin(self, caller: JID, host: str) -> bool:
        if host not in self._served():
            return False
        if self._admins.has(caller, host):
            return True
        return caller.domain == host and grants_admin(self._stores.keyval(host, caller.node, ROLES))

    def _realm(self, headers: Headers) -> str:
        """The host that the Host header names, or the default one."""
        named = headers.get(b"host", b"").decode("latin-1").partition(":")[0].lower()
        served = self._served()
        return named if named in served else self._default_host or min(served, default="")

    # ------------------------------------------------------------------------------------------ methods

    async def _get(self, request: Request) -> Answer:
        place = request.place
        if place.format not in (None, "json", "lua"):
            return refusals.NO_FORMAT
        if place.format is None:
            accept = b",".join(value for name, value in request.scope["headers"] if name == b"accept")
            in_lua = prefers_lua(accept)
        else:
            in_lua = place.format == "lua"
        read = self._stores.lua if in_lua else self._stores.json
        body = await self._workers.read(read, place.host, place.user, place.store)
        if body is None:
            return refusals.NOTHING
        return Answer(200, body, () if place.format else VARY, LUA_TYPE if in_lua else JSON_TYPE)

    async def _put(self, request: Request) -> Answer:
        return await self._store(request, self._stores.put)

    async def _post(self, request: Request) -> Answer:
        return await self._store(request, self._stores.append)

    async def _store(self, request: Request, store: Callable[[str, str, str, Value, Actor], None]) -> Answer:
        """Order of checks: media type; size; value."""
        read = READERS.get(media_type(request.headers.get(b"content-type", b"")))
        if read is None:
            return refusals.NO_TYPE
        body = await read_body(request.scope, request.receive, self._max_body)
        value = await parsed(body, read, self._workers)
        if value is None or value is False:
            return refusals.NO_VALUE
        place = request.place
        await self._workers.write(store, place.host, place.user, place.store, value, request.actor)
        return Answer(201, headers=((b"location", (self._public_url + place.path).encode()),))

    async def _delete(self, request: Request) -> Answer:
        place = request.place
        await self._workers.write(self._stores.delete, place.host, place.user, place.store, request.actor)
        return DELETED


JSON_TYPE, LUA_TYPE = (f"{type_}; charset=utf-8".encode() for type_ in (JSON, LUA))
VARY = ((b"vary", b"accept"),)
DELETED = Answer(204)

METHODS: Mapping[str, Method] = {
    "GET": DataDoor._get,
    "HEAD": DataDoor._get,
    "PUT": DataDoor._put,
    "POST": DataDoor._post,
    "DELETE": DataDoor._delete,
}
