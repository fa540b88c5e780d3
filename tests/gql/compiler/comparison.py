"""What two answers have to agree in: everything that a client reads, the order of names included."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from gql.schema.errors import Code

Path = tuple[str | int, ...]


def difference(found: Any, expected: Any) -> str:
    """In what two answers differ; empty if in nothing."""
    if ("data" in found) != ("data" in expected):
        return f"data: only one has any\n{found}\n{expected}"
    if _ordered(found.get("data")) != _ordered(expected.get("data")):
        return f"data\n{found.get('data')}\n{expected.get('data')}"
    ours, others = _errors(found), _errors(expected)
    if ours.keys() != others.keys() or not all(errors & others[place] for place, errors in ours.items()):
        return f"errors\n{dict(ours)}\n{dict(others)}"
    return ""


def codes(content: Any) -> list[str]:
    """The codes of an answer's errors."""
    return [error["extensions"]["code"] for error in content.get("errors", ())]


def _ordered(value: Any) -> Any:
    """A value so that equal ones are equal: names in their order, numbers with their kind."""
    if isinstance(value, Mapping):
        return [(name, _ordered(inner)) for name, inner in value.items()]
    if isinstance(value, list):
        return list(map(_ordered, value))
    return (type(value).__name__, value) if isinstance(value, bool | float) else value


def _errors(content: Any) -> Mapping[Path, set[tuple[object, ...]]]:
    """The errors by the place that is null for them.

    Where several errors make the same place null, an executor may stop at the first that it meets (GraphQL, 6.4.4).
    """
    found: dict[Path, set[tuple[object, ...]]] = defaultdict(set)
    for error in content.get("errors", ()):
        found[_null(content.get("data"), tuple(error.get("path", ())))].add(_error(error))
    return found


def _null(data: Any, path: Path) -> Path:
    for length, part in enumerate(path):
        if data is None:
            return path[:length]
        data = data[part]
    return path


def _error(error: Mapping[str, Any]) -> tuple[object, ...]:
    """What a client can act on. An internal error has another id each time."""
    code = error["extensions"]["code"]
    message = "" if code == Code.INTERNAL else error["message"]
    return tuple(error.get("path", ())), code, message, repr(error["extensions"].get("argument"))
