"""Prosody's tables with an object behind each row, whoever made the tables and whoever writes the rows."""
from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from threading import Barrier

import apsw
import pytest

from models.casemap import CaseMap
from models.catalogue import ObjectID
from models.database import Database, connect, transaction
from models.errors import CatalogueError, DuplicateKey, InvalidValue
from models.introspection import read_tables
from models.network import Network
from tests.models.xmpp.as_prosody import archive, create_tables, insert, rows, run, write

FIXTURES = Path(__file__).parents[2] / "contract" / "data" / "fixtures"
PASSWORD = ("password", "string", "secret")
COLUMNS = {
    "prosody": ["host", "user", "store", "key", "type", "value", "store_id"],
    "prosodyarchive": ["sort_id", "host", "user", "store", "key", "when", "with", "type", "value", "store_id"],
}


@pytest.fixture
def database(network: Network) -> Database:
    return network.database


@pytest.fixture
def bare(database_url: str) -> Iterator[Database]:
    """A database that only Prosody has used so far."""
    opened = connect(database_url, CaseMap("ascii"))
    create_tables(opened)
    yield opened
    opened.close()


def names(network: Network, type_name: str) -> list[object]:
    return [row.values[-1] for row in network.store.page(type_name)]


def id_of(network: Network, type_name: str, name: str) -> int:
    row = network.store.find(type_name, "name", name)
    assert row
    return row.id


def owners(database: Database) -> list[tuple[object, ...]]:
    return rows(database, 'DISTINCT "host", "user", "store"')


def orphans(database: Database, prefix: str = "anope_db_") -> int:
    known = " UNION ALL ".join(f"SELECT id FROM {prefix}xmpp{name}" for name in ("host", "user", "store"))
    objects = f"SELECT count(*) FROM {prefix}objects WHERE type LIKE 'xmpp_' || '%%' AND id NOT IN ({known})"
    if database.engine == "mysql":
        objects = objects.replace("'xmpp_' || '%%'", "'xmpp%%'")
    if database.engine == "sqlite":
        objects = objects.replace("%%", "%")
    return int(database.execute_sql(objects).fetchone()[0])


# --------------------------------------------------------------------------------------------- writers


def test_a_row_that_prosody_inserts_gets_its_store_user_and_host(network: Network, database: Database) -> None:
    write(database, "example.com", "alice", "accounts", PASSWORD)
    host, = network.store.page("xmpphost")
    user, = network.store.page("xmppuser")
    store, = network.store.page("xmppstore")
    assert (host.values, user.values, store.values) == (("example.com",), (host.id, "alice"), (user.id, "accounts"))
    assert rows(database, "store_id") == [(store.id,)]
    assert [network.store.type_of(row.id) for row in (host, user, store)] == ["xmpphost", "xmppuser", "xmppstore"]


def test_rows_of_one_store_share_its_object(network: Network, database: Database) -> None:
    write(database, "example.com", "alice", "accounts", PASSWORD, ("n", "number", "1"))
    write(database, "example.com", "alice", "roster", ("a@b", "json", "{}"))
    write(database, "example.com", "bob", "accounts", PASSWORD)
    write(database, "example.net", "alice", "accounts", PASSWORD)
    assert names(network, "xmpphost") == ["example.com", "example.net"]
    assert names(network, "xmppuser") == ["alice", "bob", "alice"]
    assert names(network, "xmppstore") == ["accounts", "roster", "accounts", "accounts"]
    assert orphans(database) == 0


def test_archived_stanzas_belong_to_their_store(network: Network, database: Database) -> None:
    archive(database, "example.com", "alice", "archive", "k1", "<message/>")
    archive(database, "example.com", "alice", "archive", "k2", "<message/>")
    store, = network.store.page("xmppstore")
    assert rows(database, "store_id", "prosodyarchive") == [(store.id,)] * 2


def test_stores_of_the_host_itself_belong_to_the_user_without_a_name(network: Network, database: Database) -> None:
    write(database, "example.com", "", "invite_token", ("t", "json", "{}"))
    assert names(network, "xmppuser") == [""]


