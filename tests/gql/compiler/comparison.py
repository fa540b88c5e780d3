"""What two answers have to agree in: everything that a client reads, the order of names included."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gql.schema.errors import Code


def comparable(content: Any) -> Any:
    """An answer so that equal ones are equal: names in their order, numbers with their kind, errors in any order."""
    found = dict(content)
    errors = sorted(map(_error, found.pop("errors", ())), key=repr)
    return _ordered(found), errors


def codes(content: Any) -> list[str]:
    """The codes of an answer's errors."""
    return [error["extensions"]["code"] for error in content.get("errors", ())]


def _ordered(value: Any) -> Any:
    if isinstance(value, Mapping):
        return [(name, _ordered(inner)) for name, inner in value.items()]
    if isinstance(value, list):
        return list(map(_ordered, value))
    return (type(value).__name__, value) if isinstance(value, bool | float) else value


def _error(error: Mapping[str, Any]) -> tuple[object, ...]:
    """What a client can act on. An internal error has another id each time."""
    code = error["extensions"]["code"]
    message = "" if code == Code.INTERNAL else error["message"]
    return tuple(error.get("path", ())), code, message, error["extensions"].get("argument")
