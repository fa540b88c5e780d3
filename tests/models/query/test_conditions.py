"""Conditions: the database finds what Python finds by looking at every object."""
from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.query.pages import Page
from models.query.reader import Reader
from tests.models.query.data import ASKED
from tests.models.query.oracle import World
from tests.models.query.strategies import conditions

WHOLE = Page(first=1000)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_conditions_are_met_by_the_objects_that_meet_them(world: World, data: st.DataObject) -> None:
    type_name = data.draw(st.sampled_from(list(ASKED)))
    condition = data.draw(conditions(world, type_name))
    found = Reader(world.network.store).root(type_name, condition, page=WHOLE, want_total=True)
    expected = world.meeting(type_name, condition)
    assert [row.id for row in found.rows] == expected
    assert found.total == len(expected)
