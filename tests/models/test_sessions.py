"""Sessions."""
from __future__ import annotations

import asyncio

import pytest

from models.errors import Unauthenticated
from models.network import Network
from models.own_tables import SESSIONS
from models.passwords.prosody import PlainAccount
from models.passwords.secret import Secret
from models.people import Person, Source
from models.sessions import BEGINNING, Session, Sessions

ALICE = Person(Source.XMPP, "\u00e4lice@chat.example")
CAROL = Person(Source.ANOPE, "12")
SECRETS: dict[Person, Secret] = {ALICE: PlainAccount("w0nderland"), CAROL: PlainAccount("c4rol")}


class Case:
    """The sessions of a network, seen from two processes."""

    def __init__(self, network: Network) -> None:
        self.now, self.secrets = 1000.0, dict(SECRETS)
        self.database, self.rows = network.database, network.workers.rows
        self.one, self.other = (Sessions(network.database, 60, clock=lambda: self.now) for _ in range(2))

    def begin(self, person: Person) -> Session:
        return self.one.begin(person, self.secrets[person])

    def find(self, token: str) -> Person:
        """The same in both processes."""
        here, there = (self.found(sessions, token) for sessions in (self.one, self.other))
        assert here == there
        return here

    def found(self, sessions: Sessions, token: str) -> Person:
        async def secret(person: Person) -> Secret | None:
            return self.secrets.get(person)

        return asyncio.run(sessions.find(token, self.rows, secret))

    def ended(self, token: str) -> bool:
        for sessions in (self.one, self.other):
            with pytest.raises(Unauthenticated, match="log in again"):
                self.found(sessions, token)
        return True


@pytest.fixture
def case(network: Network) -> Case:
    return Case(network)


def test_session_is_good_in_every_process_until_it_expires(case: Case) -> None:
    alice, carol = case.begin(ALICE), case.begin(CAROL)
    assert alice.token.startswith(BEGINNING)
    assert alice.expires == 1060
    assert (case.find(alice.token), case.find(carol.token)) == (ALICE, CAROL)
    case.now = 1060
    assert case.ended(alice.token)


def test_logout_ends_one_session_in_every_process(case: Case) -> None:
    here, there = case.begin(ALICE), case.begin(ALICE)
    case.other.end(here.token)
    assert case.ended(here.token)
    assert case.find(there.token) == ALICE
    case.one.end(here.token)
    case.one.end("no token at all")


@pytest.mark.parametrize("secret", [PlainAccount("other"), None])
def test_session_ends_when_the_password_changes_or_the_account_goes(case: Case, secret: Secret | None) -> None:
    alice, carol = case.begin(ALICE), case.begin(CAROL)
    if secret:
        case.secrets[ALICE] = secret
    else:
        del case.secrets[ALICE]
    assert case.ended(alice.token)
    assert case.find(carol.token) == CAROL


@pytest.mark.parametrize("token", ["", BEGINNING, "ews_x", "\ud800", "\0", "x" * 5000])
def test_what_is_no_session_has_ended(case: Case, token: str) -> None:
    case.begin(ALICE)
    assert case.ended(token)


def test_neither_token_nor_password_is_kept(case: Case) -> None:
    session = case.begin(ALICE)
    kept = str(case.database.execute_sql(f"SELECT * FROM {SESSIONS}").fetchall())
    assert session.token.removeprefix(BEGINNING) not in kept
    assert "w0nderland" not in kept


def test_sessions_that_ended_are_deleted_when_another_begins(case: Case) -> None:
    case.begin(ALICE)
    case.now = 2000
    case.begin(CAROL)
    assert case.database.execute_sql(f"SELECT count(*) FROM {SESSIONS}").fetchone()[0] == 1
