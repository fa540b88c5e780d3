"""Addresses and the users behind them."""
from __future__ import annotations

import pytest

from models.network import Network
from models.xmpp.address import MOST_ADDRESSES
from models.xmpp.views import XmppViews
from tests.models.xmpp.as_prosody import insert
from tests.statements import Statements

DETAILS = ("registered", "number", "5")


@pytest.fixture
def views(network: Network) -> XmppViews:
    return XmppViews(network.tables)


def test_same_names_on_several_hosts_are_several_users(network: Network, views: XmppViews) -> None:
    for host in ("a.example", "b.example"):
        for user in ("x", "y"):
            insert(network.database, host, user, "account_details", DETAILS)
    texts = ["x@a.example", "y@a.example", "x@b.example", "y@b.example"]
    found = views.users([*texts, "x@c.example", "z@a.example"])
    assert views.addresses(found.values()) == {found[text]: text for text in texts}


def test_many_addresses_are_one_statement(network: Network, views: XmppViews, statements: Statements) -> None:
    insert(network.database, "example.com", "u700", "account_details", DETAILS)
    statements.taken()
    found = views.users([f"u{number}@example.com" for number in range(5000)])
    assert list(found) == ["u700@example.com"]
    assert len(statements.taken()) == 1
    assert views.users([]) == {}
    assert views.addresses([]) == {}
    assert statements.taken() == []


def test_more_addresses_than_a_statement_can_name_need_another(views: XmppViews, statements: Statements) -> None:
    assert views.users([f"u{number}@example.com" for number in range(MOST_ADDRESSES + 1)]) == {}
    assert len([sql for sql in statements.taken() if "wanted" in sql]) == 2
