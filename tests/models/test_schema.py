"""Opening a database: what is missing is made, what is there stays as it is."""
from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw
import peewee
import pytest

from models.casemap import CaseMap
from models.catalogue import ObjectID
from models.database import connect
from models.errors import CatalogueError, EdgewiseError, NewerSchema
from models.introspection import Table, fingerprint, has_table, read_tables
from models.network import Network
from models.schema import VERSION, VERSION_TABLE, schema_lock
from tests.engines import FIXTURES
from tests.foreign_tables import module_table, run

NAMES = [path.stem for path in sorted(FIXTURES.glob("*.sqlite"))]


def tables_of(url: str) -> dict[str, Table]:
    database = connect(url, CaseMap("ascii"))
    with closing(database):
        return read_tables(database)


def layout(path: Path) -> dict[str, str]:
    """The definitions of a SQLite file's tables and indexes."""
    with closing(apsw.Connection(str(path))) as connection:
        return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


@pytest.fixture
def only_sqlite(engine: str) -> None:
    if engine != "sqlite":
        pytest.skip("only SQLite opens a database of Anope's in place")


def test_an_empty_database_gets_all_tables(database_url: str) -> None:
    with closing(Network.open(database_url, types=())) as network:
        names = {type_.name for type_ in network.catalogue}
    assert {f"anope_db_{name}" for name in (*names, "objects")} <= tables_of(database_url).keys()


def test_opening_again_changes_nothing(prepared_url: str) -> None:
    before = tables_of(prepared_url)
    Network.open(prepared_url, types=()).close()
    assert tables_of(prepared_url) == before


def test_references_have_an_index_and_the_rule_of_the_catalogue(prepared_url: str) -> None:
    tables = tables_of(prepared_url)
    with closing(Network.open(prepared_url, types=())) as network:
        for type_ in network.catalogue:
            table = tables[f"anope_db_{type_.name}"]
            assert (table.columns["id"].target, table.columns["id"].on_delete) == ("anope_db_objects", "CASCADE")
            for field, reference in type_.references:
                column = table.columns[field.name]
                assert column.target == "anope_db_objects"
                assert column.on_delete == ("CASCADE" if reference.depends else "SET NULL")
                assert field.name in table.indexed


def test_an_index_that_is_there_stays(engine: str, prepared_url: str) -> None:
    if engine == "mysql":
        pytest.skip("MariaDB indexes references by itself")
    with closing(Network.open(prepared_url, types=())) as network:
        network.database.execute_sql("DROP INDEX edgewise_nick_nc")
        network.database.execute_sql(f"CREATE INDEX own ON {network.tables.prefix}nick (nc)")
    before = tables_of(prepared_url)
    Network.open(prepared_url, types=()).close()
    assert tables_of(prepared_url) == before
    assert "edgewise_nick_nc" not in before["anope_db_nick"].indexes


@pytest.mark.parametrize(("type_name", "field"), [("nick", "nc"), ("channel", "founder"), ("nsaccess", "account")])
def test_what_refers_to_an_object_is_found_in_the_order_of_ids(
    engine: str, network: Network, type_name: str, field: str,
) -> None:
    if engine == "postgresql":  # on empty tables its planner would do anything
        for road in ("seqscan", "bitmapscan"):
            network.database.execute_sql(f"SET enable_{road} = off")
    explain = "EXPLAIN QUERY PLAN" if engine == "sqlite" else "EXPLAIN"
    plan = network.database.execute_sql(
        f"{explain} SELECT id FROM anope_db_{type_name} WHERE {field} = 1 ORDER BY id LIMIT 5").fetchall()
    assert "sort" not in str(plan).lower()
    assert "b-tree" not in str(plan).lower()


def test_a_prefix_keeps_two_networks_apart_in_one_database(engine: str, database_url: str) -> None:
    with closing(Network.open(database_url, types=())) as network:
        network.store.create("account", {"display": "Adam"})
    with pytest.raises(CatalogueError, match="prefix"):  # there is one set of Prosody's tables
        Network.open(database_url, prefix="other_", types=())


def test_another_prefix_names_the_tables(database_url: str) -> None:
    with closing(Network.open(database_url, prefix="irc", types=())) as network:
        network.store.create("account", {"display": "Adam"})
    assert "ircaccount" in tables_of(database_url)
    assert "anope_db_account" not in tables_of(database_url)


@pytest.mark.parametrize("name", NAMES)
def test_a_database_that_anope_made_keeps_its_layout(
    only_sqlite: None, fixture_url: Callable[[str], str], name: str
) -> None:
    path = file_of(fixture_url(name))
    before = layout(path)
    with closing(Network.open(f"sqlite:///{path}", types=())) as network:
        account = network.store.create("account", {"display": "New", "AUTOOP": True})
        network.store.create("nick", {"nick": "New", "nc": ObjectID("account", account), "last_seen": 5})
        network.store.create_index("account", "display")
    after = layout(path)
    assert {each: sql for each, sql in after.items() if each in before} == before
    added = {each for each in after if each.startswith("anope_db_")} - before.keys()
    assert added == {f"anope_db_{type_.name}" for type_ in network.catalogue} - before.keys()


