"""Patterns: the same texts match on every engine."""
from __future__ import annotations

import pytest

from models.errors import BadQuery
from models.network import Network
from models.query.conditions import Compare
from models.query.patterns import LONGEST, parse, range_of_starts, render
from models.query.reader import Reader


@pytest.mark.parametrize(("pattern", "glob", "like"), [
    ("", "", ""), ("abc", "abc", "abc"), ("a%b_", "a*b?", "a%b_"), ("a\\%\\_\\\\", "a%_\\", "a\\%\\_\\\\"),
    ("[x]*?", "[[]x][*][?]", "[x]*?"), ("%%%a%%", "*a*", "%a%"), ("%_%", "*?*", "%_%"), ("\\a", "a", "a"),
    ("%\\%%", "*%*", "%\\%%"),
])
def test_patterns_are_written_for_each_engine(pattern: str, glob: str, like: str) -> None:
    assert render(parse(pattern), "sqlite") == glob
    assert render(parse(pattern), "postgresql") == render(parse(pattern), "mysql") == like


@pytest.mark.parametrize("pattern", ["\\", "abc\\", "a\\\\\\"])
def test_pattern_that_ends_in_an_escape_is_refused(pattern: str) -> None:
    with pytest.raises(BadQuery, match="single"):
        parse(pattern)


def test_longest_pattern_is_taken_and_a_longer_one_refused(reader: Reader, network: Network) -> None:
    id_ = network.store.create("account", {"email": "[" * LONGEST})
    for value in ("[" * LONGEST, "😀" * LONGEST):
        found = reader.root("account", Compare("email", "like", value))
        assert [row.id for row in found.rows] == ([id_] if value[0] == "[" else [])
    with pytest.raises(BadQuery, match="shorter"):
        reader.root("account", Compare("email", "like", "x" * (LONGEST + 1)))


@pytest.mark.parametrize("prefix", [
    "", "a", "ab", "a\ud7ff", "a\U0010ffff", "\U0010ffff", "\uffff", "z" * 190, "z" * 191, "z" * 200,
    "a" + "\U0010ffff" * 200,
])
def test_range_holds_the_texts_that_begin_alike_and_no_others(prefix: str) -> None:
    first, behind = range_of_starts(prefix)
    for text in (prefix, prefix + "a", prefix + "\U0010ffff" * 300):
        assert first <= text[:191] < behind
    assert not first <= "\0" < behind or not prefix
    for text in ("b", "a\ue000", "a\ud7fe", "z" * 189 + "{"):
        if not text.startswith(prefix[:191]):
            assert not first <= text < behind
