"""Bytes that no library would send, at a real `edgewise serve`: a clear refusal each, never an error of the server."""
from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from models.network import Network
from models.tokens import Tokens
from tests.people import ALICE, BOB, fill

from .test_leaks import INSIDES

EDGEWISE = Path(sys.executable).parent / "edgewise"
QUERY = json.dumps({"query": "{ viewer { role } }"}).encode()
LONG = b"x" * 70_000


class Server(NamedTuple):
    """A running gateway: its port, its database, and what it wrote to its log."""

    port: int
    database: str
    log: Path


class Answer(NamedTuple):
    """The status and all bytes of an answer; status 0: the connection was closed without one."""

    status: int
    raw: bytes

    @property
    def text(self) -> str:
        return self.raw.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("sockets")
    database, log = f"sqlite:///{folder}/people.db", folder / "log"
    with closing(Network.open(database, types=())) as network:
        fill(network)
    with log.open("w") as file:
        process = subprocess.Popen(
            [str(EDGEWISE), "serve", "--port", "0", "--database", database], cwd=folder, stdout=subprocess.PIPE,
            stderr=file, text=True)
        try:
            assert process.stdout
            port = re.search(r":([0-9]+)/", process.stdout.readline())
            assert port
            yield Server(int(port[1]), database, log)
            assert process.poll() is None, "the server went down"
        finally:
            process.kill()
            process.communicate()


def send(server: Server, raw: bytes, patience: float = 20) -> Answer:
    """What comes back until the server closes the connection; when patience ends it is told that this was all."""
    got = bytearray()
    with socket.create_connection(("127.0.0.1", server.port), timeout=patience) as connection:
        with suppress(ConnectionError):  # it may be refused before all of it was sent
            connection.sendall(raw)
        with suppress(ConnectionError):
            for _ in range(2):
                try:
                    while piece := connection.recv(65_536):
                        got += piece
                    break
                except TimeoutError:
                    connection.shutdown(socket.SHUT_WR)
    status = re.match(rb"HTTP/1\.[01] ([0-9]{3})", got)
    return Answer(int(status[1]) if status else 0, bytes(got))


def request(server: Server, door: str, *headers: bytes) -> Answer:
    """A plain request to a door, with headers of any bytes."""
    method, path, body = DOORS[door]
    lines = [b"%s %s HTTP/1.1" % (method, path), b"Host: localhost", b"Connection: close",
             b"Content-Length: %d" % len(body), *([b"Content-Type: application/json"] if body else []), *headers]
    return send(server, b"\r\n".join(lines) + b"\r\n\r\n" + body)


DOORS = {
    "graphql by POST": (b"POST", b"/graphql", QUERY),
    "graphql by GET": (b"GET", b"/graphql?query=%7B__typename%7D", b""),
    "graphql in a batch": (b"POST", b"/graphql", b"[%s]" % QUERY), "rest": (b"GET", b"/rest/types", b""),
    "data": (b"GET", b"/data/note", b""),
}


def basic(credentials: bytes) -> bytes:
    return b"Basic " + b64encode(credentials)


