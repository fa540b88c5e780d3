"""Connections: Relay's pages at every level, their totals, their cursors."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from models.network import Network
from tests.statements import Statements

from .conftest import Ask, Create

PAGE = "nodes { display } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"


@pytest.fixture
def letters(create: Create) -> list[str]:
    """Accounts a to e."""
    return [create("account", display=name) for name in "abcde"]


def shown(connection: Any, field: str = "display") -> str:
    return "".join(node[field] for node in connection["nodes"])


@pytest.mark.usefixtures("letters")
def test_all_parts_of_a_connection_agree(ask: Ask) -> None:
    found = ask("""{ accounts(first: 2) { edges { cursor node { display } } nodes { display } totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""")["accounts"]
    assert [edge["node"] for edge in found["edges"]] == found["nodes"] == [{"display": "a"}, {"display": "b"}]
    assert found["totalCount"] == 5
    assert found["pageInfo"] == {
        "hasNextPage": True, "hasPreviousPage": False,
        "startCursor": found["edges"][0]["cursor"], "endCursor": found["edges"][1]["cursor"]}


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize(("order", "forwards", "backwards"), [
    ("[]", ["ab", "cd", "e"], ["de", "bc", "a"]),
    ("[{display: DESC}]", ["ed", "cb", "a"], ["ba", "dc", "e"]),
    ("[{private: DESC}, {email: ASC_NULLS_LAST}, {id: DESC}]", ["ed", "cb", "a"], ["ba", "dc", "e"]),
])
def test_pages_go_on_both_ways(ask: Ask, order: str, forwards: list[str], backwards: list[str]) -> None:
    for size, cursor, place, more, expected in (
        ("first", "after", "endCursor", "hasNextPage", forwards),
        ("last", "before", "startCursor", "hasPreviousPage", backwards),
    ):
        pages: list[str] = []
        at: str | None = None
        going_on = True
        while going_on:
            query = f"query($at: String) {{ accounts(orderBy: {order}, {size}: 2, {cursor}: $at) {{ {PAGE} }} }}"
            found = ask(query, at=at)["accounts"]
            at = found["pageInfo"][place]
            pages.append(shown(found))
            going_on = found["pageInfo"][more]
        assert pages == expected


def test_pages_stay_right_while_objects_come_and_go(
    ask: Ask, create: Create, network: Network, letters: list[str],
) -> None:
    query = f"query($at: String) {{ accounts(orderBy: [{{display: DESC}}], first: 2, after: $at) {{ {PAGE} }} }}"
    page = ask(query)["accounts"]
    network.store.delete("account", int(letters[3].partition(":")[2]))
    create("account", display="f")
    create("account", display="bb")
    assert shown(page) == "ed"
    assert shown(ask(query, at=page["pageInfo"]["endCursor"])["accounts"]) == "cbb"


def test_pages_are_each_parents_own(ask: Ask, create: Create) -> None:
    for display in "ab":
        account = create("account", display=display)
        for number in range(3):
            create("nick", nick=f"{display}{number}", nc=account)
    found = ask("""{ accounts { nodes {
        nicks(first: 2, orderBy: [{nick: DESC}]) { totalCount nodes { nick } pageInfo { hasNextPage } }
        last: nicks(last: 1, where: {nick: {like: "_1"}}) { totalCount nodes { nick } } } } }""")
    assert [account["nicks"] for account in found["accounts"]["nodes"]] == [
        {"totalCount": 3, "nodes": [{"nick": f"{name}2"}, {"nick": f"{name}1"}], "pageInfo": {"hasNextPage": True}}
        for name in "ab"]
    assert [account["last"] for account in found["accounts"]["nodes"]] == [
        {"totalCount": 1, "nodes": [{"nick": f"{name}1"}]} for name in "ab"]


def test_totals_do_not_depend_on_the_page(ask: Ask, create: Create, letters: list[str]) -> None:
    for number in range(3):
        create("nick", nick=str(number), nc=letters[0])
    cursors = [edge["cursor"] for edge in ask("{ accounts { edges { cursor } } }")["accounts"]["edges"]]
    nicks = [edge["cursor"] for edge in ask("{ nicks { edges { cursor } } }")["nicks"]["edges"]]
    for at in (*cursors[::4], None):
        for size in (0, 1, 5):
            query = "query($at: String, $n: Int) { accounts(first: $n, after: $at) { totalCount } }"
            assert ask(query, at=at, n=size)["accounts"]["totalCount"] == 5
    found = ask("""query($at: String) { accounts { nodes {
        nicks(after: $at, first: 0) { totalCount } some: nicks(after: $at) { totalCount nodes { nick } } } } }""",
                at=nicks[0])["accounts"]["nodes"]
    assert [one["nicks"]["totalCount"] for one in found] == [3, 0, 0, 0, 0]
    assert [one["some"] for one in found[:2]] == [
        {"totalCount": 3, "nodes": [{"nick": "1"}, {"nick": "2"}]}, {"totalCount": 0, "nodes": []}]


@pytest.mark.usefixtures("letters")
def test_a_total_is_counted_only_where_it_is_asked_for(ask: Ask, statements: Statements) -> None:
    ask("{ accounts { nodes { nicks { pageInfo { hasNextPage } } } } }")
    assert not any("COUNT(" in text.upper() for text in statements.sql)
    ask("query { accounts { ...F } } fragment F on AccountConnection { ... { totalCount } }")
    assert any("COUNT(" in text.upper() for text in statements.sql)


def test_a_page_is_bounded_without_being_asked(ask: Ask, network: Network) -> None:
    for number in range(51):
        network.store.create("account", {"display": str(number)})
    assert len(ask("{ accounts { nodes { id } } }")["accounts"]["nodes"]) == 50
    assert len(ask("{ accounts(first: 1000) { nodes { id } } }")["accounts"]["nodes"]) == 51
    assert ask("{ accounts(first: 0) { nodes { id } } }")["accounts"]["nodes"] == []


def test_cursors_belong_to_one_type_and_order(
    ask: Ask, complain: Callable[..., tuple[str, str]], create: Create,
) -> None:
    create("account", display="Alice")
    cursor = ask("{ accounts(orderBy: [{display: ASC}]) { edges { cursor } } }")["accounts"]["edges"][0]["cursor"]
    for query, part in (
        ("query($c: String) { nicks(after: $c) { totalCount } }", "from a list of another type"),
        ("query($c: String) { accounts(before: $c) { totalCount } }", "from a list in another order"),
    ):
        code, message = complain(query, c=cursor)
        assert code == "BAD_INPUT"
        assert part in message
