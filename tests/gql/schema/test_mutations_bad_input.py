"""Changes that make no sense: the code, the place in the arguments, and that nothing is changed."""
from __future__ import annotations

from collections.abc import Callable

import pytest

from gql.schema.execution import Answer
from models.catalogue import ObjectID
from models.network import Network
from models.objects import Row

from .conftest import Create


@pytest.fixture
def before(network: Network, create: Create) -> dict[str, list[Row]]:
    """A small network: account:1, nick:2, xmpphost:3, xmpphost:4."""
    account = create("account", display="Alice", email="a@example.com")
    create("nick", nick="Alice", nc=account)
    create("xmpphost", name="one.example")
    create("xmpphost", name="two.example")
    return contents(network)


def contents(network: Network) -> dict[str, list[Row]]:
    return {type_.name: rows for type_ in network.catalogue if (rows := network.store.page(type_.name))}


@pytest.mark.parametrize(("mutation", "code", "place", "part"), [
    ('updateAccount(input: {id: "account:1"}) { account { id } }',
     "BAD_INPUT", "input", "nothing to change; give at least one field"),
    ('updateAccount(input: {id: "account:1", expect: {display: "Alice"}}) { account { id } }',
     "BAD_INPUT", "input", "nothing to change"),
    ('updateAccount(input: {id: "account:1", display: null}) { account { id } }',
     "BAD_INPUT", "input.display", "changed, but not unset"),
    ('updateAccount(input: {id: "nick:2", email: "x"}) { account { id } }',
     "BAD_INPUT", "input.id", "is of the type nick; give an id such as account:10"),
    ('updateAccount(input: {id: "account:2", email: "x"}) { account { id } }',
     "NOT_FOUND", "input.id", "object 2 is of type nick"),
    ('updateAccount(input: {id: "account:99", email: "x"}) { account { id } }',
     "NOT_FOUND", "input.id", "account:99 does not exist"),
    ('updateAccount(input: {id: "account:99", email: "x", expect: {email: "a"}}) { account { id } }',
     "NOT_FOUND", "input.id", "account:99 does not exist"),
    ('updateAccount(input: {id: "account:18446744073709551616", email: "x", expect: {email: "a"}}) { account { id } }',
     "NOT_FOUND", "input.id", "does not exist"),
    ('updateAccount(input: {id: "garbage", email: "x"}) { account { id } }',
     "BAD_INPUT", "input.id", "'garbage' is no id"),
    ('updateAccount(input: {id: "$alice", email: "x"}) { account { id } }',
     "BAD_INPUT", "input.id", "'$alice' is neither an id nor the name"),
    ('updateNick(input: {id: "nick:2", account: "account:99"}) { nick { id } }',
     "BAD_INPUT", "input.account", "account:99 does not exist"),
    ('updateNick(input: {id: "nick:2", account: "nick:2"}) { nick { id } }',
     "BAD_INPUT", "input.account", "is of the type nick; give an id such as account:10"),
    ('updateNick(input: {id: "nick:2", account: "account:2"}) { nick { id } }',
     "BAD_INPUT", "input.account", "of another type"),
    ('updateNick(input: {id: "nick:2", account: ""}) { nick { id } }',
     "BAD_INPUT", "input.account", "'' is no id"),
    ('updateNick(input: {id: "nick:2", lastQuit: "x", expect: {account: "x"}}) { nick { id } }',
     "BAD_INPUT", "input.expect.account", "'x' is no id"),
    ('createNick(input: {nick: "b", account: "colour:1"}) { nick { id } }',
     "BAD_INPUT", "input.account", "there is no type 'colour'"),
    ('createNick(input: {nick: "a\\u0000b"}) { nick { id } }',
     "BAD_INPUT", "input.nick", "without NUL characters"),
    ('createStats(input: {maxUserCount: "4294967296"}) { stats { id } }',
     "BAD_INPUT", "input.maxUserCount", "from 0 to 4294967295"),
    ('createKickerData(input: {ttb: "x"}) { kickerData { id } }', "BAD_INPUT", "", "unknown field"),
    ('createXmppHost(input: {name: "one.example"}) { xmppHost { id } }',
     "CONFLICT", "input.name", "another XmppHost is called 'one.example'; give another name"),
    ('updateXmppHost(input: {id: "xmpphost:4", name: "one.example"}) { xmppHost { id } }',
     "CONFLICT", "input.name", "another XmppHost is called"),
    ('createXmppHost(input: {name: "One.Example"}) { xmppHost { id } }',
     "BAD_INPUT", "input.name", "would never find 'One.Example'; write 'one.example'"),
    ('createXmppUser(input: {host: "xmpphost:3", name: "a@b"}) { xmppUser { id } }',
     "BAD_INPUT", "input.name", "cannot be part of an XMPP address"),
    ('createXmppUser(input: {host: "xmpphost:3", name: "Alice"}) { xmppUser { id } }',
     "BAD_INPUT", "input.name", "write 'alice'"),
    ('createXmppHost(input: {name: ""}) { xmppHost { id } }',
     "BAD_INPUT", "input.name", "'' cannot be part of an XMPP address"),
    ('updateXmppHost(input: {id: "xmpphost:3", name: "a b"}) { xmppHost { id } }',
     "BAD_INPUT", "input.name", "cannot be part of an XMPP address"),
    ('deleteAccount(input: {id: "nick:2"}) { deleted }', "BAD_INPUT", "input.id", "is of the type nick"),
    ('deleteAccount(input: {id: "account:99"}) { deleted }', "NOT_FOUND", "input.id", "does not exist"),
    ('deleteObject(input: {id: "nick:1"}) { deleted }', "NOT_FOUND", "input.id", "object 1 is of type account"),
    ('deleteObject(input: {id: "x", dryRun: true}) { deleted }', "BAD_INPUT", "input.id", "'x' is no id"),
    ('deleteObject(input: {id: "account:1", dryRun: null}) { deleted }', "BAD_INPUT", "", "not to be None"),
    ("createAccount(input: {}) { account { id } }", "BAD_INPUT", "", "display"),
    ("createAccount(input: {display: null}) { account { id } }", "BAD_INPUT", "", "not to be None"),
    ('createAccount(input: {display: "b", pass: "x"}) { account { id } }', "BAD_INPUT", "", "unknown field 'pass'"),
    ('createAccount(input: {display: "b", email: 5}) { account { id } }', "BAD_INPUT", "", "String cannot represent"),
    ('createAccount(input: {display: "b", private: 1}) { account { id } }', "BAD_INPUT", "", "Boolean cannot"),
    ('createNick(input: {nick: "b", lastSeen: 5}) { nick { id } }', "BAD_INPUT", "", "is no moment; write one like"),
    ('createNick(input: {nick: "b", lastSeen: "2024-13-01T00:00:00Z"}) { nick { id } }',
     "BAD_INPUT", "", "is no moment"),
    ('createNick(input: {nick: "b", lastSeen: "2024-05-17"}) { nick { id } }', "BAD_INPUT", "", "is no moment"),
    ("createStats(input: {maxUserCount: 5000000000}) { stats { id } }", "BAD_INPUT", "", "as a string"),
    ('createBadWord(input: {type: NONE_SUCH}) { badWord { id } }', "BAD_INPUT", "", "NONE_SUCH"),
    ("createAccessChanAccess(input: {level: 5000000000}) { accessChanAccess { id } }", "BAD_INPUT", "", "Int cannot"),
])
def test_a_change_that_makes_no_sense_changes_nothing(
    answer: Callable[..., Answer], network: Network, before: dict[str, list[Row]],
    mutation: str, code: str, place: str, part: str,
) -> None:
    (error,) = answer(f"mutation {{ {mutation} }}").errors
    assert error["extensions"]["code"] == code
    assert part in error["message"]
    assert error["extensions"].get("argument", []) == [part for part in place.split(".") if part]
    if place:
        assert error["message"].startswith(f"{place}: ")
        assert error["path"] == [mutation.partition("(")[0]]
    assert contents(network) == before


