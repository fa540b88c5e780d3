"""How many rows a statement may touch, as far as that can be told without asking the database."""
from __future__ import annotations

from collections.abc import Sequence

from gql.compiler.asks import Ask, ByIds, ByKey, Referring
from gql.compiler.planning import Place
from gql.compiler.stores.asked import OfKeyvals, OfMessages, OfStore
from models.catalogue import Catalogue, ObjectType
from models.query.conditions import EVERYTHING, All, Compare, Condition, IdIn
from models.query.indexes import is_narrow
from models.query.orders import Key
from models.query.pages import DEFAULT_SIZE
from models.query.questions import Question

FEW = 8
"""How many objects refer to another one through a field, about: a page of 50 is rarely full."""


MANY = 2**31
"""More than any page has."""


def rows(sites: Sequence[Place], sizes: Sequence[int]) -> int:
    """The sum over all sites: how many objects each leads to, for each object that it lies in."""
    found: list[int] = []
    for (_, inside), size in zip(sites, sizes, strict=True):
        found.append(size if inside is None else size * found[inside])
    return sum(found)


def size(place: Place, asked: Ask) -> int:
    """How many objects a site leads to, for each object that it lies in."""
    if type(asked) is Question:
        named = min(asked.page.size, _named(asked.type, asked.condition))
        return named if place.inside is None else min(named, FEW)
    if isinstance(asked, OfKeyvals):
        return asked.rows
    if isinstance(asked, ByIds):
        return len(asked.ids)
    if isinstance(asked, OfStore | OfMessages):
        return asked.page.size if isinstance(asked, OfMessages) else DEFAULT_SIZE
    return min(asked.first, FEW) if isinstance(asked, Referring) else 1


def _named(type_: ObjectType, condition: Condition) -> int:
    """How many objects a condition names by their ids or keys.

    Whoever opens the database may write the same name twice, but hardly does: the services do not.
    """
    if isinstance(condition, IdIn):
        return len(condition.ids)
    if isinstance(condition, Compare) and type_.key == (condition.field,) and condition.operator in ("eq", "in"):
        values = condition.value if isinstance(condition.value, tuple) else (condition.value,)
        return MANY if "" in values else len(values)  # no name is what any number of objects may have
    if isinstance(condition, All) and condition.conditions:
        return min(_named(type_, part) for part in condition.conditions)
    return MANY


def scans(catalogue: Catalogue, place: Place, asked: Ask, *, counts: bool) -> bool:
    """Whether what is asked at the root may lead through a whole table."""
    if isinstance(asked, ByKey):
        return asked.values == ("",)  # what is empty or was never set has no index
    if not isinstance(asked, Question) or place.inside is not None:
        return False
    if asked.condition != EVERYTHING and is_narrow(catalogue, asked.type, asked.condition):
        return False
    return counts or asked.condition != EVERYTHING or not _is_by_id(asked.ordering.keys)


def _is_by_id(keys: Sequence[Key]) -> bool:
    return keys[0].field is None and not keys[0].path
