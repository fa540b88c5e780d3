"""What Anope's SQL module wrote comes over whole, keeps its ids, and comes again without harm."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from models.catalogue import Kind, ObjectID, Reference
from models.check import check
from models.errors import DatabaseUnavailable, InvalidURL, NotADatabase, NotFound
from models.importing import anope
from models.network import Network
from models.stored import Stored
from tests.engines import FIXTURES, Engine

OBJECTS = {"anope": 106, "anope_network": 588, "deleted": 53, "empty": 7, "small": 53}
NEXT_ID = {"anope": 109, "anope_network": 589, "deleted": 55, "empty": 8, "small": 54}
"""As the README of the contract says."""

ID = "id INTEGER PRIMARY KEY, FOREIGN KEY (id) REFERENCES anope_db_objects(id) ON DELETE CASCADE"


def fixture(name: str) -> str:
    return str(FIXTURES / f"{name}.sqlite")


def rows(network: Network) -> dict[str, list[tuple[int, dict[str, str]]]]:
    """All objects by type, with the values that were set as they are printed."""
    return {
        type_.name: [(row.id, printed(tuple(type_.by_name), row.values)) for row in network.store.page(type_.name)]
        for type_ in network.catalogue
    }


def printed(names: tuple[str, ...], values: tuple[Stored, ...]) -> dict[str, str]:
    return {name: str(value) for name, value in zip(names, values, strict=True) if value is not None}


def objects(network: Network) -> list[tuple[int, str]]:
    table = network.tables.objects
    return list(table.select(table.id, table.type).order_by(table.id).tuples())


@pytest.fixture
def source(tmp_path: Path) -> Iterator[apsw.Connection]:
    """A small database of Anope's to be spoilt; it commits each statement."""
    with closing(apsw.Connection(str(tmp_path / "source.db"))) as connection:
        connection.execute(f"""
            CREATE TABLE anope_db_objects (id INTEGER PRIMARY KEY AUTOINCREMENT, type);
            CREATE TABLE anope_db_account (display, email, AUTOOP, {ID});
            CREATE TABLE anope_db_nick (nick, last_seen, nc, {ID});
            CREATE TABLE anope_db_memoinfo (owner, memomax, {ID});
            CREATE TABLE anope_db_memo (mi, time, text, {ID});
            CREATE TABLE anope_db_accesschanaccess (ci, obj, level, {ID});
        """)
        yield connection


def add(source: apsw.Connection, type_name: str, id_: int | None = None, **values: object) -> int:
    """An object as Anope writes one."""
    source.execute("INSERT INTO anope_db_objects VALUES (?, ?)", (id_, type_name))
    id_ = source.last_insert_rowid()
    names, marks = ", ".join(("id", *values)), ", ".join("?" * (len(values) + 1))
    source.execute(f"INSERT INTO anope_db_{type_name} ({names}) VALUES ({marks})", (id_, *values.values()))
    return id_


def path_of(source: apsw.Connection) -> str:
    return source.filename


@pytest.mark.parametrize("name", OBJECTS)
def test_a_database_comes_over_whole(network: Network, name: str, tmp_path: Path) -> None:
    report = anope.run(network, fixture(name))
    assert (report.read, report.written, report.skipped) == (OBJECTS[name], OBJECTS[name], ())
    copy = tmp_path / "copy.db"
    copy.write_bytes(Path(fixture(name)).read_bytes())
    with closing(Network.open(f"sqlite:///{copy}", types=())) as original:
        assert rows(network) == rows(original)
        assert objects(network) == objects(original)


@pytest.mark.parametrize("name", OBJECTS)
def test_the_next_id_is_the_one_that_anope_would_give(network: Network, name: str) -> None:
    anope.run(network, fixture(name))
    assert network.store.create("account", {}) == NEXT_ID[name]


