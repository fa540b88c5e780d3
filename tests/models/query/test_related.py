"""What refers to each of many objects: a page each, in one statement for all."""
from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.catalogue import ObjectID
from models.errors import BadCursor, BadQuery, UnknownField
from models.network import Network
from models.query import runs
from models.query.conditions import Compare
from models.query.orders import Order
from models.query.pages import Connection, Page
from models.query.reader import Reader
from tests.models.query.data import ASKED
from tests.models.query.oracle import World
from tests.models.query.strategies import conditions, orders
from tests.statements import Statements

REFERRERS = [("nick", "nc"), ("channel", "founder"), ("channel", "successor"), ("accesschanaccess", "obj"),
             ("accesschanaccess", "ci"), ("badword", "ci"), ("xmppuser", "host")]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_each_parent_has_its_own_pages(world: World, data: st.DataObject) -> None:
    type_name, field = data.draw(st.sampled_from(REFERRERS))
    everyone = sorted(id_ for name in ASKED for id_ in world.objects[name])
    parents = data.draw(st.lists(st.sampled_from(everyone), max_size=12))
    condition, order = data.draw(conditions(world, type_name, depth=1)), data.draw(orders(world, type_name))
    backwards, size = data.draw(st.booleans()), data.draw(st.integers(0, 4))
    page = Page(last=size) if backwards else Page(first=size)
    found = Reader(world.network.store).related(
        (type_name, field), parents, condition, order, page, want_total=True)
    referring: dict[int, list[int]] = {parent: [] for parent in parents}
    for id_ in world.ordered(type_name, world.meeting(type_name, condition), order):
        target = world.objects[type_name][id_][field]
        if target and target.id in referring:
            referring[target.id].append(id_)
    assert list(found) == list(referring)
    for parent, expected in referring.items():
        shown = expected[len(expected) - min(size, len(expected)):] if backwards else expected[:size]
        assert [row.id for row in found[parent].rows] == shown
        assert found[parent].total == len(expected)
        more = found[parent].has_previous if backwards else found[parent].has_next
        assert more is (len(expected) > size)


def test_rows_and_cursors_are_those_of_one_parent_alone(made: World) -> None:
    reader, parents = Reader(made.network.store), sorted(made.objects["account"]) + sorted(made.objects["channel"])
    together = reader.related(("accesschanaccess", "obj"), parents, order=[Order("level", descending=True)])
    assert any(len(page.rows) > 1 for page in together.values())
    for parent, page in together.items():
        alone = reader.related(("accesschanaccess", "obj"), [parent], order=[Order("level", descending=True)])
        assert alone == {parent: page}
    rows = {row.id: row for page in together.values() for row in page.rows}
    assert rows == made.network.store.get_many("accesschanaccess", rows)


def test_cursor_goes_on_in_the_list_of_one_parent(reader: Reader, network: Network) -> None:
    parents = [network.store.create("account", {"display": name}) for name in "ab"]
    nicks = {parent: [network.store.create("nick", {"nc": ObjectID("account", parent)}) for _ in range(5)]
             for parent in parents}
    first = reader.related(("nick", "nc"), parents, page=Page(first=2))
    for parent in parents:
        page = Page(first=2, after=first[parent].cursors[-1])
        then = reader.related(("nick", "nc"), [parent], page=page)[parent]
        assert [row.id for row in then.rows] == nicks[parent][2:4]
        assert then.has_next
        assert then.has_previous


@pytest.mark.parametrize("parents", [1, 2, 25])
@pytest.mark.parametrize("want_total", [False, True])
def test_all_parents_share_a_statement_and_one_for_the_totals(
    made: World, statements: Statements, parents: int, want_total: bool
) -> None:
    some = sorted(made.objects["account"])[:parents]
    found = Reader(made.network.store).related(
        ("nick", "nc"), some, Compare("last_seen", "gte", 0), [Order("nick")], want_total=want_total)
    assert len(statements.run) == 1 + want_total
    assert list(found) == some


def test_without_parents_nothing_is_run(reader: Reader, statements: Statements) -> None:
    assert reader.related(("nick", "nc"), [], want_total=True) == {}
    assert not statements.run


def test_more_parents_than_a_statement_can_name_need_another(
    made: World, statements: Statements, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, parents = Reader(made.network.store), sorted(made.objects["account"])
    together = reader.related(("nick", "nc"), parents, want_total=True)
    monkeypatch.setattr(runs, "MOST_IDS", 7)
    statements.run.clear()
    assert reader.related(("nick", "nc"), parents, want_total=True) == together
    assert len(statements.run) == 2 * -(-len(parents) // 7)


def test_parent_without_children_has_an_empty_page(reader: Reader, network: Network) -> None:
    parent = network.store.create("account", {})
    empty = Connection((), (), has_next=False, has_previous=False, total=0)
    assert reader.related(("nick", "nc"), [parent, 9999], want_total=True) == {parent: empty, 9999: empty}


@pytest.mark.parametrize(("referrer", "error"), [
    (("nick", "nick"), BadQuery), (("nick", "ghost"), UnknownField), (("account", "pass"), UnknownField),
])
def test_edges_that_do_not_exist_are_refused(reader: Reader, referrer: tuple[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        reader.related(referrer, [1])


def test_cursor_of_another_list_is_refused(made: World) -> None:
    reader = Reader(made.network.store)
    cursor = reader.root("channel").cursors[0]
    with pytest.raises(BadCursor, match="another type"):
        reader.related(("nick", "nc"), [1], page=Page(after=cursor))


def test_types_of_objects_are_found_by_id(made: World, statements: Statements) -> None:
    reader = Reader(made.network.store)
    known = {id_: name for name in ASKED for id_ in list(made.objects[name])[:3]}
    assert reader.types([*known, 999_999, -1, 2**64]) == known
    assert len(statements.run) == 1
    assert reader.types([]) == {}
