"""How many statements a query takes: one a level for each edge that it asks for, however many objects there are."""
from __future__ import annotations

import pytest

from models.network import Network

from .conftest import Ask, Create, Statements


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
    ("{ accounts { display } }", 1),
    ("{ accounts { nicks { nick } } }", 2),
    ("{ accounts { nicks { account { nicks { account { display } } } } } }", 5),
    ("{ accounts { nicks { nick } channelsAsFounder { name } } }", 3),
    ("{ channels { founder { display } successor { display } } }", 2),
    ("{ channels { founder { nicks { nick } } successor { nicks { nick } } } }", 3),
    ("{ channels { accessEntries { level grantee { id ... on Account { nicks { nick } } } } } }", 4),
    ("{ a: channels { name } b: channels { name } }", 2),
    ('{ account(display: "user3") { channelsAsFounder { accessEntries { grantee { id } } } } }', 4),
    ('{ account(display: "user3") { nicks(first: 1) { id } more: nicks(first: 2) { id } } }', 3),
])
def test_a_query_takes_one_statement_for_each_edge(
    ask: Ask, statements: Statements, query: str, expected: int,
) -> None:
    ask(query)
    assert len(statements.sql) == expected, "\n".join(statements.sql)


def test_objects_of_one_level_come_together_whatever_leads_to_them(
    ask: Ask, statements: Statements,
) -> None:
    """Some founders were read before, as accounts of the first level; their own edges wait for the others."""
    found = ask("{ accounts(first: 3) { channelsAsSuccessor { founder { nicks { nick account { display } } } } } }")
    assert len(statements.sql) == 5
    assert sum(bool(account["channelsAsSuccessor"]) for account in found["accounts"]) == 3


def test_more_objects_take_no_more_statements(ask: Ask, statements: Statements, create: Create) -> None:
    query = "{ accounts(first: 1000) { nicks { account { display } } } }"
    ask(query)
    before = len(statements.sql)
    for number in range(40):
        create("nick", nick=f"more{number}", nc=create("account", display=f"more{number}"))
    statements.clear()
    ask(query)
    assert len(statements.sql) == before
