"""Keyvals and lists of the XMPP side, on the engine under test."""
from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings

from models.database import transaction
from models.errors import InvalidValue
from models.lua import literal, prosody_json
from models.lua.value import EMPTY_ARRAY, NULL, Table, Value
from models.network import Network
from models.values import XmppStores
from tests.models.lua.strategies import values
from tests.models.xmpp.as_prosody import archive, rows, run, write

ALICE = ("example.com", "alice", "store")
STANZA = "<message from='bob@example.com'><body>hello</body></message>"


@pytest.fixture
def stores(network: Network) -> XmppStores:
    return network.stores


def same(left: Value, right: Value) -> bool:
    """Equal to the last bit: `==` takes 1 for 1.0, but inside tables it does not."""
    return left is not None and Table([left]) == Table([right])


# ----------------------------------------------------------------------------------------------- keyvals


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(values())
def test_any_value_is_kept_exactly(stores: XmppStores, value: Value) -> None:
    stores.restore(*ALICE, value)
    stores.delete("example.com", "alice", "list")
    stores.append("example.com", "alice", "list", value)
    assert same(stores.keyval(*ALICE), value)
    assert same(stores.items("example.com", "alice", "list")[0], value)


@pytest.mark.parametrize("value", [
    Table([], {bytes(range(256)): bytes(range(256)), b"f": 5e-324, b"i": 1, b"j": 1.0}),
    Table([], {b"n": 2**63 - 1, b"m": -(2**63)}),
    Table([Table(), EMPTY_ARRAY, NULL, False, b""], {True: 1, False: 2, 1.5: 3, -1: 4, b"1": 5, b"": 6}),
    Table([], {b"a": b"x", b"a ": b"y", b"A": b"z", "ä".encode(): b"1", "a\u0308".encode(): b"2"}),
    Table([], {b"k" * 10_000: b"v" * 100_000, "😀".encode() * 600: 1}),
    Table([], {b"%s": b"%d ?", b"'": b"\\' \" \\", b"{": b"}"}),
    b"\0", b"\xed\xa0\x80", "\uffff\U0010ffff".encode(), 2.0, 10**18, True, False,
], ids=repr)
def test_value_is_kept_exactly(stores: XmppStores, value: Value) -> None:
    stores.put(*ALICE, value)
    assert same(stores.keyval(*ALICE), value)


def test_there_is_no_keyval_where_none_was_set(stores: XmppStores) -> None:
    stores.put(*ALICE, b"value")
    assert stores.keyval("example.com", "alice", "other") is None
    assert stores.keyval("example.com", "bob", "store") is None
    assert stores.keyval("example.net", "alice", "store") is None
    assert stores.json("example.com", "bob", "store") is None
    assert stores.lua("example.com", "bob", "store") is None
    assert stores.items("example.com", "bob", "store") == []


@pytest.mark.parametrize("other", [
    ("example.com", "alice ", "store"), ("example.com", "Alice", "store"), ("Example.com", "alice", "store"),
    ("example.com", "alice", "Store"), ("example.com", "älice", "store"), ("example.com", "", "store"),
])
def test_names_that_only_look_alike_are_different(stores: XmppStores, other: tuple[str, str, str]) -> None:
    stores.put(*ALICE, b"one")
    stores.put(*other, b"two")
    stores.append(*ALICE, b"one")
    stores.append(*other, b"two")
    assert (stores.keyval(*ALICE), stores.keyval(*other)) == (b"one", b"two")
    stores.delete(*other)
    assert (stores.keyval(*ALICE), stores.keyval(*other)) == (b"one", None)
    assert stores.items(*ALICE) == [b"one"]


@pytest.mark.parametrize("empty", [Table(), EMPTY_ARRAY, NULL])
def test_an_empty_value_removes_the_keyval_and_uncovers_the_list(stores: XmppStores, empty: Value) -> None:
    stores.put(*ALICE, b"value")
    stores.append(*ALICE, b"item")
    assert stores.json(*ALICE) == b'"value"'
    stores.put(*ALICE, empty)
    assert stores.keyval(*ALICE) is None
    assert stores.json(*ALICE) == b'["item"]'
    assert stores.lua(*ALICE) == b'{\n\t"item";\n}'


@pytest.mark.parametrize("empty", [Table(), EMPTY_ARRAY, NULL])
def test_an_empty_value_can_be_restored(stores: XmppStores, empty: Value) -> None:
    stores.restore(*ALICE, empty)
    assert stores.keyval(*ALICE) == empty
    assert stores.json(*ALICE) == prosody_json.dumps(empty)


