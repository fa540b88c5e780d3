"""The /data door beyond its recorded contract: order of checks, limits, settings, errors, clients that leave."""
from __future__ import annotations

import asyncio
import logging
from base64 import b64encode
from typing import Any

import pytest

from models.failures import Failures
from models.logins import Logins
from models.lua import literal, prosody_json
from models.network import Network
from models.people import Person, Source
from rest_compat import data
from rest_compat.bodies import LONG_BODY
from rest_compat.data import DataDoor
from tests.rest_compat.asking import Client, Got, ask, exchange, scope_of

Header = tuple[str, str]

HOSTS = {"example.com": (), "example.net": ("netadmin@example.net",), "muc.example.com": ()}
ACCOUNTS = {"user": "secr1t", "friend": "fr1end", "admin": "r00t"}
JSON = ("content-type", "application/json")
LUA = ("content-type", "text/x-lua")
ALLOW = "GET, HEAD, PUT, POST, DELETE"


def basic(user: str = "user@example.com", password: str = "secr1t") -> Header:
    return ("authorization", "Basic " + b64encode(f"{user}:{password}".encode()).decode())


ADMIN = basic("admin@example.com", "r00t")
NET_ADMIN = basic("netadmin@example.net", "n3t")


def keep(network: Network, host: str, user: str, store: str, text: bytes) -> None:
    network.stores.put(host, user, store, prosody_json.loads(text))


@pytest.fixture
def filled(network: Network) -> Network:
    """A network with accounts, and one store of a user."""
    for user, password in ACCOUNTS.items():
        keep(network, "example.com", user, "accounts", b'{"password":"%s"}' % password.encode())
    keep(network, "example.net", "netadmin", "accounts", b'{"password":"n3t"}')
    keep(network, "example.com", "user", "note", b'{"text":"hello"}')
    return network


def make(network: Network, **options: Any) -> DataDoor:
    return DataDoor(network, **({"hosts": HOSTS, "admins": ["admin@example.com"]} | options))


@pytest.fixture
def door(filled: Network) -> DataDoor:
    return make(filled)


def get(door: DataDoor, target: str, *headers: Header, method: str = "GET", who: Header | None = None) -> Got:
    return ask(door, method, target, headers=[who or basic(), *headers])


def send(door: DataDoor, method: str, target: str, body: bytes, *headers: Header) -> Got:
    return ask(door, method, target, body, headers=headers)


# ------------------------------------------------------------------------------------ the order of checks


def test_method_is_checked_before_credentials(door: DataDoor) -> None:
    for method in ("PATCH", "TRACE", "OPTIONS", "get", "MOVE"):
        got = ask(door, method, "/data/note")
        assert (got.status, got.headers["allow"]) == (405, ALLOW)


def test_credentials_are_checked_before_the_path(door: DataDoor) -> None:
    for target in ("/data", "/data/", "/data/st-ore", "/data/example.net/x%00/note"):
        assert ask(door, "PUT", target, b"{").status == 401


def test_store_is_checked_before_permission(door: DataDoor) -> None:
    assert get(door, "/data/example.net/x/st-ore").status == 404
    assert get(door, "/data/example.net/x").status == 404


def test_permission_is_checked_before_names_and_bodies(door: DataDoor) -> None:
    for target in ("/data/example.com/a%00b/note", "/data/example.com/%FF/note", "/data/nowhere/user/note",
                   "/data/%FF/user/note", "/data/example.com/" + "n" * 1024 + "/note"):
        assert send(door, "PUT", target, b"{", basic()).status == 403


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "POST", "DELETE"])
def test_names_are_checked_before_bodies(door: DataDoor, method: str) -> None:
    for user in ("a%00b", "a%0Ab", "%7f", "%FF", "%ED%A0%80", "n" * 1024, "%C3%BC" * 512):
        assert send(door, method, f"/data/example.com/{user}/note/xml", b"{", ADMIN).status == 400


def test_media_type_is_checked_before_the_body_is_read(door: DataDoor) -> None:
    client = Client()
    headers = [basic(), ("content-type", "text/plain"), ("content-length", "9" * 30)]
    scope = scope_of("PUT", "/data/note", headers=headers)
    assert asyncio.run(exchange(door, scope, client)).status == 400
    assert client.asked == 0


# --------------------------------------------------------------------------------------------- who may


def test_every_refusal_of_credentials_names_the_realm(door: DataDoor) -> None:
    for headers in ([], [("authorization", "x")], [basic(password="no")], [basic("nobody@example.com")]):
        got = ask(door, "GET", "/data/note", headers=headers)
        assert got.status == 401
        assert got.headers["www-authenticate"] == 'Basic realm="example.com/data_access", charset="UTF-8"'


