"""How statements run for a caller, and lists of ids in pieces that fit into one."""
from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from models.database import Database
from models.objects import MAX_ID
from models.principal import Principal
from models.query.callers import filled
from models.query.nodes import Node

MOST_IDS = 16_000
"""How many ids one statement names, beside a condition's values; SQLite takes 32,766 parameters, PostgreSQL 65,535."""

Found = tuple[Any, ...]
"""What is read of one object: the id, the values in catalogue order, the keys."""


def run(database: Database, query: Node, principal: Principal) -> list[Found]:
    """The rows that a statement finds for a caller."""
    text, parameters = database.get_sql_context().sql(query).query()
    rows: list[Found] = database.execute_sql(text, filled(parameters, principal)).fetchall()
    return rows


def pieces(ids: Collection[int]) -> Iterator[Sequence[int]]:
    """The ids that an engine can hold, each once, in pieces."""
    known = [id_ for id_ in dict.fromkeys(ids) if 0 <= id_ <= MAX_ID]
    for start in range(0, len(known), MOST_IDS):
        yield known[start:start + MOST_IDS]
