"""Stored values as JSON has them in Python, in the form in which /data shows them."""
from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import orjson

from models.lua import prosody_json
from models.lua.magic import ARRAY, HASH
from models.lua.value import Value
from models.xmpp.rows import StoredRow, Unreadable, decode

JSON: TypeAlias = "dict[str, JSON] | list[JSON] | str | int | float | bool | None"

Moment = int | float
"""A time in seconds since 1970."""


@dataclass(frozen=True)
class Keyval:
    """A keyval as Prosody's modules use one: what stands under texts, such as addresses.

    `meta` is what stands under the key `false`, where they keep what is about the store itself.
    """

    fields: dict[str, JSON]
    meta: dict[str, JSON]


def parse(text: bytes) -> JSON:
    """The value of JSON that models.lua.prosody_json wrote; infinities, which JSON has no word for, are null."""
    try:
        parsed: JSON = orjson.loads(text)
    except orjson.JSONDecodeError:
        parsed = json.loads(text, parse_float=_finite)
    return parsed


def from_value(value: Value) -> JSON:
    """A value of a store (contract/data, "JSON out")."""
    return parse(prosody_json.dumps(value))


def from_cell(type_: str, text: bytes) -> JSON:
    """The value of one row of a store, null if it cannot be read."""
    try:
        if type_ == "json":
            return _ordinary(text)
        return from_value(decode(type_, text))
    except Unreadable:
        return None


def keyval(rows: Iterable[StoredRow]) -> Keyval:
    """The keyval of these rows. What cannot be read, and other keys than texts and `false`, is left out."""
    fields: dict[str, JSON] = {}
    meta: dict[str, JSON] = {}
    for key, type_, text in rows:
        item = from_cell(type_, text)
        if key:
            fields[key.decode("utf-8", "backslashreplace")] = item
        elif isinstance(item, dict):
            meta = _under_false(item.pop(HASH, None))
            item.pop(ARRAY, None)
            fields |= item
    return Keyval(fields, meta)


def number(value: object) -> Moment | None:
    """The number that should stand there; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if math.isfinite(value) else None


def string(value: JSON) -> str | None:
    """The text that should stand there; None for anything else."""
    return value if isinstance(value, str) else None


def table(value: JSON) -> dict[str, JSON]:
    """The string keys of the table that should stand there; none for anything else."""
    if not isinstance(value, dict):
        return {}
    if HASH not in value and ARRAY not in value:
        return value
    return {key: item for key, item in value.items() if key not in (HASH, ARRAY)}


def is_true(value: JSON) -> bool:
    """Whether Lua takes the value for true: anything but nil and false, also 0."""
    return value is not None and value is not False


def _ordinary(text: bytes) -> JSON:
    """What most rows hold; the liberties of Prosody's JSON take longer."""
    try:
        parsed: JSON = orjson.loads(text)
    except orjson.JSONDecodeError:
        parsed = from_value(decode("json", text))
    return parsed


def _under_false(pairs: JSON) -> dict[str, JSON]:
    """What a flat list of keys and values has for `false`, if it is a table."""
    flat = pairs if isinstance(pairs, list) else []
    found = [value for key, value in zip(flat[::2], flat[1::2], strict=False) if key is False]
    return table(found[-1]) if found else {}


def _finite(text: str) -> float | None:
    value = float(text)
    return value if math.isfinite(value) else None
