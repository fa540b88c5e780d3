"""Who asks at /graphql: credentials, sessions, and what those hear who have none or the wrong ones."""
from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from gql.schema.quirks import Schema
from gql.web.door import GraphQLDoor
from models.network import Network
from models.tokens import Tokens
from tests.gql.web.conftest import Send, sender
from tests.identity import authenticator_for
from tests.people import ALICE, BOB, fill

STRANGER = "203.0.113.5"
VIEWER = "{ viewer { name role } }"
COUNT = "{ accounts { totalCount } }"
CREATE = 'mutation { createAccount(input: {display: "New"}) { account { display } } }'
LOGIN = """mutation ($user: String!, $password: String!) { login(user: $user, password: $password) {
    token expiresAt viewer { name role account { display } } } }"""


@pytest.fixture
def peopled(tmp_path: Path) -> Iterator[Network]:
    with closing(Network.open(f"sqlite:///{tmp_path}/people.db", types=())) as network:
        fill(network)
        yield network


@pytest.fixture
def send(peopled: Network, schema: Schema) -> Send:
    authenticator = authenticator_for(peopled, default_host="chat.example", admins=[BOB], anope_admins=["alice"])
    return sender(GraphQLDoor(peopled, schema, authenticator=authenticator))


def ask(send: Send, query: str, authorization: str | bytes | None = None, **options: Any) -> httpx.Response:
    headers = {} if authorization is None else {"Authorization": authorization}
    variables = options.pop("variables", None)
    return send("POST", json={"query": query, "variables": variables}, headers=headers,
                **{"peer": STRANGER, **options})


def basic(name: str, password: str) -> str:
    return "Basic " + b64encode(f"{name}:{password}".encode()).decode()


def login(send: Send, user: str, password: str) -> Any:
    return ask(send, LOGIN, variables={"user": user, "password": password}).json()


def viewer(send: Send, authorization: str | None = None, **options: Any) -> Any:
    return ask(send, VIEWER, authorization, **options).json()["data"]["viewer"]


def test_this_machine_needs_no_credentials(send: Send) -> None:
    assert viewer(send, peer="127.0.0.1") == {"name": "local", "role": "ADMIN"}
    assert ask(send, COUNT, peer="127.0.0.1").json() == {"data": {"accounts": {"totalCount": 1}}}


def test_strangers_are_anonymous_and_see_nothing(send: Send) -> None:
    assert viewer(send) == {"name": "", "role": "ANONYMOUS"}
    assert ask(send, COUNT).json() == {"data": {"accounts": {"totalCount": 0}}}
    response = ask(send, CREATE)
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == 'Bearer realm="edgewise"'
    assert response.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.parametrize(("authorization", "seen"), [
    (basic(BOB, "b0b"), {"name": BOB, "role": "ADMIN"}),
    (basic("alice_away", "secr1t"), {"name": "Alice", "role": "ADMIN"}),
    (basic(ALICE, "w0nderland"), {"name": ALICE, "role": "USER"}),
])
def test_basic_says_who_asks(send: Send, authorization: str, seen: Any) -> None:
    assert viewer(send, authorization) == viewer(send, authorization, peer="127.0.0.1") == seen
    assert ask(send, CREATE, authorization).status_code == (200 if seen["role"] == "ADMIN" else 403)


def test_token_reads_and_writes_as_far_as_its_scopes_go(send: Send, peopled: Network) -> None:
    tokens = Tokens(peopled.database)
    reader, writer = (f"Bearer {tokens.create(name, [name])}" for name in ("read", "write"))
    assert viewer(send, reader) == {"name": "token:read", "role": "ADMIN"}
    assert ask(send, COUNT, reader).status_code == 200
    refused = ask(send, CREATE, reader)
    assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (403, "FORBIDDEN")
    assert ask(send, CREATE, writer).json() == {"data": {"createAccount": {"account": {"display": "New"}}}}


def test_login_gives_a_token_for_a_while(send: Send) -> None:
    got = login(send, "Alice", "secr1t")["data"]["login"]
    assert got["viewer"] == {"name": "Alice", "role": "ADMIN", "account": {"display": "Alice"}}
    assert got["expiresAt"].endswith("Z")
    bearer = f"Bearer {got['token']}"
    assert viewer(send, bearer) == {"name": "Alice", "role": "ADMIN"}
    assert ask(send, "mutation { logout }", bearer).json() == {"data": {"logout": True}}
    assert ask(send, VIEWER, bearer).status_code == 401
    assert ask(send, "mutation { logout }").json() == {"data": {"logout": False}}


