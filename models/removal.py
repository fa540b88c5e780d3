"""Carries out what a closure says."""
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from models.catalogue import Catalogue, ObjectID
from models.closure import Closure
from models.statements import Statement, Statements, chunks

Run = Callable[..., Any]
"""Runs a Statement with its parameters."""

K = TypeVar("K")


def carry_out(found: Closure, catalogue: Catalogue, statements: Statements, run: Run) -> None:
    """Unset, change and delete what the closure names, a statement for many; call it inside a transaction."""
    for (type_name, field_name), ids in _grouped(((id_.type, name), id_.id) for id_, name in found.unset).items():
        for some in chunks(ids):
            run(statements.unset(catalogue[type_name], field_name, len(some)), *some)
    for object_id, field_name, value in found.changed:
        statement: Statement = statements.update(catalogue[object_id.type], (field_name,))
        run(statement, value.id if isinstance(value, ObjectID) else value, object_id.id)
    for type_name, ids in _grouped((object_id.type, object_id.id) for object_id in found.deleted).items():
        for some in chunks(ids):
            run(statements.delete(catalogue[type_name], len(some)), *some)
            run(statements.delete_objects(len(some)), *some)


def _grouped(pairs: Iterable[tuple[K, int]]) -> dict[K, list[int]]:
    groups: dict[K, list[int]] = {}
    for key, id_ in pairs:
        groups.setdefault(key, []).append(id_)
    return groups
