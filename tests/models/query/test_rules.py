"""Rules: for every caller the database answers as if what he may not see did not exist, or was never set."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.access import ACCESS
from models.catalogue import ObjectID, ObjectType
from models.network import Network
from models.principal import ANONYMOUS, Principal, Role
from models.query.conditions import (
    DEEPEST,
    MOST_EDGES,
    AnyOf,
    Compare,
    Condition,
    Quantifier,
    Related,
    Through,
)
from models.query.edges import Edge
from models.query.lookups import Lookups
from models.query.orders import Order
from models.query.pages import Connection, Page
from models.query.reader import Reader
from models.rules import Access, Audience, Opening, Rules
from tests.models.query.data import ASKED
from tests.models.query.oracle import World, value_of
from tests.models.query.strategies import conditions, nested, orders
from tests.models.query.test_pages import backwards, forwards, ids
from tests.statements import Statements

OPENINGS: Sequence[Mapping[str, Opening]] = (
    {},
    {"account": Opening(public=("email", "AUTOOP")), "channel": Opening(Audience.PUBLIC, private=("name", "founder")),
     "accesschanaccess": Opening(Audience.USERS, public=("obj", "mask"))},
    {"account": Opening(Audience.ADMIN), "nick": Opening(Audience.PUBLIC, private=("nc",)),
     "badword": Opening(Audience.PUBLIC, public=("ci", "type")), "xmppuser": Opening(Audience.USERS, public=("name",))},
    {"nick": Opening(Audience.OWNER), "channel": Opening(Audience.USERS, public=("successor", "bantype")),
     "exception": Opening(Audience.USERS, public=("mask",)), "xmpphost": Opening(Audience.PUBLIC, public=("name",))},
)
"""What operators might say beyond the table."""


class Seen(NamedTuple):
    """A caller, and the world as he may see it."""

    reader: Reader
    world: World


def principals(world: World) -> list[Principal]:
    founders = [values["founder"].id for values in world.objects["channel"].values() if values["founder"]]
    users = [*world.objects["xmppuser"], None]
    return [ANONYMOUS, Principal(Role.USER, "nobody"),
            *(Principal(Role.USER, "user", account, users[0]) for account in dict.fromkeys(founders[:4])),
            Principal(Role.USER, "user", None, users[0]), Principal(Role.USER, "gone", 999_999, 999_999)]


def access_of(principal: Principal, openings: Mapping[str, Opening]) -> Access:
    return Rules(ACCESS, openings).access(principal)


def seen(world: World, principal: Principal, openings: Mapping[str, Opening]) -> Seen:
    access = access_of(principal, openings)
    return Seen(Reader(world.network.store, access, principal), world.seen_by(principal, access))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_conditions_orders_and_totals_know_only_what_is_shown(world: World, data: st.DataObject) -> None:
    caller = seen(world, data.draw(st.sampled_from(principals(world))), data.draw(st.sampled_from(OPENINGS)))
    type_name = data.draw(st.sampled_from(list(ASKED)))
    condition, order = data.draw(conditions(world, type_name)), data.draw(orders(world, type_name))
    expected = caller.world.ordered(type_name, caller.world.meeting(type_name, condition), order)
    page = caller.reader.root(type_name, condition, order, Page(first=1000), want_total=True)
    assert ids(page) == expected
    assert page.total == len(expected)
    type_ = world.network.catalogue[type_name]
    for row in page.rows:
        for field, stored in zip(type_.fields, row.values, strict=True):
            if not field.reference:  # whether a reference leads to something hidden is the next statement's business
                assert value_of(field, stored) == caller.world.objects[type_name][row.id][field.name], field


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_cursors_know_only_what_is_shown(made: World, data: st.DataObject) -> None:
    caller = seen(made, data.draw(st.sampled_from(principals(made))), data.draw(st.sampled_from(OPENINGS)))
    type_name, size = data.draw(st.sampled_from(list(ASKED))), data.draw(st.integers(1, 12))
    order = data.draw(orders(made, type_name))
    expected = caller.world.ordered(type_name, caller.world.objects[type_name], order)

    def ask(page: Page) -> Connection:
        return caller.reader.root(type_name, order=order, page=page)

    assert ids(*forwards(ask, size)) == expected
    assert ids(*reversed(list(backwards(ask, size)))) == expected


@pytest.mark.parametrize("openings", OPENINGS, ids=["none", "columns", "rows", "closed"])
def test_lookups_and_ways_back_find_only_what_is_shown(world: World, openings: Mapping[str, Opening]) -> None:
    for principal in principals(world):
        caller = seen(world, principal, openings)
        lookups = Lookups(world.network.store, access_of(principal, openings), principal)
        for type_name, fields in ASKED.items():
            shown, type_ = caller.world.objects[type_name], world.network.catalogue[type_name]
            everything = [*world.objects[type_name], 999_999, -1, 2**64]
            assert set(lookups.get_many(type_name, everything)) == set(shown)
            assert lookups.visible(type_name, everything) == set(shown)
            assert set(caller.reader.types(everything)) == set(shown)
            check_names(lookups, world, caller.world, type_)
            for name in (name for name in fields if type_.field(name).reference):
                check_ways_back(lookups, caller, type_name, name)
        assert caller.reader.totals() == {name: len(objects) for name, objects in caller.world.objects.items()}


def check_names(lookups: Lookups, everything: World, shown: World, type_: ObjectType) -> None:
    """Every name that there is, hidden ones too, finds the first object that shows it."""
    if len(type_.key) != 1:
        return
    name, fold = type_.key[0], everything.fold
    for text in {str(values[name] or "") for values in everything.objects[type_.name].values()}:
        having = [id_ for id_, values in shown.objects[type_.name].items() if fold(values[name] or "") == fold(text)]
        exact = [id_ for id_, values in shown.objects[type_.name].items() if values[name] == text]
        found, key = lookups.find(type_.name, name, text), lookups.find_key(type_.name, [text])
        assert (found and found.id) == min(having, default=None)
        assert (key and key.id) == min(exact, default=None)


def check_ways_back(lookups: Lookups, caller: Seen, type_name: str, field_name: str) -> None:
    """From every object that may be seen a way leads back to those that show that they refer to it."""
    referring: dict[ObjectID, list[int]] = {}
    for id_, values in caller.world.objects[type_name].items():
        if values[field_name]:
            referring.setdefault(values[field_name], []).append(id_)
    for name, targets in caller.world.objects.items():
        expected = {id_: sorted(found) for id_ in targets if (found := referring.get(ObjectID(name, id_)))}
        pages = caller.reader.related((type_name, field_name), list(targets), want_total=True, page=Page(first=1000))
        assert {id_: ids(page) for id_, page in pages.items() if page.rows} == expected
        assert {id_: page.total for id_, page in pages.items() if page.total} == {
            id_: len(found) for id_, found in expected.items()}
        refs = lookups.refs_many(type_name, field_name, list(targets), limit=1000)
        assert {id_: [row.id for row in rows] for id_, rows in refs.items()} == expected


def test_full_access_adds_nothing_to_statements(made: World, statements: Statements) -> None:
    admin = Principal(Role.ADMIN, "admin")
    for reader in (Reader(made.network.store), Reader(made.network.store, access_of(admin, {}), admin)):
        reader.root("channel", Compare("founder", "isNull", True), [Order("display", (Edge("founder"),))])
    assert statements.run[0] == statements.run[1]


def test_callers_of_one_kind_share_their_statements(made: World, statements: Statements) -> None:
    for principal in (Principal(Role.USER, "a", account=1), Principal(Role.USER, "b", account=2)):
        Reader(made.network.store, access_of(principal, {}), principal).root("memo")
    (one, first), (other, second) = statements.run
    assert one == other
    assert (1 in first, 2 in second) == (True, True)


def test_the_deepest_conditions_leave_room_for_rules(network: Network) -> None:
    principal, random = Principal(Role.USER, "user", 1, 2), Random(1)
    reader = Reader(network.store, access_of(principal, {}), principal)
    for name in ("account", "nick"):
        network.store.create_index(name, "display" if name == "account" else "nick")
    for _ in range(40):
        type_name, condition = nested(random, ["edge"] * MOST_EDGES + ["join"] * (DEEPEST - 1 - MOST_EDGES))
        assert reader.root(type_name, condition).rows == ()
    deepest: Condition = Compare("mask", "in", ("a", "b"))
    for _ in range(DEEPEST - 1 - MOST_EDGES):
        deepest = AnyOf((Compare("mask", "startsWith", "a"), deepest))
    for type_name, field in (("memoignore", "mi"), ("memoinfo", "owner")):
        deepest = Related(type_name, field, Quantifier.NONE, deepest)
    assert reader.root("account", Related("nick", "nc", Quantifier.NONE, Through("nc", deepest))).rows == ()


@pytest.mark.parametrize("type_name", [name for name, rule in ACCESS.items() if rule.rows is Audience.OWNER])
def test_what_is_ones_own_is_found_by_indexes(network: Network, type_name: str, statements: Statements) -> None:
    if network.database.engine != "sqlite":
        pytest.skip("the others choose by how many rows there are")
    principal = Principal(Role.USER, "user", 1, 2)
    Reader(network.store, access_of(principal, {}), principal).root(type_name)
    (text, parameters) = statements.run[-1]
    plan = [row[3] for row in network.database.execute_sql(f"EXPLAIN QUERY PLAN {text}", parameters).fetchall()]
    assert not [step for step in plan if step.startswith("SCAN")], plan
