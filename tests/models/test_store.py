"""Objects one at a time: what is created is read back, what is refused changes nothing."""
from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from models.catalogue import INTEGER_RANGES, Kind, ObjectID
from models.database import transaction
from models.errors import (
    DuplicateKey,
    InvalidReference,
    InvalidValue,
    NoSuchTarget,
    NotFound,
    StoreError,
    TypeMismatch,
    UnknownField,
    UnknownType,
    WrongTarget,
)
from models.kinds import Scalar
from models.network import Network
from models.objects import MAX_ID, Row
from models.store import Store
from models.stored import Stored

AWKWARD = [
    "", " ", "a ", "'; --", '"', "`", "%s", "%", "\\", "a\nb\r", "\x01\x7f", "ä", "ß", "☃", "\U0001f600", "x" * 70_000,
]


@pytest.fixture
def store(network: Network) -> Store:
    return network.store


def values(store: Store, type_name: str, id_: int) -> dict[str, Stored]:
    """The fields that were set."""
    names = store.catalogue[type_name].by_name
    row = store.get(type_name, id_)
    return {name: value for name, value in zip(names, row.values, strict=True) if value is not None}


def same(stored: Stored, given: object) -> bool:
    return str(stored) == str(given)


def test_ids_count_up_over_all_types(store: Store) -> None:
    assert [store.create(name, {}) for name in ("account", "nick", "account")] == [1, 2, 3]


def test_the_id_of_the_newest_object_is_not_given_again(store: Store) -> None:
    store.delete("account", store.create("account", {}))
    assert store.create("account", {}) == 2


def test_a_refused_object_has_no_row_and_no_entry(store: Store) -> None:
    with pytest.raises(NoSuchTarget):
        store.create("nick", {"nick": "adam", "nc": ObjectID("account", 5)})
    assert store.page("nick") == []
    assert store.tables.objects.select().count() == 0


def test_an_object_without_values_has_none(store: Store) -> None:
    id_ = store.create("channel", {})
    assert values(store, "channel", id_) == {}
    assert len(store.get("channel", id_).values) == len(store.catalogue["channel"].fields)


@pytest.mark.parametrize("text", AWKWARD, ids=lambda text: ascii(text[:8]))
def test_texts_come_back_unchanged(store: Store, text: str) -> None:
    id_ = store.create("account", {"display": text})
    assert values(store, "account", id_) == {"display": text}
    store.update("account", id_, {"email": text})
    assert values(store, "account", id_) == {"display": text, "email": text}


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800", "a\udfff"])
def test_texts_that_no_engine_stores_are_refused(store: Store, text: str) -> None:
    with pytest.raises(InvalidValue):
        store.create("account", {"display": text})
    assert store.find("account", "display", text) is None
    assert store.find_key("xmpphost", [text]) is None


@pytest.mark.parametrize(("type_name", "name"), [
    ("account", "AUTOOP"), ("nick", "last_seen"), ("channel", "bantype"), ("accesschanaccess", "level"),
    ("exception", "limit"), ("stats", "maxusercount"),
])
def test_numbers_keep_to_the_range_of_their_kind(store: Store, type_name: str, name: str) -> None:
    allowed = INTEGER_RANGES.get(store.catalogue[type_name].field(name).kind, range(2))
    for number in (allowed[0], allowed[-1]):
        id_ = store.create(type_name, {name: number})
        assert same(values(store, type_name, id_)[name], number)
    for number in (allowed[0] - 1, allowed[-1] + 1):
        with pytest.raises(InvalidValue):
            store.create(type_name, {name: number})


def test_the_sample_of_numbers_has_every_kind(store: Store) -> None:
    kinds = {field.kind for type_ in store.catalogue for field in type_.fields}
    assert kinds - {Kind.STRING, Kind.ENUM, Kind.REFERENCE} <= {
        Kind.BOOL, Kind.TIME, Kind.INT16, Kind.INT32, Kind.UINT32, Kind.INT64,
    }


@pytest.mark.parametrize("values", [
    {"display": 5}, {"display": True}, {"AUTOOP": "1"}, {"AUTOOP": 2}, {"display": ObjectID("account", 1)},
])
def test_values_of_another_kind_are_refused(store: Store, values: Mapping[str, Scalar]) -> None:
    with pytest.raises(InvalidValue):
        store.create("account", values)


def test_enums_take_their_names_or_nothing(store: Store) -> None:
    id_ = store.create("forbid", {"type": "FT_NICK"})
    store.update("forbid", id_, {"type": ""})
    assert values(store, "forbid", id_) == {"type": ""}
    with pytest.raises(InvalidValue, match="FT_NICK"):
        store.update("forbid", id_, {"type": "NICK"})


