"""What pages of other sites can make a browser do here: nothing."""
from __future__ import annotations

import httpx
import pytest

from models.network import Network

from .conftest import MakeApp, Send, post, sender

CHROME = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36", "Accept-Language": "en"}
EVIL = "https://evil.example"
FRIEND = "https://chat.example.net"


def rest_post(send: Send, **headers: str) -> httpx.Response:
    """What `fetch(..., {mode: "no-cors"})` sends without asking first."""
    return send("POST", "/rest/account", content=b'{"display": "Mallory"}',
                headers={"Content-Type": "text/plain;charset=UTF-8", **headers})


@pytest.mark.parametrize("headers", [
    {"Origin": EVIL}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:8081"}, {"Origin": "http://127.0.0.1"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Origin": EVIL}, {"Sec-Fetch-Site": "nonsense"},
])
def test_csrf_a_foreign_page_writes_nothing(send: Send, network: Network, headers: dict[str, str]) -> None:
    response = rest_post(send, **CHROME, **headers)
    assert response.status_code == 403
    assert "server.cors" in response.text
    mutation = 'mutation { createAccount(input: {display: "Mallory"}) { account { id } } }'
    assert post(send, mutation, **headers).status_code == 403
    assert network.store.page("account") == []


@pytest.mark.parametrize("headers", [
    {}, {"Origin": "http://127.0.0.1:8080"}, {"Sec-Fetch-Site": "same-origin", "Origin": FRIEND},
    {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"},
])
def test_own_pages_and_programs_write(send: Send, headers: dict[str, str]) -> None:
    assert rest_post(send, **headers).status_code == 201


def test_links_from_other_sites_can_be_followed(send: Send) -> None:
    follows = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert send("GET", "/rest/types", headers={**CHROME, **follows}).status_code == 200
    assert send("GET", "/graphql", headers={**CHROME, **follows, "Accept": "text/html"}).status_code == 200


@pytest.mark.parametrize("headers", [
    {"Origin": EVIL}, {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
])
def test_a_foreign_page_that_reads_rest_does_not_see_the_answer(send: Send, headers: dict[str, str]) -> None:
    for method in ("GET", "HEAD"):
        response = send(method, "/rest/types", headers={**CHROME, **headers})
        assert response.status_code == 200
        assert "access-control-allow-origin" not in response.headers
        assert response.headers["cross-origin-resource-policy"] == "same-origin"
    assert send("GET", "/graphql?query={__typename}", headers={**CHROME, **headers}).status_code == 403
    assert send("GET", "/rest/types", headers={**CHROME, **headers, "Host": "evil.example"}).status_code == 403


@pytest.mark.parametrize("host", [
    "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example", "[x]", "[::1",
])
def test_dns_rebinding_gains_no_trust(send: Send, host: str) -> None:
    for path in ("/rest/types", "/graphql?query={__typename}"):
        response = send("GET", path, headers={**CHROME, "Host": host})
        assert response.status_code == 403
        assert "server.hosts" in response.text
    assert send("GET", "/rest/types", headers={"Accept-Language": "", "Host": host}).status_code == 403


@pytest.mark.parametrize("host", [
    "localhost", "localhost:8080", "127.0.0.1", "[::1]:8080", "graphql.localhost", "LOCALHOST",
])
def test_browsers_of_the_machine_itself_are_let_in(send: Send, host: str) -> None:
    assert send("GET", "/rest/types", headers={**CHROME, "Host": host}).status_code == 200


def test_names_of_the_server_can_be_listed(make_app: MakeApp) -> None:
    send = sender(make_app(hosts=["gateway.lan"]))
    assert send("GET", "/rest/types", headers={**CHROME, "Host": "gateway.lan:8080"}).status_code == 200


def test_programs_may_use_any_name(send: Send) -> None:
    assert send("GET", "/rest/types", headers={"Host": "gateway.lan"}).status_code == 200


PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}


@pytest.mark.parametrize("path", ["/graphql", "/rest/account", "/data/roster", "/"])
def test_cors_is_off_by_default(send: Send, path: str) -> None:
    response = send("OPTIONS", path, headers={"Origin": EVIL, **PREFLIGHT})
    assert response.status_code >= 400
    assert not [name for name in response.headers if name.startswith("access-control")]


def test_cors_is_for_listed_origins_only(make_app: MakeApp) -> None:
    send = sender(make_app(origins=[FRIEND]))
    allowed = send("OPTIONS", "/graphql", headers={"Origin": FRIEND, **PREFLIGHT})
    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == FRIEND
    assert "access-control-allow-credentials" not in allowed.headers
    answered = post(send, "{ __typename }", Origin=FRIEND, **{"Sec-Fetch-Site": "cross-site"})
    assert answered.status_code == 200
    assert answered.headers["access-control-allow-origin"] == FRIEND
    for origin in (EVIL, "null", f"{FRIEND}.evil.example", FRIEND.replace("https", "http")):
        refused = send("OPTIONS", "/graphql", headers={"Origin": origin, **PREFLIGHT})
        assert "access-control-allow-origin" not in refused.headers
        assert post(send, "{ __typename }", Origin=origin).status_code == 403


@pytest.mark.parametrize(("method", "path"), [
    ("GET", "/"), ("GET", "/graphql"), ("POST", "/graphql"), ("GET", "/graphql/static/nothing.js"), ("GET", "/nothing"),
    ("GET", "/rest/types"), ("GET", "/rest/account/x"), ("GET", "/data/roster"), ("PATCH", "/data/roster"),
])
def test_every_answer_protects_its_reader(send: Send, method: str, path: str) -> None:
    headers = send(method, path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert len(headers.get_list("content-security-policy")) == 1