def test_to_remove_what_is_not_there_makes_nothing(network: Network) -> None:
    network.stores.put(*ALICE, NULL)
    network.stores.delete(*ALICE)
    assert network.store.page("xmpphost") == []


def test_a_keyval_replaces_all_keys_of_the_one_before(stores: XmppStores) -> None:
    stores.put(*ALICE, Table([1], {b"a": 1, b"b": 2}))
    stores.put(*ALICE, Table([], {b"b": 3}))
    assert stores.keyval(*ALICE) == Table([], {b"b": 3})


def test_answers_are_the_value_in_both_forms(stores: XmppStores) -> None:
    value = Table([b"x"], {b"a": Table([], {b"b": NULL}), b"f": 0.1 + 0.2, False: 1})
    stores.put(*ALICE, value)
    assert json.loads(stores.json(*ALICE) or b"") == {
        "a": {"b": None}, "f": 0.3, "__hash": [False, 1], "__array": ["x"]}
    assert literal.loads(stores.lua(*ALICE) or b"") == literal.loads(literal.dumps(value))


def test_rows_are_those_that_prosody_reads(network: Network) -> None:
    network.stores.put(*ALICE, Table([], {b"password": b"secret", b"n": 5, False: Table([], {b"version": 1})}))
    assert rows(network.database, '"host", "user", "store", "key", "type", "value"') == [
        (*ALICE, "", "json", '{"__hash":[false,{"version":1}]}'), (*ALICE, "n", "number", "5"),
        (*ALICE, "password", "string", "secret"),
    ]


def test_what_prosody_writes_is_read_at_once(network: Network) -> None:
    write(network.database, *ALICE, ("password", "string", "p"), ("", "json", '{"__hash":[false,{"version":1}]}'))
    assert network.stores.keyval(*ALICE) == Table([], {b"password": b"p", False: Table([], {b"version": 1})})
    write(network.database, *ALICE, ("password", "string", "q"))
    assert network.stores.json(*ALICE) == b'{"password":"q"}'


def test_bytes_that_sqlite_holds_as_text_are_read(network: Network) -> None:
    if network.database.engine != "sqlite":
        pytest.skip("the other engines refuse them")
    run(network.database, 'INSERT INTO prosody ("host","user","store","key","type","value") '
        "VALUES (?,?,?,CAST(? AS TEXT),?,CAST(? AS TEXT))", *ALICE, b"k\xff", "string", b"v\xfe")
    assert network.stores.keyval(*ALICE) == Table([], {b"k\xff": b"v\xfe"})
    assert network.stores.lua(*ALICE) == b'{\n\t["k\\255"] = "v\\254";\n}'
    assert network.stores.json(*ALICE) == rb'{"k\\xff":"v\\xfe"}'


# ------------------------------------------------------------------------------------------------ lists


def test_items_come_in_the_order_they_were_appended(stores: XmppStores) -> None:
    items: list[Value] = [Table(), NULL, EMPTY_ARRAY, False, b"\xff", Table([1, 2.0])]
    for item in items:
        stores.append(*ALICE, item)
    assert all(map(same, stores.items(*ALICE), items))
    assert stores.json(*ALICE) == rb'[{},null,[],false,"\\xff",[1,2]]'


def test_many_items_are_appended_at_once(stores: XmppStores) -> None:
    stores.extend(*ALICE, list(range(1000)))
    assert stores.items(*ALICE) == list(range(1000))


def test_archived_stanzas_come_before_the_items(network: Network) -> None:
    network.stores.append(*ALICE, b"item")
    archive(network.database, *ALICE, "k2", STANZA)
    archive(network.database, *ALICE, "k1", STANZA)
    first, second, item = network.stores.items(*ALICE)
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert (first.get(b"key"), second.get(b"key"), item) == (b"k2", b"k1", b"item")
    assert first == Table(
        [Table([b"hello"], {b"name": b"body", b"attr": Table()})],
        {b"name": b"message", b"key": b"k2", b"when": 1795320990, b"with": b"bob@example.com",
         b"attr": Table([], {b"from": b"bob@example.com", b"stamp": b"2026-11-22T04:16:30Z"})},
    )


def test_a_keyval_and_a_list_do_not_know_each_other(stores: XmppStores) -> None:
    stores.append(*ALICE, b"item")
    stores.put(*ALICE, b"value")
    assert (stores.keyval(*ALICE), stores.items(*ALICE)) == (b"value", [b"item"])


