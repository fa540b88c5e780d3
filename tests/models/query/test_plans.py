"""How SQLite finds the rows: by indexes, in the layout that edgewise makes and in the one that Anope makes."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, ObjectID
from models.network import Network
from models.query.conditions import AnyOf, Compare, Condition, IdIn, Not, Quantifier, Related, Through
from models.query.cursors import KeyValue, encode
from models.query.edges import Edge
from models.query.orders import Order, ordering
from models.query.pages import Page
from models.query.reader import Reader
from models.search import SearchIndex
from tests.statements import Statements

CATALOGUE = Catalogue(BUILTIN_TYPES)
BY_NAME, BY_LAST_NAME = Order("display"), Order("display", descending=True)
NICK_OWNER, GRANTEE = "INDEX edgewise_nick_nc (nc=?)", "INDEX edgewise_accesschanaccess_obj (obj=?)"
SORT = "TEMP B-TREE"
SEARCHES = (("account", "display"), ("account", "email"), ("nick", "nick"))
Plan = Callable[[Callable[[Reader], object]], str]


@pytest.fixture(params=["made", "anope"])
def laid_out(request: pytest.FixtureRequest, engine: str) -> Network:
    """A network in each layout, with its SEARCHES indexed."""
    if engine != "sqlite":
        pytest.skip("servers choose their plans by how many rows there are")
    if request.param == "made":
        network: Network = request.getfixturevalue("network")
    else:
        network = request.getfixturevalue("open_fixture")("small")
    for type_name, field_name in SEARCHES:
        network.store.create_index(type_name, field_name)
    return network


@pytest.fixture
def plan(laid_out: Network, statements: Statements) -> Plan:
    """From a question to the steps of SQLite's plan for its last statement; search indexes are called TYPE.FIELD."""
    def ask(question: Callable[[Reader], object]) -> str:
        question(Reader(laid_out.store))
        sql, parameters = statements.run[-1]
        rows = laid_out.database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall()
        # newer SQLites walk EXISTS as a join, and say so
        steps = " / ".join(row[3].replace(" EXISTS USING ", " USING ") for row in rows)
        for type_name, field_name in SEARCHES:
            type_ = CATALOGUE[type_name]
            search = SearchIndex(laid_out.tables, laid_out.casemap, type_, type_.field(field_name))
            steps = steps.replace(search.name, f"{type_name}.{field_name}")
        return steps

    return ask


def cursor(order: Order, *values: KeyValue) -> str:
    return encode(ordering(CATALOGUE, "account", [order]).fingerprint, values)


@pytest.mark.parametrize(("type_name", "condition", "index"), [
    ("account", IdIn("account", (8, 9)), "INTEGER PRIMARY KEY"),
    ("account", Compare("display", "eq", "Adam"), "account.display (<expr>=?)"),
    ("account", Compare("display", "in", ("adam", "eve")), "account.display (<expr>=?)"),
    ("account", Compare("display", "startsWith", "ad"), "account.display (<expr>>? AND <expr><?)"),
    ("account", Compare("email", "eq", "Adam@example.net"), "account.email (<expr>=?)"),
    ("account", Related("nick", "nc", condition=Compare("nick", "eq", "a")), "nick.nick (<expr>=?)"),
    ("nick", Compare("nc", "eq", ObjectID("account", 8)), NICK_OWNER),
    ("nick", Compare("nc", "in", (ObjectID("account", 8), ObjectID("account", 9))), NICK_OWNER),
    ("nick", Through("nc", Compare("display", "eq", "adam")), NICK_OWNER),
    ("nick", Through("nc", IdIn("account", (8,))), NICK_OWNER),
    ("accesschanaccess", Compare("obj", "eq", ObjectID("account", 8)), GRANTEE),
    ("accesschanaccess", Through("obj", Compare("display", "eq", "a"), "account"), GRANTEE),
    ("nick", AnyOf((Compare("nc", "eq", ObjectID("account", 8)), IdIn("nick", (9,)))), NICK_OWNER),
])
def test_few_objects_are_found_without_a_look_at_all(
    plan: Plan, type_name: str, condition: Condition, index: str
) -> None:
    steps = plan(lambda reader: reader.root(type_name, condition))
    assert index in steps
    assert "SCAN" not in steps.replace("SCAN json_each", "")  # which are the ids that are given


