"""Whether rules speak of what there is: looked at once, before anything is served."""
from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from models.catalogue import Catalogue, ObjectType
from models.errors import BadQuery, CatalogueError, UnknownField, UnknownType
from models.query.conditions import Condition, IsCaller, parts
from models.query.edges import visible_field
from models.query.indexes import inner_type
from models.rules import Rule, Rules


def check_rules(rules: Rules, catalogue: Catalogue) -> None:
    """Raise CatalogueError for a rule about a type or a field that there is not, and about a secret."""
    for name, rule in rules.items():
        if name not in catalogue:
            nearest = _nearest(name, (type_.name for type_ in catalogue))
            raise CatalogueError(f"access.{name}: there is no type {name!r}{nearest}")
        type_ = catalogue[name]
        try:
            for field in _named(rule):
                visible_field(type_, field)
            for field in rule.passwords:
                type_.field(field)
            for condition in (rule.listed, rule.owner, rule.reader, *rule.unless.values()):
                _check(catalogue, type_, condition)
        except UnknownField as error:
            shown = (f.name for f in catalogue[error.type_name].fields if not f.secret)
            raise CatalogueError(f"access.{name}: {error}{_nearest(error.field_name, shown)}") from None
        except (UnknownType, BadQuery) as error:
            raise CatalogueError(f"access.{name}: {error}") from None


def _named(rule: Rule) -> Iterator[str]:
    yield from (*rule.public, *rule.private, *rule.unless, *rule.writes, *rule.links)


def _check(catalogue: Catalogue, type_: ObjectType, condition: Condition) -> None:
    """Raise UnknownType, UnknownField or BadQuery for a condition that makes no sense for a type."""
    if isinstance(condition, IsCaller) and type_.name != condition.caller.value:
        raise BadQuery(f"no caller is a {type_.name}; lead to {condition.caller.value}")
    inner = inner_type(catalogue, type_, condition)
    for part in parts(condition):
        _check(catalogue, inner, part)


def _nearest(name: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=0)
    return f"; the nearest is {found[0]}" if found else ""
