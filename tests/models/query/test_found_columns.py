"""Columns that other programs made: of other types, and compared in other ways."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from models.catalogue import Kind
from models.network import Network
from models.query.conditions import Compare
from models.query.orders import Order
from models.query.pages import Page
from models.query.reader import Reader

COLUMNS = {
    "sqlite": ("motto TEXT COLLATE NOCASE", "code", "points INTEGER"),
    "postgresql": ("motto VARCHAR(50)", "code CHARACTER(4)", "points SMALLINT"),
    "mysql": ("motto VARCHAR(50) CHARACTER SET latin1 COLLATE latin1_swedish_ci", "code CHAR(4)", "points TINYINT"),
}
CODES: tuple[str | int | None, ...] = ("12", 7, None)
"""A column without a type on SQLite can hold numbers among its texts."""


@pytest.fixture
def extended(database_url: str) -> Iterator[Network]:
    """A network whose accounts have further columns, and three accounts."""
    with closing(Network.open(database_url, types=())) as first:
        for column in COLUMNS[first.database.engine]:
            first.database.execute_sql(f"ALTER TABLE anope_db_account ADD COLUMN {column}")
    with closing(Network.open(database_url, types=())) as network:
        mark = network.database.param
        for row in zip(("One", "one", None), CODES, (5, 40, None), strict=True):
            id_ = network.store.create("account", {})
            network.database.execute_sql(
                f"UPDATE anope_db_account SET motto = {mark}, code = {mark}, points = {mark} WHERE id = {mark}",
                (*row, id_))
        yield network


FOUND: tuple[tuple[Compare, list[int]], ...] = (
    (Compare("motto", "eq", "one"), [2]), (Compare("motto", "ne", "one"), [1, 3]),
    (Compare("motto", "like", "O%"), [1]), (Compare("motto", "contains", "n"), [1, 2]),
    (Compare("motto", "gt", "Onf"), [2]), (Compare("motto", "isNull", True), [3]),
    (Compare("code", "in", ("7", "8")), [2]), (Compare("code", "lt", "2"), [1]),
    (Compare("code", "startsWith", "7"), [2]),
    (Compare("points", "gt", 5), [2]), (Compare("points", "in", (5, 40)), [1, 2]),
)
ORDERED = {"motto": [3, 1, 2], "code": [3, 1, 2], "points": [3, 1, 2]}


def test_found_columns_are_compared_like_others(extended: Network) -> None:
    reader = Reader(extended.store)
    for condition, found in FOUND:
        assert [row.id for row in reader.root("account", condition).rows] == found, condition


def test_found_columns_order_and_page(extended: Network) -> None:
    reader = Reader(extended.store)
    for field, ordered in ORDERED.items():
        first = reader.root("account", order=[Order(field)], page=Page(first=2))
        rest = reader.root("account", order=[Order(field)], page=Page(after=first.cursors[-1]))
        assert [row.id for row in (*first.rows, *rest.rows)] == ordered, field


def test_only_whole_numbers_are_numbers(extended: Network) -> None:
    kinds = {field.name: field.kind for field in extended.catalogue["account"].fields if field.discovered}
    assert kinds == {"motto": Kind.STRING, "code": Kind.STRING, "points": Kind.INT64}