def test_a_delete_removes_both_and_the_archive_but_not_the_object(network: Network) -> None:
    network.stores.put(*ALICE, b"value")
    network.stores.append(*ALICE, b"item")
    archive(network.database, *ALICE, "k", STANZA)
    network.stores.put("example.com", "alice", "other", b"stays")
    objects = network.store.page("xmppstore")
    network.stores.delete(*ALICE)
    assert (network.stores.keyval(*ALICE), network.stores.items(*ALICE)) == (None, [])
    assert network.stores.keyval("example.com", "alice", "other") == b"stays"
    assert network.store.page("xmppstore") == objects


# ------------------------------------------------------------------------------------- names and writers


@pytest.mark.parametrize("place", [
    ("example.com", "u" * 1023, "s" * 1400), ("example.com", "Ж" * 511, "store"), ("example.com", "a@b/..%00?", "s"),
    ("example.com", "", "invite_token"), ("h", "u", "pep_urn:xmpp:bookmarks:1"), ("h", "\x01\n", "s"),
])
def test_any_name_is_stored(stores: XmppStores, place: tuple[str, str, str]) -> None:
    value = Table([], {b"key" * 100: b"value", b"k": 1})
    stores.put(*place, value)
    stores.append(*place, value)
    assert stores.keyval(*place) == value
    assert stores.items(*place) == [value]


@pytest.mark.parametrize("place", [
    ("example.com", "u" * 1023, "s" * 1500), ("example.com", "a\0b", "s"), ("h", "u", "\0"), ("h", "\udcff", "s"),
])
def test_names_that_no_engine_is_sure_to_hold_are_refused(network: Network, place: tuple[str, str, str]) -> None:
    with pytest.raises(InvalidValue):
        network.stores.put(*place, b"value")
    with pytest.raises(InvalidValue):
        network.stores.append(*place, b"value")
    assert network.store.page("xmpphost") == []


def test_hosts_are_those_that_the_data_holds(network: Network) -> None:
    stores = network.stores
    assert stores.hosts() == frozenset()
    stores.put(*ALICE, b"value")
    stores.append("example.net", "bob", "list", b"item")
    assert stores.hosts() == {"example.com", "example.net"}


def test_hosts_of_other_writers_are_noticed(network: Network, prepared_url: str) -> None:
    if network.database.engine != "sqlite":
        pytest.skip("servers are asked once a second")
    assert network.stores.hosts() == frozenset()
    with closing(Network.open(prepared_url, types=())) as other:
        other.stores.put(*ALICE, b"value")
        assert network.stores.hosts() == {"example.com"}
        host = other.store.page("xmpphost")[0].id
        other.store.delete("xmpphost", host)
    assert network.stores.hosts() == frozenset()


def test_hosts_are_read_again_after_a_write_of_this_connection(network: Network) -> None:
    if network.database.engine != "sqlite":
        pytest.skip("servers are asked once a second")
    network.stores.put(*ALICE, b"value")
    assert network.stores.hosts() == {"example.com"}
    write(network.database, "example.org", "alice", "store", ("k", "string", "v"))
    assert network.stores.hosts() == {"example.com", "example.org"}


def test_a_write_in_a_callers_transaction_goes_with_it(network: Network) -> None:
    def write_and_fail() -> None:
        with transaction(network.database):
            network.stores.put(*ALICE, b"value")
            network.stores.append(*ALICE, b"item")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert network.stores.json(*ALICE) is None
    assert network.store.page("xmpphost") == []


@pytest.mark.parametrize("place_of", [
    lambda number, round_: ("example.com", f"alice{round_}", "store"),
    lambda number, round_: ("example.com", f"user{number}", f"store{round_}"),
], ids=["one store", "stores of their own"])
def test_writers_at_once_all_succeed_and_none_is_mixed_up(
    network: Network, place_of: Callable[[int, int], tuple[str, str, str]]
) -> None:
    start = Barrier(4, timeout=100)

    def put(number: int) -> None:
        for round_ in range(6):
            start.wait()
            place = place_of(number, round_)
            network.stores.put(*place, Table([number], {b"a": number, b"b": number}))
            network.stores.append(*place, number)
        network.database.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(put, range(4)))
    for number in range(4):
        for round_ in range(6):
            place = place_of(number, round_)
            value = network.stores.keyval(*place)
            assert isinstance(value, Table)
            winner = value.get(b"a")
            assert value == Table([winner], {b"a": winner, b"b": winner})
            assert number in network.stores.items(*place)
