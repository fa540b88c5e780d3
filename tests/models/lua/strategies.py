"""Values as hypothesis makes them up."""
from __future__ import annotations

from hypothesis import strategies as st

from models.lua.value import EMPTY_ARRAY, NULL, Table, Value

INTEGERS = st.integers(-(2**63), 2**63 - 1)
FLOATS = st.floats()
NUMBERS = INTEGERS | FLOATS
STRINGS = st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))
UTF8 = st.text(st.characters(exclude_categories=["Cs"])).map(str.encode)
MARKERS = st.sampled_from([NULL, EMPTY_ARRAY])
FIELD_NAMES = st.sampled_from([b"a", b"1", b"__hash", b"__array"])


def values(
    strings: st.SearchStrategy[bytes] = STRINGS,
    numbers: st.SearchStrategy[int | float] = NUMBERS,
    markers: st.SearchStrategy[Value] = MARKERS,
) -> st.SearchStrategy[Value]:
    """Any value but nil, with tables under any kind of key."""
    scalars: st.SearchStrategy[Value] = st.booleans() | numbers | strings | markers
    return st.recursive(scalars, lambda inner: _tables(inner, FIELD_NAMES | strings), max_leaves=12)


def _tables(inner: st.SearchStrategy[Value], names: st.SearchStrategy[bytes]) -> st.SearchStrategy[Value]:
    keys = names | st.integers(0, 4) | inner.filter(lambda key: key == key)  # no nan
    fields = st.lists(st.tuples(keys, inner), max_size=4)
    return st.builds(_table, st.lists(inner, max_size=3), fields)


def _table(items: list[Value], fields: list[tuple[Value, Value]]) -> Table:
    table = Table(items)
    for key, value in fields:
        if key is not None:
            table.set(key, value)
    return table