@pytest.mark.parametrize(("host", "realm"), [
    ("example.net", "example.net"), ("EXAMPLE.net:8080", "example.net"), ("elsewhere", "example.com"),
    ("", "example.com"), ("[::1]:80", "example.com"), ("exam\"ple", "example.com"),
])
def test_realm_is_the_host_that_is_asked_or_the_default(door: DataDoor, host: str, realm: str) -> None:
    got = ask(door, "GET", "/data/note", headers=[("host", host)])
    assert got.headers["www-authenticate"].startswith(f'Basic realm="{realm}/data_access"')


def test_default_host_can_be_set(filled: Network) -> None:
    got = ask(make(filled, default_host="example.net"), "GET", "/data/note")
    assert got.headers["www-authenticate"].startswith('Basic realm="example.net/')


def test_path_is_compared_as_it_is(door: DataDoor) -> None:
    assert get(door, "/data/example.com/user/note", who=basic("USER@EXAMPLE.COM")).status == 200
    assert get(door, "/data/EXAMPLE.COM/user/note").status == 403
    assert get(door, "/data/example.com/USER/note").status == 403


def test_only_hosts_that_are_served_exist(filled: Network) -> None:
    keep(filled, "hidden.example", "user", "accounts", b'{"password":"secr1t"}')
    door = make(filled)
    assert get(door, "/data/accounts", who=basic("user@hidden.example")).status == 401
    assert get(door, "/data/hidden.example/user/accounts", who=ADMIN).status == 403


def test_all_hosts_are_served_that_the_data_holds_when_none_is_named(filled: Network) -> None:
    door = make(filled, hosts=None)
    assert get(door, "/data/example.net/netadmin/accounts", who=ADMIN).status == 200
    assert get(door, "/data/hidden.example/user/accounts", who=ADMIN).status == 403
    keep(filled, "hidden.example", "user", "accounts", b'{"password":"secr1t"}')
    assert get(door, "/data/hidden.example/user/accounts", who=ADMIN).status == 200
    assert get(door, "/data/accounts", who=basic("user@hidden.example")).status == 200


def test_realm_has_a_name_even_without_any_host(network: Network) -> None:
    got = ask(make(network, hosts=None), "GET", "/data/note")
    assert (got.status, got.headers["www-authenticate"].partition(",")[0]) == (401, 'Basic realm="/data_access"')


def test_admins_of_one_host_are_admins_of_no_other(door: DataDoor) -> None:
    assert get(door, "/data/example.net/x/note", who=NET_ADMIN).status == 404
    assert get(door, "/data/example.com/user/note", who=NET_ADMIN).status == 403


@pytest.mark.parametrize("roles", [
    b'{"prosody:admin":false}', b'{"prosody:admin":1}', b'{"prosody:admin":"true"}', b'["prosody:admin"]', b"true",
    b'{"prosody:operator":true}', b'"prosody:admin"', b'{"a":{"prosody:admin":true}}',
])
def test_roles_that_make_nobody_an_admin(filled: Network, roles: bytes) -> None:
    keep(filled, "example.com", "friend", "roles", roles)
    friend = basic("friend@example.com", "fr1end")
    assert get(make(filled), "/data/example.com/user/note", who=friend).status == 403


def test_roles_make_an_admin_of_the_own_host_at_once(filled: Network) -> None:
    friend = basic("friend@example.com", "fr1end")
    door = make(filled)
    assert get(door, "/data/example.com/user/note", who=friend).status == 403
    keep(filled, "example.com", "friend", "roles", b'{"prosody:admin":true}')
    assert get(door, "/data/example.com/user/note", who=friend).status == 200
    assert send(door, "PUT", "/data/roles", b'{"x":1}', friend, JSON).status == 201
    assert get(door, "/data/example.com/user/note", who=friend).status == 403
    assert get(door, "/data/example.net/x/note", who=friend).status == 403


def test_roles_of_a_list_make_nobody_an_admin(filled: Network) -> None:
    filled.stores.append("example.com", "friend", "roles", prosody_json.loads(b'{"prosody:admin":true}'))
    assert get(make(filled), "/data/example.com/user/note", who=basic("friend@example.com", "fr1end")).status == 403


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_nobody_changes_his_own_roles(door: DataDoor, method: str) -> None:
    for target in ("/data/roles", "/data/roles/json", "/data/example.com/user/roles", "/data/r%6Fles"):
        assert send(door, method, target, b"{", basic()).status == 403


def test_admin_without_an_address_is_refused_at_the_start(network: Network) -> None:
    with pytest.raises(ValueError, match="'admin' is no address"):
        make(network, admins=["admin"])
    with pytest.raises(ValueError, match="'x@' is no address"):
        make(network, hosts={"example.com": ["x@"]})


def test_addresses_of_admins_are_prepared(filled: Network) -> None:
    door = make(filled, admins=["Admin@EXAMPLE.com."])
    assert get(door, "/data/example.com/user/note", who=ADMIN).status == 200


