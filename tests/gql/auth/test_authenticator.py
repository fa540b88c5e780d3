"""From a request to the one who makes it."""
from __future__ import annotations

import asyncio
import time
from base64 import b64encode
from collections.abc import Awaitable, Callable
from contextlib import closing
from typing import Any, TypeVar

import pytest

from gql.auth.authenticator import Authenticator
from models.delays import Curve, LoginDelays
from models.errors import Unauthenticated
from models.failures import Failures
from models.lua.value import Table
from models.network import Network
from models.own_tables import FAILURES
from models.principal import ANONYMOUS, LOCAL_ADMIN, Principal, Role
from models.sessions import Session
from models.tokens import Tokens
from models.xmpp.address import find_users
from tests.identity import authenticator_for
from tests.people import ALICE, account, fill, user
from tests.statements import Statements

T = TypeVar("T")

PEER, STRANGER = ("127.0.0.1", 4000), ("203.0.113.5", 4000)


class Case:
    """An authenticator and what it says; everything runs in one event loop."""

    def __init__(self, network: Network, **options: Any) -> None:
        self.network = network
        self.account = fill(network)
        self.user = find_users(network.views.rows, [ALICE])[ALICE]
        self.authenticator = authenticator_for(
            network, **{"default_host": "chat.example", "account_host": "chat.example", **options})
        self.runner = asyncio.Runner()

    def run(self, job: Callable[[Authenticator], Awaitable[T]]) -> T:
        async def all_of_it() -> T:
            return await job(self.authenticator)

        return self.runner.run(all_of_it())

    def identify(self, *headers: tuple[bytes, bytes], peer: tuple[str, int] | None = STRANGER) -> Principal:
        return self.run(lambda authenticator: authenticator.identify(headers, peer))

    def basic(self, name: str, password: str, peer: tuple[str, int] = STRANGER) -> Principal:
        return self.identify((b"authorization", b"Basic " + b64encode(f"{name}:{password}".encode())), peer=peer)

    def bearer(self, token: str) -> Principal:
        return self.identify((b"authorization", f"Bearer {token}".encode()))

    def login(self, name: str, password: str) -> tuple[Session, Principal]:
        return self.run(lambda authenticator: authenticator.login(name, password, STRANGER))

    def logout(self, token: str) -> bool:
        return self.run(lambda one: one.logout([(b"authorization", f"Bearer {token}".encode())]))

    def put(self, password: str) -> None:
        """Alice's XMPP password is another one now."""
        self.network.stores.put("chat.example", "alice", "accounts", Table(fields={b"password": password.encode()}))


@pytest.fixture
def case(network: Network) -> Any:
    made = Case(network)
    with made.runner:
        yield made


def test_without_credentials_the_peer_decides(case: Case) -> None:
    assert case.identify(peer=PEER) == LOCAL_ADMIN
    assert case.identify(peer=STRANGER) == case.identify(peer=None) == ANONYMOUS
    assert case.identify((b"x-forwarded-for", b"127.0.0.1"), peer=PEER) == ANONYMOUS


@pytest.mark.parametrize(("name", "password"), [
    (ALICE, "w0nderland"), ("alice", "w0nderland"), ("Alice", "secr1t"), ("ALICE_AWAY", "secr1t"),
])
def test_person_is_known_by_either_password(case: Case, name: str, password: str) -> None:
    for _ in range(3):
        found = case.basic(name, password)
        assert (found.role, found.account, found.user) == (Role.USER, case.account, case.user)
        assert found.name == (ALICE if password == "w0nderland" else "Alice")


@pytest.mark.parametrize(("name", "password"), [
    (ALICE, "secr1t"), (ALICE, ""), ("alice", "wrong"), ("nobody", "secr1t"), ("nobody@chat.example", "x"),
    ("a@b@c", "x"), ("Alice", "secr1t "), ("x" * 3000, "x"), ("alice", "x" * 3000), ("\u00e4", "\U0001f511"),
    ("a\0b", "x"), ("alice", "w0nderland\0"),
])
def test_whoever_proves_nothing_hears_always_the_same(case: Case, name: str, password: str) -> None:
    for peer in (STRANGER, PEER):  # credentials are never looked over, not even where none are needed
        with pytest.raises(Unauthenticated, match=r"^the name or the password is wrong") as caught:
            case.basic(name, password, peer)
        assert caught.value.scheme == "Basic"
    with pytest.raises(Unauthenticated, match=r"^the name or the password is wrong"):
        case.login(name, password)


def test_changed_password_counts_at_once(case: Case) -> None:
    session, _ = case.login("alice", "w0nderland")
    assert case.basic("alice", "w0nderland").user == case.bearer(session.token).user == case.user
    case.put("new")
    with pytest.raises(Unauthenticated):
        case.basic("alice", "w0nderland")
    with pytest.raises(Unauthenticated, match="log in again"):
        case.bearer(session.token)
    assert case.basic("alice", "new").user == case.user


