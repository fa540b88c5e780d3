"""Logins: verified once, remembered for a while, slowed down when they fail."""
from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest

from models.jid import JID
from models.passwords import Account, PlainAccount, ScramAccount
from models.workers import Workers
from rest_compat.credentials import Credentials
from rest_compat.delays import Curve, LoginDelays
from rest_compat.logins import Logins, source

PEER = ("192.0.2.1", 1234)
GOOD = Credentials(JID("user", "example.com"), "secr1t")
BAD = GOOD._replace(password="wrong")
PLAIN = PlainAccount("secr1t")
SCRAM = ScramAccount(
    "sha1", b"620bda35-0825-40d2-9ee3-59d27b062fbc", 10000,
    bytes.fromhex("ffbd4552fe09a875665436a9be0c838ef5feb083"),
    bytes.fromhex("d32540bc35ceed793fd45b195707ec602261fb63"),
)


class CountingWorkers:
    """Computes at once, after the others had their turn, and notes how many iterations it took."""

    def __init__(self) -> None:
        self.iterations: list[int] = []

    async def compute(self, job: Callable[[str], bool], password: str) -> bool:
        self.iterations.append(cast("Any", job).__self__.iterations)
        await asyncio.sleep(0)
        return job(password)


class Case:
    """Logins whose parts can be looked at."""

    def __init__(self, **options: Any) -> None:
        self.now = 0.0
        self.slept: list[float] = []
        self.workers = CountingWorkers()
        delays = LoginDelays(
            account=Curve(free=2, first=1, longest=1), address=Curve(free=100, first=1, longest=1),
            waiting_per_address=1, clock=lambda: self.now, sleep=self._sleep)
        self.logins = Logins(cast("Workers", self.workers), delays, clock=lambda: self.now, **options)

    def admits(self, *attempts: tuple[Credentials, Account | None]) -> list[bool]:
        """What is said of these attempts, all at once."""
        return asyncio.run(self._admits(attempts))

    async def _admits(self, attempts: tuple[tuple[Credentials, Account | None], ...]) -> list[bool]:
        return await asyncio.gather(*(self.logins.admit(*attempt, PEER) for attempt in attempts))

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)


@pytest.mark.parametrize("account", [PLAIN, SCRAM])
def test_right_password_is_admitted_and_wrong_one_not(account: Account) -> None:
    assert Case().admits((GOOD, account), (BAD, account)) == [True, False]


def test_nobody_is_admitted_without_an_account() -> None:
    assert Case().admits((GOOD, None)) == [False]


def test_verification_is_remembered_for_its_time() -> None:
    case = Case(seconds=60)
    for _ in range(3):
        assert case.admits((GOOD, SCRAM)) == [True]
    assert len(case.workers.iterations) == 1
    case.now = 60
    assert case.admits((GOOD, SCRAM)) == [True]
    assert len(case.workers.iterations) == 2


@pytest.mark.parametrize("account", [
    None, PlainAccount("secr1t2"), ScramAccount("sha1", b"other", 10000, SCRAM.stored_key, SCRAM.server_key),
])
def test_nothing_is_remembered_of_an_account_that_changed(account: Account | None) -> None:
    case = Case()
    assert case.admits((GOOD, SCRAM)) == [True]
    assert case.admits((GOOD, account)) == [False]


@pytest.mark.parametrize("credentials", [
    BAD, GOOD._replace(jid=JID("user2", "example.com")), GOOD._replace(jid=JID("user", "example.net")),
])
def test_nothing_is_remembered_of_other_credentials(credentials: Credentials) -> None:
    case = Case()
    assert case.admits((GOOD, SCRAM)) == [True]
    case.admits((credentials, SCRAM))
    assert len(case.workers.iterations) == 2


def test_failure_is_not_remembered() -> None:
    case = Case()
    assert case.admits((BAD, SCRAM)) == [False]
    assert case.admits((BAD, SCRAM)) == [False]
    assert len(case.workers.iterations) == 2


