"""Tables: keys, the sequence, what is empty, and looking into parsed JSON only when somebody asks."""
from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.lua import prosody_json
from models.lua.value import EMPTY_ARRAY, NULL, Key, Table, Value, depth, from_plain, is_empty
from tests.models.lua.strategies import values


def test_booleans_numbers_and_strings_are_different_keys() -> None:
    table = Table()
    for key in (True, 1, b"1", False, 0, b"", 1.5):
        table.set(key, repr(key).encode())
    assert {key: table.get(key) for key in (b"1", b"", 1.5)} == {b"1": b"b'1'", b"": b"b''", 1.5: b"1.5"}
    assert [table.get(key) for key in (True, 1, False, 0)] == [b"True", b"1", b"False", b"0"]
    assert len(table) == 7


@pytest.mark.parametrize(("given_key", "stored"), [(1.0, 1), (-0.0, 0), (2.0**62, 2**62), (-(2.0**63), -(2**63))])
def test_integral_float_keys_are_integers(given_key: float, stored: int) -> None:
    table = Table(fields={given_key: b"x"})
    assert table.get(stored) == b"x"
    assert [type(key) for key, _ in table.pairs()] == [int]


@pytest.mark.parametrize("key", [2.0**63, 1.5, math.inf, -math.inf, 1e300])
def test_other_float_keys_stay_floats(key: float) -> None:
    assert list(Table(fields={key: b"x"}).fields()) == [(key, b"x")]


@pytest.mark.parametrize("key", [None, math.nan])
def test_nil_and_nan_are_no_keys(key: Key) -> None:
    with pytest.raises(ValueError, match="nil or nan"):
        Table().set(key, 1)
    with pytest.raises(ValueError, match="nil or nan"):
        Table.from_pairs([(key, 1)], {})


def test_tables_are_keys_by_identity() -> None:
    key, twin = Table([1]), Table([1])
    table = Table(fields={key: b"mine"})
    assert table.get(key) == b"mine"
    assert table.get(twin) is None


def test_each_empty_array_is_a_key_of_its_own_and_null_is_one_key() -> None:
    table = Table()
    for key in (EMPTY_ARRAY, EMPTY_ARRAY, NULL, NULL):
        table.set(key, True)
    assert [key for key, _ in table.pairs()] == [EMPTY_ARRAY, EMPTY_ARRAY, NULL]


def test_none_removes_a_key() -> None:
    table = Table(fields={b"a": 1, True: 2})
    table.set(b"a", None)
    table.set(True, None)
    table.set(b"never there", None)
    assert is_empty(table)


def test_a_hole_ends_the_sequence_and_filling_it_joins_what_follows() -> None:
    table = Table([b"a", None, b"c"])
    assert (table.sequence(), list(table.fields())) == ([b"a"], [(3, b"c")])
    table.set(2, b"b")
    assert (table.sequence(), list(table.fields())) == ([b"a", b"b", b"c"], [])
    table.set(1, None)
    assert (table.sequence(), list(table.fields())) == ([], [(2, b"b"), (3, b"c")])
    table.append(b"A")
    assert table.sequence() == [b"A", b"b", b"c"]


@given(st.lists(st.tuples(st.integers(-1, 6), st.none() | st.integers(0, 9))))
def test_sets_in_any_order_end_in_the_same_table(pairs: list[tuple[int, int | None]]) -> None:
    table, expected = Table(), dict(pairs)
    for key, value in pairs:
        table.set(key, value)
    assert dict(table.pairs()) == {key: value for key, value in expected.items() if value is not None}
    assert table == Table.from_pairs(pairs, {})
    length = len(table.sequence())
    assert [table.get(position) for position in range(1, length + 1)] == table.sequence()
    assert table.get(length + 1) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Table([1]), Table([1.0])),
        (Table([True]), Table([1])),
        (Table([0.0]), Table([-0.0])),
        (Table([NULL]), Table([EMPTY_ARRAY])),
        (Table([EMPTY_ARRAY]), Table([Table()])),
        (Table([1, 2]), Table([2, 1])),
        (Table(fields={b"a": 1}), Table(fields={b"b": 1})),
        (Table(fields={Table([1]): 1}), Table(fields={Table([2]): 1})),
        (Table(fields={Table([1]): 1}), Table(fields={Table([1]): 2})),
        (Table(fields={Table(): 1, b"a": 2}), Table(fields={EMPTY_ARRAY: 1, b"a": 2})),
    ],
)
def test_tables_that_differ_are_not_equal(left: Table, right: Table) -> None:
    assert left != right
    assert right != left


def test_tables_of_the_same_structure_are_equal() -> None:
    def build(first: int, second: int) -> Table:
        keys: dict[Table, Value] = {Table([first]): first, Table([second]): second}
        return Table([math.nan, Table(fields=keys)], {b"a": 1, 2.5: Table()})

    assert build(1, 2) == build(2, 1)
    assert build(1, 2) != build(1, 1)


@pytest.mark.parametrize("value", [Table(), Table([None]), NULL, EMPTY_ARRAY, prosody_json.loads(b'{"__array":[]}')])
def test_empty_tables_null_and_the_empty_array_are_empty(value: Value) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", [None, False, 0, b"", Table([Table()]), prosody_json.loads(b'{"a":null}')])
def test_nil_and_scalars_and_tables_with_anything_inside_are_not_empty(value: Value) -> None:
    assert not is_empty(value)


@pytest.mark.parametrize(
    ("value", "tables"),
    [
        (1, 0),
        (NULL, 1),
        (EMPTY_ARRAY, 1),
        (Table(), 1),
        (Table([Table()], {b"a": 1}), 2),
        (Table(fields={Table([EMPTY_ARRAY]): 1}), 3),
        (prosody_json.loads(b'{"a":[[],{}]}'), 3),
    ],
)
def test_depth_counts_tables_inside_each_other(value: Value, tables: int) -> None:
    assert depth(value) == tables


def test_parsed_json_is_left_alone_until_somebody_looks_inside() -> None:
    table = prosody_json.loads(b'{"a":{"b":["x",null,[],18,true]},"__hash":[false,7,1,"one"]}')
    assert isinstance(table, Table)
    assert (table.get(False), table.sequence(), len(table)) == (7, [b"one"], 3)
    assert _is_unread(table)
    inner = table.get(b"a")
    assert not _is_unread(table)
    assert _is_unread(inner)
    assert inner == Table(fields={b"b": Table([b"x", NULL, EMPTY_ARRAY, 18, True])})
    assert list(table.pairs()) == [(1, b"one"), (b"a", inner), (False, 7)]


def _is_unread(value: Value) -> bool:
    return isinstance(value, Table) and value.unread is not None


def test_an_integer_beyond_64_bits_becomes_a_float() -> None:
    assert repr(from_plain(2**63)) == "9.223372036854776e+18"
    assert from_plain(2**63 - 1) == 2**63 - 1


@given(values())
def test_a_value_equals_itself_and_shows_itself(value: Value) -> None:
    table = Table([value])
    assert table == Table([value])
    assert repr(value) in repr(table)
