"""Conditions: the database finds what Python finds by looking at every object."""
from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.catalogue import Field, ObjectID
from models.network import Network
from models.query.conditions import DEEPEST, MOST_EDGES, MOST_TERMS, AnyOf, Compare, Condition, Not, Scalar
from models.query.operators import Operator, Takes, operators
from models.query.pages import Page
from models.query.reader import Reader
from tests.models.query.data import ASKED
from tests.models.query.oracle import World
from tests.models.query.strategies import conditions, nested, values

WHOLE = Page(first=1000)
PATTERNS = ("%", "a%", "A%", "%B", "_", "%\\_%", "a\\%b", "%\\\\%", "[%", "%*%", "?", "Z%", "", "%|%")


def found(world: World, type_name: str, condition: Condition) -> list[int]:
    return [row.id for row in Reader(world.network.store).root(type_name, condition, page=WHOLE).rows]


def operands(field: Field, operator: Operator, given: list[Scalar]) -> list[Any]:
    """Some operands for an operator, the same in every run."""
    some = Random(field.name + operator.name).sample(given, min(6, len(given)))
    if operator.takes is Takes.VALUES:
        return [(), tuple(some[:1]), tuple(some)]
    if operator.takes is Takes.SWITCH:
        return [False, True]
    return list(PATTERNS) if operator.name == "like" else some


@pytest.mark.parametrize("complement", [False, True])
def test_every_operator_compares_every_field(world: World, complement: bool) -> None:
    for type_name, names in ASKED.items():
        type_ = world.network.catalogue[type_name]
        for field in map(type_.field, names):
            given = values(world, type_, field)
            for operator in operators(field):
                for value in operands(field, operator, given):
                    compare = Compare(field.name, operator.name, value)
                    condition = Not(compare) if complement else compare
                    assert found(world, type_name, condition) == world.meeting(type_name, condition), condition


def test_reference_to_any_type_is_compared_with_the_type(made: World) -> None:
    entries = made.objects["accesschanaccess"].values()
    grantee = next(entry["obj"] for entry in entries if entry["obj"] and entry["obj"].type == "account")
    assert found(made, "accesschanaccess", Compare("obj", "eq", grantee))
    mistaken = ObjectID("channel", grantee.id)
    assert not found(made, "accesschanaccess", Compare("obj", "eq", mistaken))
    both = (mistaken, grantee)
    assert found(made, "accesschanaccess", Compare("obj", "in", both)) == found(
        made, "accesschanaccess", Compare("obj", "eq", grantee))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_conditions_are_met_by_the_objects_that_meet_them(world: World, data: st.DataObject) -> None:
    type_name = data.draw(st.sampled_from(list(ASKED)))
    condition = data.draw(conditions(world, type_name))
    page = Reader(world.network.store).root(type_name, condition, page=WHOLE, want_total=True)
    expected = world.meeting(type_name, condition)
    assert [row.id for row in page.rows] == expected
    assert page.total == len(expected)


def test_conditions_are_answered_up_to_the_limits(reader: Reader, network: Network) -> None:
    network.store.create_index("account", "display")
    network.store.create_index("nick", "nick")
    assert reader.root("account", AnyOf((Compare("display", "startsWith", "a"),) * (MOST_TERMS - 1))).rows == ()
    random = Random(1)
    for _ in range(40):
        type_name, condition = nested(random, ["edge"] * MOST_EDGES + ["join"] * (DEEPEST - 1 - MOST_EDGES))
        assert reader.root(type_name, condition).rows == ()