def test_names_that_differ_in_case_or_blanks_are_different(network: Network, database: Database) -> None:
    for user in ("bob", "Bob", "bob ", " bob", "bób"):
        insert(database, "example.com", user, "accounts", PASSWORD)
    assert names(network, "xmppuser") == ["bob", "Bob", "bob ", " bob", "bób"]


def test_a_store_keeps_its_id_when_all_its_rows_are_written_anew(network: Network, database: Database) -> None:
    write(database, "example.com", "alice", "accounts", PASSWORD)
    store, = network.store.page("xmppstore")
    write(database, "example.com", "alice", "accounts")
    assert network.store.page("xmppstore") == [store]
    write(database, "example.com", "alice", "accounts", PASSWORD)
    assert rows(database, "store_id") == [(store.id,)]


def test_ids_go_on_from_those_of_other_objects(network: Network, database: Database) -> None:
    first = network.store.create("account", {"display": "a"})
    write(database, "example.com", "alice", "accounts", PASSWORD)
    second = network.store.create("account", {"display": "b"})
    made = [row.id for name in ("xmpphost", "xmppuser", "xmppstore") for row in network.store.page(name)]
    assert sorted([first, *made, second]) == list(range(first, second + 1))


def test_a_row_that_names_its_store_id_keeps_it(network: Network, database: Database) -> None:
    write(database, "example.com", "alice", "accounts", PASSWORD)
    store, = network.store.page("xmppstore")
    run(database, 'INSERT INTO prosody ("host","user","store","key","type","value","store_id") VALUES (?,?,?,?,?,?,?)',
        "example.com", "alice", "accounts", "n", "number", "1", store.id)
    assert rows(database, "store_id") == [(store.id,)] * 2


@pytest.mark.parametrize("owner", [("example.com", "alice", "s"), ("example.com", "u{0}", "s"), ("h{0}", "u", "s{0}")],
                         ids=["one store", "users of one host", "hosts"])
def test_writers_who_make_the_same_at_once_get_one_object(
    network: Network, database_of: Callable[[], Database], owner: tuple[str, str, str]
) -> None:
    if network.database.engine == "sqlite":
        pytest.skip("SQLite has one writer")
    start = Barrier(4, timeout=100)

    def register(number: int) -> None:
        database = database_of()
        for round_ in range(5):
            start.wait()
            host, user, store = (f"{name.format(number)}{round_}" for name in owner)
            with transaction(database):
                insert(database, host, user, store, ("a", "string", "v"), ("b", "string", "v"))
        database.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(register, range(4)))
    assert len(rows(network.database, "store_id")) == 40
    assert len(network.store.page("xmppstore")) == len(owners(network.database))
    assert orphans(network.database) == 0


@pytest.fixture
def database_of(prepared_url: str) -> Callable[[], Database]:
    """Makes further connections to the database of `network`."""
    return lambda: connect(prepared_url, CaseMap("ascii"))


# ------------------------------------------------------------------------------- databases of Prosody's


def test_rows_from_before_get_their_objects(bare: Database, database_url: str) -> None:
    insert(bare, "example.com", "alice", "accounts", PASSWORD)
    insert(bare, "example.com", "alice ", "accounts", PASSWORD)
    insert(bare, "example.net", "", "config", PASSWORD)
    archive(bare, "example.com", "alice", "archive", "k", "<message/>")
    with closing(Network.open(database_url, types=())) as network:
        assert sorted(map(str, names(network, "xmppuser"))) == ["", "alice", "alice "]
        assert sorted(map(str, names(network, "xmppstore"))) == ["accounts", "accounts", "archive", "config"]
        assert rows(network.database, "count(*), count(DISTINCT store_id), count(store_id)") == [(3, 3, 3)]
        assert rows(network.database, "count(store_id)", "prosodyarchive") == [(1,)]


def test_a_second_opening_changes_nothing(bare: Database, database_url: str) -> None:
    write(bare, "example.com", "alice", "accounts", PASSWORD)
    Network.open(database_url, types=()).close()
    before = rows(bare, "*"), rows(bare, "*", "anope_db_objects"), read_tables(bare)
    Network.open(database_url, types=()).close()
    assert before == (rows(bare, "*"), rows(bare, "*", "anope_db_objects"), read_tables(bare))


