"""How many statements a query takes: one a level for each edge that it asks for, however many objects there are."""
from __future__ import annotations

import pytest

from models.network import Network
from tests.statements import Statements

from .conftest import Ask, Create


@pytest.fixture(autouse=True)
def _people(create: Create, network: Network) -> None:
    """Accounts with nicks, channels and access, all in each other's; searches have their index."""
    accounts = [create("account", display=f"user{number}") for number in range(12)]
    for place, account in enumerate(accounts):
        for number in range(3):
            create("nick", nick=f"{account}_{number}", nc=account)
        channel = create("channel", name=f"#{place}", founder=account, successor=accounts[place - 1])
        create("accesschanaccess", ci=channel, obj=accounts[place - 2], level=place)
        create("accesschanaccess", ci=channel, mask="*!*@*")
    network.store.create_index("account", "display")


@pytest.mark.parametrize(("query", "expected"), [
    ("{ accounts { nodes { display } } }", 1),
    ("{ accounts { totalCount nodes { display } } }", 2),
    ("{ accounts { nodes { nicks { nodes { nick } } } } }", 2),
    ("{ accounts { totalCount nodes { nicks { totalCount nodes { nick } } } } }", 4),
    ("{ accounts { nodes { nicks { nodes { account { nicks { nodes { account { display } } } } } } } } }", 5),
    ("{ accounts { nodes { nicks { nodes { nick } } channelsAsFounder { nodes { name } } } } }", 3),
    ("{ channels { nodes { founder { display } successor { display } } } }", 2),
    ("""{ channels { nodes {
        founder { nicks { nodes { nick } } } successor { nicks { nodes { nick } } } } } }""", 3),
    ("""{ channels { nodes { accessEntries { nodes {
        level grantee { id ... on Account { nicks { nodes { nick } } } } } } } } }""", 4),
    ("{ a: channels { nodes { name } } b: channels { nodes { name } } }", 2),
    ("""{ account(display: "user3") {
        channelsAsFounder { nodes { accessEntries { nodes { grantee { id } } } } } } }""", 4),
    ("""{ account(display: "user3") {
        nicks(first: 1) { nodes { id } } more: nicks(first: 2) { totalCount pageInfo { hasNextPage } } } }""", 4),
    ("""{ accounts(where: {nicks: {some: {nick: {contains: "1"}}}}, orderBy: [{display: DESC}]) {
        totalCount nodes { channelsAsFounder(where: {successor: {display: {contains: "1"}}}) {
            totalCount nodes { name } } } } }""", 4),
    ("{ accounts { nodes { refs(type: CHANNEL) { id } } } }", 3),
    ("{ types { name count fields { name } } }", 1),
    ("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", 1),
])
def test_a_query_takes_one_statement_for_each_edge(
    ask: Ask, statements: Statements, network: Network, query: str, expected: int,
) -> None:
    ids = [f"account:{row.id}" for row in network.store.page("account")]
    statements.clear()
    ask(query, **({"ids": ids} if "$ids" in query else {}))
    assert len(statements.sql) == expected, "\n".join(statements.sql)


def test_objects_of_one_level_come_together_whatever_leads_to_them(
    ask: Ask, statements: Statements,
) -> None:
    """Some founders were read before, as accounts of the first level; their own edges wait for the others."""
    found = ask("""{ accounts(first: 3) { nodes { channelsAsSuccessor { nodes { founder {
        nicks { nodes { nick account { display } } } } } } } } }""")
    assert len(statements.sql) == 5
    assert sum(bool(account["channelsAsSuccessor"]["nodes"]) for account in found["accounts"]["nodes"]) == 3


def test_more_objects_take_no_more_statements(ask: Ask, statements: Statements, create: Create) -> None:
    query = "{ accounts(first: 1000) { nodes { nicks { nodes { account { display } } } } } }"
    ask(query)
    before = len(statements.sql)
    for number in range(40):
        create("nick", nick=f"more{number}", nc=create("account", display=f"more{number}"))
    statements.clear()
    ask(query)
    assert len(statements.sql) == before


def test_the_index_of_a_name_is_made_when_it_is_first_filtered_by(
    ask: Ask, statements: Statements, network: Network,
) -> None:
    query = """{ nicks(where: {nick: {eq: "X"}}) { nodes { id } } }"""
    assert not network.store.is_indexed("nick", "nick")
    ask(query)
    assert network.store.is_indexed("nick", "nick")
    statements.clear()
    ask(query)
    assert len(statements.sql) == 1