def test_session_is_its_owner_until_he_logs_out(case: Case) -> None:
    session, principal = case.login("Alice_away", "secr1t")
    assert principal == case.bearer(session.token) == Principal(Role.USER, "Alice", case.account, case.user)
    assert case.logout(session.token)
    with pytest.raises(Unauthenticated, match="log in again"):
        case.bearer(session.token)


def test_logout_without_a_session_is_none(case: Case) -> None:
    assert not case.logout("ewt_x")
    assert not case.run(lambda one: one.logout([]))


def test_token_is_an_administrator_as_far_as_its_scopes_go(case: Case) -> None:
    tokens = Tokens(case.network.database)
    reader, writer = tokens.create("reader", ["read"]), tokens.create("writer", ["write"])
    assert case.bearer(reader) == Principal(Role.ADMIN, "token:reader", writes=False)
    assert case.bearer(writer).writes
    tokens.revoke("reader")
    with pytest.raises(Unauthenticated, match="revoked"):
        case.bearer(reader)


@pytest.mark.parametrize("token", ["ewt_", "ewt_x", "ews_", "ews_x", "x", "ewt_" + "A" * 43, "eyJhbGciOiJub25l.e30."])
def test_other_tokens_are_refused(case: Case, token: str) -> None:
    with pytest.raises(Unauthenticated) as caught:
        case.bearer(token)
    assert caught.value.scheme == "Bearer"


def failures(network: Network) -> int:
    return int(network.database.execute_sql(f"SELECT coalesce(sum(failures), 0) FROM {FAILURES}").fetchone()[0])


def test_nicks_of_an_account_and_its_display_are_slowed_down_together(network: Network) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    curve = Curve(free=4, first=0.5, longest=0.5)
    case = Case(network, delays=LoginDelays(network.workers, account=curve, sleep=sleep))
    with case.runner:
        for name, password in (("Alice", "a"), ("alice_away", "b"), ("ALICE", "c"), ("Alice_Away", "d")):
            with pytest.raises(Unauthenticated):
                case.basic(name, password)
        assert slept == []
        assert case.basic("Alice", "secr1t").account == case.account
        assert slept == [0.5]


def test_every_login_counts_that_fails_and_none_that_is_good(case: Case) -> None:
    for number in range(3):
        with pytest.raises(Unauthenticated):
            case.login(ALICE, f"wrong{number}")
    assert failures(case.network) == 6  # for the account and the address
    case.login(ALICE, "w0nderland")
    assert failures(case.network) == 3
    case.login(ALICE, "w0nderland")
    assert failures(case.network) == 3


def test_same_wrong_password_again_counts_again(case: Case) -> None:
    for _ in range(2):
        with pytest.raises(Unauthenticated):
            case.login(ALICE, "wrong")
    assert failures(case.network) == 4


def test_person_who_is_known_costs_no_statement_but_that_for_what_is_stored(
    case: Case, statements: Statements,
) -> None:
    case.basic(ALICE, "w0nderland")
    statements.clear()
    case.basic(ALICE, "w0nderland")
    assert 1 <= len(statements.sql) <= 3  # two of them ask now and then which hosts there are


BCRYPT = "bcrypt:$2a$10$" + "." * 53


@pytest.mark.parametrize("form", ["{}", "{}@chat.example"])
def test_time_does_not_tell_who_exists(network: Network, form: str) -> None:
    """Whether nothing is stored, a password in plain text, a quick hash or a slow one."""
    free = Curve(free=10**9, first=1, longest=1)
    case = Case(network, delays=LoginDelays(network.workers, account=free, address=free))
    account(network, "Slow", **{"pass": BCRYPT})
    user(network, "plain@chat.example", "x")
    names = [form.format(name) for name in ("nobody", "Alice", "Slow", "plain")]
    taken: dict[str, list[float]] = {name: [] for name in names}
    with case.runner:
        for number in range(40):
            for name in names:
                begin = time.perf_counter()
                with pytest.raises(Unauthenticated):
                    case.basic(name, f"wrong{number}")
                taken[name].append(time.perf_counter() - begin)
            usual = min(taken[names[0]])  # the least is what other programs on the machine add least to
            if number >= 8 and all(0.6 * usual < min(some) < 1.6 * usual for some in taken.values()):
                break
    assert usual > 0.002
    assert all(0.6 * usual < min(some) < 1.6 * usual for some in taken.values()), taken


def test_failures_in_another_process_slow_this_one_down(network: Network, prepared_url: str) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    case = Case(network, delays=LoginDelays(network.workers, sleep=sleep))
    with case.runner, closing(Network.open(prepared_url, types=())) as other:
        there = Failures(other.database)
        for _ in range(12):
            there.add([f"account xmpp {ALICE}", "address 192.0.2.1"])
        assert case.basic(ALICE, "w0nderland").user == case.user
    assert slept == [0.2]