def test_references_are_bare_ids_or_texts_where_any_type_will_do(store: Store) -> None:
    account = store.create("account", {})
    nick = store.create("nick", {"nc": ObjectID("account", account)})
    access = store.create("accesschanaccess", {"obj": ObjectID("nick", nick)})
    assert values(store, "nick", nick) == {"nc": account}
    assert values(store, "accesschanaccess", access) == {"obj": f"nick:{nick}"}


def test_references_are_checked_by_form_then_type_then_existence(store: Store) -> None:
    nick = store.create("nick", {})
    wrong: list[tuple[Scalar, type[StoreError]]] = [
        ("account:1", InvalidReference), (ObjectID("acount", 1), InvalidReference),
        (ObjectID("nick", nick), WrongTarget), (ObjectID("nick", 99), WrongTarget),
        (ObjectID("account", 99), NoSuchTarget), (ObjectID("account", 2**64 - 1), NoSuchTarget),
        (ObjectID("account", nick), WrongTarget),
    ]
    for value, error in wrong:
        with pytest.raises(InvalidReference) as caught:
            store.update("nick", nick, {"nc": value})
        assert type(caught.value) is error
    assert values(store, "nick", nick) == {}


def test_an_object_may_refer_to_itself(store: Store) -> None:
    id_ = store.create("operinfo", {})
    store.update("operinfo", id_, {"target": ObjectID("operinfo", id_)})
    assert values(store, "operinfo", id_) == {"target": f"operinfo:{id_}"}


def test_update_changes_what_it_names_and_none_unsets(store: Store) -> None:
    id_ = store.create("account", {"display": "Adam", "email": "a@example.com", "AUTOOP": True})
    store.update("account", id_, {"email": None, "AUTOOP": False})
    assert {name: str(value) for name, value in values(store, "account", id_).items()} == {
        "display": "Adam", "AUTOOP": "0",
    }
    store.update("account", id_, {})
    assert store.find("account", "display", "Adam") is not None


def test_names_of_fields_are_checked_before_values(store: Store) -> None:
    with pytest.raises(UnknownField):
        store.create("account", {"AUTOOP": 7, "colour": "red"})


@pytest.mark.parametrize("id_", [0, -1, MAX_ID, MAX_ID + 1, 2**64 - 1, 10**30])
def test_ids_at_and_beyond_the_limits_do_not_exist(store: Store, id_: int) -> None:
    for use in (store.get, store.require, store.delete):
        with pytest.raises(NotFound):
            use("account", id_)
    with pytest.raises(NotFound):
        store.update("account", id_, {"display": "x"})
    with pytest.raises(NotFound):
        store.refs("account", id_, "nick")
    assert store.type_of(id_) is None
    assert store.find("nick", "nc", str(id_)) is None
    assert store.find_key("xmppuser", [id_, "x"]) is None


@pytest.mark.parametrize("after", [MAX_ID, 2**64, 10**30])
def test_no_page_follows_the_highest_id(store: Store, after: int) -> None:
    store.create("account", {})
    assert store.page("account", after) == []
    assert len(store.page("account", -after)) == 1


def test_an_object_of_another_type_is_a_mismatch(store: Store) -> None:
    id_ = store.create("nick", {})
    for use in (store.get, store.delete):
        with pytest.raises(TypeMismatch) as caught:
            use("account", id_)
        assert caught.value.actual == "nick"


def test_an_unknown_type_is_named(store: Store) -> None:
    with pytest.raises(UnknownType, match="acount"):
        store.page("acount")


def test_an_id_without_a_row_is_not_found_but_never_given_again(open_fixture: Callable[[str], Network]) -> None:
    store = open_fixture("anope").store
    left = str(store.type_of(95))
    for type_name in (left, "account", "nick"):
        with pytest.raises(NotFound):
            store.get(type_name, 95)
    assert 95 not in [row.id for row in store.page(left)]
    with pytest.raises(NoSuchTarget):
        store.create("vhost", {"owner": ObjectID(left, 95)})
    assert store.create("account", {}) == 109


def test_pages_follow_each_other_in_id_order(store: Store) -> None:
    ids = [store.create("account", {}) for _ in range(7)]
    first = store.page("account", limit=3)
    assert [row.id for row in first] == ids[:3]
    assert [row.id for row in store.page("account", first[-1].id, 3)] == ids[3:6]


def test_refs_go_field_by_field_and_list_a_double_reference_twice(store: Store) -> None:
    adam, eve = (store.create("account", {}) for _ in range(2))
    mine = store.create("channel", {"founder": ObjectID("account", adam), "successor": ObjectID("account", adam)})
    other = store.create("channel", {"founder": ObjectID("account", eve), "successor": ObjectID("account", adam)})
    assert [row.id for row in store.refs("account", adam, "channel")] == [mine, mine, other]


