"""Transactions: several operations, all of them or none, later ones referring to earlier ones."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gql.schema.decoding import MOST_OPERATIONS
from gql.schema.execution import Answer
from models.network import Network
from models.objects import Row

from .conftest import Ask, Create

TRANSACTION = """mutation($operations: [TransactionOperation!]!) {
    transaction(operations: $operations) {
        results { as id object { id __typename ... on Nick { nick account { display } } } deletion { deleted } }
    }
}"""


def contents(network: Network) -> dict[str, list[Row]]:
    return {type_.name: rows for type_ in network.catalogue if (rows := network.store.page(type_.name))}


def do(action: str, name: str | None = None, /, **input_: Any) -> dict[str, Any]:
    return {"do": {action: input_}} if name is None else {"as": name, "do": {action: input_}}


def test_operations_refer_to_what_earlier_ones_made(ask: Ask, network: Network) -> None:
    results = ask(TRANSACTION, operations=[
        do("createAccount", "alice", display="Alice"),
        do("createNick", "nick", nick="Alice", account="$alice"),
        do("createChannel", "channel", name="#a", founder="$alice"),
        do("createAccessChanAccess", channel="$channel", grantee="$alice", level=5),
        do("updateNick", id="$nick", lastQuit="bye", expect={"account": "$alice"}),
        do("updateAccount", id="$alice", display="Alice2"),
    ])["transaction"]["results"]
    assert [result["as"] for result in results] == ["alice", "nick", "channel", None, None, None]
    assert results[1]["object"] == {
        "id": results[1]["id"], "__typename": "Nick", "nick": "Alice", "account": {"display": "Alice2"}}
    assert results[4]["id"] == results[1]["id"]
    assert results[5]["id"] == results[0]["id"]
    assert [result["deletion"] for result in results] == [None] * 6
    (entry,) = network.store.page("accesschanaccess")
    assert results[0]["id"] in entry.values


def test_what_is_deleted_in_the_end_is_null(ask: Ask, create: Create, network: Network) -> None:
    account = create("account", display="Alice")
    results = ask(TRANSACTION, operations=[
        do("createChannel", "channel", name="#a"),
        do("updateAccount", id=account, email="x"),
        do("deleteObject", id="$channel"),
        do("deleteAccount", id=account, dryRun=True),
    ])["transaction"]["results"]
    channel = results[0]["id"]
    assert results[0]["object"] is None
    assert results[2] == {"as": None, "id": channel, "object": None, "deletion": {"deleted": [channel]}}
    assert results[3]["object"]["id"] == account
    assert results[3]["deletion"] == {"deleted": [account]}
    assert set(contents(network)) == {"account"}


def test_a_ring_is_closed_by_an_update(ask: Ask) -> None:
    query = """mutation { transaction(operations: [
        {as: "a", do: {createXmppHost: {name: "a.example"}}},
        {as: "b", do: {createXmppUser: {host: "$a", name: "b"}}},
        {do: {updateXmppHost: {id: "$a", name: "b.example"}}},
    ]) { results { object { ... on XmppHost { name } ... on XmppUser { host { name } } } } } }"""
    assert [result["object"] for result in ask(query)["transaction"]["results"]] == [
        {"name": "b.example"}, {"host": {"name": "b.example"}}, {"name": "b.example"}]


GOOD = do("createAccount", "a", display="A")


@pytest.mark.parametrize(("operations", "code", "place", "part"), [
    ([], "BAD_INPUT", "operations", "at least one operation"),
    ([do("createNick", "n", nick="n", account="$a"), GOOD],
     "BAD_INPUT", "operations[0].do.createNick.account", "'$a' is the result of operations[1].as"),
    ([do("createDnsServer", "x", name="x", zone="$y"), do("createDnsZone", "y", name="$x")],
     "BAD_INPUT", "operations[0].do.createDnsServer.zone", "refer to earlier operations only"),
    ([GOOD, do("updateAccount", "b", id="$b", email="x")],
     "BAD_INPUT", "operations[1].do.updateAccount.id", "'$b' is the result of operations[1].as"),
    ([GOOD, do("createNick", nick="n", account="$nobody")],
     "BAD_INPUT", "operations[1].do.createNick.account", "neither an id nor the name"),
    ([GOOD, do("createNick", nick="n", account="$")],
     "BAD_INPUT", "operations[1].do.createNick.account", "neither an id nor the name"),
    ([GOOD, do("createNick", nick="n", account="$a:1")],
     "BAD_INPUT", "operations[1].do.createNick.account", "there is no type '$a'"),
    ([do("createChannel", "c", name="#c"), do("createNick", nick="n", account="$c")],
     "BAD_INPUT", "operations[1].do.createNick.account", "'$c' is of the type channel; give an id such as account:10"),
    ([GOOD, do("updateNick", id="$a", lastQuit="x")],
     "BAD_INPUT", "operations[1].do.updateNick.id", "is of the type account"),
    ([GOOD, do("createAccount", "a", display="B")],
     "BAD_INPUT", "operations[1].as", "operations[0].as is 'a' already"),
    ([do("createAccount", "", display="A")], "BAD_INPUT", "operations[0].as", "'' is no name"),
    ([do("createAccount", "a:b", display="A")], "BAD_INPUT", "operations[0].as", "is no name; use letters"),
    ([GOOD, do("deleteObject", "gone", id="$a")], "BAD_INPUT", "operations[1].as", "leaves nothing to refer to"),
    ([GOOD, do("updateAccount", id="$a")], "BAD_INPUT", "operations[1].do.updateAccount", "nothing to change"),
    ([GOOD, do("createNick", nick="n", account="account:99")],
     "BAD_INPUT", "operations[1].do.createNick.account", "account:99 does not exist"),
    ([GOOD, do("deleteObject", id="$a"), do("createNick", nick="n", account="$a")],
     "BAD_INPUT", "operations[2].do.createNick.account", "does not exist"),
    ([GOOD, do("updateAccount", id="account:99", email="x")],
     "NOT_FOUND", "operations[1].do.updateAccount.id", "account:99 does not exist"),
    ([do("createXmppHost", name="x"), GOOD, do("createXmppHost", name="x")],
     "CONFLICT", "operations[2].do.createXmppHost.name", "another XmppHost is called 'x'"),
    ([GOOD, do("updateAccount", id="$a", email="x"), do("deleteAccount", id="$a", expect={"email": "y"})],
     "CONFLICT", "operations[2].do.deleteAccount.expect", "other values than expected: email"),
])
def test_a_transaction_that_fails_changes_nothing_and_names_the_place(
    answer: Callable[..., Answer], network: Network, create: Create,
    operations: list[dict[str, Any]], code: str, place: str, part: str,
) -> None:
    create("forbid", mask="untouched")
    before = contents(network)
    (error,) = answer(TRANSACTION, operations=operations).errors
    assert error["extensions"]["code"] == code
    assert error["message"].startswith(f"{place}: ")
    assert part in error["message"]
    assert error["path"] == ["transaction"]
    assert contents(network) == before


def test_the_place_is_a_path_for_programs(answer: Callable[..., Answer]) -> None:
    (error,) = answer(TRANSACTION, operations=[GOOD, do("deleteObject", id="account:99")]).errors
    assert error["extensions"]["argument"] == ["operations", 1, "do", "deleteObject", "id"]


@pytest.mark.parametrize("do_", [
    {}, {"createAccount": None}, {"createAccount": {"display": "a"}, "createNick": {"nick": "b"}},
])
def test_an_operation_is_exactly_one(
    answer: Callable[..., Answer], network: Network, do_: dict[str, Any],
) -> None:
    (error,) = answer(TRANSACTION, operations=[GOOD, {"do": do_}]).errors
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert contents(network) == {}


def test_a_transaction_has_a_limit(answer: Callable[..., Answer], network: Network) -> None:
    many = [do("createAccount", display=str(number)) for number in range(MOST_OPERATIONS + 1)]
    (error,) = answer(TRANSACTION, operations=many).errors
    assert error["extensions"]["code"] == "LIMIT"
    assert f"{MOST_OPERATIONS} operations at most" in error["message"]
    assert contents(network) == {}