@pytest.mark.parametrize(("credentials", "admitted"), [(GOOD, True), (BAD, False)])
def test_same_credentials_at_once_are_verified_once(credentials: Credentials, admitted: bool) -> None:
    case = Case()
    assert case.admits(*[(credentials, SCRAM)] * 8) == [admitted] * 8
    assert len(case.workers.iterations) == 1


def test_every_failure_costs_one_verification_whatever_is_stored() -> None:
    case = Case()
    for account in (None, PLAIN, SCRAM):
        case.admits((BAD, account))
    assert case.workers.iterations == [10000] * 3


def test_decoys_cost_what_the_last_real_account_cost() -> None:
    case = Case()
    case.admits((BAD, ScramAccount("sha256", b"salt", 4096, bytes(32), bytes(32))))
    case.admits((BAD, None))
    assert case.workers.iterations == [4096, 4096]


def test_failures_slow_the_account_down_and_a_good_password_still_gets_in() -> None:
    case = Case()
    for number in range(3):
        case.admits((BAD._replace(password=f"wrong{number}"), PLAIN))
    assert case.slept == [1]
    assert case.admits((GOOD, PLAIN)) == [True]
    assert case.slept == [1, 1]
    assert case.admits((BAD, PLAIN)) == [False]
    assert case.slept == [1, 1]


def test_who_is_remembered_does_not_wait() -> None:
    case = Case()
    case.admits((GOOD, PLAIN))
    for number in range(3):
        case.admits((BAD._replace(password=f"wrong{number}"), PLAIN))
    case.slept.clear()
    assert case.admits((GOOD, PLAIN)) == [True]
    assert case.slept == []


def test_when_too_many_wait_the_next_is_refused_unverified() -> None:
    case = Case()
    for number in range(2):
        case.admits((BAD._replace(password=f"wrong{number}"), SCRAM))
    attempts = [(GOOD._replace(password=password), SCRAM) for password in ("wrong", "secr1t")]
    assert case.admits(*attempts) == [False, False]
    assert len(case.workers.iterations) == 3


def test_only_so_many_are_remembered() -> None:
    case = Case(size=2)
    users = [GOOD._replace(jid=JID(name, "example.com")) for name in ("a", "b", "c")]
    for user in users:
        case.admits((user, SCRAM))
    for user in reversed(users):
        case.admits((user, SCRAM))
    assert len(case.workers.iterations) == 4


def test_error_of_a_verification_reaches_all_who_wait_and_is_not_kept() -> None:
    case = Case()
    broken = ScramAccount("none", b"salt", 1, bytes(20), bytes(20))

    async def both() -> list[object]:
        return await asyncio.gather(
            *(case.logins.admit(GOOD, broken, PEER) for _ in range(2)), return_exceptions=True)

    assert [type(result) for result in asyncio.run(both())] == [ValueError, ValueError]
    assert case.admits((GOOD, PLAIN)) == [True]


def test_who_gives_up_does_not_take_the_others_along() -> None:
    case = Case()

    async def job() -> bool:
        first, second = (asyncio.create_task(case.logins.admit(GOOD, SCRAM, PEER)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert asyncio.run(job())


@pytest.mark.parametrize(("peer", "name"), [
    (None, ""), (("", 0), ""), (("192.0.2.1", 5), "192.0.2.1"), (("testclient", 5), "testclient"),
    (("::ffff:192.0.2.1", 5), "192.0.2.1"), (("2001:db8:1:2:3:4:5:6", 5), "2001:db8:1:2::"),
    (("2001:db8:1:2::9", 5), "2001:db8:1:2::"), (("::1", 5), "::"),
    (("fe80::1%eth0", 5), "fe80::"), (("no:address", 5), "no:address"),
])
def test_failures_are_counted_under_an_address_or_a_network(peer: tuple[str, int] | None, name: str) -> None:
    assert source(peer) == name