# ------------------------------------------------------------------------------------------- passwords


def test_writing_the_account_takes_effect_at_once(door: DataDoor) -> None:
    assert get(door, "/data/note").status == 200
    assert send(door, "PUT", "/data/accounts", b'{"password":"new"}', basic(), JSON).status == 201
    assert get(door, "/data/note").status == 401
    assert get(door, "/data/note", who=basic(password="new")).status == 200
    assert get(door, "/data/accounts", method="DELETE", who=basic(password="new")).status == 204
    assert get(door, "/data/note", who=basic(password="new")).status == 401


def test_list_is_no_account(filled: Network) -> None:
    filled.stores.append("example.com", "lister", "accounts", prosody_json.loads(b'{"password":"x"}'))
    assert get(make(filled), "/data/note", who=basic("lister@example.com", "x")).status == 401


@pytest.mark.parametrize("account", [
    b'{"password":{"x":1}}', b'{"password":true}', b'{"password":null}', b'"text"', b'["password","x"]', b"5",
    b'{"disabled":true}', b'{"salt":"x","iteration_count":1e300,"stored_key":"ff","server_key":"ff"}',
    b'{"salt":"x","iteration_count":9223372036854775807,"stored_key":"' + b"ff" * 20 + b'","server_key":"'
    + b"ff" * 20 + b'"}',
])
def test_nobody_logs_in_with_garbage(filled: Network, account: bytes) -> None:
    keep(filled, "example.com", "user", "accounts", account)
    door = make(filled)
    for password in ("", "x", "true", "null"):
        assert get(door, "/data/note", who=basic(password=password)).status == 401


def test_failures_count_for_all_doors(filled: Network) -> None:
    door, person = make(filled), Person(Source.XMPP, "user@example.com")
    for number in range(3):
        assert get(door, "/data/note", who=basic(password=f"wrong{number}")).status == 401
    assert Failures(filled.database).most([f"account {person}"]) == [3]
    assert get(door, "/data/note").status == 200
    assert Failures(filled.database).most([f"account {person}"]) == [0]


def test_own_way_to_log_in_can_be_given(filled: Network) -> None:
    class Nobody(Logins):
        async def prove(self, *_: object) -> None:
            return None

    assert get(make(filled, logins=Nobody(filled.workers)), "/data/note").status == 401


# --------------------------------------------------------------------------------------------- reading


def test_formats_and_their_media_types(door: DataDoor) -> None:
    for target, accept, type_, body in [
        ("/data/note", "*/*", "application/json", b'{"text":"hello"}'),
        ("/data/note", "text/x-lua", "text/x-lua", b'{\n\t["text"] = "hello";\n}'),
        ("/data/note/json", "text/x-lua", "application/json", b'{"text":"hello"}'),
        ("/data/note/lua", "application/json", "text/x-lua", b'{\n\t["text"] = "hello";\n}'),
        ("/data/example.com/user/note/lua", "x", "text/x-lua", b'{\n\t["text"] = "hello";\n}'),
    ]:
        got = get(door, target, ("accept", accept))
        assert (got.status, got.body, got.headers["content-type"]) == (200, body, f"{type_}; charset=utf-8")
        assert got.headers["content-length"] == str(len(body))


def test_answers_that_accept_decides_on_say_so(door: DataDoor) -> None:
    assert get(door, "/data/note").headers["vary"] == "accept"
    assert "vary" not in get(door, "/data/note/json").headers


def test_several_accept_headers_are_one_list(door: DataDoor) -> None:
    got = get(door, "/data/note", ("accept", "application/json;q=0.5"), ("accept", "text/x-lua;q=0.6"))
    assert got.headers["content-type"].startswith("text/x-lua")


@pytest.mark.parametrize("target", ["/data/note", "/data/note/lua", "/data/missing", "/data/note/xml"])
def test_head_is_a_get_without_the_body(door: DataDoor, target: str) -> None:
    whole, head = get(door, target), get(door, target, method="HEAD")
    assert (head.status, head.headers, head.body) == (whole.status, whole.headers, b"")


@pytest.mark.parametrize("format_", ["xml", "JSON", "json%20", "%FF", "lua%00"])
def test_unknown_format_is_not_found(door: DataDoor, format_: str) -> None:
    assert get(door, f"/data/note/{format_}").status == 404


# --------------------------------------------------------------------------------------------- writing


