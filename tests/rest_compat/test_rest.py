"""The /rest door beyond its recorded contract: limits, access, errors, clients that leave."""
from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable

import pytest

from models.network import Network
from models.peers import trusting
from rest_compat import rest
from rest_compat.bodies import LONG_BODY
from rest_compat.rest import RestDoor
from rest_compat.wire.ptree_json import read_object
from tests.rest_compat.asking import Client, Got, ask, exchange, scope_of

OpenFixture = Callable[[str], Network]


@pytest.fixture
def door(open_fixture: OpenFixture) -> RestDoor:
    return RestDoor(open_fixture("small"))


@pytest.fixture
def empty_door(network: Network) -> RestDoor:
    return RestDoor(network)


def text(got: Got) -> tuple[int, str]:
    assert got.headers["content-length"] == str(len(got.body))
    assert got.headers.get("content-type") == ("application/json" if got.body else None)
    return got.status, got.body.decode()


# ------------------------------------------------------------------------------------------- addresses


@pytest.mark.parametrize("target", ["/rest", "/rest/", "/rest%2Faccount"])
def test_no_type_is_an_unknown_type(empty_door: RestDoor, target: str) -> None:
    assert text(ask(empty_door, "GET", target)) == (404, "Unknown type")


def test_types_are_the_catalogue_in_its_order(network: Network) -> None:
    got = ask(RestDoor(network), "GET", "/rest/types")
    assert [line.strip(' ,"') for line in got.body.decode().splitlines()[2:-2]] == [t.name for t in network.catalogue]


@pytest.mark.parametrize("value", ["%FF", "a%00b", "%00", "%ED%A0%80", "Zo%EB"])
@pytest.mark.parametrize("field", ["display", "AUTOOP"])
def test_values_that_cannot_be_stored_are_not_found(empty_door: RestDoor, field: str, value: str) -> None:
    ask(empty_door, "POST", "/rest/account", b"{}")
    assert text(ask(empty_door, "GET", f"/rest/account/{field}/{value}")) == (404, "Not found")


def test_names_that_are_not_utf8_are_unknown(empty_door: RestDoor) -> None:
    assert text(ask(empty_door, "GET", "/rest/%FF")) == (404, "Unknown type")
    assert text(ask(empty_door, "GET", "/rest/account/%FF/x")) == (404, "No such field")
    assert text(ask(empty_door, "PUT", "/rest/account/%FF/x", b"")) == (400, "Invalid id")


@pytest.mark.parametrize("id_", [2**31, 2**63 - 1, 2**63, 2**64 - 1])
def test_ids_beyond_the_engines_range_are_not_found(empty_door: RestDoor, id_: int) -> None:
    not_found = (404, "Not found")
    assert text(ask(empty_door, "GET", f"/rest/account/{id_}")) == not_found
    assert text(ask(empty_door, "GET", f"/rest/account/{id_}?refs=nick")) == not_found
    assert text(ask(empty_door, "PUT", f"/rest/account/{id_}/email", b"x")) == not_found
    assert text(ask(empty_door, "PUT", f"/rest/account/{id_}/nosuch", b"x")) == not_found
    assert text(ask(empty_door, "DELETE", f"/rest/account/{id_}")) == not_found
    assert text(ask(empty_door, "GET", f"/rest/nick/nc/{id_}")) == not_found
    assert text(ask(empty_door, "GET", f"/rest/nick/nc/account:{id_}")) == not_found
    body = b'{"nc": "account:%d"}' % id_
    assert text(ask(empty_door, "POST", "/rest/nick", body)) == (400, f"No such object account:{id_}")


def test_wrong_id_is_named_before_parts_too_many(empty_door: RestDoor) -> None:
    assert text(ask(empty_door, "DELETE", "/rest/account/display/Adam")) == (400, "Invalid id")
    assert text(ask(empty_door, "PUT", "/rest/account/display/Adam/x", b"")) == (400, "Invalid id")
    assert text(ask(empty_door, "DELETE", "/rest/account/8/email")) == (404, "Not found")


