"""Who changed what: written with the change, kept as it is."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any

import peewee
import pytest

from models.audit import KEEPER, TABLE, Actor, Recorded, Wanted
from models.catalogue import ObjectID
from models.changes import Create, Delete, Refused, Update, carry_out
from models.errors import NotFound
from models.introspection import has_trigger
from models.lua.value import NULL, Table
from models.network import Network
from models.permits import Permits

ALICE = Actor("alice@example.net", "192.0.2.1", "graphql")


def entries(network: Network, **wanted: Any) -> list[Recorded]:
    """The oldest first."""
    return network.store.audit.page(Wanted(**wanted), 1000)[::-1]


def told(network: Network) -> list[tuple[str, str, dict[str, Any]]]:
    return [(one.entry.action, one.entry.object.type, dict(one.entry.changes)) for one in entries(network)]


def test_an_entry_says_who_what_and_when(network: Network) -> None:
    network.store.audit._clock = lambda: 1_772_000_000.9
    id_ = network.store.create("account", {"display": "Alice", "email": "a@example.net"}, actor=ALICE)
    (recorded,) = entries(network)
    assert recorded.actor == ALICE
    assert recorded.at == 1_772_000_000
    assert recorded.entry.object == ObjectID("account", id_)
    assert recorded.entry.changes == {"display": (None, "Alice"), "email": (None, "a@example.net")}


def test_an_update_names_the_fields_that_changed(network: Network) -> None:
    id_ = network.store.create("account", {"display": "Alice", "email": "a@example.net"})
    network.store.update("account", id_, {"display": "Alice", "email": "", "language": "de"}, actor=ALICE)
    network.store.update("account", id_, {"email": None}, actor=ALICE)
    network.store.update("account", id_, {"email": None}, actor=ALICE)
    assert told(network) == [
        ("update", "account", {"email": ("a@example.net", ""), "language": (None, "de")}),
        ("update", "account", {"email": ("", None)}),
    ]


def test_references_are_written_as_ids(network: Network) -> None:
    account = ObjectID("account", network.store.create("account", {"display": "Alice"}))
    other = ObjectID("account", network.store.create("account", {"display": "Bob"}))
    nick = network.store.create("nick", {"nick": "a", "nc": account}, actor=ALICE)
    network.store.update("nick", nick, {"nc": other}, actor=ALICE)
    network.store.update("nick", nick, {"nc": other}, actor=ALICE)
    entry = network.store.create("accesschanaccess", {"obj": account}, actor=ALICE)
    network.store.update("accesschanaccess", entry, {"obj": ObjectID("nick", nick)}, actor=ALICE)
    assert [changes for *_, changes in told(network)] == [
        {"nick": (None, "a"), "nc": (None, str(account))}, {"nc": (str(account), str(other))},
        {"obj": (None, str(account))}, {"obj": (str(account), f"nick:{nick}")}]


def test_secrets_are_named_and_never_kept(network: Network) -> None:
    id_ = network.store.create("account", {"display": "Alice", "pass": "sha256:one"}, actor=ALICE)
    network.store.update("account", id_, {"pass": "sha256:two"}, actor=ALICE)
    network.store.delete("account", id_, actor=ALICE)
    assert [changes["pass"] for *_, changes in told(network)] == [(), (), ()]
    assert "sha256" not in str(network.database.execute_sql(f"SELECT * FROM {TABLE}").fetchall())


def test_a_delete_names_all_that_goes_along(network: Network) -> None:
    store = network.store
    account = ObjectID("account", store.create("account", {"display": "Alice"}))
    channel = ObjectID("channel", store.create("channel", {"name": "#a", "successor": account}))
    lock = ObjectID("modelock", store.create("modelock", {"ci": channel, "name": "TOPIC"}))
    store.delete("account", account.id, actor=ALICE)
    store.delete("channel", channel.id, actor=ALICE)
    assert [(one.entry.action, one.entry.object, one.entry.changes) for one in entries(network)] == [
        ("delete", account, {"display": ("Alice", None)}),
        ("update", channel, {"successor": (str(account), None)}),
        ("delete", channel, {"name": ("#a", None)}),
        ("delete", lock, {}),
    ]


def test_what_did_not_happen_is_not_in_the_log(network: Network) -> None:
    store = network.store
    id_ = store.create("account", {"display": "Alice"})
    store.delete("account", id_, dry_run=True, actor=ALICE)
    for refused in (lambda: store.update("account", 99, {"email": ""}, actor=ALICE),
                    lambda: store.delete("account", 99, actor=ALICE)):
        with pytest.raises(NotFound):
            refused()
    target = ObjectID("account", id_)
    with pytest.raises(Refused):
        carry_out(store, [Create("account", {"display": "Bob"}), Update(target, {"email": "x"}), Delete(target),
                          Update(target, {"email": "y"})], Permits(store), ALICE)
    assert told(network) == []


def test_a_change_by_nobody_is_not_in_the_log(network: Network) -> None:
    id_ = network.store.create("account", {"display": "Alice"})
    network.store.update("account", id_, {"email": "x"})
    network.store.delete("account", id_)
    network.stores.put("example.net", "alice", "roster", b"x")
    network.stores.delete("example.net", "alice", "roster")
    assert told(network) == []


def test_long_values_are_cut(network: Network) -> None:
    network.store.create("account", {"display": "Alice", "email": "\U0001f3c3" * 100_000}, actor=ALICE)
    assert told(network)[0][2]["email"] == (None, "\U0001f3c3" * 1000 + "\u2026")


def test_of_stores_the_keys_are_kept_and_no_value(network: Network) -> None:
    stores, names = network.stores, ("example.net", "alice", "private")
    stores.put(*names, Table.from_pairs([(b"a", b"secret"), (b"b", 1), (1, b"x")], {}), ALICE)
    stores.put(*names, Table.from_pairs([(b"a", b"secret"), (b"b", 2), (b"c", b"new")], {}), ALICE)
    stores.append(*names, b"secret", ALICE)
    stores.put(*names, NULL, ALICE)
    stores.delete(*names, ALICE)
    stores.delete("example.net", "alice", "missing", ALICE)
    assert [(action, sorted(changes)) for action, _, changes in told(network)] == [
        ("put", ["", "a", "b"]), ("put", ["", "b", "c"]), ("append", []), ("put", ["a", "b", "c"]), ("delete", [])]
    assert all(value == () for *_, changes in told(network) for value in changes.values())
    assert len({one.entry.object for one in entries(network)}) == 1
    assert "secret" not in str(network.database.execute_sql(f"SELECT * FROM {TABLE}").fetchall())


@pytest.mark.parametrize("statement", [
    f"UPDATE {TABLE} SET principal = 'mallory'", f"DELETE FROM {TABLE}", f"DELETE FROM {TABLE} WHERE id = 1",
])
def test_the_log_refuses_every_change(network: Network, statement: str) -> None:
    network.store.create("account", {"display": "Alice"}, actor=ALICE)
    with pytest.raises(peewee.DatabaseError, match="append-only"), network.database.atomic():
        network.database.execute_sql(statement)
    assert [one.actor for one in entries(network)] == [ALICE]


def test_the_log_refuses_what_its_engine_has_besides(network: Network, engine: str) -> None:
    network.store.create("account", {"display": "Alice"}, actor=ALICE)
    statement = {
        "sqlite": f"REPLACE INTO {TABLE} SELECT id, 0, 'mallory', '', '', '', '', 0, '' FROM {TABLE}",
        "postgresql": f"TRUNCATE {TABLE}",
        "mysql": f"REPLACE INTO {TABLE} SELECT id, 0, 'mallory', '', '', '', '', 0, '' FROM {TABLE}",
    }[engine]
    with pytest.raises(peewee.DatabaseError, match="append-only"), network.database.atomic():
        network.database.execute_sql(statement)
    assert [one.actor for one in entries(network)] == [ALICE]


def test_the_log_cannot_be_emptied_or_dropped_on_mariadb(network: Network, engine: str, prepared_url: str) -> None:
    if engine != "mysql":
        return  # the others have triggers; what can drop a table there can drop them
    network.store.create("account", {"display": "Alice"}, actor=ALICE)
    for statement in (f"TRUNCATE {TABLE}", f"DROP TABLE {TABLE}"):
        with pytest.raises(peewee.DatabaseError, match="foreign key"):
            network.database.execute_sql(statement)
    network.database.execute_sql(f"DROP TABLE {KEEPER}")
    network.close()
    with closing(Network.open(prepared_url, types=())) as again:
        with pytest.raises(peewee.DatabaseError, match="foreign key"):
            again.database.execute_sql(f"TRUNCATE {TABLE}")
        assert [one.actor for one in entries(again)] == [ALICE]


@pytest.mark.parametrize("name", ["update", "delete", "truncate"])
def test_a_trigger_that_is_gone_comes_back(network: Network, prepared_url: str, name: str) -> None:
    if not has_trigger(network.database, f"edgewise_audit_{name}"):
        return  # another engine's
    table = f" ON {TABLE}" if network.database.engine == "postgresql" else ""
    network.database.execute_sql(f"DROP TRIGGER edgewise_audit_{name}{table}")
    network.close()
    with closing(Network.open(prepared_url, types=())) as again:
        assert has_trigger(again.database, f"edgewise_audit_{name}")


@pytest.fixture
def filled(network: Network) -> Network:
    """Ten entries, each with its number as the time."""
    numbers = iter(range(10))
    network.store.audit._clock = lambda: next(numbers)
    for number in range(10):
        actor = Actor(f"p{number % 2}", "", ("rest", "data")[number % 2])
        network.store.create("account" if number % 3 else "channel", {
            "display" if number % 3 else "name": str(number)}, actor=actor)
    return network


@pytest.mark.parametrize(("wanted", "found"), [
    (Wanted(), [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]), (Wanted(principal="p1"), [9, 7, 5, 3, 1]),
    (Wanted(door="rest"), [8, 6, 4, 2, 0]), (Wanted(type="channel"), [9, 6, 3, 0]),
    (Wanted(since=3, until=6), [5, 4, 3]), (Wanted(principal="P1"), []), (Wanted(object_id=2**64), []),
    (Wanted(principal="\0"), []), (Wanted(principal="p1", type="channel", since=4), [9]),
    (Wanted(principal="' OR 1 = 1 --"), []), (Wanted(principal="%"), []),
])
def test_entries_are_found_by_what_they_say(filled: Network, wanted: Wanted, found: list[int]) -> None:
    assert [one.at for one in filled.store.audit.page(wanted, 100)] == found


def test_pages_follow_each_other(filled: Network) -> None:
    page: Callable[..., list[Recorded]] = filled.store.audit.page
    first = page(Wanted(door="data"), 2)
    second = page(Wanted(door="data"), 2, first[-1].id)
    assert [one.at for one in (*first, *second)] == [9, 7, 5, 3]
