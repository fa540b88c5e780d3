"""Who may use /rest: trusted peers, administrators, tokens."""
from __future__ import annotations

from base64 import b64encode

import pytest

from models.network import Network
from models.tokens import Tokens
from rest_compat.rest import RestDoor
from tests.identity import authenticator_for
from tests.people import ALICE, BOB, fill
from tests.rest_compat.asking import Got, ask

STRANGER = ("203.0.113.5", 4000)


@pytest.fixture
def door(network: Network) -> RestDoor:
    fill(network)
    return RestDoor(network, identify=authenticator_for(network, admins=[BOB]).identify)


def basic(name: str, password: str) -> str:
    return "Basic " + b64encode(f"{name}:{password}".encode()).decode()


def request(door: RestDoor, method: str, authorization: str | None, *, local: bool = False) -> Got:
    headers = [] if authorization is None else [("authorization", authorization)]
    peer = {} if local else {"peer": STRANGER}
    return ask(door, method, "/rest/account", b'{"display": "New"}', headers=headers, **peer)


def test_administrators_read_and_write_from_anywhere(door: RestDoor) -> None:
    assert request(door, "GET", basic(BOB, "b0b")).status == 200
    assert request(door, "POST", basic(BOB, "b0b")).status == 201


def test_trusted_peers_need_nothing_but_credentials_that_they_show_have_to_be_good(door: RestDoor) -> None:
    assert request(door, "GET", None, local=True).status == 200
    assert request(door, "GET", basic(BOB, "wrong"), local=True).status == 401
    assert request(door, "GET", basic(ALICE, "w0nderland"), local=True).status == 403


def test_tokens_need_a_scope_for_what_they_do(door: RestDoor, network: Network) -> None:
    tokens = Tokens(network.database)
    reader, writer = (f"Bearer {tokens.create(name, [name])}" for name in ("read", "write"))
    assert [request(door, method, reader).status for method in ("GET", "HEAD", "POST", "DELETE", "PUT")] == [
        200, 200, 403, 403, 403]
    assert [request(door, method, writer).status for method in ("GET", "POST")] == [200, 201]


@pytest.mark.parametrize(("authorization", "status", "challenge"), [
    (None, 401, "Basic"), ("Basic !", 400, "Basic"), ("Bearer", 400, "Basic"), ("Bearer ewt_x", 401, "Bearer"),
    ("Bearer " + "x" * 9000, 400, "Basic"), (basic(BOB, "wrong"), 401, "Basic"), (basic("nobody", "x"), 401, "Basic"),
])
@pytest.mark.parametrize("method", ["GET", "POST", "BREW"])
def test_others_are_refused_before_anything_is_looked_at(
    door: RestDoor, method: str, authorization: str | None, status: int, challenge: str,
) -> None:
    got = request(door, method, authorization)
    assert got.status == status
    assert got.body or method == "HEAD"
    assert got.headers["www-authenticate"].startswith(challenge)


def test_users_who_are_no_administrators_are_refused(door: RestDoor) -> None:
    got = request(door, "GET", basic(ALICE, "w0nderland"))
    assert (got.status, "www-authenticate" in got.headers) == (403, False)


def test_bytes_that_are_no_text_are_refused(door: RestDoor) -> None:
    for value in ("Basic \u00ff", "Basic " + b64encode(b"\xff:x").decode(), "Bearer \u00ff"):
        assert request(door, "GET", value).status == 400
