"""JSON as Prosody reads and writes it, with `__hash` and `__array` for the tables that JSON cannot show."""
from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from models.lua import lenient_json
from models.lua.lenient_json import MAX_NESTING
from models.lua.magic import ARRAY, HASH, MAGIC_KEYS, IllTyped, apply
from models.lua.value import INTEGER_MAX, MAX_DEPTH, NULL, Marker, Plain, Table, Value, depth, from_plain


def loads(text: bytes) -> Value:
    """Read a value (contract/data, "JSON in"). Raises ValueSyntaxError.

    Ordinary JSON is read by orjson and stays as it is until somebody looks inside. What orjson refuses, and what
    is wrong in Prosody's eyes, goes to the parser that knows the liberties and tells the place of a mistake.
    """
    try:
        return _read(orjson.loads(text))
    except (orjson.JSONDecodeError, IllTyped):
        return lenient_json.loads(text)


def loads_object(fields: Mapping[str, bytes]) -> Table:
    """Read the texts of many fields at once into one table; its keys are not magic. Raises ValueSyntaxError.

    It is much quicker than one text after the other, and the table's printing is quicker as well.
    """
    try:
        parts: list[Any] = orjson.loads(b"[%b]" % b',"",'.join(fields.values()))
    except orjson.JSONDecodeError:
        parts = []
    plain = dict(zip(fields, parts[::2], strict=False))
    # Texts that are no values can look so together; then the separators are not where they belong.
    if parts[1::2] == [""] * (len(fields) - 1) and len(plain) == len(fields) and _can_wait(plain):
        return Table.of([], {}, plain or None)
    return Table.of([], {key.encode(): loads(text) for key, text in fields.items()})


def dumps(value: Value, *, exact: bool = False) -> bytes:
    r"""Write a value (contract/data, "JSON out"); None is null.

    With `exact`, floats keep all their digits and their point, and `loads` gives back the same value if
    `representable_in_json` says so: that is the form for storage. Bytes that are no UTF-8 become text like \xff.
    """
    return orjson.dumps(_encodable(value, exact))


def representable_in_json(value: Value) -> bool:
    """Whether `loads(dumps(value, exact=True))` is exactly this value: no nan in it, and strings all UTF-8."""
    if type(value) is bytes:
        return _is_utf8(value)
    if type(value) is float:
        return not math.isnan(value)
    return _is_representable(value) if type(value) is Table else value is not None


def _is_representable(table: Table) -> bool:
    if table.unread is not None and len(table.unread) == len(table):
        return True
    if not all(map(representable_in_json, table.sequence())):
        return False
    return all(representable_in_json(part) for pair in table.read_fields() for part in pair)


def _read(plain: Any) -> Value:
    """The value for what orjson read. Raises IllTyped if the other parser has to say what is wrong."""
    if not isinstance(plain, dict | list) or _can_wait(plain):
        return from_plain(plain)
    if isinstance(plain, list) or (HASH not in plain and ARRAY not in plain):
        return _checked(_converted(plain))
    array, hash_ = (_checked(_converted(plain.pop(key, None))) for key in (ARRAY, HASH))
    table = Table.of([], {}, plain or None) if _can_wait(plain) else Table.of([], _converted_fields(plain))
    if table.unread is None:
        _checked(table)
    apply(table, array, hash_)
    return table


def _checked(value: Value) -> Value:
    """The value; raises IllTyped if it is nested too deep."""
    if depth(value) > MAX_DEPTH:
        raise IllTyped("nested too deep")
    return value


def _can_wait(plain: Plain) -> bool:
    """Whether `from_plain` can take this: no magic key, not too deep, and no number that JSON out writes otherwise."""
    level: list[Plain] = [plain]
    for _ in range(MAX_DEPTH - 1):  # the last level may be of empty ones, which are not looked into
        below: list[Plain] = []
        for node in level:
            if not _is_ordinary(node, below):
                return False
        if not below:
            return True
        level = below
    return False


def _is_ordinary(node: Plain, below: list[Plain]) -> bool:
    items: Iterable[Any] = node
    if type(node) is dict:
        if HASH in node or ARRAY in node:
            return False
        items = node.values()
    for item in items:
        kind = type(item)
        if kind is str or kind is bool:  # most are: so they come first
            continue
        if kind is dict or kind is list:
            if item:
                below.append(item)
        elif kind is float or (kind is int and item > INTEGER_MAX):
            return False
    return True


def _converted(plain: Any, room: int = MAX_NESTING) -> Value:
    """The value for what orjson read, read through and through, with this much room for nesting."""
    if not room:
        raise IllTyped("nested too deep")
    if isinstance(plain, list) and plain:
        return Table.of([_converted(item, room - 1) for item in plain], {})
    if not isinstance(plain, dict):
        return from_plain(plain)
    table = Table.of([], _converted_fields(plain, room))
    if HASH in plain or ARRAY in plain:
        apply(table, _converted(plain.get(ARRAY), room - 1), _converted(plain.get(HASH), room - 1))
    return table


def _converted_fields(plain: dict[str, Any], room: int = MAX_NESTING) -> dict[bytes, Value]:
    return {
        key.encode(): _converted(value, room - 1) for key, value in plain.items() if key != HASH and key != ARRAY
    }


def _encodable(value: Value, exact: bool) -> object:
    """What orjson writes as this value."""
    if type(value) is bytes:
        return _text(value)
    if type(value) is Table:
        return _encodable_table(value, exact)
    if type(value) is float:
        return orjson.Fragment(_number(value, exact))
    if type(value) is Marker:
        return None if value is NULL else []
    return value


def _encodable_table(table: Table, exact: bool) -> object:
    """An object or array whose tables are texts already, so that orjson's limit of nesting is out of the way."""
    if table.unread is not None and len(table.unread) == len(table):
        return table.unread
    sequence = [_encodable(item, exact) for item in table.sequence()]
    fields: dict[str, object] = dict(table.unread or {})
    hash_: list[object] = []
    for key, item in table.read_fields():
        if type(key) is bytes and key not in MAGIC_KEYS:
            fields[_text(key)] = _encodable(item, exact)
        else:
            hash_ += (_encodable(key, exact), _encodable(item, exact))
    if hash_:
        fields[HASH] = hash_
    if not fields and sequence:
        return orjson.Fragment(orjson.dumps(sequence))
    if sequence:
        fields[ARRAY] = sequence
    return orjson.Fragment(orjson.dumps(fields))


def _number(number: float, exact: bool) -> str:
    if math.isinf(number):
        return "1e999" if number > 0 else "-1e999"  # difference h: legal JSON, and read back as infinity
    if math.isnan(number):
        return "null"
    return repr(number) if exact else f"{number:.14g}"


def _text(text: bytes) -> str:
    return text.decode("utf-8", "backslashreplace")


def _is_utf8(text: bytes) -> bool:
    if text.isascii():
        return True
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