def test_rows_written_while_the_triggers_were_missing_are_found_at_the_next_opening(
    network: Network, prepared_url: str
) -> None:
    run(network.database, 'DROP TRIGGER "edgewise_prosody_insert"'
        + (" ON prosody" if network.database.engine == "postgresql" else ""))
    write(network.database, "example.com", "alice", "accounts", PASSWORD)
    with closing(Network.open(prepared_url, types=())) as again:
        assert names(again, "xmppuser") == ["alice"]
        assert rows(again.database, "count(store_id)") == [(1,)]


def test_columns_of_prosody_stay_as_they_are(bare: Database, database_url: str) -> None:
    before = {name: list(read_tables(bare)[name].columns.values()) for name in COLUMNS}
    with closing(Network.open(database_url, types=())) as network:
        after = read_tables(network.database)
        for name, columns in COLUMNS.items():
            assert list(after[name].columns) == columns
            assert list(after[name].columns.values())[:-1] == before[name]


def test_tables_that_edgewise_makes_are_prosodys(bare: Database, database_url: str, network: Network) -> None:
    Network.open(database_url, types=()).close()
    ours, theirs = read_tables(network.database), read_tables(bare)
    for name in COLUMNS:
        assert ours[name].columns == theirs[name].columns


def test_collations_are_those_that_prosody_demands(network: Network) -> None:
    if network.database.engine != "mysql":
        pytest.skip("only MariaDB has them")
    wrong = network.database.execute_sql("""
        SELECT column_name FROM information_schema.columns
        WHERE table_name LIKE 'prosody%%' AND table_schema = database()
        AND (character_set_name != 'utf8mb4' OR collation_name != 'utf8mb4_bin')""")
    assert list(wrong.fetchall()) == []


@pytest.mark.parametrize("name", ["prosody", "accounts"])
def test_a_recorded_database_opens_in_place_twice(name: str, tmp_path: Path, engine: str) -> None:
    if engine != "sqlite":
        pytest.skip("the recorded databases are SQLite's")
    copy = shutil.copyfile(FIXTURES / f"{name}.sqlite", tmp_path / "copy.db")
    with closing(apsw.Connection(str(copy))) as connection:
        before = [connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in COLUMNS]
    for _ in range(2):
        with closing(Network.open(f"sqlite:///{copy}", types=())) as network:
            found = [
                [tuple(row) for row in network.database.execute_sql(f"SELECT * FROM {table} ORDER BY rowid").fetchall()]
                for table in COLUMNS
            ]
            assert [[row[:-1] for row in table] for table in found] == before
            assert all(network.store.type_of(row[-1]) == "xmppstore" for table in found for row in table)


def test_another_prefix_is_refused(network: Network, prepared_url: str) -> None:
    with pytest.raises(CatalogueError, match="prosody belong to anope_db_objects, not to other_objects"):
        Network.open(prepared_url, prefix="other_", types=())


def test_a_refused_opening_changes_nothing(network: Network, prepared_url: str) -> None:
    if network.database.engine == "mysql":
        pytest.skip("MariaDB commits at each statement that changes a table")
    before = read_tables(network.database)
    with suppress(CatalogueError):
        Network.open(prepared_url, prefix="other_", types=())
    assert read_tables(network.database) == before


# ----------------------------------------------------------------------------------- renames, deletes


@pytest.fixture
def filled(network: Network, database: Database) -> Network:
    for host, user in (("example.com", "alice"), ("example.com", "bob"), ("example.net", "alice")):
        write(database, host, user, "accounts", PASSWORD)
        write(database, host, user, "roster", ("a@b", "json", "{}"))
        archive(database, host, user, "archive", "k", "<message/>")
        network.stores.append(host, user, "list", b"item")
    return network


