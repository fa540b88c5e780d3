"""From a cell of another program's table to the value that a field of ours stores."""
from __future__ import annotations

from typing import Any

from models.catalogue import Field
from models.errors import InvalidValue
from models.kinds import parse, parse_id
from models.objects import MAX_ID
from models.stored import Stored, number_to_store, text_to_store


def stored(field: Field, cell: Any, engine: str) -> Stored:
    """What an engine stores for a cell of a field that is no reference; raises InvalidValue."""
    text = as_text(cell)
    if text is None:
        return None
    value = parse(field, text)
    return text_to_store(field, value) if field.is_text else number_to_store(field, value, engine)


def as_text(cell: Any) -> str | None:
    """A cell as the text that any door would print; None for NULL."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, (bytes, bytearray, memoryview)):
        return bytes(cell).decode("utf-8", "surrogateescape")
    if isinstance(cell, bool) or (isinstance(cell, float) and cell.is_integer()):
        return str(int(cell))
    return str(cell)


def reference(field: Field, cell: Any) -> int | None:
    """The id in a cell of a reference field, None if it is unset; raises InvalidValue."""
    id_ = object_id(cell)
    if id_ is None and as_text(cell):
        raise InvalidValue(field.name, f"{str(cell)[:50]!r} is no id")
    return id_


def object_id(cell: Any) -> int | None:
    """The id in a cell, None if it cannot be one."""
    id_ = cell if type(cell) is int else parse_id(as_text(cell) or "")
    return id_ if id_ is not None and 0 < id_ <= MAX_ID else None
