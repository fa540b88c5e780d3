"""Smaller queries that fail like a large one: what a test shows."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from tests.gql.compiler.documents import Field, Fragment, Inline, Query, Selection, Spread
from tests.gql.compiler.values import Value, Way

MOST_TRIALS = 600

Selections = tuple[Selection, ...]


def smallest(query: Query, fails: Callable[[Query], bool]) -> Query:
    """A query of which no part can be left out without it ceasing to fail."""
    trials = 0
    while trials < MOST_TRIALS:
        for candidate in _smaller(query):
            trials += 1
            if fails(candidate):
                query = candidate
                break
        else:
            return query
    return query


def _smaller(query: Query) -> Iterator[Query]:
    """Queries with one part less, or one written more simply; they need not be valid."""
    if query.beside:
        yield replace(query, beside=None)
    if query.name and not query.beside:
        yield replace(query, name=None)
    fragments = {one.name: one for one in query.fragments}
    for selections in _fewer(query.selections, fragments):
        yield _used(replace(query, selections=selections))
    for place, fragment in enumerate(query.fragments):
        for selections in _fewer(fragment.selections, fragments):
            changed = [*query.fragments]
            changed[place] = replace(fragment, selections=selections)
            yield _used(replace(query, fragments=tuple(changed)))


def _used(query: Query) -> Query:
    """The query without fragments that it does not use."""
    names: set[str] = set()
    left = [query.selections]
    while left:
        for one in left.pop():
            if isinstance(one, Spread) and one.fragment not in names:
                names.add(one.fragment)
                left += [fragment.selections for fragment in query.fragments if fragment.name == one.fragment]
            elif not isinstance(one, Spread):
                left.append(one.selections)
    return replace(query, fragments=tuple(one for one in query.fragments if one.name in names))


def _fewer(selections: Selections, fragments: dict[str, Fragment]) -> Iterator[Selections]:
    """The selections with something less in them."""
    for place, one in enumerate(selections):
        before, behind = selections[:place], selections[place + 1:]
        if len(selections) > 1:
            yield before + behind
        for some in _simpler(one, fragments):
            yield before + some + behind


def _simpler(one: Selection, fragments: dict[str, Fragment]) -> Iterator[Selections]:
    """What may stand for a selection."""
    for place in range(len(one.directives)):
        yield (replace(one, directives=one.directives[:place] + one.directives[place + 1:]),)
    if isinstance(one, Spread):
        yield (Inline(fragments[one.fragment].on, fragments[one.fragment].selections, one.directives),)
        return
    if isinstance(one, Inline) and not one.directives:
        yield one.selections
    if isinstance(one, Field):
        yield from ((field,) for field in _plainer(one))
    for some in _fewer(one.selections, fragments):
        yield (replace(one, selections=some),)


def _plainer(field: Field) -> Iterator[Field]:
    if field.alias:
        yield replace(field, alias=None)
    for place, (name, value) in enumerate(field.arguments):
        before, behind = field.arguments[:place], field.arguments[place + 1:]
        yield replace(field, arguments=before + behind)
        for plain in _plain(value):
            yield replace(field, arguments=(*before, (name, plain), *behind))


def _plain(value: Value) -> Iterator[Value]:
    """Simpler values."""
    if value.way is not Way.LITERAL and not value.is_missing:
        yield replace(value, way=Way.LITERAL)
    for content in _contents(value.content):
        yield replace(value, content=content)


def _contents(content: Any) -> Iterator[Any]:
    if isinstance(content, Value):
        yield from _plain(content)
    elif isinstance(content, dict):
        for name, inner in content.items():
            yield {key: other for key, other in content.items() if key != name}
            yield from ({**content, name: plain} for plain in _plain(inner))
    elif isinstance(content, list):
        for place, inner in enumerate(content):
            yield content[:place] + content[place + 1:]
            yield from ([*content[:place], plain, *content[place + 1:]] for plain in _plain(inner))