def test_what_was_put_and_posted_comes_back(door: DataDoor) -> None:
    assert send(door, "POST", "/data/log", b'{"n":1}', basic(), JSON).status == 201
    assert send(door, "POST", "/data/log", b"{n=2}", basic(), LUA).status == 201
    assert get(door, "/data/log").body == b'[{"n":1},{"n":2}]'
    assert send(door, "PUT", "/data/log", b"return {1.5, [false] = 'x'};", basic(), LUA).status == 201
    assert get(door, "/data/log/json").body == b'{"__hash":[false,"x"],"__array":[1.5]}'
    assert send(door, "PUT", "/data/log", b"[]", basic(), JSON).status == 201
    assert get(door, "/data/log").body == b'[{"n":1},{"n":2}]'
    got = get(door, "/data/log", method="DELETE")
    assert (got.status, got.body, got.headers) == (204, b"", {})
    assert get(door, "/data/log").status == 404


@pytest.mark.parametrize(("body", "header"), [
    (b"false", JSON), (b"false", LUA), (b"nil", LUA), (b"", JSON), (b"", LUA), (b"{", JSON), (b"{", LUA),
    (b"os.exit()", LUA), (b"while true do end", LUA), (b"[" * 128 + b"]" * 128, JSON), (b"{" * 100_000, LUA),
    (b"[" * 100_000, JSON), (b"\xff", JSON), (b"1 2", LUA),
])
def test_what_is_no_value_changes_nothing(door: DataDoor, body: bytes, header: Header) -> None:
    for method in ("PUT", "POST"):
        assert send(door, method, "/data/note", body, basic(), header).status == 400
    assert get(door, "/data/note").body == b'{"text":"hello"}'


def test_location_is_the_long_form(filled: Network) -> None:
    door = make(filled)
    got = send(door, "PUT", "/data/note/lua", b"1", basic(), JSON)
    assert (got.status, got.body, got.headers) == (
        201, b"", {"content-length": "0", "location": "/data/example.com/user/note"})
    got = send(door, "POST", "/data/example.com/j%C3%BC%20%2541@b/note", b"1", ADMIN, JSON)
    assert got.headers["location"] == "/data/example.com/j%C3%BC%20%2541%40b/note"
    public = make(filled, public_url="https://chat.example/xmpp/")
    got = send(public, "PUT", "/data/note", b"1", basic(), JSON)
    assert got.headers["location"] == "https://chat.example/xmpp/data/example.com/user/note"


def test_large_bodies_are_read_too(door: DataDoor) -> None:
    item = b"x" * 1000
    for body, header in [
        (b"[" + b",".join([b'"%s"' % item] * 100) + b"]", JSON), (b"{" + b",".join([b"'%s'" % item] * 100) + b"}", LUA),
    ]:
        assert len(body) > LONG_BODY
        assert send(door, "PUT", "/data/big", body, basic(), header).status == 201
        assert literal.loads(get(door, "/data/big/lua").body) == prosody_json.loads(get(door, "/data/big").body)
        assert send(door, "PUT", "/data/big", body[:-1], basic(), header).status == 400


def test_body_may_have_so_many_bytes(filled: Network) -> None:
    door = make(filled, max_body=10)
    assert send(door, "PUT", "/data/note", b'"12345678"', basic(), JSON).status == 201
    assert send(door, "PUT", "/data/note", b'"123456789"', basic(), JSON).status == 413
    assert get(door, "/data/note").body == b'"12345678"'


def test_body_that_is_announced_too_long_is_not_read(door: DataDoor) -> None:
    client = Client()
    scope = scope_of("PUT", "/data/note", headers=[basic(), JSON, ("content-length", str(data.MAX_BODY + 1))])
    assert asyncio.run(exchange(door, scope, client)).status == 413
    assert client.asked == 0


def test_delete_and_get_do_not_look_at_bodies(door: DataDoor) -> None:
    for method, status in (("GET", 200), ("DELETE", 204)):
        client = Client()
        scope = scope_of(method, "/data/note", headers=[basic(), ("content-length", "9" * 30)])
        assert asyncio.run(exchange(door, scope, client)).status == status
        assert client.asked == 0


# ------------------------------------------------------------------------------------ when things go wrong


def test_client_that_leaves_while_it_sends_gets_no_answer_and_changes_nothing(door: DataDoor) -> None:
    client = Client([b'{"text":'], stays=False)
    assert asyncio.run(exchange(door, scope_of("PUT", "/data/note", headers=[basic(), JSON]), client)).status == 0
    assert get(door, "/data/note").body == b'{"text":"hello"}'


def test_unexpected_error_is_named_and_kept_from_the_client(
    filled: Network, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(*_: str) -> bytes:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr(filled.stores, "json", break_down)
    door = make(filled)
    with caplog.at_level(logging.ERROR):
        got = get(door, "/data/note")
    assert got.status == 500
    assert b"secret" not in got.body
    name = got.body.decode().split()[-1]
    assert name in caplog.text
    assert "the secret of the house" in caplog.text


def test_clients_without_an_address_may_log_in(door: DataDoor) -> None:
    assert ask(door, "GET", "/data/note", headers=[basic()], peer=None).status == 200