@pytest.mark.parametrize(("type_name", "condition", "index"), [
    ("nick", Through("nc", Compare("email", "contains", "@")), "SEARCH t2 USING INTEGER PRIMARY KEY"),
    ("nick", Through("nc", AnyOf((Compare("display", "eq", "a"), Compare("email", "contains", "@")))),
     "SEARCH t2 USING INTEGER PRIMARY KEY"),
    ("account", Related("nick", "nc"), "SEARCH t2 USING COVERING INDEX edgewise_nick_nc (nc=?)"),
    ("account", Related("nick", "nc", Quantifier.NONE), "SEARCH t2 USING COVERING INDEX edgewise_nick_nc (nc=?)"),
    ("account", Related("nick", "nc", Quantifier.EVERY, Compare("last_seen", "gt", 5)),
     "SEARCH t2 USING INDEX edgewise_nick_nc (nc=?)"),
    ("account", Not(Related("accesschanaccess", "obj")), GRANTEE),
])
def test_edges_of_all_objects_are_walked_by_index_and_in_order(
    plan: Plan, type_name: str, condition: Condition, index: str
) -> None:
    steps = plan(lambda reader: reader.root(type_name, condition))
    assert steps.startswith("SCAN t1 / ")
    assert index in steps
    assert steps.count("SCAN") == 1
    assert SORT not in steps


@pytest.mark.parametrize(("order", "page", "step"), [
    (Order("id"), Page(after=cursor(Order("id"), 9)), "INTEGER PRIMARY KEY (rowid>?)"),
    (Order("id"), Page(last=5, before=cursor(Order("id"), 9)), "INTEGER PRIMARY KEY (rowid<?)"),
    (BY_NAME, Page(), "SCAN t1 USING INDEX account.display"),
    (BY_NAME, Page(last=5), "SCAN t1 USING INDEX account.display"),
    (BY_NAME, Page(after=cursor(BY_NAME, "b", 9)), "account.display (<expr>>?)"),
    (BY_NAME, Page(last=5, before=cursor(BY_NAME, "b", 9)), "account.display (<expr><?)"),
    (BY_LAST_NAME, Page(after=cursor(BY_LAST_NAME, "b", 9)), "account.display (<expr><?)"),
])
def test_pages_by_id_and_by_name_begin_at_their_cursor_and_need_no_sorting(
    plan: Plan, order: Order, page: Page, step: str
) -> None:
    steps = plan(lambda reader: reader.root("account", order=[order], page=page))
    assert step in steps
    assert SORT not in steps


def test_name_is_found_in_the_order_of_ids(plan: Plan) -> None:
    assert SORT not in plan(lambda reader: reader.root("account", Compare("display", "eq", "adam")))


@pytest.mark.parametrize("parents", [[8], [8, 9, 10]])
@pytest.mark.parametrize("want_total", [False, True])
@pytest.mark.parametrize(("type_name", "field"), [("nick", "nc"), ("accesschanaccess", "obj")])
def test_what_refers_to_objects_is_found_by_index(
    plan: Plan, parents: list[int], want_total: bool, type_name: str, field: str
) -> None:
    steps = plan(lambda reader: reader.related((type_name, field), parents, want_total=want_total))
    assert f"edgewise_{type_name}_{field} ({field}=?)" in steps
    assert "SCAN t" not in steps


def test_order_through_an_edge_looks_its_end_up(plan: Plan) -> None:
    steps = plan(lambda reader: reader.root("nick", order=[Order("display", (Edge("nc"),))]))
    assert "SEARCH t2 USING INTEGER PRIMARY KEY" in steps