def test_rows_follow_the_new_name_of_a_user(filled: Network, database: Database) -> None:
    filled.store.update("xmppuser", id_of(filled, "xmppuser", "alice"), {"name": "alicia"})
    assert {owner[:2] for owner in owners(database)} == {
        ("example.com", "alicia"), ("example.com", "bob"), ("example.net", "alice")}
    assert {owner[0] for owner in rows(database, '"user"', "prosodyarchive")} == {"alicia", "bob", "alice"}
    assert filled.stores.keyval("example.com", "alice", "accounts") is None
    assert filled.stores.items("example.com", "alicia", "list") == [b"item"]


def test_rows_follow_the_new_name_of_a_host(filled: Network, database: Database) -> None:
    filled.store.update("xmpphost", id_of(filled, "xmpphost", "example.com"), {"name": "example.org"})
    assert {owner[0] for owner in owners(database)} == {"example.org", "example.net"}
    assert filled.stores.hosts() == {"example.org", "example.net"}


def test_rows_follow_the_new_name_of_a_store(filled: Network, database: Database) -> None:
    user = id_of(filled, "xmppuser", "bob")
    store = next(row.id for row in filled.store.page("xmppstore") if row.values == (user, "accounts"))
    filled.store.update("xmppstore", store, {"name": "old_accounts"})
    assert ("example.com", "bob", "old_accounts") in owners(database)
    assert ("example.com", "bob", "accounts") not in owners(database)


def test_rows_follow_a_user_to_another_host(filled: Network, database: Database) -> None:
    host = ObjectID("xmpphost", id_of(filled, "xmpphost", "example.net"))
    filled.store.update("xmppuser", id_of(filled, "xmppuser", "bob"), {"host": host})
    assert {owner[:2] for owner in owners(database) if owner[1] == "bob"} == {("example.net", "bob")}


def test_a_name_that_is_taken_is_refused(filled: Network, database: Database) -> None:
    before = rows(database, "*")
    with pytest.raises(DuplicateKey):
        filled.store.update("xmppuser", id_of(filled, "xmppuser", "alice"), {"name": "bob"})
    assert rows(database, "*") == before


@pytest.mark.parametrize(("type_name", "name", "field"), [
    ("xmpphost", "example.com", "name"), ("xmppuser", "bob", "name"), ("xmppuser", "bob", "host"),
    ("xmppstore", "roster", "user"),
])
def test_what_names_a_store_cannot_be_unset(filled: Network, type_name: str, name: str, field: str) -> None:
    with pytest.raises(InvalidValue, match="cannot be unset"):
        filled.store.update(type_name, id_of(filled, type_name, name), {field: None})


def test_a_new_user_may_take_a_name_that_another_gave_up(filled: Network, database: Database) -> None:
    old = id_of(filled, "xmppuser", "bob")
    filled.store.update("xmppuser", old, {"name": "rob"})
    write(database, "example.com", "bob", "accounts", PASSWORD)
    new = id_of(filled, "xmppuser", "bob")
    assert new != old
    assert filled.stores.keyval("example.com", "rob", "accounts") is not None


def test_a_user_takes_along_what_is_his(filled: Network, database: Database) -> None:
    deleted = filled.store.delete("xmppuser", id_of(filled, "xmppuser", "alice")).deleted
    assert [object_id.type for object_id in deleted] == ["xmppuser"] + ["xmppstore"] * 4
    assert {owner[:2] for owner in owners(database)} == {("example.com", "bob"), ("example.net", "alice")}
    assert rows(database, "count(*)", "prosodyarchive") == [(2,)]
    assert rows(database, "count(*)", "edgewise_item") == [(2,)]
    assert orphans(database) == 0


def test_a_deleted_user_may_come_again(filled: Network, database: Database) -> None:
    old = id_of(filled, "xmppuser", "bob")
    filled.store.delete("xmppuser", old)
    write(database, "example.com", "bob", "accounts", PASSWORD)
    assert id_of(filled, "xmppuser", "bob") > old


def test_a_host_takes_all_its_users_along(filled: Network, database: Database) -> None:
    filled.store.delete("xmpphost", id_of(filled, "xmpphost", "example.com"))
    assert {owner[0] for owner in owners(database)} == {"example.net"}
    assert names(filled, "xmppuser") == ["alice"]
