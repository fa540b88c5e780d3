"""What writes the statements about one network's objects for one kind of callers."""
from __future__ import annotations

from typing import NamedTuple

from models.query.access_guard import AccessGuard
from models.query.columns import Columns
from models.query.operands import Operands
from models.query.predicates import Predicates
from models.rules import Access
from models.store import Store


class Writers(NamedTuple):
    """The fields and the conditions as the callers may see them, and conditions of rules, which no rule binds."""

    columns: Columns
    predicates: Predicates
    rules: Predicates


def writers(store: Store, access: Access) -> Writers:
    """What writes statements for callers; for those with full access as if there were no rules."""
    operands = Operands(store.catalogue, store.casemap, store.database.engine)
    columns = Columns(store.tables, store.casemap, store.is_indexed)
    predicates = Predicates(columns, operands)
    if access.is_full:
        return Writers(columns, predicates, predicates)
    guard = AccessGuard(access, columns, predicates)
    guarded = Columns(store.tables, store.casemap, store.is_indexed, guard)
    return Writers(guarded, Predicates(guarded, operands), predicates)
