"""What the benchmarks ask for, and what they print."""
from __future__ import annotations

from pathlib import Path

import pytest
from graphql import FieldNode, Visitor, build_schema, parse, validate, visit

from benchmarks.figures import Figure, Rates, Skipped
from benchmarks.graphql.access import SHOWN
from benchmarks.graphql.inside import FORTY_FIELDS
from benchmarks.graphql.queries import ACCOUNTS, DRAWS, NAMED, NUMBERS, draws

SCHEMA = build_schema((Path(__file__).parents[2] / "schema.graphql").read_text())


@pytest.mark.parametrize("query", [ACCOUNTS, NAMED, FORTY_FIELDS, SHOWN])
def test_the_queries_are_valid(query: str) -> None:
    assert validate(SCHEMA, parse(query)) == []


def test_forty_fields_are_forty() -> None:
    class Count(Visitor):
        fields = 0

        def enter_field(self, _node: FieldNode, *_: object) -> None:
            self.fields += 1

    count = Count()
    visit(parse(FORTY_FIELDS), count)
    assert count.fields == 40


@pytest.mark.parametrize("number", NUMBERS)
def test_requests_are_drawn_by_the_same_chance_each_time(number: int) -> None:
    drawn = draws(number)
    assert drawn == draws(number)
    assert len(drawn) == DRAWS[number]
    assert all(len(set(draw)) == number for draw in drawn)


@pytest.mark.parametrize(("figure", "line"), [
    (Figure("a", 0.7, 0.7), "| a | 0.70 | at least 0.70 | ok |"),
    (Figure("a", 0.694, 0.7), "| a | 0.69 | at least 0.70 | MISSED |"),
    (Figure("b", 60, 60, "us", at_most=True), "| b | 60.0 us | at most 60.0 us | ok |"),
    (Figure("b", 7069.4, 60, "us", at_most=True), "| b | 7,069 us | at most 60.0 us | MISSED |"),
    (Skipped("c", "not installed"), "| c | skipped: not installed | | |"),
])
def test_a_figure_says_whether_it_is_met(figure: Figure | Skipped, line: str) -> None:
    assert figure.line() == line


def test_rates_are_a_table() -> None:
    assert Rates("requests/s", ("N = 1", "N = 50"), {"edgewise": (7211.3, 0.34)}).lines() == [
        "| requests/s | N = 1 | N = 50 |", "| --- | ---: | ---: |", "| edgewise | 7,211 | 0.3 |"]
