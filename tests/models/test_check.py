"""What is broken is found and named; the repair mends it at once and gives no id again."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from models.catalogue import Field, Kind, ObjectID, ObjectType, Reference
from models.check import check
from models.database import quoted, transaction
from models.network import Network
from models.sequence import highest_given, never_below

UNGUARDED = {
    "sqlite": ("PRAGMA foreign_keys = 0", "PRAGMA foreign_keys = 1"),
    "postgresql": ("SET session_replication_role = replica", "SET session_replication_role = origin"),
    "mysql": ("SET foreign_key_checks = 0", "SET foreign_key_checks = 1"),
}


@contextmanager
def unguarded(network: Network) -> Iterator[Callable[..., None]]:
    """Runs SQL past all foreign keys and triggers, as a program that does not know of them."""
    database = network.database
    off, on = UNGUARDED[database.engine]

    def run(sql: str, *parameters: object) -> None:
        text = sql.replace('"', "`") if database.engine == "mysql" else sql
        database.execute_sql(text.replace("?", database.param), parameters)

    database.execute_sql(off)
    try:
        yield run
    finally:
        database.execute_sql(on)


def make(network: Network, type_name: str, **references: ObjectID) -> ObjectID:
    return ObjectID(type_name, network.store.create(type_name, references))


def kinds(network: Network) -> Counter[str]:
    return Counter(finding.kind for finding in check(network))


def assert_mended(network: Network, *lines: str) -> None:
    """The check says exactly this, changes nothing unless told to, and finds nothing after the repair."""
    highest = highest_given(network.database, "anope_db_objects")
    assert [str(finding) for finding in check(network)] == list(lines)
    assert [str(finding) for finding in check(network, repair=True)] == list(lines)
    assert check(network) == []
    assert network.store.create("stats", {}) > highest


def test_a_sound_network_has_no_findings(network: Network) -> None:
    bot = make(network, "botinfo")
    make(network, "channel", bi=bot)
    host = make(network, "xmpphost")
    make(network, "xmppuser", host=host)
    assert check(network) == []
    assert check(network, repair=True) == []
    assert len(network.store.refs(*bot, "channel")) == 1


def test_entries_without_a_row_go_and_their_ids_stay_given(network: Network) -> None:
    with unguarded(network) as run:
        run("INSERT INTO anope_db_objects (id, type) VALUES (7, 'xline'), (9, 'no such type')")
    if network.database.engine == "postgresql":
        never_below(network.database, "anope_db_objects", 9)
    assert_mended(
        network,
        "orphan: xline:7 has no row; it is deleted, its id is never given again",
        "orphan: no such type:9 has no row; it is deleted, its id is never given again",
    )
    assert network.store.type_of(7) is None


def test_what_the_old_server_left_is_found(open_fixture: Callable[[str], Network]) -> None:
    network = open_fixture("anope")
    assert [finding.what.split()[0] for finding in check(network)] == [
        "account:95", "nick:96", "memo:97", "forbid:98", "vhost:99", "xline:100",
    ]
    before = network.store.page("account")
    assert len(check(network, repair=True)) == 6
    assert network.store.page("account") == before
    assert network.store.create("account", {}) == 109


def test_references_to_an_entry_without_a_row_are_unset_or_take_along(network: Network) -> None:
    account = make(network, "account")
    nick = make(network, "nick", nc=account)
    info = make(network, "memoinfo", owner=account)
    memo = make(network, "memo", mi=info)
    with unguarded(network) as run:
        run("DELETE FROM anope_db_account")
    assert_mended(
        network,
        f"orphan: {account} has no row; it is deleted, its id is never given again",
        f"reference to nothing: {info}.owner refers to object:{account.id}; {info} is deleted, as it depends on it",
        f"reference to nothing: {memo}.mi refers to object:{info.id}; {memo} is deleted, as it depends on it",
        f"reference to nothing: {nick}.nc refers to object:{account.id}; the reference is unset",
    )
    assert network.store.get(*nick).id == nick.id
    assert network.store.page("memo") == []


def test_references_to_ids_that_never_were_are_found(network: Network) -> None:
    nick = make(network, "nick", nc=make(network, "account"))
    with unguarded(network) as run:
        run('UPDATE anope_db_nick SET "nc" = 12345')
    assert_mended(
        network, f"reference to nothing: {nick}.nc refers to object:12345; the reference is unset",
    )


def test_references_to_the_wrong_type_are_found(network: Network) -> None:
    first, second = make(network, "nick"), make(network, "nick")
    info = make(network, "memoinfo")
    memo, entry = make(network, "memo", mi=info), make(network, "accesschanaccess", obj=second)
    with unguarded(network) as run:
        run('UPDATE anope_db_nick SET "nc" = ? WHERE id = ?', second.id, first.id)
        run('UPDATE anope_db_memo SET "mi" = ?', second.id)
    assert_mended(
        network,
        f"reference to the wrong type: {memo}.mi refers to {second}; {memo} is deleted, as it depends on it",
        f"reference to the wrong type: {first}.nc refers to {second}; the reference is unset",
    )
    assert [row.id for row in network.store.refs(*second, "accesschanaccess")] == [entry.id]


def test_rows_without_an_entry_become_objects_again(network: Network) -> None:
    account = make(network, "account")
    nick = make(network, "nick", nc=account)
    with unguarded(network) as run:
        run("DELETE FROM anope_db_objects")
        run("INSERT INTO anope_db_nick (id) VALUES (500)")
    assert_mended(
        network,
        f"row without an object: {nick}; it becomes one again",
        "row without an object: nick:500; it becomes one again",
        f"row without an object: {account}; it becomes one again",
    )
    assert [row.id for row in network.store.refs(*account, "nick")] == [nick.id]
    assert network.store.create("account", {}) > 501


def test_an_entry_of_another_type_than_its_row_is_corrected(network: Network) -> None:
    nick = make(network, "nick")
    with unguarded(network) as run:
        run("UPDATE anope_db_objects SET type = 'account'")
    assert_mended(network, f"row without an object: {nick}, listed as account; it is listed as nick")
    assert network.store.type_of(nick.id) == "nick"


def test_of_two_rows_with_one_id_the_one_without_an_entry_goes(network: Network) -> None:
    nick = make(network, "nick")
    with unguarded(network) as run:
        run("INSERT INTO anope_db_account (id) VALUES (?)", nick.id)
    assert_mended(
        network, f"row without an object: account:{nick.id}, whose id is another object's; the row is deleted",
    )
    assert network.store.get(*nick).id == nick.id
    assert network.store.page("account") == []


def test_what_names_no_owner_though_it_must_goes(network: Network) -> None:
    host = make(network, "xmpphost")
    user = make(network, "xmppuser", host=host)
    store = make(network, "xmppstore", user=user)
    with unguarded(network) as run:
        run('UPDATE anope_db_xmppuser SET "host" = NULL')
    assert_mended(
        network,
        f"without an owner: {user} has no host; it is deleted",
        f"reference to nothing: {store}.user refers to object:{user.id}; {store} is deleted, as it depends on it",
    )
    assert network.store.get(*host).id == host.id


def rows_of(network: Network, table: str) -> list[tuple[object, ...]]:
    columns = ", ".join(quoted(network.database, name) for name in ("host", "user", "store", "value"))
    return list(network.database.execute_sql(f"SELECT {columns} FROM {table}").fetchall())


def test_rows_of_prosodys_whose_store_is_gone_get_the_one_that_they_name(network: Network) -> None:
    row = 'INSERT INTO prosody ("host", "user", "store", "key", "type", "value") VALUES (?, ?, ?, ?, ?, ?)'
    with unguarded(network) as run:
        run(row, "example.com", "adam", "roster", "", "json", "{}")
    before = rows_of(network, "prosody")
    with unguarded(network) as run:
        run("DELETE FROM anope_db_xmppstore")
        run("UPDATE prosody SET store_id = 4000")
    found = check(network, repair=True)
    assert [str(finding) for finding in found if finding.kind == "row without a store"] == [
        "row without a store: 1 of prosody with the store_id 4000; they get the store that they name",
    ]
    assert check(network) == []
    assert rows_of(network, "prosody") == before
    (store,) = network.store.page("xmppstore")
    assert network.database.execute_sql("SELECT store_id FROM prosody").fetchone() == (store.id,)


def test_list_items_whose_store_is_gone_go(network: Network) -> None:
    with unguarded(network) as run:
        run("INSERT INTO edgewise_item (store_id, type, value) VALUES (4000, 'json', '{}'), (4000, 'json', '[]')")
    assert_mended(network, "row without a store: 2 of edgewise_item with the store_id 4000; they are deleted")


TREE = ObjectType("tree", "test", "Hangs on another.", fields=(
    Field("parent", Kind.REFERENCE, reference=Reference("tree", depends=True)),
))


def test_a_ring_of_what_is_there_is_sound_and_a_chain_into_nothing_goes(database_url: str) -> None:
    network = Network.open(database_url, types=[TREE])
    try:
        first, second = make(network, "tree"), make(network, "tree")
        network.store.update(*first, {"parent": second})
        network.store.update(*second, {"parent": first})
        chain = [make(network, "tree")]
        for _ in range(5):
            chain.append(make(network, "tree", parent=chain[-1]))
        assert check(network) == []
        with unguarded(network) as run:
            run("DELETE FROM anope_db_tree WHERE id = ?", chain[0].id)
        assert kinds(network) == {"orphan": 1, "reference to nothing": 5}
        check(network, repair=True)
        assert [row.id for row in network.store.page("tree")] == [first.id, second.id]
    finally:
        network.close()


def test_objects_of_tables_that_are_no_types_are_none_of_ours(network: Network) -> None:
    with unguarded(network) as run:
        run('CREATE TABLE anope_db_cache (id BIGINT PRIMARY KEY, "text" TEXT)')
        run("INSERT INTO anope_db_objects (id, type) VALUES (77, 'cache')")
        run("INSERT INTO anope_db_cache (id) VALUES (77)")
    entry = make(network, "accesschanaccess")
    with unguarded(network) as run:
        run('UPDATE anope_db_accesschanaccess SET "obj" = 77 WHERE id = ?', entry.id)
    assert check(network, repair=True) == []
    assert network.store.type_of(77) == "cache"


def test_many_findings_are_mended_together(network: Network) -> None:
    with transaction(network.database):
        account = make(network, "account")
        for _ in range(600):
            make(network, "nick", nc=account)
            make(network, "nsaccess", account=account)
    with unguarded(network) as run:
        run("DELETE FROM anope_db_account")
    assert kinds(network) == {"orphan": 1, "reference to nothing": 1200}
    assert len(check(network, repair=True)) == 1201
    assert check(network) == []
    assert network.store.page("nsaccess") == []
    assert len(network.store.page("nick", limit=1000)) == 600


def test_a_repair_that_fails_changes_nothing(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    nick = make(network, "nick", nc=make(network, "account"))
    with unguarded(network) as run:
        run('UPDATE anope_db_nick SET "nc" = 12345')
        run("INSERT INTO anope_db_objects (id, type) VALUES (700, 'xline')")

    def fail(*arguments: object, **options: object) -> None:
        raise RuntimeError("the power goes out")

    monkeypatch.setattr("models.check._delete", fail)
    with pytest.raises(RuntimeError):
        check(network, repair=True)
    assert sum(kinds(network).values()) == 2
    assert network.store.get(*nick).id == nick.id
