"""From a URL to a database that works, or to one line that says what is wrong."""
from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from models.casemap import CaseMap
from models.database import NAME_LIMIT, check_library, connect, our_name, transaction
from models.database_url import Location, parse_url
from models.errors import DatabaseUnavailable, EdgewiseError, InvalidURL, NotADatabase
from models.network import Network

ASCII = CaseMap("ascii")


@pytest.mark.parametrize(("url", "path"), [
    ("sqlite:///edgewise.db", "edgewise.db"), ("sqlite:////var/lib/a.db", "/var/lib/a.db"),
    ("sqlite:///a%20b.db", "a b.db"), ("sqlite:///what?.db", "what?.db"), ("sqlite:///a#b@c:d.db", "a#b@c:d.db"),
])
def test_sqlite_urls_name_a_path(url: str, path: str) -> None:
    assert parse_url(url) == Location("sqlite", path, {})


def test_server_urls_name_user_password_host_and_port() -> None:
    assert parse_url("postgresql://ed%40ge:p%3Ass@db.example.com:5433/net") == Location(
        "postgresql", "net", {"host": "db.example.com", "port": 5433, "user": "ed@ge", "password": "p:ss"},
    )
    assert parse_url("mysql://root@[::1]/net") == Location("mysql", "net", {"host": "::1", "user": "root"})


@pytest.mark.parametrize("url", [
    "", "edgewise.db", "sqlite://", "sqlite:///", "sqlite://edgewise.db", "sqlite:///:memory:", "sqlite:///a%00b",
    "oracle://host/net", "postgresql://host", "postgresql://host/", "mysql:///", "postgresql://host:port/net",
    "postgresql://host:99999/net", "mysql://[::1/net", "postgresql://host/net?sslmode=require", "mysql://host/net#x",
])
def test_other_urls_are_refused(url: str) -> None:
    with pytest.raises(InvalidURL):
        parse_url(url)


@pytest.mark.parametrize("url", [
    "oracle://me:s3cret@host/net", "postgresql://me:s3cret@host:x/net", "mysql://me:s3cret@host/net?a=b",
    "mysql://me:s3cret@127.0.0.1:1/net",
])
def test_passwords_are_in_no_message(url: str) -> None:
    with pytest.raises(EdgewiseError) as caught:
        connect(url, ASCII)
    assert "s3cret" not in str(caught.value)


def test_a_missing_file_is_created_only_on_demand(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new.db"
    with pytest.raises(DatabaseUnavailable, match="does not exist"):
        connect(url, ASCII, create=False)
    assert not (tmp_path / "new.db").exists()
    connect(url, ASCII).close()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match=r"folder .*gone does not exist"):
        connect(f"sqlite:///{tmp_path}/gone/new.db", ASCII)


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 2\0", b"\0" * 512])
def test_another_file_is_no_database_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotADatabase, match=r"notes\.txt"):
        connect(f"sqlite:///{path}", ASCII)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase):
        connect(f"sqlite:///{tmp_path}", ASCII)


def test_a_database_of_garbage_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "torn.db"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    with pytest.raises(DatabaseUnavailable) as caught:
        Network.open(f"sqlite:///{path}", types=())
    assert "\n" not in str(caught.value)


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    Network.open(f"sqlite:///{tmp_path}/empty.db", types=()).close()


@pytest.mark.parametrize("scheme", ["postgresql", "mysql"])
def test_a_server_that_is_not_there_is_unreachable(scheme: str) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(DatabaseUnavailable, match=f"cannot reach {scheme}://me@127.0.0.1:{port}/net"):
        connect(f"{scheme}://me@127.0.0.1:{port}/net", ASCII)


def test_a_servers_database_that_is_not_there_is_unreachable(engine: str, database_url: str) -> None:
    if engine == "sqlite":
        pytest.skip("SQLite creates what is missing")
    with pytest.raises(DatabaseUnavailable, match="cannot reach"):
        connect(database_url + "_gone", ASCII)


READ_ONLY = """
import os, sys
from models.errors import DatabaseUnavailable
from models.network import Network
if os.getuid() == 0:
    os.setuid(65534)  # root may write everywhere
try:
    Network.open(f"sqlite:///{sys.argv[1]}", types=())
except DatabaseUnavailable as error:
    print(error)
"""


@pytest.mark.parametrize("exists", [True, False])
def test_a_file_in_a_read_only_folder_is_named(exists: bool) -> None:
    with tempfile.TemporaryDirectory() as name:  # not in pytest's folder, which is its owner's alone
        folder, path = Path(name), Path(name, "net.db")
        if exists:
            Network.open(f"sqlite:///{path}", types=()).close()
            path.chmod(0o444)
        before = path.read_bytes() if exists else b""
        folder.chmod(0o555)
        done = subprocess.run([sys.executable, "-c", READ_ONLY, path], capture_output=True, text=True, check=False)
        folder.chmod(0o755)
        assert done.stderr == ""
        assert len(done.stdout.splitlines()) == 1
        assert "net.db" in done.stdout
        assert (path.read_bytes() if exists else b"") == before


def test_connections_know_the_function_that_anopes_indexes_call(tmp_path: Path) -> None:
    database = connect(f"sqlite:///{tmp_path}/a.db", CaseMap("rfc1459"))
    with closing(database):
        row = database.execute_sql("SELECT anope_canonicalize('AÄ[]'), anope_canonicalize(NULL), anope_canonicalize(7)")
        assert row.fetchone() == ("aÄ{}", None, "7")


def test_a_sqlite_transaction_has_the_write_lock_from_its_start(tmp_path: Path) -> None:
    database = connect(f"sqlite:///{tmp_path}/a.db", ASCII)
    with closing(database), closing(apsw.Connection(str(tmp_path / "a.db"))) as other:
        with transaction(database), pytest.raises(apsw.BusyError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")


def test_postgresql_plans_for_few_rows_unless_its_operator_says_otherwise(engine: str, database_url: str) -> None:
    if engine != "postgresql":
        pytest.skip("these are PostgreSQL's settings")
    database = connect(database_url, ASCII)
    settings = [database.execute_sql(f"SHOW {name}").fetchone()[0] for name in ("jit", "random_page_cost")]
    assert settings == ["off", "1.1"]
    database.execute_sql(f'ALTER DATABASE "{parse_url(database_url).name}" SET random_page_cost = 3')
    database.close()
    with closing(connect(database_url, ASCII)) as again:
        assert again.execute_sql("SHOW random_page_cost").fetchone() == ("3",)
        again.execute_sql(f'ALTER DATABASE "{parse_url(database_url).name}" RESET random_page_cost')


def test_names_that_edgewise_gives_fit_every_engine_and_stay_apart() -> None:
    assert our_name("account", "display", "ascii") == "edgewise_account_display_ascii"
    names = [our_name("type", "ä" * 60 + str(number)) for number in range(3)]
    assert len(set(names)) == 3
    assert all(len(name.encode()) <= NAME_LIMIT for name in names)


def test_a_sqlite_that_is_too_old_says_what_to_do() -> None:
    check_library((3, 44, 0))
    with pytest.raises(DatabaseUnavailable, match=r"SQLite 3\.40\.1 is too old, 3\.44 is wanted; reinstall apsw"):
        check_library((3, 40, 1))