@pytest.mark.parametrize(("field", "value"), [("nosuch", b"x"), ("AUTOOP", b"x"), ("email", b"\xff"), ("email", b"x")])
def test_missing_object_is_named_before_field_and_value(door: RestDoor, field: str, value: bytes) -> None:
    assert text(ask(door, "PUT", f"/rest/account/9999/{field}", value)) == (404, "Not found")
    assert text(ask(door, "PUT", f"/rest/account/11/{field}", value)) == (404, "Type/id mismatch")


# --------------------------------------------------------------------------------------------- methods


@pytest.mark.parametrize("target", [
    "/rest/types", "/rest/account", "/rest/account/8", "/rest/account/display/adam", "/rest/account/8?refs=nick",
    "/rest/account/9999", "/rest/nosuch", "/rest/account/1.5",
])
def test_head_has_the_status_and_headers_of_get_and_no_body(door: RestDoor, target: str) -> None:
    got, head = ask(door, "GET", target), ask(door, "HEAD", target)
    assert got.body
    assert head == got._replace(body=b"")


@pytest.mark.parametrize("method", ["OPTIONS", "PATCH", "TRACE", "LINK", "get"])
def test_other_methods_are_told_what_is_allowed(empty_door: RestDoor, method: str) -> None:
    got = ask(empty_door, method, "/rest/account")
    assert text(got) == (405, "Not Supported")
    assert got.headers["allow"] == "GET, HEAD, POST, PUT, DELETE"
    assert ask(empty_door, method, "/rest/types").headers["allow"] == "GET, HEAD"


# ---------------------------------------------------------------------------------------------- bodies


def test_bodies_come_in_chunks(empty_door: RestDoor) -> None:
    created = ask(empty_door, "POST", "/rest/account", b'{"disp', b'lay": "Zo', b"\xc3", b'\xab"}')
    assert created.status == 201
    id_ = created.body.decode()
    assert text(ask(empty_door, "PUT", f"/rest/account/{id_}/email", b"a@", b"", b"b")) == (200, "")
    assert '"email": "a@b"' in text(ask(empty_door, "GET", "/rest/account/display/Zo%C3%AB"))[1]


@pytest.mark.parametrize("chunks", [[b"x" * 11], [b"x" * 6, b"x" * 5]])
@pytest.mark.parametrize(("method", "target"), [("POST", "/rest/account"), ("PUT", "/rest/account/1/email")])
def test_body_above_the_limit_is_refused(network: Network, chunks: list[bytes], method: str, target: str) -> None:
    door = RestDoor(network, max_body=10)
    assert text(ask(door, method, target, *chunks)) == (413, "Body too large")
    assert ask(door, method, target, b"x" * 10).status != 413


def test_body_that_is_announced_too_large_is_not_read(network: Network) -> None:
    client = Client([b"x"] * 100)
    scope = scope_of("POST", "/rest/account", [("content-length", "11")])
    got = asyncio.run(exchange(RestDoor(network, max_body=10), scope, client))
    assert (got.status, client.asked) == (413, 0)


def test_earlier_members_are_judged_first(empty_door: RestDoor) -> None:
    missing, bad = b'"founder": "account:99"', b'"bantype": "x"'
    post = "POST", "/rest/channel"
    assert text(ask(empty_door, *post, b"{%s, %s}" % (missing, bad))) == (400, "No such object account:99")
    assert text(ask(empty_door, *post, b"{%s, %s}" % (bad, missing))) == (400, "Invalid value for bantype")
    assert text(ask(empty_door, *post, b'{%s, %s, "x": 1}' % (bad, missing))) == (400, "No such field x")
    assert text(ask(empty_door, *post, b'{"bantype": [], "founder": "account:99", "bantype": 1}')) == (
        400, "No such object account:99"
    )


def test_deep_nesting_is_an_invalid_value(empty_door: RestDoor) -> None:
    body = b'{"display": %s%s}' % (b"[" * 20_000, b"]" * 20_000)
    assert text(ask(empty_door, "POST", "/rest/account", body)) == (400, "Invalid value for display")


# ---------------------------------------------------------------------------------------------- access