@pytest.mark.parametrize(("type_name", "input_", "part"), [
    ("CreateStatsInput", {"maxUserCount": 5_000_000_000}, "is no BigInt"),
    ("CreateNickInput", {"nick": "b", "account": 5.5}, "ID cannot represent"),
    ("CreateNickInput", {"nick": "b", "lastSeen": "yesterday"}, "is no moment"),
    ("CreateNickInput", {"nick": "b", "unknown": 1}, "unknown field"),
])
def test_variables_that_do_not_fit_change_nothing(
    answer: Callable[..., Answer], network: Network, before: dict[str, list[Row]],
    type_name: str, input_: dict[str, object], part: str,
) -> None:
    field = type_name[0].lower() + type_name.removesuffix("Input")[1:]
    query = f"mutation($input: {type_name}!) {{ {field}(input: $input) {{ __typename }} }}"
    (error,) = answer(query, input=input_).errors
    assert error["extensions"]["code"] == "BAD_INPUT"
    assert part in error["message"]
    assert contents(network) == before


def test_half_of_a_surrogate_pair_is_no_text(
    answer: Callable[..., Answer], network: Network, before: dict[str, list[Row]],
) -> None:
    query = "mutation($name: String!) { createAccount(input: {display: $name}) { account { id } } }"
    (error,) = answer(query, name="\ud800").errors
    assert error["extensions"] == {"code": "BAD_INPUT", "argument": ["input", "display"]}
    assert contents(network) == before


def test_an_error_in_one_field_leaves_the_others_done(answer: Callable[..., Answer], network: Network) -> None:
    found = answer("""mutation {
        a: createAccount(input: {display: "a"}) { account { display } }
        b: deleteObject(input: {id: "account:99"}) { deleted }
    }""")
    assert [error["path"] for error in found.errors] == [["b"]]
    assert len(network.store.page("account")) == 1


def test_an_unexpected_error_of_a_write_is_masked_and_changes_nothing(
    answer: Callable[..., Answer], network: Network, monkeypatch: pytest.MonkeyPatch,
) -> None:
    create = network.store.create

    def fail(type_name: str, values: dict[str, ObjectID]) -> int:
        create(type_name, values)
        raise RuntimeError("secret of the server")

    monkeypatch.setattr(network.store, "create", fail)
    (error,) = answer('mutation { createAccount(input: {display: "a"}) { account { id } } }').errors
    assert error["extensions"]["code"] == "INTERNAL"
    assert "secret" not in str(error)
    assert contents(network) == {}
