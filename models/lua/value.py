"""The value model of the stores: what Lua can hold as data, with null and the empty array from JSON."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, Final

MAX_DEPTH = 127
"""So many tables may be inside each other (contract/data, "Values")."""

INTEGER_MIN, INTEGER_MAX = -(2**63), 2**63 - 1


class Marker(Enum):
    """The two values that come from JSON only and are kept apart from the empty table."""

    NULL = "null"
    EMPTY_ARRAY = "array"


NULL: Final = Marker.NULL
EMPTY_ARRAY: Final = Marker.EMPTY_ARRAY


class Table:
    """A Lua table: a sequence with the keys 1..n, and values under any other keys but nil and nan.

    `True`, `1` and `b"1"` are three keys; an integral float is the integer key; tables are keys by
    their identity, as in Lua. Nothing holds `None`: to set a key to it removes the key.

    `==` compares structure and exact types (1 is not 1.0; nan is nan), and so do tables that are keys.
    """

    __slots__ = ("_fields", "_sequence", "unread")

    _sequence: list[Value]
    _fields: dict[object, Value]
    unread: Plain | None
    """What the JSON parser made of this table, if nobody has looked inside yet (see `from_plain`):
    the sequence as a list, or the string keys as a dict. It is for printers, which save the way
    through tables; they must not change it."""

    def __init__(self, items: Iterable[Value] = (), fields: Mapping[Any, Value] | None = None) -> None:
        """A table of items at 1, 2, ... (None leaves a hole) and of fields with any keys."""
        pairs: list[tuple[Any, Value]] = [*enumerate(items, 1), *(fields or {}).items()]
        table = Table.from_pairs(pairs, {})
        self._sequence, self._fields, self.unread = table._sequence, table._fields, None

    @classmethod
    def of(cls, sequence: list[Value], fields: dict[bytes, Value], unread: Plain | None = None) -> Table:
        """The quick constructor: takes the parts over as they are. They must not hold None."""
        table = cls.__new__(cls)
        table._sequence, table._fields, table.unread = sequence, fields, unread  # type: ignore[assignment] # narrower keys
        return table

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[Key, Value]], fields: dict[bytes, Value]) -> Table:
        """A table of these fields, which it takes over, with these pairs set one after the other.

        Unlike `set` it takes linear time even if holes come and go. Raises ValueError as `set` does.
        """
        table = cls.of([], fields)
        inner = table._fields
        for key, value in pairs:
            if value is None:
                inner.pop(_stored(key), None)
            else:
                inner[_stored(key)] = value
        table._extend_sequence(inner.pop(1, None))
        return table

    def get(self, key: Key, default: Value = None) -> Value:
        """The value under a key."""
        self._read_for(key)
        inner = _inner(key)
        if type(inner) is int and 0 < inner <= len(self._sequence):
            return self._sequence[inner - 1]
        return self._fields.get(inner, default)

    def set(self, key: Key, value: Value) -> None:
        """Put a value under a key; None removes the key. Raises ValueError if the key is nil or nan."""
        self._read_for(key)
        inner = _stored(key)
        if type(inner) is int and 0 < inner <= len(self._sequence) + 1:
            self._set_position(inner, value)
        elif value is None:
            self._fields.pop(inner, None)
        else:
            self._fields[inner] = value

    def append(self, value: Value) -> None:
        """Put a value behind the sequence."""
        self._read_for(1)
        self._set_position(len(self._sequence) + 1, value)

    def sequence(self) -> Sequence[Value]:
        """The values under 1..n, up to the first hole: the list itself, not a copy."""
        self._read_for(1)
        return self._sequence

    def fields(self) -> Iterator[tuple[Key, Value]]:
        """The keys that are not in the sequence, in the order they came, with their values."""
        self._read()
        return self.read_fields()

    def read_fields(self) -> Iterator[tuple[Key, Value]]:
        """The `fields` that are not in `unread`."""
        for key, value in self._fields.items():
            yield (key.key if type(key) is _Stand else key), value  # type: ignore[misc] # only _inner's keys

    def pairs(self) -> Iterator[tuple[Key, Value]]:
        """All keys with their values, the sequence first."""
        yield from enumerate(self.sequence(), 1)
        yield from self.fields()

    def __len__(self) -> int:
        return len(self._sequence) + len(self._fields) + len(self.unread or ())

    def __eq__(self, other: object) -> bool:
        return _same_table(self, other) if isinstance(other, Table) else NotImplemented

    __hash__ = object.__hash__  # by identity, as Lua's keys are, though `==` looks inside

    def __repr__(self) -> str:
        fields = ", ".join(f"{key!r}: {value!r}" for key, value in self.fields())
        return f"Table({self.sequence()!r}, {{{fields}}})"

    def _set_position(self, position: int, value: Value) -> None:
        sequence = self._sequence
        if position > len(sequence):
            self._extend_sequence(value)
        elif value is None:
            self._fields.update(enumerate(sequence[position:], position + 1))
            del sequence[position - 1 :]
        else:
            sequence[position - 1] = value

    def _extend_sequence(self, value: Value) -> None:
        """Append a value and what waited behind the hole that it fills."""
        sequence, fields = self._sequence, self._fields
        while value is not None:
            sequence.append(value)
            value = fields.pop(len(sequence) + 1, None) if fields else None

    def _read_for(self, key: Key) -> None:
        """Read what is unread, unless it is only string keys and this is none."""
        if self.unread is not None and (type(key) is bytes or type(self.unread) is list):
            self._read()

    def _read(self) -> None:
        unread, self.unread = self.unread, None
        if type(unread) is list:
            self._sequence = [from_plain(item) for item in unread]
        elif type(unread) is dict:
            strings: dict[object, Value] = {key.encode(): from_plain(value) for key, value in unread.items()}
            self._fields = strings | self._fields if self._fields else strings


Key = bool | int | float | bytes | Table | Marker
"""What a key of a table can be; no nan."""

Value = Key | None
"""Anything that a store can hold: integers have 64 bits, strings are bytes; None is Lua's nil."""

