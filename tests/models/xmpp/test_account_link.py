"""Accounts and users of the same name."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from models.network import Network
from models.xmpp.account_link import SEARCHED, AccountLink
from tests.models.xmpp.as_prosody import insert
from tests.statements import Statements

HOST = "example.com"

Fill = Callable[..., None]


def link_of(network: Network, host: str = HOST) -> AccountLink:
    return AccountLink(network.views.rows, network.store, host)


@pytest.fixture
def fill(network: Network) -> Fill:
    """Make users of these names on the host, and accounts of these displays."""
    def make(users: str, accounts: str, host: str = HOST) -> None:
        for user in users.split():
            insert(network.database, host, user, "account_details", ("registered", "number", "5"))
        for display in accounts.split():
            network.store.create("account", {"display": display})

    return make


@pytest.fixture
def link(network: Network) -> AccountLink:
    return link_of(network)


def pairs(network: Network, link: AccountLink) -> set[tuple[str, str]]:
    """Who belongs together, display and node; asked both ways."""
    place = list(network.catalogue["account"].by_name).index("display")
    displays = {row.id: str(row.values[place]) for row in network.store.page("account")}
    nodes = {row.id: str(row.values[1]) for row in network.store.page("xmppuser")}
    forth = {(display, nodes[id_]) for display, id_ in link.users(displays.values()).items()}
    back = {(displays[account], nodes[id_]) for id_, account in link.accounts(nodes).items()}
    assert back <= forth
    assert {node for _, node in back} == {node for _, node in forth}
    return forth


SAME = {
    ("Alice", "alice"), ("carol", "carol"), ("bob[away]", "bob[away]"), ("Zoë", "zoë"), ("A^b|c`", "a^b|c`"),
    ("Nick-1_2", "nick-1_2"), ("X" * 250, "x" * 250), ("a%b\\", "a%b\\"),
}

OTHERS = {
    ("it's", "it's"),
    ("ZOÉ", "zoé"), ("ｄave", "dave"), ("a@b", "a@b"), ("a/b", "a/b"), ("erin", "ERIN"), ("fred{", "fred["),
    ("g%b", "g_b"), ("ßtraße", "sstrasse"), ("x" * 249 + "y", "x" * 249 + "z"), ("henry", "henry2"),
}


@pytest.mark.parametrize("indexed", [False, True])
def test_display_is_the_node_in_any_letter_case_of_ascii(network: Network, fill: Fill, indexed: bool) -> None:
    if indexed:
        network.store.create_index(*SEARCHED)
    displays, nodes = zip(*sorted(SAME | OTHERS), strict=True)
    fill(" ".join(nodes), " ".join(displays))
    assert pairs(network, link_of(network)) == SAME


def test_users_of_other_hosts_are_other_people(network: Network, fill: Fill, link: AccountLink) -> None:
    fill("alice", "Alice", host="example.net")
    assert pairs(network, link) == set()


def test_host_is_prepared(network: Network, fill: Fill) -> None:
    fill("alice", "Alice")
    assert pairs(network, link_of(network, "Example.COM")) == {("Alice", "alice")}


def test_of_several_accounts_the_oldest_is_the_users(network: Network, fill: Fill, link: AccountLink) -> None:
    fill("alice", "ALICE Alice alice")
    (user,) = network.store.page("xmppuser")
    first = network.store.page("account")[0]
    assert link.accounts([user.id]) == {user.id: first.id}
    assert pairs(network, link) == {("ALICE", "alice"), ("Alice", "alice"), ("alice", "alice")}


@pytest.mark.parametrize("display", ["", "\0", "\ud800", "a\0b", "a" * 3000, "a b"])
def test_displays_that_can_be_no_node_have_no_user(network: Network, fill: Fill, display: str) -> None:
    fill("alice", "")
    assert link_of(network).users([display]) == {}


def test_each_way_is_one_statement(network: Network, fill: Fill, link: AccountLink, statements: Statements) -> None:
    fill("alice bob", "Alice Bob")
    statements.taken()
    ids = [row.id for row in network.store.page("xmppuser")]
    statements.taken()
    assert len(link.accounts([*ids, 10**9, -1, 2**70])) == 2
    assert len(statements.taken()) == 1
    assert len(link.users(["Alice", "Bob", *(f"u{number}" for number in range(2000))])) == 2
    assert len(statements.taken()) == 1
    assert (link.users([]), link.accounts([])) == ({}, {})
    assert statements.taken() == []


@pytest.fixture
def open_with(prepared_url: str) -> Iterator[Callable[[str], Network]]:
    """Opens a network with a case mapping."""
    with ExitStack() as stack:
        yield lambda casemap: stack.enter_context(closing(Network.open(prepared_url, types=(), casemap=casemap)))


def test_brackets_are_letters_on_some_networks_and_never_in_addresses(open_with: Callable[[str], Network]) -> None:
    network = open_with("rfc1459")
    for user in ("bob[", "bob{"):
        insert(network.database, HOST, user, "account_details", ("registered", "number", "5"))
    network.store.create("account", {"display": "Bob["})
    assert pairs(network, link_of(network)) == {("Bob[", "bob[")}


def test_index_of_the_search_leads_to_the_accounts(network: Network, fill: Fill, statements: Statements) -> None:
    if network.database.engine != "sqlite":
        pytest.skip("the plans of the servers depend on what their tables hold")
    network.store.create_index(*SEARCHED)
    fill("alice", "Alice")
    statements.taken()
    link_of(network).accounts([1, 2])
    (text,) = statements.taken()
    parameters = (HOST, 1, 2)
    plan = [row[-1] for row in network.database.execute_sql(f"EXPLAIN QUERY PLAN {text}", parameters).fetchall()]
    assert not any(step.startswith("SCAN") for step in plan), (plan, text)