@pytest.mark.parametrize("indexed", [False, True])
def test_searches_compare_what_is_printed(store: Store, indexed: bool) -> None:
    account = store.create("account", {"display": "x" * 70_000, "AUTOOP": True})
    nick = store.create("nick", {"last_seen": 1477868231, "nc": ObjectID("account", account)})
    forbid = store.create("forbid", {"type": "FT_CHAN"})
    fields = {"account": ("display", "AUTOOP"), "nick": ("last_seen", "nc"), "forbid": ("type",)}
    for type_name, names in fields.items():
        for name in names if indexed else ():
            store.create_index(type_name, name)
    found = {
        ("account", "display", "X" * 70_000): account, ("account", "display", "x" * 69_999): None,
        ("account", "AUTOOP", "1"): account, ("account", "AUTOOP", "true"): None, ("account", "AUTOOP", "0"): None,
        ("nick", "last_seen", "1477868231"): nick, ("nick", "last_seen", "+1477868231"): None,
        ("nick", "last_seen", "01477868231"): None, ("nick", "last_seen", "1e9"): None,
        ("nick", "time_registered", "0"): None, ("nick", "time_registered", ""): nick,
        ("nick", "nc", str(account)): nick, ("nick", "nc", f"ACCOUNT:{account}"): nick,
        ("nick", "nc", f"nick:{account}"): None, ("nick", "nc", f"0{account}"): None, ("nick", "nc", ""): None,
        ("forbid", "type", "ft_chan"): forbid, ("forbid", "type", "2"): None, ("forbid", "mask", ""): forbid,
    }
    for search, id_ in found.items():
        row = store.find(*search)
        assert (row.id if row else None) == id_, search


def test_an_index_comes_to_a_table_with_rows_of_any_length(store: Store) -> None:
    ids = [store.create("account", {"display": "x" * length}) for length in (0, 1, 191, 192, 3000, 70_000)]
    store.create_index("account", "display")
    for id_, length in zip(ids, (0, 1, 191, 192, 3000, 70_000), strict=True):
        row = store.find("account", "display", "X" * length)
        assert row is not None
        assert row.id == id_


def test_unique_keys_are_refused_the_second_time(store: Store) -> None:
    host = ObjectID("xmpphost", store.create("xmpphost", {"name": "example.com"}))
    store.create("xmppuser", {"host": host, "name": "adam"})
    with pytest.raises(DuplicateKey) as caught:
        store.create("xmppuser", {"host": host, "name": "adam"})
    assert (caught.value.field_name, caught.value.value) == ("name", "adam")
    other = store.create("xmppuser", {"host": host, "name": "eve"})
    with pytest.raises(DuplicateKey):
        store.update("xmppuser", other, {"name": "adam"})
    assert len(store.page("xmppuser")) == 2


@pytest.mark.parametrize("name", ["Example.com", "example.com ", "exämple.com", "example.com" * 5])
def test_keys_that_differ_in_any_character_are_two(store: Store, name: str) -> None:
    for each in ("example.com", "example.com" * 6, name):
        store.create("xmpphost", {"name": each})
    assert len(store.page("xmpphost")) == 3


def test_a_name_too_long_to_be_indexed_is_a_bad_value_at_worst(store: Store) -> None:
    name = "".join(chr(0x4e00 + number * 7919 % 20_000) for number in range(5_000))
    try:
        store.create("xmpphost", {"name": name})
    except InvalidValue:
        assert store.page("xmpphost") == []
    else:
        assert store.find_key("xmpphost", [name]) is not None


def test_a_transaction_around_writes_undoes_them_together(store: Store, network: Network) -> None:
    store.create("account", {"display": "before"})
    def both() -> None:
        with transaction(network.database):
            store.create("account", {"display": "inside"})
            store.create("nick", {"nc": ObjectID("account", 99)})

    with pytest.raises(NoSuchTarget):
        both()
    assert len(store.page("account")) == 1


def test_a_refused_write_inside_a_transaction_is_undone_alone(store: Store, network: Network) -> None:
    with transaction(network.database):
        store.create("xmpphost", {"name": "a"})
        with pytest.raises(DuplicateKey):
            store.create("xmpphost", {"name": "a"})
        store.create("xmpphost", {"name": "b"})
    assert len(store.page("xmpphost")) == 2


def test_rows_are_what_anope_wrote(open_fixture: Callable[[str], Network]) -> None:
    network = open_fixture("small")
    row = network.store.get("account", 8)
    assert isinstance(row, Row)
    named = dict(zip(network.catalogue["account"].by_name, row.values, strict=True))
    assert named["display"] == "Adam"
    assert named["greet"] in (None, "")