Plain = dict[str, Any] | list[Any]
"""A JSON object or array as a JSON parser gives it, with str, int, float, bool, None, dict and list inside."""


def from_plain(plain: str | int | float | Plain | None) -> Value:
    """The value for what a JSON parser gives.

    Objects and arrays become tables that are read one level at a time, when somebody looks inside.
    So they must not have the keys `__hash` and `__array` and not be nested too deep.
    """
    if isinstance(plain, str):
        return plain.encode()
    if isinstance(plain, dict):
        return Table.of([], {}, plain or None)
    if isinstance(plain, list):
        return Table.of([], {}, plain) if plain else EMPTY_ARRAY
    if plain is None:
        return NULL
    return plain if type(plain) is not int or plain <= INTEGER_MAX else float(plain)


def is_empty(value: Value) -> bool:
    """Whether a PUT of this value removes what is stored: an empty table, null, or the empty array.

    Nil is not among them: it is a client's mistake (contract/data, "Methods").
    """
    return value is NULL or value is EMPTY_ARRAY or (isinstance(value, Table) and not len(value))


def depth(value: Value) -> int:
    """How many tables are inside each other, keys included.

    The markers count as tables, because they are written as such in Lua, and that text has to be readable again.
    """
    if isinstance(value, Table):
        inside = [part for pair in value.pairs() for part in pair if isinstance(part, Table | Marker)]
        return 1 + max(map(depth, inside), default=0)
    return 1 if isinstance(value, Marker) else 0


class _Stand:
    """Stands for a key that a dict would take for another one: booleans for 1 and 0.

    Each empty array is a key of its own, as each is a table of its own in Lua.
    """

    __slots__ = ("key",)

    def __init__(self, key: Key) -> None:
        self.key = key


_TRUE, _FALSE = _Stand(True), _Stand(False)


def _inner(key: Key) -> object:
    """The key as the dict has it."""
    kind = type(key)
    if kind is bytes or kind is int:
        return key
    if kind is bool:
        return _TRUE if key else _FALSE
    if isinstance(key, float) and key.is_integer() and INTEGER_MIN <= key <= INTEGER_MAX:
        return int(key)
    return key


def _stored(key: Key) -> object:
    """The key as the dict gets it. Raises ValueError if it is nil or nan."""
    if key is None or key != key:  # a nan is unequal to itself
        raise ValueError("a table has no key nil or nan: choose another key")
    return _Stand(key) if key is EMPTY_ARRAY else _inner(key)


def _same(left: Value, right: Value) -> bool:
    if type(left) is not type(right):
        return False
    if isinstance(left, float) and isinstance(right, float):
        return repr(left) == repr(right)
    return left == right


def _same_table(left: Table, right: Table) -> bool:
    if len(left) != len(right) or len(left.sequence()) != len(right.sequence()):
        return False
    if not all(map(_same, left.sequence(), right.sequence())):
        return False
    unmatched = [pair for pair in right.fields() if _is_identity(pair[0])]
    for key, value in left.fields():
        if not _is_identity(key):
            if not _same(value, right.get(key)):
                return False
            continue
        twins = [pair for pair in unmatched if _same(key, pair[0]) and _same(value, pair[1])]
        if not twins:
            return False
        unmatched = [pair for pair in unmatched if pair is not twins[0]]
    return True


def _is_identity(key: Key) -> bool:
    return isinstance(key, Table) or key is EMPTY_ARRAY
