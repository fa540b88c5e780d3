"""Orders and pages: every object once, in the order that Python finds, whatever happens between two pages."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.catalogue import ObjectID
from models.errors import BadCursor
from models.network import Network
from models.query.conditions import Compare, Condition
from models.query.cursors import encode
from models.query.edges import Edge
from models.query.orders import Nulls, Order, ordering
from models.query.pages import Connection, Page
from models.query.reader import Reader
from tests.models.query.data import ASKED
from tests.models.query.oracle import World
from tests.models.query.strategies import conditions, orders
from tests.statements import Statements

Ask = Callable[[Page], Connection]


MOST_PAGES = 200
"""More than any walk has; a walk that goes in circles ends here."""


def forwards(ask: Ask, size: int) -> Iterator[Connection]:
    """All pages, from the first."""
    page = ask(Page(first=size))
    for _ in range(MOST_PAGES):
        yield page
        if not page.has_next:
            return
        page = ask(Page(first=size, after=page.cursors[-1]))
    pytest.fail("the pages do not end")


def backwards(ask: Ask, size: int) -> Iterator[Connection]:
    """All pages, from the last."""
    page = ask(Page(last=size))
    for _ in range(MOST_PAGES):
        yield page
        if not page.has_previous:
            return
        page = ask(Page(last=size, before=page.cursors[0]))
    pytest.fail("the pages do not end")


def ids(*pages: Connection) -> list[int]:
    return [row.id for page in pages for row in page.rows]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_pages_in_both_directions_hold_every_object_once(world: World, data: st.DataObject) -> None:
    type_name = data.draw(st.sampled_from(list(ASKED)))
    condition, order = data.draw(conditions(world, type_name, depth=1)), data.draw(orders(world, type_name))
    size, reader = data.draw(st.integers(1, 12)), Reader(world.network.store)
    expected = world.ordered(type_name, world.meeting(type_name, condition), order)

    def ask(page: Page) -> Connection:
        return reader.root(type_name, condition, order, page)

    assert ids(*forwards(ask, size)) == expected
    assert ids(*reversed(list(backwards(ask, size)))) == expected


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_page_between_two_cursors_holds_what_is_between(made: World, data: st.DataObject) -> None:
    order = data.draw(orders(made, "nick"))
    reader = Reader(made.network.store)
    everything = reader.root("nick", order=order, page=Page(first=1000))
    low, high = sorted(data.draw(st.lists(st.integers(0, len(everything.rows) - 1), min_size=2, max_size=2)))
    after, before = everything.cursors[low], everything.cursors[high]
    between = ids(everything)[low + 1:high]
    size = data.draw(st.integers(0, 12))
    first = reader.root("nick", order=order, page=Page(first=size, after=after, before=before))
    last = reader.root("nick", order=order, page=Page(last=size, after=after, before=before))
    assert ids(first) == between[:size]
    assert ids(last) == between[max(0, len(between) - size):]
    assert first.has_next
    assert first.has_previous
    assert last.has_next
    assert last.has_previous


@pytest.mark.parametrize("order", [
    (), (Order("display"),), (Order("display", descending=True),), (Order("email", nulls=Nulls.LAST),),
    (Order("language", descending=True, nulls=Nulls.FIRST), Order("AUTOOP"), Order("display", descending=True)),
    (Order("id", descending=True),),
], ids=lambda order: " ".join(each.field for each in order) or "id")
@pytest.mark.parametrize("walk", [forwards, backwards])
def test_pages_stay_right_while_objects_come_and_go(
    made: World, order: Sequence[Order], walk: Callable[[Ask, int], Iterator[Connection]]
) -> None:
    store, random = made.network.store, Random(3)
    reader, gone, seen = Reader(store), set[int](), list[int]()
    before = set(made.objects["account"])
    for page in walk(lambda page: reader.root("account", order=order, page=page), 4):
        seen += ids(page)
        for end in {page.rows[0].id, page.rows[-1].id}:  # the objects that the cursors came from, too
            store.delete("account", end)
            gone.add(end)
        store.delete("account", ghost := store.create("account", {"display": "ghost"}))
        gone.add(ghost)
        for _ in range(2):
            name = random.choice(("", "M", "m", "zz", "~~"))
            store.create("account", {"display": name, "email": random.choice((None, "e", "\U0010ffff"))})
        if len(before & set(seen)) == len(before):
            break  # new objects may come behind forever
    assert len(seen) == len(set(seen))
    assert before <= set(seen) | gone


def test_flags_that_were_never_set_stand_among_the_false_ones(reader: Reader, network: Network) -> None:
    made = [network.store.create("account", {"AUTOOP": value}) for value in (True, None, False, None, True)]
    assert ids(reader.root("account", order=[Order("AUTOOP")])) == [made[at] for at in (1, 2, 3, 0, 4)]


def test_names_are_ordered_by_case_mapping_and_other_texts_by_code_points(reader: Reader, network: Network) -> None:
    texts = ["b", "A", "a", "B", "Ä", "~"]
    made = {network.store.create("account", {"display": text, "email": text}): text for text in texts}
    assert [made[id_] for id_ in ids(reader.root("account", order=[Order("display")]))] == list("AabB~Ä")
    assert [made[id_] for id_ in ids(reader.root("account", order=[Order("email")]))] == list("ABab~Ä")


def test_texts_that_agree_for_long_are_ordered_by_id(reader: Reader, network: Network) -> None:
    made = [network.store.create("account", {"display": "x" * 191 + end, "email": "x" * 191 + end}) for end in "cab"]
    for field in ("display", "email"):
        assert ids(reader.root("account", order=[Order(field)])) == made


def test_order_through_an_edge_puts_what_has_none_first(reader: Reader, network: Network) -> None:
    store = network.store
    ann, bob = (store.create("account", {"display": name}) for name in ("bob", "ann"))
    made = [store.create("nick", {"nc": ObjectID("account", owner) if owner else None}) for owner in (ann, None, bob)]
    order = [Order("display", (Edge("nc"),))]
    assert ids(reader.root("nick", order=order)) == [made[1], made[2], made[0]]


def test_last_key_decides_in_which_direction_ids_go(reader: Reader, network: Network) -> None:
    made = [network.store.create("account", {"display": "same"}) for _ in range(3)]
    assert ids(reader.root("account", order=[Order("display", descending=True)])) == made[::-1]


def test_page_has_fifty_objects_by_default(reader: Reader, network: Network) -> None:
    with network.database.atomic():
        for _ in range(51):
            network.store.create("xmpphost", {"name": str(_)})
    page = reader.root("xmpphost")
    assert len(page.rows) == 50
    assert page.has_next


def test_empty_page_says_whether_there_are_objects(reader: Reader, network: Network) -> None:
    assert reader.root("account", page=Page(first=0)) == Connection((), (), has_next=False, has_previous=False)
    network.store.create("account", {})
    assert reader.root("account", page=Page(first=0)).has_next
    assert reader.root("account", page=Page(last=0)).has_previous


def test_rows_are_those_of_the_store(made: World) -> None:
    reader, store = Reader(made.network.store), made.network.store
    for type_name in ASKED:
        assert reader.root(type_name, page=Page(first=1000)).rows == tuple(store.page(type_name))


@pytest.mark.parametrize(("want_total", "count"), [(False, 1), (True, 2)])
def test_page_is_one_statement_and_its_total_another(
    made: World, statements: Statements, want_total: bool, count: int
) -> None:
    condition = Compare("nick", "startsWith", "a")
    page = Reader(made.network.store).root(
        "nick", condition, [Order("display", (Edge("nc"),))], Page(first=1), want_total=want_total)
    assert len(statements.run) == count
    assert page.total == (len(made.meeting("nick", condition)) if want_total else None)


def test_total_counts_without_reading(made: World, statements: Statements) -> None:
    condition: Condition = Compare("AUTOOP", "eq", True)
    assert Reader(made.network.store).total("account", condition) == len(made.meeting("account", condition))
    assert len(statements.run) == 1


ENCODINGS = (b"caf\xe9", b"caf\xe9s", b"caf", b"\xff", b"\xff\0", "cafés".encode(), "caf\ufffd".encode())


@pytest.mark.parametrize("order", [Order("email"), Order("email", descending=True), Order("display")])
def test_pages_pass_texts_in_other_encodings(network: Network, engine: str, order: Order) -> None:
    if engine != "sqlite":
        pytest.skip("the servers hold no such texts")
    for text in ENCODINGS:
        id_ = network.store.create("account", {"display": "x"})
        network.database.execute_sql(
            "UPDATE anope_db_account SET display = CAST(? AS TEXT), email = CAST(? AS TEXT) WHERE id = ?",
            (text, text, id_))
    reader = Reader(network.store)
    whole = ids(reader.root("account", order=[order]))
    pages = [*forwards(lambda page: reader.root("account", order=[order], page=page), 1)]
    assert ids(*pages) == whole
    assert ids(*[*backwards(lambda page: reader.root("account", order=[order], page=page), 2)][::-1]) == whole


def test_cursors_of_texts_that_the_engine_cannot_hold_are_refused(network: Network, engine: str) -> None:
    orders = [Order("email")]
    cursor = encode(ordering(network.catalogue, "account", orders).fingerprint, (b"caf\xe9", 1))
    reader = Reader(network.store)
    if engine == "sqlite":
        assert reader.root("account", order=orders, page=Page(after=cursor)).rows == ()
    else:
        with pytest.raises(BadCursor):
            reader.root("account", order=orders, page=Page(after=cursor))
