"""Imports from what a Prosody stored: files, archives of them, and SQL databases."""
from __future__ import annotations

import errno
import gzip
import io
import json
import os
import shutil
import tarfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from models.casemap import CaseMap
from models.database import connect
from models.errors import DatabaseUnavailable, InvalidURL, NotADatabase
from models.importing import Report, prosody, prosody_files
from models.lua import literal, prosody_json
from models.lua.value import Table, Value
from models.network import Network
from models.sqlite import OPENED
from models.xmpp.stanza import ArchiveRow, item, parse
from tests.engines import Engine
from tests.models.xmpp.as_prosody import archive, create_tables, insert, rows

FIXTURES = Path(__file__).parents[2] / "contract" / "data" / "fixtures"
ARCHIVES = ("plain", "hashed", "corpus")
STANZA = """item({
	{ "hello"; ["name"] = "body"; ["attr"] = {}; };
	["name"] = "message"; ["key"] = "%s"; ["when"] = 1795320990; ["with"] = "bob@example.com";
	["attr"] = { ["stamp"] = "2026-11-22T04:16:30Z"; };
});
"""

MakeFolder = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def folder(tmp_path: Path) -> MakeFolder:
    """Makes a data directory of these files."""
    def make(files: Mapping[str, str | bytes]) -> Path:
        for name, text in files.items():
            path = tmp_path / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path / "data"

    return make


