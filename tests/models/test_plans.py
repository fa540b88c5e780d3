"""No read of the store scans a table on SQLite, neither in its own layout nor in Anope's untyped one."""
from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from models.catalogue import Referrer
from models.database import transaction
from models.network import Network
from models.statements import Statement, Statements

TABLE_SCAN = re.compile(r"SCAN (t\d+|anope_db_\w+)")
"""Peewee names tables t1, t2 and so on; other names are those of parts of the statement."""

LAYOUTS = ("empty", "anope")
"""Almost all tables are edgewise's own in the first, Anope's in the second."""


@pytest.fixture(params=LAYOUTS)
def network(request: pytest.FixtureRequest, engine: str, open_fixture: Callable[[str], Network]) -> Network:
    if engine != "sqlite":
        pytest.skip("the planners of servers choose by the number of rows")
    return open_fixture(request.param)


@pytest.fixture
def statements(network: Network) -> Statements:
    return network.store.statements


def plan(network: Network, statement: Statement) -> list[str]:
    parameters = [1] * len(statement.slots)
    rows = network.database.execute_sql(f"EXPLAIN QUERY PLAN {statement.sql}", parameters).fetchall()
    return [row[3] for row in rows]


def scans(network: Network, statement: Statement) -> list[str]:
    """The steps that read a whole table or sort rows."""
    return [step for step in plan(network, statement) if TABLE_SCAN.match(step) or "TEMP B-TREE" in step]


def referrers(network: Network) -> list[Referrer]:
    return [Referrer(type_, field, ref) for type_ in network.catalogue for field, ref in type_.references]


def test_a_scan_would_be_seen(network: Network, statements: Statements) -> None:
    type_ = network.catalogue["memo"]
    assert scans(network, statements.first_equal(type_, type_.field("text"), indexed=False)) == ["SCAN t1"]
    unindexed = Statement("SELECT id FROM anope_db_account WHERE greet = ? ORDER BY email", (0,))
    assert scans(network, unindexed) == ["SCAN anope_db_account", "USE TEMP B-TREE FOR ORDER BY"]


def test_objects_are_found_by_id(network: Network, statements: Statements) -> None:
    assert scans(network, statements.type_of()) == []
    for type_ in network.catalogue:
        for statement in (
            statements.get(type_), statements.exists(type_), statements.get_many(type_, 8), statements.page(type_),
            statements.delete(type_, 8), statements.update(type_, tuple(type_.by_name)[:1]),
        ):
            assert scans(network, statement) == [], statement.sql


def test_what_refers_to_an_object_is_found_by_an_index_in_id_order(network: Network, statements: Statements) -> None:
    for type_, field, _ in referrers(network):
        for statement in (statements.referring(type_, field), statements.first_referring(type_, field)):
            assert scans(network, statement) == [], statement.sql


def test_dependants_of_many_are_found_by_an_index(network: Network, statements: Statements) -> None:
    for referrer in referrers(network):
        steps = plan(network, statements.dependants(referrer, 8))
        assert any("USING" in step and "INDEX" in step and step.startswith("SEARCH") for step in steps), steps


def test_what_refers_to_many_is_found_by_an_index(network: Network, statements: Statements) -> None:
    for type_, field, _ in referrers(network):
        steps = plan(network, statements.referring_many(type_, field, 8))
        assert not [step for step in steps if TABLE_SCAN.match(step)], steps


def test_unique_keys_are_found_by_their_index(network: Network, statements: Statements) -> None:
    for type_ in network.catalogue:
        if type_.unique:
            assert scans(network, statements.by_key(type_)) == []


def test_a_search_uses_the_index_made_for_it(network: Network, statements: Statements) -> None:
    searched = [(type_, field) for type_ in network.catalogue for field in type_.fields if not field.reference]
    with transaction(network.database):
        for type_, field in searched:
            network.store.create_index(type_.name, field.name)
    for type_, field in searched:
        (step, *more) = plan(network, statements.first_equal(type_, field, indexed=True))
        assert step.startswith(f"SEARCH t1 USING INDEX edgewise_{type_.name}_{field.name}_ascii "), step
        assert not [each for each in more if TABLE_SCAN.match(each) or "TEMP B-TREE" in each], more


def test_a_search_for_what_is_empty_stops_at_the_first_row(network: Network, statements: Statements) -> None:
    type_ = network.catalogue["account"]
    steps = plan(network, statements.first_empty(type_, type_.field("email")))
    assert not [step for step in steps if "TEMP B-TREE" in step], steps
