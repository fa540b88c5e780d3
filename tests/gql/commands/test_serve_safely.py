"""`edgewise serve` as the network sees it: TLS, and what the HTTP server itself says."""
from __future__ import annotations

import socket
import ssl
import subprocess
from pathlib import Path

import httpx
import pytest

from gql.cli import main
from tests.gql.conftest import Serve


@pytest.fixture
def certificate(folder: Path) -> Path:
    """A folder with cert.pem and key.pem for localhost."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", "key.pem",
         "-out", "cert.pem"], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_speaks_tls(serve: Serve, certificate: Path, workers: str) -> None:
    (certificate / "tls.toml").write_text('[server]\ntls_cert = "cert.pem"\ntls_key = "key.pem"\n')
    gateway = serve("--config", "tls.toml", "--workers", workers)
    assert gateway.url.startswith("https://")
    trusted = ssl.create_default_context(cafile=certificate / "cert.pem")
    response = httpx.get(f"{gateway.url}/rest/types", verify=trusted, timeout=60)
    assert response.status_code == 200
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("settings", "complaint"), [
    ('tls_cert = "cert.pem"', "TLS needs both files: give server.tls_cert and server.tls_key, or neither"),
    ('tls_key = "key.pem"', "TLS needs both files"),
    ('tls_cert = "gone.pem"\ntls_key = "key.pem"', "cannot serve TLS with gone.pem and key.pem: No such file"),
    ('tls_cert = "key.pem"\ntls_key = "cert.pem"', "have to be PEM files that belong together"),
    ('tls_cert = "."\ntls_key = "key.pem"', "cannot serve TLS with . and key.pem"),
])
def test_files_that_cannot_serve_tls_keep_it_from_starting(
    certificate: Path, capsys: pytest.CaptureFixture[str], settings: str, complaint: str,
) -> None:
    (certificate / "bad.toml").write_text(f"[server]\n{settings}\n")
    assert main(["serve", "--port", "0", "--config", "bad.toml"]) == 2
    assert complaint in capsys.readouterr().err
    assert not (certificate / "edgewise.db").exists()


def answer_to(url: str, request: bytes) -> bytes:
    """All that the server sends back to some bytes."""
    host, port = httpx.URL(url).host, httpx.URL(url).port
    with socket.create_connection((host, port or 80), timeout=20) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        chunks = []
        while chunk := connection.recv(65_536):
            chunks.append(chunk)
    return b"".join(chunks)


@pytest.mark.parametrize("request_", [
    b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"GET /rest/types HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 200_000 + b"\r\nConnection: close\r\n\r\n",
    b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
])
def test_what_is_no_http_is_refused_without_a_word_about_the_server(serve: Serve, request_: bytes) -> None:
    answer = answer_to(serve().url, request_).lower()
    assert answer.startswith((b"http/1.1 400", b"http/1.1 404", b"http/1.1 414", b"http/1.1 431"))
    for told in (b"uvicorn", b"python", b"starlette", b"traceback", b"server:", b".py"):
        assert told not in answer


def test_nothing_of_a_request_is_printed(serve: Serve) -> None:
    gateway = serve()
    for path in ("/rest/account/pass/secret", "/data/x", "/graphql?query={secret}"):
        gateway.request(path, auth=("alice@example.net", "secret"))
    answer_to(gateway.url, b"GET / HTTP/1.1\r\nAuthorization: Basic secret\r\nBad Header\r\n\r\n")
    _, complaints = gateway.stop()
    assert "secret" not in complaints