BAD: dict[str, bytes] = {
    "empty": b"", "blank": b"   ", "a tab": b"\t", "no scheme": b"x", "another scheme": b"Digest username=\"x\"",
    "Basic alone": b"Basic", "no base64": b"Basic !!!", "base64 of half a letter": b"Basic YQ=",
    "bytes": b"Basic \xff\xfe",
    "a name without a colon": basic(b"alice"), "an empty name": basic(b":x"), "a name in Latin-1": basic(b"\xe4:x"),
    "a surrogate": basic(b"\xed\xa0\x80:x"), "NUL in the name": basic(b"a\0b:x"), "NUL": basic(b"\0:\0"),
    "line breaks": basic(b"a\r\nb:c\r\nd"), "a long name": basic(b"a" * 5000 + b":x"),
    "too long": basic(b"a:" + LONG[:9000]),
    "two blanks": b"Basic  " + b64encode(b"alice:x")[:3] + b" " + b64encode(b"x"),
    "a wrong password": basic(b"Alice:x"),
    "nobody": basic(b"nobody@chat.example:x"), "a JID that is none": basic(b"@:x"),
    "an IDNA bomb": basic(b"x@xn--\xc3\x9f:x"),
    "Bearer alone": b"Bearer", "two tokens": b"Bearer a b", "a token of bytes": b"Bearer \xc3\xa4",
    "no token of ours": b"Bearer x", "an unknown token": b"Bearer ewt_x", "an unknown session": b"Bearer ews_x",
    "a long token": b"Bearer ewt_" + LONG[:8000], "longer": b"Bearer ewt_" + LONG[:9000],
    "negotiate": b"Negotiate YII=",
    "base64 with line ends": b"Basic YWxp\tY2U6eA==", "percent": b"Basic %41", "SQL": b"Bearer ' OR 1=1 --",
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", BAD)
def test_bad_credentials_are_refused_in_words(server: Server, door: str, name: str) -> None:
    got = request(server, door, b"Authorization: " + BAD[name])
    assert got.status in (400, 401), got
    assert re.search(rb"\r\nwww-authenticate: ", got.raw, re.IGNORECASE) or door == "data"
    _, _, body = got.raw.partition(b"\r\n\r\n")
    assert len(body) > 5
    assert not INSIDES.search(got.text)


@pytest.mark.parametrize("door", DOORS)
def test_two_headers_are_refused(server: Server, door: str) -> None:
    one = b"Authorization: " + basic(f"{ALICE}:w0nderland".encode())
    assert request(server, door, one, one).status in (400, 401)
    assert request(server, door, one, b"AUTHORIZATION: x").status in (400, 401)


@pytest.mark.parametrize("door", [door for door in DOORS if door != "data"])
def test_tokens_that_ended_or_are_of_another_database_are_refused(
    server: Server, door: str, tmp_path: Path,
) -> None:
    with closing(Network.open(server.database, types=())) as network:
        tokens, long_ago = Tokens(network.database), Tokens(network.database, clock=lambda: 1000.0)
        name = f"t{time.monotonic_ns()}"
        good, expired, revoked = (tokens.create(f"{name}a", ["read"]), long_ago.create(f"{name}b", ["admin"], 60),
                                  tokens.create(f"{name}c", ["admin"]))
        tokens.revoke(f"{name}c")
    with closing(Network.open(f"sqlite:///{tmp_path}/other.db", types=())) as other:
        foreign = Tokens(other.database).create(name, ["admin"])
    assert request(server, door, b"Authorization: Bearer " + good.encode()).status == 200
    for token, word in ((expired, "expired"), (revoked, "revoked"), (foreign, "of another database")):
        got = request(server, door, b"Authorization: Bearer " + token.encode())
        assert got.status == 401
        assert word in got.text


def test_data_takes_no_tokens(server: Server) -> None:
    with closing(Network.open(server.database, types=())) as network:
        token = Tokens(network.database).create("data", ["admin"])
    assert request(server, "data", b"Authorization: Bearer " + token.encode()).status == 401


HEADERS: dict[str, bytes] = {
    "a long one": b"X-Long: " + LONG, "many": b"\r\n".join(b"X-%d: x" % number for number in range(20_000)),
    "a long name": LONG + b": x", "not in UTF-8": b"X-\xff: \xfe", "no colon": b"X-Nothing", "a blank name": b" : x",
    "NUL": b"X-Nul: a\0b", "folded": b"X-Folded: a\r\n b", "a lone CR": b"X-Cr: a\rb", "a control": b"X-Bell: \x07",
    "no UTF-8 in Accept": b"Accept: \xff/\xfe", "a long Accept": b"Accept: " + b"a/b," * 10_000,
    "no UTF-8 in Content-Type": b"Content-Type: \xff", "no UTF-8 in Origin": b"Origin: \xff\xfe",
    "no UTF-8 in Host": b"Host: \xff", "an odd Host": b"Host: [::1",
    "a host with a port too far": b"Host: a:99999999999",
    "no UTF-8 in X-Forwarded-For": b"X-Forwarded-For: \xff", "Sec-Fetch-Site": b"Sec-Fetch-Site: \xff",
    "User-Agent": b"User-Agent: Mozilla/\xff", "If-None-Match": b"If-None-Match: \xff", "Expect": b"Expect: \xff",
    "Range": b"Range: bytes=9999999999999999999999-", "Cookie": b"Cookie: \xff=\xfe; a", "TE": b"TE: \xff",
    "Upgrade": b"Upgrade: websocket\r\nConnection: Upgrade", "h2c": b"Upgrade: h2c\r\nHTTP2-Settings: \xff",
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", HEADERS)
def test_headers_of_any_kind_are_no_fault_of_ours(server: Server, door: str, name: str) -> None:
    got = request(server, door, HEADERS[name])
    assert got.status == 0 or 200 <= got.status < 500, got
    assert not INSIDES.search(got.text)
    if name in ("a long one", "many", "a long name"):
        assert got.status in (0, 400, 431)


RAW: dict[str, bytes] = {
    "nothing": b"", "a line": b"\r\n", "noise": bytes(range(256)) * 40,
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "HTTP/0.9": b"GET /\r\n", "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/9": b"GET / HTTP/9.9\r\n\r\n",
    "no host": b"GET /graphql?query={__typename} HTTP/1.1\r\nConnection: close\r\n\r\n",
    "HTTP/1.0": b"GET /rest/types HTTP/1.0\r\n\r\n", "a method of bytes": b"\xff / HTTP/1.1\r\n\r\n",
    "a method that is none": b"GRAPHQL /graphql HTTP/1.1\r\nHost: x\r\n\r\n",
    "a long method": b"G" * 70_000 + b" / HTTP/1.1\r\nHost: x\r\n\r\n",
    "a path of bytes": b"GET /graphql\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "no UTF-8 behind percent": b"GET /rest/%ff%fe/%80 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "no UTF-8 for data": b"GET /data/%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "no UTF-8 in a query": b"GET /graphql?query=%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "bytes in a query": b"GET /graphql?query=\xff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "half a percent": b"GET /rest/%zz?refs=% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "a whole address": b"GET http://evil.example/graphql?query={__typename} HTTP/1.1\r\nHost: x\r\n\r\n",
    "CONNECT": b"CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "a star": b"OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "a blank path": b"GET  HTTP/1.1\r\nHost: x\r\n\r\n",
    "no slash": b"GET graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "a long address": b"GET /graphql?query=" + LONG + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "a longer one": b"GET /" + LONG * 20 + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "lengths that differ": b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    "a negative length": b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "a length of words": b"POST /rest/account HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n{}",
    "a length too far": b"PUT /data/x HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n{}",
    "length and chunks": b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                         b"0\r\n\r\nGET /rest/account HTTP/1.1\r\nHost: x\r\n\r\n",
    "chunks of words": b"POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "an encoding that is none": b"POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: \xff\r\n\r\n",
    "half a body": b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{",
    "half a head": b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Ty",
}


@pytest.mark.parametrize("name", RAW)
def test_bytes_of_any_kind_are_no_fault_of_ours(server: Server, name: str) -> None:
    got = send(server, RAW[name], patience=0.5)
    assert got.status == 0 or 200 <= got.status < 500, got
    assert not INSIDES.search(got.text)
    assert request(server, "graphql by POST").status == 200, "the server goes on"


@pytest.mark.parametrize("body", [
    b"\xff\xfe", b'{"query": "\xff"}', b"[\xff]", b'[{"query": "\xed\xa0\x80"}]',
    QUERY.decode().encode("utf-16"), b"\0",
    b'{"query": "{ __typename }", "variables": {"\xc3": 1}}', b"[" * 100_000, b'[{"query":' * 20_000, b"{" * 100_000,
])
def test_bodies_of_any_bytes_are_refused(server: Server, body: bytes) -> None:
    for path in (b"/graphql", b"/rest/account"):
        head = b"POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n" % path
        got = send(server, head + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        assert 400 <= got.status < 500
        assert not INSIDES.search(got.text)


def test_the_log_holds_no_credentials_and_no_traceback(server: Server) -> None:
    request(server, "graphql by POST", b"Authorization: " + basic(f"{BOB}:hunter2".encode()))
    request(server, "rest", b"Authorization: Bearer ews_hunter2hunter2")
    told = server.log.read_text()
    for secret in ("hunter2", b64encode(f"{BOB}:hunter2".encode()).decode(), "Traceback"):
        assert secret not in told