@pytest.mark.parametrize(("user", "password"), [
    ("Alice", "wrong"), ("nobody", "secr1t"), (ALICE, ""), ("", ""), ("\0", ""),
])
def test_wrong_login_is_refused_like_any_other(send: Send, user: str, password: str) -> None:
    response = ask(send, LOGIN, variables={"user": user, "password": password})
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == 'Bearer realm="edgewise"'
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "UNAUTHENTICATED"
    assert error["message"].startswith("the name or the password is wrong")


def test_a_login_gives_rights_to_its_own_request_only_when_it_is_good(send: Send) -> None:
    document = """mutation { login(user: "%s", password: "%s") { token }
        createAccount(input: {display: "New"}) { account { display } } }"""
    assert ask(send, document % (ALICE, "w0nderland")).json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert ask(send, document % (BOB, "wrong")).status_code == 401
    assert ask(send, document % (BOB, "b0b")).json()["data"]["createAccount"] == {"account": {"display": "New"}}


def test_a_request_has_one_wrong_guess_and_each_request_counts(send: Send, peopled: Network) -> None:
    """The first login that fails ends the request, whatever aliases come behind it."""
    logins = [f'a{n}: login(user: "{ALICE}", password: "{word}") {{ token }}'
              for n, word in enumerate(("w0nderland", "x", "y", "w0nderland"))]
    for number in range(1, 4):
        assert ask(send, f"mutation {{ {' '.join(logins)} }}").status_code == 401
        found = peopled.database.execute_sql("SELECT max(failures) FROM edgewise_failure").fetchone()[0]
        assert found == number


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(("authorization", "status"), [
    ("Basic", 400), ("Basic !", 400), (b"Basic \xff", 400), (b"Basic " + b64encode(b"\xff:x"), 400), ("Bearer", 400),
    ("Bearer a b", 400), (b"Bearer \xc3\xa4", 400), ("Bearer " + "x" * 9000, 400), ("Basic " + "YTpi" * 3000, 400),
    ("", 401), ("Digest x", 401), ("Bearer x", 401), ("Bearer ewt_x", 401), ("Bearer ews_x", 401),
    (basic("a", "b"), 401), (basic(ALICE, "wrong"), 401), (basic("\u00e4\U0001f511", "\0"), 401),
])
@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
def test_bad_credentials_are_refused_with_a_word_about_why(
    send: Send, method: str, authorization: str | bytes, status: int, accept: str,
) -> None:
    options: dict[str, Any] = {"params": {"query": VIEWER}} if method == "GET" else {"json": {"query": VIEWER}}
    for peer in (STRANGER, "127.0.0.1"):
        headers = {"Authorization": authorization, "Accept": accept}
        response = send(method, peer=peer, headers=headers, **options)
        assert response.status_code == status
        assert response.headers["WWW-Authenticate"]
        assert response.json()["errors"][0]["message"]


def test_revoked_and_expired_tokens_are_refused(send: Send, peopled: Network) -> None:
    now = 1000.0
    old = Tokens(peopled.database, clock=lambda: now).create("old", ["read"], 60)
    tokens = Tokens(peopled.database)
    gone = tokens.create("gone", ["read"])
    tokens.revoke("gone")
    for token, word in ((old, "expired"), (gone, "revoked")):
        response = ask(send, COUNT, f"Bearer {token}")
        assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, 'Bearer realm="edgewise"')
        assert word in response.json()["errors"][0]["message"]


@pytest.mark.parametrize(("introspection", "anonymous", "user"), [
    ("all", 200, 200), ("authenticated", 401, 200), ("none", 403, 403),
])
def test_a_browser_logs_in_where_the_page_takes_it(
    peopled: Network, schema: Schema, introspection: str, anonymous: int, user: int,
) -> None:
    send = sender(GraphQLDoor(
        peopled, schema, authenticator=authenticator_for(peopled), introspection=introspection))
    response = send("GET", peer=STRANGER, headers={"Accept": "text/html"})
    assert response.status_code == anonymous
    assert response.headers.get("WWW-Authenticate", "").startswith("Basic ") is (anonymous == 401)
    credentials = {"Accept": "text/html", "Authorization": basic(ALICE, "w0nderland")}
    assert send("GET", peer=STRANGER, headers=credentials).status_code == user


def test_schema_is_shown_to_whoever_proved_who_he_is(send: Send) -> None:
    document = "{ __schema { queryType { name } } }"
    assert ask(send, document).json()["errors"]
    assert ask(send, document, basic(ALICE, "w0nderland")).json()["data"]["__schema"]


def test_log_holds_no_credentials(send: Send, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    ask(send, COUNT, basic(ALICE, "hunter2"))
    login(send, ALICE, "hunter2")
    assert "hunter2" not in caplog.text
