"""Injection: whatever a text holds that reaches SQL, a path or a header, it stays a text.

Each text goes to every place of every door. No answer is an error of the server, none tells of its insides, and what
was stored before is there afterwards, unchanged and not found by anything but its own name.
"""
from __future__ import annotations

import asyncio
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.lua.value import Table
from models.network import Network
from tests.rest_compat.asking import Client, Got, exchange, scope_of

from .conftest import GRAPHQL, MakeApp

ALICE = ("alice@example.net", "wonderland")
INSIDES = re.compile(
    r"Traceback|File \"|site-packages|sqlite3\.|psycopg|pymysql|peewee|INTERNAL|near \"|syntax error at|SQL syntax"
    r"|unrecognized token|no such column|apsw", re.IGNORECASE)

FAMOUS = [
    "", "'", "''", '"', '""', "`", "\\", "\\'", '\\"', "%", "_", "%%", "%s", "%(x)s", "{}", "{0}", "?", "$1", ":x",
    "--", "/*", "' OR '1'='1", '" OR "1"="1', "'; DROP TABLE anope_db_account; --", "') UNION ALL SELECT 1 --",
    "1; SELECT pg_sleep(9)", "\\'; --", "\x00", "a\x00b", "%00", "\r\n", "a\r\nSet-Cookie: x=1", "a\nb",
    "%0d%0aX-Evil: 1", "\x1b[31m", "\x7f", "\u202e", "../../../../etc/passwd", "..\\..\\", "/etc/passwd",
    "file:///etc/passwd", "~root", "|id", "$(id)", "`id`", ";id", "<script>alert(1)</script>", "{{7*7}}", "${7*7}", "*",
    "[", "]", "[a-z]", "**", "?*[", "GLOB", "\ufffd", "\ufeff", "\U0001f3c3", "\U0010ffff", "\u00df", "\u0130",
    "\u0149", "a\u0301", "\ud7ff\ue000", "NULL", "nil", "null", "true", "0", "-1", "1e309", "9" * 400,
    "18446744073709551615", "18446744073709551616", "account:1", "account:1'", "account:18446744073709551615",
]
LONG = {
    "letters": "a" * 2**20, "four bytes": "\U0001f3c3" * 2**18, "percent": "%" * 2**20, "quotes": "'" * 2**20,
    "backslashes": "\\" * 2**20, "parents": "../" * 300_000,
}

texts = st.sampled_from(FAMOUS) | st.text(max_size=40) | st.builds(
    "".join, st.lists(st.sampled_from([*FAMOUS[:30], "alice", "Alice"]), min_size=2, max_size=4))

bounded = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

Header = tuple[bytes, bytes]
JSON: Header = (b"content-type", b"application/json")


class Attacker:
    """Asks the gateway over ASGI, where paths and headers can hold what no library would send."""

    def __init__(self, app: Any, runner: asyncio.Runner) -> None:
        self._app, self._runner = app, runner

    def ask(self, method: str, target: str, body: bytes = b"", *headers: Header, longest: int = 20_000) -> Got:
        """The answer; it is no fault of the server, and holds nothing that it should not."""
        scope = {**scope_of(method, target), "headers": list(headers), "server": ("127.0.0.1", 80), "scheme": "http",
                 "http_version": "1.1", "root_path": ""}
        got = self._runner.run(exchange(self._app, scope, Client((body,))))
        assert 200 <= got.status < 500, got.body[:500]
        assert len(got.body) < longest
        assert not INSIDES.search(got.body.decode("utf-8", "replace"))
        assert not {"set-cookie", "x-evil"} & got.headers.keys()
        assert not [pair for pair in got.headers.items() if {"\r", "\n", "\0"} & set("".join(pair))]
        return got

    def graphql(self, query: str, **variables: Any) -> Any:
        """The answer to an operation."""
        body = json.dumps({"query": query, "variables": variables}).encode()
        return json.loads(self.ask("POST", "/graphql", body, JSON, (b"accept", GRAPHQL.encode()), longest=2**24).body)


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    """One event loop, as a server has."""
    with asyncio.Runner() as opened:
        yield opened


@pytest.fixture
def attacker(make_app: MakeApp, network: Network, runner: asyncio.Runner) -> Iterator[Attacker]:
    """Somebody before the gateway over one account and one user with a store; afterwards both are as they were."""
    store, stores = network.store, network.stores
    account = store.create("account", {"display": "Alice", "email": "a@example.net", "pass": "plain:d29uZGVybGFuZA"})
    stores.put("example.net", "alice", "accounts", Table.from_pairs([(b"password", b"wonderland")], {}))
    stores.put("example.net", "alice", "note", Table.from_pairs([(b"text", b"hello")], {}))
    before = store.get("account", account)
    yield Attacker(make_app(), runner)
    assert store.get("account", account) == before
    assert stores.json("example.net", "alice", "note") == b'{"text":"hello"}'
    assert stores.keyval("example.net", "alice", "accounts") is not None


