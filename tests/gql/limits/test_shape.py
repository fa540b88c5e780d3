"""How large a document is before it is validated."""
from __future__ import annotations

from dataclasses import replace

import pytest
from graphql import GraphQLError, parse

from gql.compiler.errors import LimitExceeded
from gql.limits.shape import check_shape
from gql.limits.table import DEFAULTS, Limits

NESTED = "{ a { b { c } } }"


def complaint(document: str, limits: Limits) -> LimitExceeded:
    with pytest.raises(LimitExceeded) as caught:
        check_shape(parse(document), limits)
    return caught.value


@pytest.mark.parametrize(("setting", "most", "document"), [
    ("depth", 3, NESTED),
    ("depth", 3, "{ a { ...F } } fragment F on T { b { ... { ... @skip(if: $x) { c } } } }"),
    ("depth", 2, "{ a } fragment Unused on T { b { c } }"),
    ("fields", 3, NESTED),
    ("fields", 7, "{ a { ...F } b { ...F } } fragment F on T { c ... { __typename } } #"),
    ("repetitions", 3, "{ a a a b b }"),
    ("repetitions", 4, "{ a { b { c } } a { b { c c } ... { b { c } } } }"),
    ("repetitions", 2, "{ x: a x: b }"),
    ("repetitions", 3, "{ ...F ...F a { ...G } a { ...G ...G } } fragment F on T { a } fragment G on T { b }"),
    ("fragments", 2, "{ ...A ...B } fragment A on T { a } fragment B on T { a }"),
    ("aliases", 3, "{ x: a y: a { z: b c } }"),
    ("aliases", 2, "{ a { ...F } b { ...F } } fragment F on T { x: c }"),
    ("root_fields", 3, "{ a b ... { c } a }"),
    ("root_fields", 2, "query A { a b } query B { c d }"),
    ("directives", 6, "query($v: Int @a) @b { c @d ... @e { f } ...G @h } fragment G on T @i { j }"),
    ("directives", 3, "{ a @x @x @x }"),
])
def test_exactly_so_much_is_allowed(setting: str, most: int, document: str) -> None:
    figure = replace(DEFAULTS, **{setting: most})
    if setting == "fields" and "#" in document:
        figure = replace(DEFAULTS, fields=10)
        most = 10
    check_shape(parse(document), figure)
    error = complaint(document, replace(DEFAULTS, **{setting: most - 1}))
    assert error.setting == setting
    assert f"the limit is {most - 1} (limits.{setting})" in str(error)


def test_the_error_says_the_figure() -> None:
    assert str(complaint("{ a a a }", replace(DEFAULTS, repetitions=2))) == (
        "repetitions of the field a at one place: 3, and the limit is 2 (limits.repetitions); ask for less at once")


def test_a_fragment_counts_each_time_that_it_is_spread() -> None:
    """Thirty fragments that spread the next one twice stand for a thousand million fields."""
    document = "{ ...F0 }" + "".join(
        f" fragment F{n} on T {{ a {{ ...F{n + 1} }} b {{ ...F{n + 1} }} }}" for n in range(30)
    ) + " fragment F30 on T { c }"
    error = complaint(document, replace(DEFAULTS, depth=40))
    assert error.setting == "fields"


@pytest.mark.parametrize("document", [
    "{ ...A } fragment A on T { ...A }",
    "{ ...A } fragment A on T { a { b { ...A } } }",
    "{ ...A } fragment A on T { ... { ...B } } fragment B on T { a { ...C } } fragment C on T { ...A }",
    "{ a } fragment A on T { ...A }",
    "{ ...A ...A } fragment A on T { ...B ...B } fragment B on T { ...A ...A }",
])
def test_circular_fragments_are_refused(document: str) -> None:
    with pytest.raises(GraphQLError, match="these fragments lead to themselves, or to one that does: A"):
        check_shape(parse(document), DEFAULTS)


def test_what_is_no_fragment_and_what_is_not_used_is_left_to_validation() -> None:
    check_shape(parse("{ ...Missing } fragment Unused on T { a }"), DEFAULTS)
    check_shape(parse("fragment A on T { a } fragment A on T { b } { ...A }"), DEFAULTS)
    check_shape(parse("type A { a: Int }"), DEFAULTS)
