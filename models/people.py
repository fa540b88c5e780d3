"""The people who can log in: accounts of the IRC services and users of the XMPP hosts."""
from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from models.jid import JID, parse_jid
from models.kinds import parse_id
from models.logins import Claim
from models.network import Network
from models.objects import MAX_ID
from models.passwords import anope, prosody
from models.passwords.secret import Secret
from models.preparation import nodeprep, saslprep
from models.principal import Principal, Role
from models.stored import is_storable
from models.workers import Found, Read
from models.xmpp.account_link import SEARCHED, AccountLink
from models.xmpp.address import find_prepared
from models.xmpp.rows import decode_keyval


class Source(Enum):
    """Which server knows a person."""

    XMPP = "xmpp"
    ANOPE = "anope"


class Person(NamedTuple):
    """Somebody who can log in: a JID, or the id of an account of the IRC services.

    A nickname of nobody stands for itself: whoever tries to log in with it is not told that it is nobody's.
    """

    source: Source
    key: str

    def __str__(self) -> str:
        """A name that nobody else has."""
        return f"{self.source.value} {self.key}"


class People:
    """Finds those who can log in, what is stored of their passwords, and what they are to the gateway.

    `hosts` are the XMPP hosts that are served, all that the data holds if there are none; `default_host` is meant
    where a name has none, `account_host` is where the users are the IRC services' accounts. `admins` are JIDs,
    `anope_admins` displays of accounts.
    """

    def __init__(
        self, network: Network, *, hosts: Collection[str] = (), default_host: str = "", account_host: str = "",
        admins: Collection[str] = (), anope_admins: Collection[str] = (), clock: Callable[[], float] = time.time,
    ) -> None:
        self._network, self._store, self._workers, self._clock = network, network.store, network.workers, clock
        self._hosts, self._default_host = frozenset(hosts), default_host or next(iter(hosts), "")
        self._account_host = account_host
        self._link = AccountLink(network.views.rows, network.store, account_host)
        self._admins = {parse_jid(admin) for admin in admins}
        self._anope_admins = {network.casemap.fold(display) for display in anope_admins}
        self._efforts = {Source.XMPP: prosody.effort(), Source.ANOPE: anope.effort()}

    async def named(self, name: str) -> Sequence[Person]:
        """Whom a name can mean: with an @ a JID; without, a user of the default host, or an account of the services."""
        if not is_storable(name):
            return ()
        if "@" in name:
            jid = parse_jid(name)
            return (Person(Source.XMPP, str(jid)),) if jid else ()
        node, host = nodeprep(name), self._default_host or min(await self._all_hosts(), default="")
        users = (Person(Source.XMPP, str(JID(node, host))),) if node and host else ()
        return (*users, await self._account(name))

    async def claim(self, person: Person, password: str) -> Claim:
        """That a password is a person's own; looks up what is stored now."""
        return self.claim_of(person, password, await self._found(person))

    def claim_of(self, person: Person, password: str, found: Sequence[Found]) -> Claim:
        """The same, given what `reads` finds."""
        prepared = saslprep(password) if person.source is Source.XMPP else password
        return Claim(str(person), self._secret(person, found), prepared, self._efforts[person.source])

    async def secret(self, person: Person) -> Secret | None:
        """What is stored of a person's password; None if he cannot log in, or does not exist."""
        return self._secret(person, await self._found(person))

    def reads(self, person: Person) -> Sequence[Read]:
        """What has to be read of a person's password; nothing of somebody who cannot log in anyway."""
        return self._reads_of_user(person.key) if person.source is Source.XMPP else self._reads_of_account(person.key)

    async def principal(self, person: Person) -> Principal:
        """What a person is to the gateway."""
        if person.source is Source.XMPP and self._account_host:
            await self._network.searches.prepare(*SEARCHED)
        read = self._of_user if person.source is Source.XMPP else self._of_account
        return await self._workers.read(read, person.key)

    async def _all_hosts(self) -> frozenset[str]:
        at_hand = self._network.stores.hosts_at_hand()
        return await self._workers.read(self._network.stores.hosts) if at_hand is None else at_hand

    async def _account(self, name: str) -> Person:
        """The account that has a nick, or a display; Anope looks for nicks, one of which is the display."""
        nick = await self._network.searches.find("nick", "nick", name)
        account = await self._network.searches.find("account", "display", name)
        owner = nick and _value(self._store.catalogue["nick"].by_name, nick.values, "nc")
        if owner is None and account:
            owner = account.id
        return Person(Source.ANOPE, self._network.casemap.fold(f"nick {name}") if owner is None else str(owner))

    async def _found(self, person: Person) -> list[Found]:
        return [await self._workers.rows(*read) for read in self.reads(person)]

    def _reads_of_user(self, address: str) -> Sequence[Read]:
        node, _, domain = address.rpartition("@")
        if self._hosts and domain not in self._hosts:
            return ()
        return (Read(self._network.stores.statements.select_keyval, (domain, node, "accounts")),)

    def _reads_of_account(self, key: str) -> Sequence[Read]:
        """The account, and why it is suspended."""
        id_ = parse_id(key)
        if id_ is None or id_ > MAX_ID:
            return ()
        statements, info = self._store.statements, self._store.catalogue["nssuspendinfo"]
        about = statements.get(self._store.catalogue["account"]), statements.referring(info, info.field("nick"))
        return [Read(each.sql, each.parameters((id_,))) for each in about]

    def _secret(self, person: Person, found: Sequence[Found]) -> Secret | None:
        if not found:
            return None
        return prosody.read_account(decode_keyval(found[0])) if person.source is Source.XMPP else self._account_secret(
            *found)

    def _account_secret(self, accounts: Found, suspensions: Found) -> Secret | None:
        """None as well for an account that is suspended, or whose registration nobody has confirmed."""
        if any(end == 0 or end > self._clock() for end in self._ends(suspensions)):
            return None
        for account in self._named_values("account", accounts):
            if account["UNCONFIRMED"] in (None, "", 0, "0"):
                return anope.read_password(str(account["pass"] or ""))
        return None

    def _ends(self, suspensions: Found) -> Iterator[int]:
        for each in self._named_values("nssuspendinfo", suspensions):
            yield int(each["expires"] or 0)

    def _named_values(self, type_name: str, rows: Found) -> Iterator[dict[str, Any]]:
        """The values of the objects of a type by the names of their fields."""
        names = self._store.catalogue[type_name].by_name
        return (dict(zip(names, row[1:], strict=True)) for row in rows)

    def _of_user(self, address: str) -> Principal:
        jid = parse_jid(address)
        user = find_prepared(self._network.views.rows, [jid]).get(jid) if jid else None
        linked = jid is not None and user is not None and jid.domain == self._account_host
        account = self._link.accounts([user]).get(user) if linked and user is not None else None
        return _principal(address, account, user, admin=jid in self._admins)

    def _of_account(self, key: str) -> Principal:
        id_ = int(key)
        display = str((self._values("account", id_) or {}).get("display") or "")
        user = self._link.users([display]).get(display) if self._account_host else None
        return _principal(display, id_, user, admin=self._network.casemap.fold(display) in self._anope_admins)

    def _values(self, type_name: str, id_: int) -> dict[str, Any] | None:
        row = self._store.get_many(type_name, [id_]).get(id_)
        return dict(zip(self._store.catalogue[type_name].by_name, row.values, strict=True)) if row else None


def _principal(name: str, account: int | None, user: int | None, *, admin: bool) -> Principal:
    return Principal(Role.ADMIN if admin else Role.USER, name, account, user, audits=admin)


def _value(names: Collection[str], values: Sequence[Any], name: str) -> Any:
    return values[list(names).index(name)]