def test_strangers_and_proxies_are_refused_before_anything_is_looked_at(door: RestDoor) -> None:
    for refused in (
        ask(door, "DELETE", "/rest/account/8", peer=("192.0.2.1", 1)),
        ask(door, "DELETE", "/rest/account/8", peer=None),
        ask(door, "DELETE", "/rest/account/8", headers=[("x-forwarded-for", "127.0.0.1")]),
        ask(door, "GET", "/rest/nosuch", peer=("192.0.2.1", 1)),
    ):
        assert refused.status == 401
        assert refused.headers["www-authenticate"].startswith("Basic ")
        assert b"rest.trusted" in refused.body
    assert ask(door, "GET", "/rest/account/8").status == 200


def test_trusted_networks_can_be_named(network: Network) -> None:
    door = RestDoor(network, identify=trusting(["192.0.2.0/24"]))
    assert ask(door, "GET", "/rest/types", peer=("192.0.2.1", 1)).status == 200
    assert ask(door, "GET", "/rest/types").status == 401


# ------------------------------------------------------------------------------------ errors, departures


def test_unexpected_error_is_logged_and_told_only_by_its_name(
    empty_door: RestDoor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(empty_door._store, "get", broken)
    status, body = text(ask(empty_door, "GET", "/rest/account/8"))
    assert (status, body.split()[:2]) == (500, ["Internal", "error"])
    assert "secret" not in body
    assert body.split()[2] in caplog.text
    assert "secret detail" in caplog.text


@pytest.mark.parametrize(("method", "target"), [("POST", "/rest/account"), ("PUT", "/rest/account/8/email")])
def test_client_that_leaves_while_it_sends_changes_and_logs_nothing(
    door: RestDoor, method: str, target: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = ask(door, "GET", "/rest/account")
    with caplog.at_level(logging.INFO):
        got = asyncio.run(exchange(door, scope_of(method, target), Client([b"{}"], stays=False)))
    assert got.status == 0
    assert not caplog.records
    assert ask(door, "GET", "/rest/account") == before


# ------------------------------------------------------------------------------------------ long lists


@pytest.mark.parametrize("page", [1, 2, 3, 4])
def test_long_list_is_the_same_text(door: RestDoor, monkeypatch: pytest.MonkeyPatch, page: int) -> None:
    whole = ask(door, "GET", "/rest/account")
    monkeypatch.setattr(rest, "PAGE", page)
    assert ask(door, "GET", "/rest/account") == whole
    assert ask(door, "HEAD", "/rest/account") == whole._replace(body=b"")


def test_client_that_leaves_during_a_long_list_is_no_error(door: RestDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest, "PAGE", 1)
    client = Client(stays=False)
    asyncio.run(door(scope_of("GET", "/rest/account"), client.receive, client.send))
    assert client.got == []


def test_error_in_a_long_list_is_told(
    door: RestDoor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(rest, "PAGE", 1)
    page = door._store.page

    def broken(type_name: str, after: int, limit: int) -> object:
        if after:
            raise RuntimeError("lost")
        return page(type_name, after, limit)

    monkeypatch.setattr(door._store, "page", broken)
    assert ask(door, "GET", "/rest/account").status == 500
    assert "lost" in caplog.text


def test_others_are_answered_while_a_long_body_is_parsed(empty_door: RestDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()

    def slow_reader(body: bytes) -> dict[str, object]:
        assert answered.wait(30), "nobody else was answered meanwhile"
        return read_object(body)

    monkeypatch.setattr(rest, "read_object", slow_reader)
    body = b'{"greet": "%s"}' % (b"x" * LONG_BODY)

    async def both() -> tuple[Got, Got]:
        writing = asyncio.create_task(exchange(empty_door, scope_of("POST", "/rest/account"), Client((body,))))
        reading = await exchange(empty_door, scope_of("GET", "/rest/account"), Client())
        answered.set()
        return reading, await writing

    reading, writing = asyncio.run(both())
    assert text(reading) == (200, '{\n    "account": ""\n}\n')
    assert text(writing) == (201, "1")