def basic(name: str, password: str) -> Header:
    return b"authorization", b"Basic " + b64encode(f"{name}:{password}".encode())


def values_of(network: Network, type_name: str, id_: int) -> dict[str, Any]:
    return dict(zip(network.catalogue[type_name].by_name, network.store.get(type_name, id_).values, strict=True))


# ------------------------------------------------------------------------------------------------------ /graphql

FILTERS = " ".join(
    f"{field}_{operator}: accounts(where: {{{field}: {{{operator}: $x}}}}) {{ totalCount nodes {{ id }} }}"
    for field in ("display", "email") for operator in ("eq", "ne", "gte", "like", "startsWith", "endsWith", "contains"))
READS = f"""query($x: String!) {{ {FILTERS}
    in: accounts(where: {{display: {{in: [$x, $x]}}}}) {{ nodes {{ id }} }}
    edge: accounts(where: {{nicks: {{some: {{nick: {{like: $x}}}}}}}}) {{ nodes {{ id }} }} }}"""
LOOKUPS = """query($x: String!) { account(display: $x) { id } nick(nick: $x) { id } channel(name: $x) { id }
    xmppUser(jid: $x) { id } xmppStore(jid: "alice@example.net", name: $x) { id value }
    after: accounts(after: $x) { nodes { id } } before: accounts(last: 1, before: $x) { nodes { id } }
    auditEntries(where: {principal: $x, door: $x, type: $x}) { nodes { object } }
    log: auditEntries(after: $x) { nodes { at } } }"""
IDS = """query($x: ID!) { node(id: $x) { id } nodes(ids: [$x]) { id } account(id: $x) { id }
    accounts(where: {id: {eq: $x}}) { nodes { id } } auditEntries(where: {object: $x}) { nodes { at } } }"""
OWN = """query($x: String!) { xmppUser(jid: "alice@example.net") { store(name: $x)
    archive(with: $x) { nodes { body } } offlineMessages(after: $x) { nodes { body } } } }"""
WRITES = """mutation($x: String!) {
    account: createAccount(input: {display: $x, email: $x, greet: $x}) { account { id } }
    update: updateAccount(input: {id: "account:99", email: $x, expect: {email: $x}}) { account { id } }
    transaction(operations: [{as: $x, do: {createChannel: {name: $x, description: $x}}}]) { results { as id } } }"""


@bounded
@given(text=texts)
def test_graphql_takes_any_text_for_a_text(attacker: Attacker, text: str) -> None:
    for query in (READS, LOOKUPS, IDS, OWN):
        attacker.graphql(query, x=text)
    found = attacker.graphql("query($x: String!) { account(display: $x) { display } }", x=text)["data"]["account"]
    assert (found == {"display": "Alice"}) == (text.lower() == "alice")


@bounded
@given(text=texts)
def test_graphql_takes_any_parameters(attacker: Attacker, text: str) -> None:
    for given_ in ({"query": text}, {"query": "{ __typename }", "operationName": text}, {"documentId": text}):
        attacker.ask("POST", "/graphql", json.dumps(given_).encode(), JSON, (b"accept", GRAPHQL.encode()))
        address = "&".join(f"{name}={quote(value, safe='')}" for name, value in given_.items())
        attacker.ask("GET", f"/graphql?{address}")


@bounded
@given(text=texts)
def test_graphql_stores_any_text_as_it_is_or_refuses_it(attacker: Attacker, network: Network, text: str) -> None:
    content = attacker.graphql(WRITES, x=text)
    made = content["data"] and content["data"]["account"]
    if made:
        id_ = int(made["account"]["id"].partition(":")[2])
        row = values_of(network, "account", id_)
        assert (row["display"], row["email"], row["greet"]) == (text, text, text)
        network.store.delete("account", id_)
    else:
        assert {error["extensions"]["code"] for error in content["errors"]} <= {"BAD_INPUT", "CONFLICT", "NOT_FOUND"}


# --------------------------------------------------------------------------------------------------------- /rest


@bounded
@given(text=texts)
def test_rest_takes_any_text_for_a_text(attacker: Attacker, text: str) -> None:
    part = quote(text, safe="")
    for path in (part, f"account/{part}", f"account/display/{part}", f"account/{part}/x", f"account/1?refs={part}",
                 f"account/display/{part}/{part}", f"account/1/{part}"):
        attacker.ask("GET", f"/rest/{path}")
    for method, path in (("PUT", f"account/1/{part}x"), ("PUT", f"account/99{part}/email"),
                         ("DELETE", f"account/99{part}"), ("PATCH", part)):
        attacker.ask(method, f"/rest/{path}", text.encode())
    check_bodies(attacker, text)