def test_what_edgewise_writes_there_is_text_as_anopes_own(
    only_sqlite: None, fixture_url: Callable[[str], str]
) -> None:
    path = file_of(fixture_url("small"))
    with closing(Network.open(f"sqlite:///{path}", types=())) as network:
        id_ = network.store.create("nick", {"nick": "New", "nc": ObjectID("account", 8), "last_seen": 5})
    with closing(apsw.Connection(str(path))) as connection:
        row = connection.execute("SELECT nick, nc, last_seen, last_quit FROM anope_db_nick WHERE id = ?", (id_,))
        assert row.fetchone() == ("New", 8, "5", None)


def test_indexes_that_call_anopes_function_are_kept_up(
    only_sqlite: None, fixture_url: Callable[[str], str]
) -> None:
    path = file_of(fixture_url("anope"))
    with closing(Network.open(f"sqlite:///{path}", types=())) as network:
        id_ = network.store.create("account", {"display": "NEW"})
        network.store.update("account", id_, {"email": "New@Example.com"})
        network.store.delete("nick", network.store.create("nick", {"nick": "Gone"}))
        query = "SELECT id FROM anope_db_account INDEXED BY idx_email WHERE anope_canonicalize(email) = ?"
        assert network.database.execute_sql(query, ("new@example.com",)).fetchall() == [(id_,)]
        assert network.database.execute_sql("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert network.database.execute_sql("PRAGMA foreign_key_check").fetchall() == []


def make_newer(url: str) -> None:
    Network.open(url, types=()).close()
    database = connect(url, CaseMap("ascii"))
    with closing(database):
        database.execute_sql(f"INSERT INTO {VERSION_TABLE} (version) VALUES ({VERSION + 1})")


def test_a_newer_database_is_refused(database_url: str) -> None:
    make_newer(database_url)
    before = tables_of(database_url)
    with pytest.raises(NewerSchema, match="newer edgewise"):
        Network.open(database_url, types=())
    assert tables_of(database_url) == before


def test_a_newer_file_is_not_touched_at_all(only_sqlite: None, database_url: str) -> None:
    make_newer(database_url)
    path = file_of(database_url)
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("PRAGMA journal_mode = delete")
    before = path.read_bytes()
    with pytest.raises(NewerSchema):
        Network.open(database_url, types=())
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.glob(f"{path.name}?*")] == []


def test_nothing_stays_connected_when_opening_fails(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []

    def note(*arguments: object) -> object:
        opened.append(connect(*arguments))  # type: ignore[arg-type]  # whatever Network.open gives
        return opened[-1]

    monkeypatch.setattr("models.network.connect", note)
    make_newer(database_url)
    with pytest.raises(NewerSchema):
        Network.open(database_url, types=())
    assert all(database.is_closed() for database in opened)
    assert len(opened) == 2


def test_a_missing_column_of_an_older_database_is_added(prepared_url: str, engine: str) -> None:
    run(prepared_url, 'DROP TABLE "anope_db_nick"', module_table(engine, "nick", '"nick" TEXT'))
    with closing(Network.open(prepared_url, types=())) as network:
        account = ObjectID("account", network.store.create("account", {}))
        nick = ObjectID("nick", network.store.create("nick", {"nc": account, "last_seen": 5}))
        assert network.store.delete(*account).unset == ((nick, "nc"),)
    column = tables_of(prepared_url)["anope_db_nick"].columns["nc"]
    assert (column.target, column.on_delete) == ("anope_db_objects", "SET NULL")


def test_the_fingerprint_differs_when_a_column_comes(network: Network) -> None:
    before = fingerprint(network.database)
    assert fingerprint(network.database) == before
    network.database.execute_sql("ALTER TABLE anope_db_account ADD COLUMN motto TEXT")
    assert fingerprint(network.database) != before


def test_one_table_is_asked_for_by_its_exact_name(network: Network) -> None:
    assert has_table(network.database, VERSION_TABLE)
    assert not has_table(network.database, "edgewise")


async def write(network: Network) -> None:
    await network.workers.write(network.store.create, "account", {})
    await network.workers.write(network.store.create_index, "account", "display")


def open_together(url: str, start: multiprocessing.synchronize.Barrier, results: multiprocessing.Queue[str]) -> None:
    start.wait(60)
    try:
        with closing(Network.open(url, types=())) as network:
            asyncio.run(write(network))
        results.put("")
    except (EdgewiseError, peewee.PeeweeException) as error:
        results.put(repr(error))


def all_results(url: str, number: int) -> list[str]:
    """What came of opening a database in so many processes at the same moment."""
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(number), context.Queue()
    started = [context.Process(target=open_together, args=(url, start, results)) for _ in range(number)]
    for process in started:
        process.start()
    answers = [results.get(timeout=60) for _ in started]
    for process in started:
        process.join()
    return answers


def test_four_processes_open_a_new_database_at_once(database_url: str) -> None:
    assert all_results(database_url, 4) == [""] * 4
    with closing(Network.open(database_url, types=())) as network:
        assert len(network.store.page("account")) == 4
        assert network.store.is_indexed("account", "display")


def test_the_schema_lock_lets_nobody_else_in(
    engine: str, prepared_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.schema.LOCK_SECONDS", 0)
    first, second = (connect(prepared_url, CaseMap("ascii")) for _ in range(2))

    def enter() -> None:
        with schema_lock(second):
            pass

    with closing(first), closing(second):
        if engine == "postgresql":
            second.execute_sql("SET lock_timeout = '10ms'")
        if engine == "sqlite":
            second.execute_sql("PRAGMA busy_timeout = 0")
        with schema_lock(first), pytest.raises(Exception, match=r"locked|lock timeout|another edgewise"):
            enter()
        enter()
