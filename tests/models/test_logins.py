"""Logins: verified once, remembered for a while, slowed down when they fail."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, cast

import pytest

from models.delays import Curve, LoginDelays
from models.logins import Claim, Logins
from models.passwords.prosody import Account, PlainAccount, ScramAccount, effort
from models.passwords.secret import Secret
from models.workers import Workers
from tests.models.test_delays import Counted, Direct


class Credentials(NamedTuple):
    """A name and a password."""

    name: str
    password: str | None


GOOD = Credentials("user@example.com", "secr1t")
BAD = GOOD._replace(password="wrong")
PLAIN = PlainAccount("secr1t")
SCRAM = ScramAccount(
    "sha1", b"620bda35-0825-40d2-9ee3-59d27b062fbc", 10000,
    bytes.fromhex("ffbd4552fe09a875665436a9be0c838ef5feb083"),
    bytes.fromhex("d32540bc35ceed793fd45b195707ec602261fb63"),
)


class CountingWorkers(Direct):
    """Computes at once, after the others had their turn, and counts how often."""

    def __init__(self) -> None:
        self.computed = 0

    async def compute(self, job: Callable[..., Any], *args: Any) -> Any:
        self.computed += 1
        await asyncio.sleep(0)
        return job(*args)


class Case:
    """Logins whose parts can be looked at."""

    def __init__(self, **options: Any) -> None:
        self.now = 0.0
        self.slept: list[float] = []
        self.workers, self.effort = CountingWorkers(), effort()
        workers = cast("Workers", self.workers)
        delays = LoginDelays(
            workers, cast("Any", Counted()), account=Curve(free=2, first=1, longest=1),
            address=Curve(free=100, first=1, longest=1), waiting_per_address=1, sleep=self._sleep)
        self.logins = Logins(workers, delays, clock=lambda: self.now, **options)

    def claim(self, credentials: Credentials, secret: Secret | None) -> Claim:
        return Claim(credentials.name, secret, credentials.password, self.effort)

    async def admit(self, credentials: Credentials, secret: Secret | None) -> bool:
        return await self.logins.prove([self.claim(credentials, secret)], "192.0.2.1") is not None

    def admits(self, *attempts: tuple[Credentials, Secret | None]) -> list[bool]:
        """What is said of these attempts, all at once."""
        return asyncio.run(self._admits(attempts))

    def proves(self, *claims: Claim) -> Claim | None:
        """The first of these claims that holds."""
        return asyncio.run(self.logins.prove(claims, "192.0.2.1"))

    async def _admits(self, attempts: Sequence[tuple[Credentials, Secret | None]]) -> list[bool]:
        return await asyncio.gather(*(self.admit(*attempt) for attempt in attempts))

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
    assert case.workers.computed == 1
    case.now = 60
    assert case.admits((GOOD, SCRAM)) == [True]
    assert case.workers.computed == 2


@pytest.mark.parametrize("account", [
    None, PlainAccount("secr1t2"), ScramAccount("sha1", b"other", 10000, SCRAM.stored_key, SCRAM.server_key),
])
def test_nothing_is_remembered_of_an_account_that_changed(account: Account | None) -> None:
    case = Case()
    assert case.admits((GOOD, SCRAM)) == [True]
    assert case.admits((GOOD, account)) == [False]


@pytest.mark.parametrize("credentials", [
    BAD, GOOD._replace(name="user2@example.com"), GOOD._replace(name="user@example.co"), GOOD._replace(password=None),
])
def test_nothing_is_remembered_of_other_credentials(credentials: Credentials) -> None:
    case = Case()
    assert case.admits((GOOD, SCRAM)) == [True]
    case.admits((credentials, SCRAM))
    assert case.workers.computed == 2


def test_failure_is_not_remembered() -> None:
    case = Case()
    assert case.admits((BAD, SCRAM)) == [False]
    assert case.admits((BAD, SCRAM)) == [False]
    assert case.workers.computed == 2


@pytest.mark.parametrize(("credentials", "admitted"), [(GOOD, True), (BAD, False)])
def test_same_credentials_at_once_are_verified_once(credentials: Credentials, admitted: bool) -> None:
    case = Case()
    assert case.admits(*[(credentials, SCRAM)] * 8) == [admitted] * 8
    assert case.workers.computed == 1


def test_first_claim_that_holds_is_proved() -> None:
    case = Case()
    other = PlainAccount("other")
    claims = [case.claim(GOOD._replace(name=name), secret) for name, secret in
              (("a", None), ("b", other), ("c", SCRAM), ("d", PLAIN))]
    for _ in range(2):
        found = case.proves(*claims)
        assert found
        assert found.account == "c"
    assert case.workers.computed == 1
    assert case.proves(*claims[:2]) is None
    assert case.proves() is None


def test_accounts_and_passwords_are_not_taken_for_each_other() -> None:
    case = Case()
    assert case.admits((Credentials("ab", "c"), PlainAccount("c"))) == [True]
    assert case.admits((Credentials("a", "bc"), PlainAccount("c"))) == [False]


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
    assert case.workers.computed == 3


def test_only_so_many_are_remembered() -> None:
    case = Case(size=2)
    users = [GOOD._replace(name=name) for name in ("a", "b", "c")]
    for user in users:
        case.admits((user, SCRAM))
    for user in reversed(users):
        case.admits((user, SCRAM))
    assert case.workers.computed == 4


def test_error_of_a_verification_reaches_all_who_wait_and_is_not_kept() -> None:
    case = Case()
    broken = ScramAccount("none", b"salt", 1, bytes(20), bytes(20))

    async def both() -> list[object]:
        return await asyncio.gather(
            *(case.admit(GOOD, broken) for _ in range(2)), return_exceptions=True)

    assert [isinstance(result, ValueError) for result in asyncio.run(both())] == [True, True]
    assert case.admits((GOOD, PLAIN)) == [True]


def test_who_gives_up_does_not_take_the_others_along() -> None:
    case = Case()

    async def job() -> bool:
        first, second = (asyncio.create_task(case.admit(GOOD, SCRAM)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert asyncio.run(job())
