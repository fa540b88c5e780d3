"""GraphiQL: the page, its files, and that they come from this server alone."""
from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from gql.web.assets import FOLDER, MEDIA_TYPES

from .conftest import Send

SOURCES = FOLDER.parent / "graphiql"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in policy.split(";"))}


@pytest.mark.parametrize("params", [{}, {"query": "{ accounts { id } }"}])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_browsers_get_the_page(send: Send, method: str, params: dict[str, str]) -> None:
    response = send(method, params=params, headers=BROWSER)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["vary"] == "Accept"


def test_programs_get_no_page(send: Send) -> None:
    response = send("GET", params={"query": "{ __typename }"}, headers={"Accept": "application/json, text/html"})
    assert response.json() == {"data": {"__typename": "Query"}}


def test_everything_that_the_page_names_is_there(send: Send) -> None:
    page = send("GET", headers=BROWSER).text
    files = re.findall(r'(?:src|href)="(?!data:)([^"]+)"', page)
    assert len(files) >= 2
    for file in files:
        assert file.startswith("graphql/static/")
        assert send("GET", f"/{file}").status_code == 200


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.suffix)
def test_files_come_with_their_type_and_may_be_kept(send: Send, path: Path) -> None:
    if path.name == "index.html":
        return
    response = send("GET", f"/graphql/static/{path.name}")
    assert response.status_code == 200
    assert response.content == path.read_bytes()
    assert response.headers["content-type"] == MEDIA_TYPES[path.suffix]
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", [
    "index.html", "", "nothing.js", "../assets.py", "..%2fassets.py", "%2e%2e/assets.py", "/etc/passwd", "a/b.js",
])
def test_no_other_file_is_served(send: Send, name: str) -> None:
    assert send("GET", f"/graphql/static/{name}").status_code == 404


def test_files_can_only_be_read(send: Send) -> None:
    assert send("POST", "/graphql/static/licenses.md").status_code == 404


def test_the_policy_allows_this_server_only(send: Send) -> None:
    policy = directives(send("GET", headers=BROWSER).headers["content-security-policy"])
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == policy["worker-src"] == policy["connect-src"] == ["'self'"]
    assert {source for sources in policy.values() for source in sources} == {
        "'none'", "'self'", "'unsafe-inline'", "data:"}
    assert [name for name, sources in policy.items() if "'unsafe-inline'" in sources] == ["style-src"]
    worker = send("GET", f"/graphql/static/{next(FOLDER.glob('editor.worker-*.js')).name}")
    assert directives(worker.headers["content-security-policy"]) == policy


def test_no_source_maps_are_shipped() -> None:
    assert not list(FOLDER.glob("*.map"))
    assert not [path.name for path in FOLDER.glob("*.js") if b"sourceMappingURL=" in path.read_bytes()[-300:]]


def test_the_lock_file_names_no_machine() -> None:
    lock = (SOURCES / "package-lock.json").read_text()
    addresses: list[Any] = re.findall(r'"resolved": "([^"]+)"', lock)
    assert all(address.startswith("https://registry.npmjs.org/") for address in addresses)