def check_bodies(attacker: Attacker, text: str) -> None:
    """A text as every part of a body of /rest."""
    for body in ({"nick": text}, {text: "x"}, {"nick": "x", "last_quit": text}, {"nc": text}, text):
        attacker.ask("POST", "/rest/nick", json.dumps(body).encode(), longest=2**22)
    attacker.ask("POST", "/rest/nick", text.encode())


@bounded
@given(text=texts)
def test_rest_stores_any_text_as_it_is_or_refuses_it(attacker: Attacker, network: Network, text: str) -> None:
    got = attacker.ask("POST", "/rest/channel", json.dumps({"name": f"#x{text}", "description": text}).encode())
    if got.status == 201:
        row = values_of(network, "channel", int(got.body))
        assert (row["name"], row["description"]) == (f"#x{text}", text)
        network.store.delete("channel", int(got.body))


# --------------------------------------------------------------------------------------------------------- /data


@bounded
@given(text=texts)
def test_data_takes_any_text_for_a_text(attacker: Attacker, text: str) -> None:
    part, login = quote(text, safe=""), basic(*ALICE)
    for path in (f"x{part}", f"example.net/alice/x{part}", f"{part}/alice/x", f"example.net/{part}/x"):
        for method in ("GET", "PUT", "DELETE"):
            attacker.ask(method, f"/data/{path}", b'{"a":1}', login, JSON)
    for path in (part, f"note/{part}", f"note?{part}"):
        attacker.ask("GET", f"/data/{path}", b"", login)
    check_values(attacker, text)


def check_values(attacker: Attacker, text: str) -> None:
    """A text as every part of a value of /data."""
    login, value = basic(*ALICE), json.dumps({"text": text, text: [text]}).encode()
    for method, path in (("PUT", "/data/fuzz"), ("POST", "/data/log")):
        attacker.ask(method, path, value, login, JSON)
        for form in ("json", "lua"):
            attacker.ask("GET", f"{path}/{form}", b"", login, longest=2**26)
    for type_ in (b"application/json", b"text/x-lua", b"application/x-lua"):
        attacker.ask("PUT", "/data/fuzz", text.encode(), login, (b"content-type", type_))
    attacker.ask("DELETE", "/data/log", b"", login)


@pytest.mark.parametrize("text", [text for text in FAMOUS if text])
def test_a_location_has_no_line_break(attacker: Attacker, text: str) -> None:
    attacker.ask("PUT", f"/data/x{quote(text, safe='')}", b'{"a":1}', basic(*ALICE), JSON)


# ------------------------------------------------------------------------------------------------------- lengths


@pytest.mark.parametrize("name", LONG)
def test_a_mebibyte_of_anything_is_taken_or_refused(attacker: Attacker, name: str) -> None:
    text = LONG[name]
    attacker.graphql("query($x: String!) { account(display: $x) { id } }", x=text[:150_000])
    attacker.graphql('query($x: String!) { accounts(where: {email: {like: $x}}) { totalCount } }', x=text[:150_000])
    check_bodies(attacker, text)
    check_values(attacker, text)
    assert attacker.ask("GET", f"/rest/account/display/{text}").status == 414
    assert attacker.ask("GET", "/data/note", b"", (b"authorization", text.encode())).status == 431


# ------------------------------------------------------------------------------------------------------- headers

HEADERS = [
    b"accept", b"authorization", b"content-type", b"content-length", b"content-encoding", b"host", b"origin",
    b"user-agent", b"x-forwarded-for", b"forwarded", b"cookie", b"range", b"if-none-match", b"sec-fetch-site",
    b"transfer-encoding", b"expect",
]
PLACES = (("GET", "/graphql"), ("POST", "/graphql"), ("GET", "/rest/account"), ("POST", "/rest/nick"),
          ("GET", "/data/note"), ("PUT", "/data/fuzz"), ("GET", "/"))


@bounded
@given(name=st.sampled_from(HEADERS), value=texts.map(str.encode) | st.binary(max_size=60))
def test_headers_take_any_bytes(attacker: Attacker, name: bytes, value: bytes) -> None:
    """More than a server hands on: it refuses line breaks and NUL itself."""
    for method, path in PLACES:
        attacker.ask(method, path, b"{}", (name, value))


@bounded
@given(name=texts, password=texts)
def test_credentials_take_any_text(attacker: Attacker, name: str, password: str) -> None:
    for path in ("/data/note", "/rest/types", "/graphql?query={__typename}"):
        for login in (basic(name, password), basic(f"{name}@example.net", password), basic(f"alice@{name}", password)):
            attacker.ask("GET", path, b"", login)


@bounded
@given(path=st.binary(max_size=60), query=st.binary(max_size=60))
def test_addresses_take_any_bytes(attacker: Attacker, path: bytes, query: bytes) -> None:
    for door in ("/graphql/", "/rest/", "/data/", "/", "/graphql/static/"):
        attacker.ask("GET", f"{door}{quote(path)}?{quote(query)}", b"", basic(*ALICE), longest=2**21)