def archive_of(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """A tar archive of these files."""
    with tarfile.open(path, "w:gz") as tar:
        for name, text in files.items():
            data = text if isinstance(text, bytes) else text.encode()
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return path


def all_rows(network: Network) -> list[list[tuple[object, ...]]]:
    columns = {"prosody": '"host", "user", "store", "key", "type", "value", "store_id"', "edgewise_item": "*",
               "prosodyarchive": '"host", "user", "store", "key", "when", "with", "type", "value"',
               "anope_db_objects": "*"}
    return [rows(network.database, names, table) for table, names in columns.items()]


def summary(report: Report) -> tuple[int, int, int]:
    return report.read, report.written, len(report.skipped)


# ----------------------------------------------------------------------------------------- round trips


def stores_of_archive(name: str) -> Iterator[tuple[tuple[str, str, str], str, Value]]:
    """(place, kind, value) for each file of a recorded data directory, read without the importer."""
    with tarfile.open(FIXTURES / f"{name}.tar.gz") as tar:
        for member in tar:
            parts = [bytes.fromhex(_percents(part)).decode() for part in member.name.split("/")]
            stem, dot, end = parts[-1].rpartition(".")
            if not member.isfile() or not dot:
                continue
            text = (tar.extractfile(member) or io.BytesIO()).read()
            host, store, user = (*parts[:-1], stem) if len(parts) == 3 else (parts[0], stem, "")
            yield (host, user, store), end, literal.loads(text) if end == "dat" else Table(literal.items(text))


def _percents(name: str) -> str:
    """A percent-encoded name in hexadecimal digits."""
    head, *rest = name.split("%")
    return head.encode().hex() + "".join(part[:2] + part[2:].encode().hex() for part in rest)


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_store_of_a_data_directory_comes_back(name: str, network: Network) -> None:
    report = prosody.run(network, str(FIXTURES / f"{name}.tar.gz"))
    expected = list(stores_of_archive(name))
    assert summary(report) == (len(expected), len(expected), 0)
    for place, kind, value in expected:
        if kind == "dat":
            assert Table([network.stores.keyval(*place)]) == Table([value])
        else:
            assert Table(network.stores.items(*place)) == value


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_folder_is_read_like_its_archive(name: str, network: Network, tmp_path: Path, databases: Engine) -> None:
    with tarfile.open(FIXTURES / f"{name}.tar.gz") as tar:
        tar.extractall(tmp_path / "data", filter="data")
    prosody.run(network, str(tmp_path / "data"))
    with closing(Network.open(databases.prepared(), types=())) as other:
        prosody.run(other, str(FIXTURES / f"{name}.tar.gz"))
        for place, _, _ in stores_of_archive(name):
            assert Table([network.stores.keyval(*place)]) == Table([other.stores.keyval(*place)])
            assert network.stores.items(*place) == other.stores.items(*place)


@pytest.mark.parametrize("name", ["prosody", "accounts"])
def test_every_store_of_an_sql_database_comes_back(name: str, network: Network) -> None:
    source = FIXTURES / f"{name}.sqlite"
    report = prosody.run(network, str(source))
    with closing(apsw.Connection(f"file:{source}?immutable=1", OPENED)) as connection:
        keyvals: list[Any] = connection.execute('SELECT DISTINCT host, "user", store FROM prosody').fetchall()
        lists: list[Any] = connection.execute('SELECT DISTINCT host, "user", store FROM prosodyarchive').fetchall()
        assert summary(report) == (len(keyvals) + len(lists), len(keyvals) + len(lists), 0)
        for place in keyvals:
            found: Any = connection.execute(
                'SELECT "key", type, value FROM prosody WHERE host = ? AND "user" = ? AND store = ?', place)
            assert network.stores.keyval(*place) == Table([], _expected(found.fetchall()))
        for place in lists:
            found = connection.execute(
                'SELECT "key", "when", "with", type, value FROM prosodyarchive WHERE host = ? AND "user" = ? '
                "AND store = ? ORDER BY sort_id", place)
            assert network.stores.items(*place) == [
                item(ArchiveRow(key.encode(), when, with_.encode(), type_, xml.encode()), parse(xml.encode()))
                for key, when, with_, type_, xml in found
            ]


def _expected(found: list[tuple[str, str, str]]) -> dict[object, Value]:
    """A keyval by the rules of the contract, told without the code under test."""
    value: dict[object, Value] = {}
    for key, type_, text in found:
        if not key:
            value |= dict(_table(prosody_json.loads(text.encode())).pairs())
        elif type_ == "string":
            value[key.encode()] = text.encode()
        elif type_ == "json":
            value[key.encode()] = prosody_json.loads(text.encode())
        else:
            value[key.encode()] = json.loads(text)
    return value


def _table(value: Value) -> Table:
    assert isinstance(value, Table)
    return value


def test_a_database_of_the_engine_under_test_is_a_source(network: Network, databases: Engine) -> None:
    url = databases.bare()
    with closing(connect(url, CaseMap("ascii"))) as source:
        create_tables(source)
        insert(source, "example.com", "alice", "accounts", ("password", "string", "p"))
        insert(source, "example.com", "alice ", "accounts", ("password", "string", "q"))
        archive(source, "example.com", "alice", "archive", "k", "<message/>")
        insert(source, "example.com", "", "invite_token", ("t", "json", "{}"))
    assert summary(prosody.run(network, url)) == (4, 4, 0)
    assert network.stores.keyval("example.com", "alice", "accounts") == Table([], {b"password": b"p"})
    assert network.stores.keyval("example.com", "alice ", "accounts") == Table([], {b"password": b"q"})
    assert len(network.stores.items("example.com", "alice", "archive")) == 1
    assert network.stores.json("example.com", "", "invite_token") == b'{"t":{}}'


# ------------------------------------------------------------------------------------- again, and dry


@pytest.mark.parametrize("name", ["corpus.tar.gz", "prosody.sqlite"])
def test_to_import_again_changes_nothing(name: str, network: Network) -> None:
    first = prosody.run(network, str(FIXTURES / name))
    before = all_rows(network)
    again = prosody.run(network, str(FIXTURES / name))
    assert summary(again) == (first.read, 0, 0)
    assert all_rows(network) == before


def test_a_dry_run_changes_nothing_and_reports_the_same(network: Network) -> None:
    dry = prosody.run(network, str(FIXTURES / "corpus.tar.gz"), dry_run=True)
    assert all_rows(network) == [[], [], [], []]
    assert prosody.run(network, str(FIXTURES / "corpus.tar.gz")) == dry


def test_a_keyval_is_replaced_by_the_source(network: Network, folder: MakeFolder) -> None:
    network.stores.put("example.com", "alice", "roster", Table([], {b"old": 1}))
    report = prosody.run(network, str(folder({"example%2ecom/roster/alice.dat": 'return { ["new"] = 2 };\n'})))
    assert summary(report) == (1, 1, 0)
    assert network.stores.keyval("example.com", "alice", "roster") == Table([], {b"new": 2})


def test_a_list_gets_what_it_does_not_have_yet(network: Network, folder: MakeFolder) -> None:
    source = folder({"h/log/u.list": "item(1);\nitem(2);\nitem(2);\n"})
    network.stores.append("h", "u", "log", 2)
    network.stores.append("h", "u", "log", 2.0)
    assert summary(prosody.run(network, str(source))) == (1, 1, 0)
    assert network.stores.items("h", "u", "log") == [2, 2.0, 1, 2]
    folder({"h/log/u.list": "item(1);\nitem(2);\nitem(2);\nitem(3);\n"})
    prosody.run(network, str(source))
    assert network.stores.items("h", "u", "log") == [2, 2.0, 1, 2, 3]


def test_stanzas_become_rows_of_prosodys_archive(network: Network, folder: MakeFolder) -> None:
    source = folder({"h/archive/u.list": STANZA % "k1" + STANZA % "k2"})
    prosody.run(network, str(source))
    assert rows(network.database, '"key", "when", "with", "type"', "prosodyarchive") == [
        ("k1", 1795320990, "bob@example.com", "xml"), ("k2", 1795320990, "bob@example.com", "xml")]
    folder({"h/archive/u.list": STANZA % "k1" + STANZA % "k2" + STANZA % "k3"})
    assert summary(prosody.run(network, str(source))) == (1, 1, 0)
    assert [_table(item).get(b"key") for item in network.stores.items("h", "u", "archive")] == [b"k1", b"k2", b"k3"]


@pytest.mark.parametrize("text", [STANZA % "k1" + "item(5);", STANZA % "k1" + STANZA % "k1"],
                         ids=["other items", "one key twice"])
def test_a_list_that_is_no_archive_stays_a_list(text: str, network: Network, folder: MakeFolder) -> None:
    prosody.run(network, str(folder({"h/archive/u.list": text})))
    assert rows(network.database, "*", "prosodyarchive") == []
    assert network.stores.items("h", "u", "archive") == list(literal.items(text.encode()))


def test_stanzas_come_behind_what_was_appended(network: Network, folder: MakeFolder) -> None:
    network.stores.append("h", "u", "archive", b"first")
    prosody.run(network, str(folder({"h/archive/u.list": STANZA % "k1"})))
    first, second = network.stores.items("h", "u", "archive")
    assert first == b"first"
    assert _table(second).get(b"key") == b"k1"


def test_an_archived_stanza_replaces_the_one_with_its_key(network: Network, folder: MakeFolder) -> None:
    archive(network.database, "h", "u", "archive", "k1", "<message>old</message>")
    prosody.run(network, str(folder({"h/archive/u.list": STANZA % "k1" + STANZA % "k2"})))
    assert [_table(item).get(b"key") for item in network.stores.items("h", "u", "archive")] == [b"k1", b"k2"]
    assert rows(network.database, "count(*)", "prosodyarchive") == [(2,)]


# ------------------------------------------------------------------------------- names and bad sources


def test_names_are_decoded(network: Network, folder: MakeFolder) -> None:
    prosody.run(network, str(folder({
        "example%2ecom/pep_urn%3Axmpp%3abookmarks%3a1/o%27neil%25.dat": "return 1;",
        "example%2ecom/invite_token.dat": "return 2;", "xn--caf-dma%2eexample/a_b/j%c3%bcrgen.dat": "return 3;",
    })))
    assert network.stores.keyval("example.com", "o'neil%", "pep_urn:xmpp:bookmarks:1") == 1
    assert network.stores.keyval("example.com", "", "invite_token") == 2
    assert network.stores.keyval("xn--caf-dma.example", "jürgen", "a_b") == 3


GOOD = {"h/s/good.dat": "return { 1 };"}


@pytest.mark.parametrize(("name", "text", "why"), [
    ("h/s/u.dat", "return {", "line 1"),
    ("h/s/u.dat", "return os.exit()", "line 1"),
    ("h/s/u.dat", b"\x1bLua\x54", "line 1"),
    ("h/s/u.dat", "", "line 1"),
    ("h/s/u.dat", "return nil;", "it holds nothing"),
    ("h/s/u.list", "item(1);\nitem(", "line 2"),
    ("h/s/u.list", "item(1);\nitem(print(1));", "line 2"),
    ("h/s/%ff.dat", "return 1;", "no UTF-8"),
    ("h/s/%00.dat", "return 1;", "NUL"),
    ("h/s/" + "u" * 120 + "%75" * 40 + ".dat", "return {" + "{" * 200 + "}" * 200 + "};", "inside each other"),
    ("_global/s.dat", "return 1;", "belongs to the server"),
    ("top.dat", "return 1;", "not where the data"),
])
def test_what_cannot_be_read_is_named_and_the_rest_comes(
    name: str, text: str | bytes, why: str, network: Network, folder: MakeFolder
) -> None:
    report = prosody.run(network, str(folder({**GOOD, name: text})))
    assert report.written == 1
    (what, reason), = report.skipped
    assert why in reason
    assert Path(name).stem.partition("%")[0] in what or "\\xff" in what
    assert network.stores.keyval("h", "good", "s") == Table([1])
    assert network.stores.items("h", "u", "s") == []


def test_a_file_of_no_use_is_not_looked_at(network: Network, folder: MakeFolder) -> None:
    source = folder({**GOOD, "h/s/u.dat~": "{", "h/prosody.sqlite": "x", "prosody.pid": "1", "h/s/deep/x.dat": "{"})
    assert summary(prosody.run(network, str(source))) == (1, 1, 0)


def test_a_fifo_does_not_stop_the_import(network: Network, folder: MakeFolder) -> None:
    source = folder(GOOD)
    os.mkfifo(source / "h" / "s" / "fifo.dat")
    report = prosody.run(network, str(source))
    assert report.skipped == (("h/s/fifo.dat", "it is no file"),)


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Folders that may not be looked into: modes of files do not bind the superuser, who may run the tests."""
    folders: set[Path] = set()
    list_folder = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path in folders:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return list_folder(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    return folders


@pytest.mark.parametrize("name", ["other", "h/t"])
def test_a_folder_that_may_not_be_looked_into_is_named_and_the_rest_comes(
    name: str, network: Network, folder: MakeFolder, locked: set[Path]
) -> None:
    source = folder({**GOOD, f"{name}/u.dat": "return 1;"})
    locked.add(source / name)
    report = prosody.run(network, str(source))
    assert (report.written, report.skipped) == (1, ((name, "Permission denied"),))


def test_a_source_that_may_not_be_looked_into_is_refused(
    network: Network, folder: MakeFolder, locked: set[Path]
) -> None:
    source = folder(GOOD)
    locked.add(source)
    with pytest.raises(DatabaseUnavailable, match="Permission denied"):
        prosody.run(network, str(source))


def test_a_file_that_is_too_long_is_left_out(
    network: Network, folder: MakeFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prosody_files, "SIZE_LIMIT", 1024 * 1024)
    files: dict[str, str | bytes] = {**GOOD, "h/s/u.dat": b"return '" + b"x" * 1024 * 1024 + b"';"}
    for source in (folder(files), archive_of(tmp_path / "a.tar.gz", files)):
        report = prosody.run(network, str(source))
        assert report.skipped == (("h/s/u.dat", "it is longer than 1 MiB"),)


@pytest.mark.parametrize("prefix", ["", "./", "data/", "/var/lib/prosody/", "../../"])
def test_archives_may_have_folders_above_the_data(prefix: str, network: Network, tmp_path: Path) -> None:
    files = {"h/s/u.dat": "return 1;", "h/s/v.dat": "return 2;", "h/t.dat": "return 3;"}
    source = archive_of(tmp_path / "a.tar.gz", {prefix + name: text for name, text in files.items()})
    assert summary(prosody.run(network, str(source))) == (3, 3, 0)
    assert network.stores.keyval("h", "u", "s") == 1
    assert network.stores.keyval("h", "", "t") == 3


def test_links_in_an_archive_are_not_followed(network: Network, tmp_path: Path) -> None:
    source = tmp_path / "a.tar"
    with tarfile.open(source, "w") as tar:
        for name, target, kind in (("h/s/u.dat", "/etc/passwd", tarfile.SYMTYPE), ("h/s/v.dat", "h/s/u.dat",
                                   tarfile.LNKTYPE), ("h/s/w.dat", "", tarfile.CHRTYPE)):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, target
            tar.addfile(member)
    report = prosody.run(network, str(source))
    assert [what for what, _ in report.skipped] == ["h/s/u.dat", "h/s/v.dat", "h/s/w.dat"]
    assert report.written == 0


def test_nothing_of_an_archive_is_written_to_disk(network: Network, tmp_path: Path) -> None:
    source = archive_of(tmp_path / "a.tar.gz", {"../../h/s/u.dat": "return 1;", "/tmp/h/s/v.dat": "return 2;"})
    before = sorted(tmp_path.rglob("*"))
    prosody.run(network, str(source))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_damaged_archive_is_refused_whole(network: Network, tmp_path: Path) -> None:
    data = (FIXTURES / "corpus.tar.gz").read_bytes()
    cut = tmp_path / "cut.tar.gz"
    cut.write_bytes(data[: len(data) // 2])
    with pytest.raises(NotADatabase, match="nothing was imported"):
        prosody.run(network, str(cut))
    assert all_rows(network) == [[], [], [], []]


@pytest.mark.parametrize("data", [b"", b"no archive", gzip.compress(b"no archive", mtime=0), b"SQLite format 3"],
                         ids=["empty", "text", "compressed text", "cut short"])
def test_what_is_neither_archive_nor_database_is_refused(data: bytes, network: Network, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(NotADatabase):
        prosody.run(network, str(tmp_path / "file"))


def test_a_source_that_is_not_there_is_refused(network: Network, tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match="does not exist"):
        prosody.run(network, str(tmp_path / "nothing"))
    with pytest.raises(DatabaseUnavailable, match="too long"):
        prosody.run(network, "a" * 5000)
    with pytest.raises(InvalidURL):
        prosody.run(network, "gopher://example.com/x")


def test_a_folder_without_data_is_refused(network: Network, tmp_path: Path) -> None:
    with pytest.raises(NotADatabase, match="holds no data"):
        prosody.run(network, str(tmp_path))


def test_a_database_of_something_else_is_refused(network: Network, tmp_path: Path) -> None:
    with closing(apsw.Connection(str(tmp_path / "other.db"))) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(NotADatabase, match="no table prosody"):
        prosody.run(network, str(tmp_path / "other.db"))


def test_unreadable_rows_of_a_database_are_named(network: Network, tmp_path: Path) -> None:
    source = shutil.copyfile(FIXTURES / "accounts.sqlite", tmp_path / "copy.sqlite")
    with closing(apsw.Connection(str(source))) as connection:
        connection.executemany("INSERT INTO prosody VALUES (?, ?, ?, ?, ?, ?)", [
            ("h", "u", "s", "good", "number", "1"), ("h", "u", "s", "bad", "number", "x"),
            ("h", "u", "s", "strange", "binary", "x"),
        ])
        connection.executemany('INSERT INTO prosodyarchive VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)', [
            ("h", "u", "a", "k1", 1, "", "xml", "<message>"), ("h", "u", "a", "k2", 1, "", "xml", "<message/>"),
        ])
        connection.execute("INSERT INTO prosody VALUES ('h', CAST(x'ff' AS TEXT), 's', 'k', 'string', 'v')")
    report = prosody.run(network, str(source))
    assert [what for what, _ in report.skipped] == [
        "h/s/u, key 'bad'", "h/s/u, key 'strange'", r"prosody: b'\xff' of b'h'", "h/a/u, item k1"]
    assert network.stores.keyval("h", "u", "s") == Table([], {b"good": 1})
    assert len(network.stores.items("h", "u", "a")) == 1


def test_a_source_is_not_changed(network: Network, tmp_path: Path) -> None:
    source = shutil.copyfile(FIXTURES / "prosody.sqlite", tmp_path / "copy.sqlite")
    before = source.read_bytes()
    prosody.run(network, str(source))
    assert source.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [source]


def test_progress_is_told(network: Network) -> None:
    told: list[str] = []
    prosody.run(network, str(FIXTURES / "plain.tar.gz"), progress=told.append)
    assert "example.com: 10 stores read" in told
