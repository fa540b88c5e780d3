"""What answers and the log say of the server, its files and its callers when something goes wrong."""
from __future__ import annotations

import logging
import re

import pytest

from models.network import Network

from .conftest import MakeApp, Send, post, sender

INSIDES = re.compile(
    r"Traceback|File \"|\.py\b|site-packages|SELECT |INSERT |sqlite3|psycopg|pymysql|peewee|strawberry|graphql-core"
    r"|apsw|uvicorn|starlette|Python/|/home/|/usr/|/tmp/|secret of the server", re.IGNORECASE)

SECRET = "correct horse battery staple"


@pytest.fixture
def broken(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be read from the database or written to it."""
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the server: SELECT * FROM x at /home/edgewise/models/store.py")

    for name in ("page", "get", "get_many", "find", "find_key", "create", "update", "delete"):
        monkeypatch.setattr(network.store, name, fail)
    for name in ("keyval", "json", "lua", "put", "hosts"):
        monkeypatch.setattr(network.stores, name, fail)
    monkeypatch.setattr(network.workers, "rows", fail)


REQUESTS = [
    ("GET", "/rest/account", None), ("GET", "/rest/account/1", None), ("GET", f"/rest/account/pass/{SECRET}", None),
    ("POST", "/rest/account", f'{{"display": "a", "pass": "{SECRET}"}}'), ("PUT", "/rest/account/1/pass", SECRET),
    ("DELETE", "/rest/account/1", None), ("GET", "/data/roster", None), ("PUT", "/data/roster", f'{{"a": "{SECRET}"}}'),
]


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(("method", "path", "body"), REQUESTS)
def test_a_failure_tells_a_number_and_logs_no_secret(
    send: Send, caplog: pytest.LogCaptureFixture, method: str, path: str, body: str | None,
) -> None:
    caplog.set_level(logging.DEBUG)
    response = send(method, path, content=(body or "").encode(), auth=("alice@example.net", SECRET),
                    headers={"Content-Type": "application/json"})
    assert response.status_code == 500
    assert not INSIDES.search(response.text)
    assert "secret of the server" in caplog.text
    own = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("http"))
    for told in (SECRET, SECRET.replace(" ", "%20"), "Basic ", "YWxpY2V"):
        assert told not in own


@pytest.mark.parametrize("compiles", [True, False])
def test_a_failure_in_graphql_does_the_same(
    make_app: MakeApp, network: Network, caplog: pytest.LogCaptureFixture, compiles: bool,
) -> None:
    send = sender(make_app(compiles=compiles))
    network.database.execute_sql("ALTER TABLE anope_db_account RENAME TO gone")
    caplog.set_level(logging.WARNING)
    query = 'query($x: String) { account(display: $x) { id } accounts { nodes { id } } node(id: "account:1") { id } }'
    for response in (post(send, query, {"x": SECRET}, **{"X-Token": SECRET}),
                     send("GET", "/graphql", params={"query": f'{{ account(display: "{SECRET}") {{ id }} }}'})):
        assert '"INTERNAL"' in response.text
        assert not INSIDES.search(response.text)
    own = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("http"))
    assert SECRET not in own


@pytest.mark.parametrize(("method", "path"), [
    ("GET", "/"), ("GET", "/nothing"), ("POST", "/"), ("TRACE", "/"), ("GET", "/graphql"),
    ("GET", "/graphql/../../etc/passwd"),
    ("GET", "/graphql/static/../door.py"), ("PATCH", "/graphql"), ("POST", "/graphql"), ("GET", "/rest"),
    ("GET", "/rest/nothing"), ("PATCH", "/rest/account"), ("GET", "/data"), ("GET", "/data/x"),
    ("PUT", "/data/x/y/z/a/b"),
])
def test_no_answer_names_what_it_is_made_with(send: Send, method: str, path: str) -> None:
    response = send(method, path)
    assert response.status_code < 500
    shown = response.text + str(dict(response.headers))
    assert not INSIDES.search(shown.replace("graphql/", ""))
    assert not re.search(r"\d+\.\d+\.\d+(?!\.)", shown.replace("127.0.0.1", ""))
    assert "server" not in response.headers