def test_the_source_stays_as_it_is(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "copy.sqlite"
    path.write_bytes(Path(fixture("anope")).read_bytes())
    path.chmod(0o444)
    anope.run(network, str(path))
    assert path.read_bytes() == Path(fixture("anope")).read_bytes()
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["copy.sqlite"]


def test_a_source_in_wal_mode_stays_as_it_is_and_loses_nothing(network: Network, source: apsw.Connection) -> None:
    source.execute("PRAGMA journal_mode = wal")
    add(source, "account", display="in the file")
    source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    add(source, "account", display="in the log")
    before = Path(path_of(source)).read_bytes()
    assert anope.run(network, path_of(source)).written == 2
    assert Path(path_of(source)).read_bytes() == before


def test_a_closed_source_in_wal_mode_gets_no_files_beside_it(network: Network, tmp_path: Path) -> None:
    with closing(Network.open(f"sqlite:///{tmp_path}/other.db", types=())) as other:
        other.store.create("account", {"display": "Adam"})
    anope.run(network, str(tmp_path / "other.db"))
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["other.db"]


def test_coming_again_doubles_nothing_and_brings_what_changed(network: Network, source: apsw.Connection) -> None:
    adam, eve = (add(source, "account", display=name, email=f"{name}@example.com") for name in ("adam", "eve"))
    anope.run(network, path_of(source))
    network.store.update("account", eve, {"AUTOOP": True})
    assert anope.run(network, path_of(source)).written == 1  # AUTOOP is what the source says again
    source.execute("UPDATE anope_db_account SET email = 'new@example.com' WHERE id = ?", (adam,))
    nick = add(source, "nick", nick="adam", nc=adam)
    assert anope.run(network, path_of(source)).written == 2
    assert anope.run(network, path_of(source)).written == 0
    assert rows(network)["account"] == [
        (adam, {"display": "adam", "email": "new@example.com"}), (eve, {"display": "eve", "email": "eve@example.com"}),
    ]
    assert rows(network)["nick"] == [(nick, {"nick": "adam", "nc": str(adam)})]


def test_fields_that_the_source_does_not_have_stay(network: Network, source: apsw.Connection) -> None:
    id_ = add(source, "account", display="Adam")
    anope.run(network, path_of(source))
    network.store.update("account", id_, {"greet": "hello"})
    source.execute("UPDATE anope_db_account SET display = 'Eve'")
    anope.run(network, path_of(source))
    assert rows(network)["account"] == [(id_, {"display": "Eve", "greet": "hello"})]


def test_a_dry_run_promises_and_changes_nothing(network: Network, source: apsw.Connection) -> None:
    source.execute("ALTER TABLE anope_db_account ADD COLUMN motto")
    add(source, "account", display="Adam", motto="Ora", AUTOOP="maybe")
    add(source, "memo", mi=99)
    promised = anope.run(network, path_of(source), dry_run=True)
    assert objects(network) == []
    assert "motto" not in [column.name for column in network.database.get_columns("anope_db_account")]
    assert network.store.create("account", {}) == 1
    network.store.delete("account", 1)
    assert anope.run(network, path_of(source)) == promised
    assert (promised.read, promised.written, len(promised.skipped)) == (2, 1, 2)


def test_progress_names_what_is_being_read(network: Network) -> None:
    told: list[str] = []
    anope.run(network, fixture("small"), progress=told.append)
    assert any(line.startswith("account: ") for line in told)


def test_ids_of_other_types_are_left_out(network: Network, source: apsw.Connection) -> None:
    network.store.create("botinfo", {"nick": "mine"})
    account = add(source, "account", display="theirs")
    nick = add(source, "nick", nick="lost", nc=account)
    info = add(source, "memoinfo", owner=account)
    assert anope.run(network, path_of(source)).skipped == (
        ("account:1", "the database has botinfo:1"),
        (f"memoinfo:{info}", "owner refers to 1, which is not there"),
        (f"nick:{nick}.nc", "nc refers to 1, which is not there"),
    )
    assert rows(network)["botinfo"] == [(1, {"nick": "mine"})]
    assert rows(network)["nick"] == [(nick, {"nick": "lost"})]
    assert rows(network)["memoinfo"] == []


def test_what_depends_on_nothing_is_left_out_with_all_that_depends_on_it(
    network: Network, source: apsw.Connection
) -> None:
    add(source, "memo", 5, mi=7, text="early")
    add(source, "memoinfo", 7, owner=99)
    add(source, "memo", 8, mi=7, text="late")
    add(source, "memo", 9, text="never set")
    assert dict(anope.run(network, path_of(source)).skipped) == {
        "memo:5": "mi refers to 7, which is not there", "memoinfo:7": "owner refers to 99, which is not there",
        "memo:8": "mi refers to 7, which is not there",
    }
    assert [id_ for id_, _ in objects(network)] == [9]
    assert network.store.create("account", {}) == 10


def test_references_to_another_type_than_they_take_are_dangling(network: Network, source: apsw.Connection) -> None:
    nick = add(source, "nick", nick="a")
    other = add(source, "nick", nick="b", nc=nick)
    memo = add(source, "memo", mi=nick)
    assert dict(anope.run(network, path_of(source)).skipped) == {
        f"nick:{other}.nc": f"nc refers to {nick}, which is no account but a nick",
        f"memo:{memo}": f"mi refers to {nick}, which is no memoinfo but a nick",
    }


def test_what_no_field_can_hold_is_left_unset_and_named(network: Network, source: apsw.Connection) -> None:
    add(source, "account", display="nul\0", email=b"\xff\xfe", AUTOOP="maybe")
    add(source, "nick", nick="fine", last_seen="yesterday", nc="somebody")
    add(source, "accesschanaccess", level=10**12, obj=-5)
    left_out = {what for what, _ in anope.run(network, path_of(source)).skipped}
    assert left_out == {
        "account:1.display", "account:1.email", "account:1.AUTOOP", "nick:2.last_seen", "nick:2.nc",
        "accesschanaccess:3",
    }
    assert rows(network)["nick"] == [(2, {"nick": "fine"})]
    assert rows(network)["account"] == [(1, {})]


def test_text_that_is_no_utf_8_is_left_unset(network: Network, source: apsw.Connection) -> None:
    id_ = add(source, "account", display="x")
    source.execute("UPDATE anope_db_account SET display = CAST(x'4180ff' AS TEXT)")
    assert [what for what, _ in anope.run(network, path_of(source)).skipped] == [f"account:{id_}.display"]


def test_on_postgresql_a_key_that_its_indexes_may_not_hold_is_left_unset(
    network: Network, source: apsw.Connection, engine: str,
) -> None:
    long, account = add(source, "nick", nick="x" * 2601), add(source, "account", display="x" * 3000)
    fits = add(source, "nick", nick="x" * 2600)
    left_out = (f"nick:{long}.nick", "invalid value for nick: 2601 bytes, and PostgreSQL's indexes take 2600")
    promised = anope.run(network, path_of(source), dry_run=True)
    report = anope.run(network, path_of(source))
    assert promised.skipped == report.skipped
    assert report.skipped == ((left_out,) if engine == "postgresql" else ())
    kept = {id_ for id_, values in rows(network)["nick"] if "nick" in values}
    assert kept == ({fits} if engine == "postgresql" else {long, fits})
    assert rows(network)["account"] == [(account, {"display": "x" * 3000})], "no index holds that"


@pytest.mark.parametrize(("cell", "value"), [
    (7, "7"), ("+007", "7"), (7.0, "7"), (b"7", "7"), ("", "0"), ("-1", "-1"), (-(2**63), str(-(2**63))),
])
def test_numbers_come_in_any_form(network: Network, source: apsw.Connection, cell: object, value: str) -> None:
    id_ = add(source, "nick", last_seen=cell)
    assert anope.run(network, path_of(source)).skipped == ()
    assert rows(network)["nick"] == [(id_, {"last_seen": value})]


def test_numbers_in_columns_of_text_are_texts(network: Network, source: apsw.Connection) -> None:
    id_ = add(source, "account", display=7, email=b"a@example.com")
    anope.run(network, path_of(source))
    assert rows(network)["account"] == [(id_, {"display": "7", "email": "a@example.com"})]


def test_ids_without_a_row_are_kept_but_never_given(network: Network, source: apsw.Connection) -> None:
    source.execute("INSERT INTO anope_db_objects VALUES (5, 'xline'), (6, 'account'), (7, 'no/such type')")
    nick = add(source, "nick", 8, nc=6)
    report = anope.run(network, path_of(source))
    assert (report.written, report.skipped) == (4, ())
    assert objects(network) == [(5, "xline"), (6, "account"), (7, "no/such type"), (8, "nick")]
    assert rows(network)["nick"] == [(nick, {"nc": "6"})]
    with pytest.raises(NotFound):
        network.store.get("account", 6)


def test_rows_without_an_entry_get_one(network: Network, source: apsw.Connection) -> None:
    source.execute("INSERT INTO anope_db_account (id, display) VALUES (40, 'Adam')")
    assert anope.run(network, path_of(source)).written == 1
    assert objects(network) == [(40, "account")]
    assert network.store.create("account", {}) == 41


def test_two_rows_of_one_id_bring_the_one_that_its_entry_names(network: Network, source: apsw.Connection) -> None:
    id_ = add(source, "nick", nick="right")
    source.execute("INSERT INTO anope_db_account (id, display) VALUES (?, 'wrong')", (id_,))
    assert anope.run(network, path_of(source)).skipped == ((f"account:{id_}", "among the objects it is a nick"),)
    assert rows(network)["account"] == []


@pytest.mark.parametrize("id_", [0, -1])
def test_ids_that_are_none_are_left_out(network: Network, source: apsw.Connection, id_: int) -> None:
    source.execute("INSERT INTO anope_db_objects VALUES (?, 'account')", (id_,))
    report = anope.run(network, path_of(source))
    assert (report.written, len(report.skipped)) == (0, int(id_ > -1))


def test_types_and_columns_that_only_the_source_knows_come_along(
    prepared_url: str, source: apsw.Connection
) -> None:
    source.execute(f"""
        ALTER TABLE anope_db_account ADD COLUMN motto;
        CREATE TABLE anope_db_webpage (title, owner REFERENCES anope_db_objects(id) ON DELETE CASCADE,
            author REFERENCES anope_db_objects(id) ON DELETE SET NULL, photo BLOB, {ID});
        CREATE TABLE anope_db_notes (text);
    """)
    account = add(source, "account", motto="Ora et labora")
    page = add(source, "webpage", title="Home", owner=account, author=account)
    with closing(Network.open(prepared_url, types=())) as network:
        report = anope.run(network, path_of(source))
        assert {what for what, _ in report.skipped} == {"column anope_db_webpage.photo", "table anope_db_notes"}
        assert anope.run(network, path_of(source)).written == 0
    with closing(Network.open(prepared_url, types=())) as network:
        assert [(f.name, f.kind, f.reference) for f in network.catalogue["webpage"].fields] == [
            ("title", Kind.STRING, None), ("owner", Kind.REFERENCE, Reference(None, depends=True)),
            ("author", Kind.REFERENCE, Reference(None, depends=False)),
        ]
        assert rows(network)["account"] == [(account, {"motto": "Ora et labora"})]
        assert anope.run(network, path_of(source)).written == 0
        assert network.store.delete("account", account).deleted == (
            ObjectID("account", account), ObjectID("webpage", page),
        )


def test_from_one_edgewise_database_to_another(databases: Engine, prepared_url: str, network: Network) -> None:
    anope.run(network, fixture("anope"))
    host = ObjectID("xmpphost", network.store.create("xmpphost", {"name": "example.com"}))
    network.store.create("xmppuser", {"host": host, "name": "adam"})
    network.store.create_index("account", "display")
    network.store.delete("account", network.store.create("account", {}))
    with closing(Network.open(databases.prepared(), types=())) as copy:
        assert anope.run(copy, prepared_url).skipped == ()
        assert rows(copy) == rows(network)
        assert objects(copy) == objects(network)
        assert anope.run(copy, prepared_url).written == 0
        assert copy.store.create("account", {}) == network.store.create("account", {})


def test_values_of_stores_are_said_to_stay_behind(databases: Engine, network: Network) -> None:
    url = databases.prepared()
    with closing(Network.open(url, types=())) as source:
        source.database.execute_sql(
            "INSERT INTO prosody VALUES ('example.com', 'adam', 'roster', '', 'json', '{}', NULL)"
        )
    report = anope.run(network, url)
    assert report.skipped == (
        ("1 rows of prosody", "they are no objects; bring them with: edgewise import prosody"),
    )
    assert len(rows(network)["xmppstore"]) == 1


def test_names_that_are_taken_are_left_out_with_what_they_own(databases: Engine, network: Network) -> None:
    network.store.create("account", {})
    mine = network.store.create("xmpphost", {"name": "example.com"})
    url = databases.prepared()
    with closing(Network.open(url, types=())) as source:
        host = ObjectID("xmpphost", 0)
        for name in ("other.example", "a.example", "example.com"):
            host = ObjectID("xmpphost", source.store.create("xmpphost", {"name": name}))
        user = source.store.create("xmppuser", {"host": host, "name": "adam"})
        report = anope.run(network, url)
    assert set(report.skipped) >= {
        (f"xmpphost:{host.id}", f"xmpphost:{mine} has the same name"),
        (f"xmppuser:{user}", f"host refers to {host.id}, which is not there"),
    }


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\xff" * 2000])
def test_a_file_without_objects_is_no_source(network: Network, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wrong.db"
    path.write_bytes(content)
    with pytest.raises((NotADatabase, DatabaseUnavailable)):
        anope.run(network, str(path))
    assert objects(network) == []


@pytest.mark.parametrize(("name", "error"), [
    ("gone.db", DatabaseUnavailable), ("postgresql://me@127.0.0.1:1/net", DatabaseUnavailable),
    ("oracle://host/net", InvalidURL), (".", NotADatabase),
])
def test_a_source_that_cannot_be_read_is_named(
    network: Network, tmp_path: Path, name: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        anope.run(network, name if ":" in name else str(tmp_path / name))


def test_another_prefix_finds_no_objects(database_url: str) -> None:
    with (
        closing(Network.open(database_url, prefix="other_", types=())) as network,
        pytest.raises(NotADatabase, match="no table other_objects"),
    ):
        anope.run(network, fixture("small"))


def test_an_import_that_fails_leaves_nothing(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, *arguments: object) -> None:
        raise RuntimeError("the power goes out")

    monkeypatch.setattr("models.importing.anope._Copy._update", fail)
    anope.run(network, fixture("small"))
    network.store.update("account", 8, {"display": "changed"})
    before, new = rows(network), Path(fixture("anope"))
    with pytest.raises(RuntimeError):
        anope.run(network, str(new))
    assert rows(network) == before


def test_what_was_imported_is_sound(network: Network) -> None:
    anope.run(network, fixture("small"))
    assert check(network) == []
