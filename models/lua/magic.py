"""The two keys with which Prosody's JSON tells of tables that no JSON object or array can show."""
from __future__ import annotations

from collections.abc import Sequence

from models.lua.value import EMPTY_ARRAY, NULL, Table, Value

ARRAY, HASH = "__array", "__hash"
"""The sequence 1..n; and a flat list of key, value, key, value for keys that are no strings."""

MAGIC_KEYS = frozenset({ARRAY.encode(), HASH.encode()})


class IllTyped(ValueError):
    """A magic key with a number or `true`: difference e makes that a client's mistake."""


def apply(table: Table, array: Value, hash_: Value) -> None:
    """Put what an object has under its magic keys (None: nothing) into the table of its other keys.

    First the items of the array are appended, then the pairs of the hash are set; a surplus last key is
    dropped, and `false` leaves the key an ordinary one (contract/data, "JSON in"). Raises IllTyped.
    """
    if array is False:
        table.set(ARRAY.encode(), False)
    for item in _items(array, ARRAY):
        table.append(item)
    if hash_ is False:
        table.set(HASH.encode(), False)
    flat = _items(hash_, HASH)
    for key, value in zip(flat[::2], flat[1::2], strict=False):
        table.set(key, value)  # type: ignore[arg-type] # JSON has no nil


def _items(value: Value, name: str) -> Sequence[Value]:
    if isinstance(value, Table):
        return value.sequence()
    # COMPAT: strings, null and objects count as empty, because Lua finds nothing to iterate over in them.
    if value is None or value is False or value is NULL or value is EMPTY_ARRAY or isinstance(value, bytes):
        return ()
    raise IllTyped(f"{name} is an array, or left out")
