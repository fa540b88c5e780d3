"""Creating, updating and deleting single objects: what is written is read back in the same answer."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gql.naming import Names
from gql.schema.execution import Answer
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, Field, Kind, ObjectType
from models.network import Network
from models.objects import Row

from .conftest import Ask, Create

CATALOGUE = Catalogue(BUILTIN_TYPES)
NAMES = Names(CATALOGUE)
VALUES: dict[Kind, Any] = {
    Kind.STRING: "ä☃",
    Kind.BOOL: True,
    Kind.TIME: "2024-05-17T09:30:00Z",
    Kind.INT16: -7,
    Kind.INT32: 70_000,
    Kind.UINT32: "4294967295",
    Kind.INT64: "-9223372036854775808",
}
"""A value for every kind of field; durations, enums and references are found elsewhere."""


def contents(network: Network) -> dict[str, list[Row]]:
    """Everything that is stored."""
    return {type_.name: rows for type_ in network.catalogue if (rows := network.store.page(type_.name))}


def value(type_: ObjectType, field: Field, make: Create) -> Any:
    if field.kind is Kind.ENUM:
        return NAMES.value(type_.name, field.name, field.values[-1][0])
    if field.reference:
        return some(field.reference.target or "account", make)
    return VALUES[Kind.INT64 if field.duration else field.kind]


def some(type_name: str, make: Create) -> str:
    """An object of that type, with what it cannot be without."""
    if type_name == "xmpphost":
        return make("xmpphost", name="example.com")
    if type_name == "xmppuser":
        return make("xmppuser", host=some("xmpphost", make), name="alice")
    return make(type_name)


def selection(type_: ObjectType) -> str:
    return " ".join(f"{NAMES.field(type_.name, f.name)} {'{ id }' if f.reference else ''}"
                    for f in type_.fields if not f.secret)


@pytest.mark.parametrize("type_name", [type_.name for type_ in BUILTIN_TYPES])
def test_an_object_of_any_type_is_created_with_all_its_fields(ask: Ask, create: Create, type_name: str) -> None:
    type_ = CATALOGUE[type_name]
    fields = [field for field in type_.fields if not field.secret]
    input_ = {NAMES.field(type_name, field.name): value(type_, field, create) for field in fields}
    name, one = NAMES.type(type_name), NAMES.singular(type_name)
    made = ask(f"mutation($input: Create{name}Input!) {{ create{name}(input: $input) {{ {one} {{ id {selection(type_)} "
               "} } }", input=input_)[f"create{name}"][one]
    id_ = made.pop("id")
    references = {NAMES.field(type_name, field.name) for field in fields if field.reference}
    assert {key: found["id"] if key in references else found for key, found in made.items()} == input_
    read = ask(f"query($id: ID!) {{ {one}(id: $id) {{ {selection(type_)} }} }}", id=id_)
    assert read == {one: made}


@pytest.mark.parametrize("type_name", [type_.name for type_ in BUILTIN_TYPES])
def test_an_object_of_any_type_is_updated_and_deleted(
    ask: Ask, create: Create, network: Network, type_name: str,
) -> None:
    name, one, type_ = NAMES.type(type_name), NAMES.singular(type_name), CATALOGUE[type_name]
    id_ = make_one(type_name, create)
    field = next((field for field in type_.fields if not field.secret and not field.reference), type_.fields[0])
    key, new = NAMES.field(type_name, field.name), value(type_, field, create)
    part = f"{key} {{ id }}" if field.reference else key
    updated = ask(f"mutation($input: Update{name}Input!) {{ update{name}(input: $input) {{ {one} {{ id {part} }} }} }}",
                  input={"id": id_, key: new})
    assert updated[f"update{name}"][one] == {"id": id_, key: {"id": new} if field.reference else new}
    delete = f"mutation($input: Delete{name}Input!) {{ delete{name}(input: $input) {{ deleted }} }}"
    deleted = ask(delete, input={"id": id_, "expect": {key: new}})
    assert deleted[f"delete{name}"]["deleted"] == [id_]
    assert type_name not in contents(network)


def make_one(type_name: str, create: Create) -> str:
    if type_name == "xmppstore":
        return create("xmppstore", user=some("xmppuser", create), name="roster")
    return some(type_name, create)


def test_fields_that_are_left_out_stay_and_null_unsets(ask: Ask, create: Create) -> None:
    id_ = create("account", display="Alice", email="a@example.com", greet="hello", NS_PRIVATE=True)
    account = ask("""mutation($input: UpdateAccountInput!) {
        updateAccount(input: $input) { account { display email greet private } }
    }""", input={"id": id_, "greet": None, "private": None})["updateAccount"]["account"]
    assert account == {"display": "Alice", "email": "a@example.com", "greet": None, "private": False}


def test_parts_of_a_second_are_dropped_and_offsets_understood(ask: Ask) -> None:
    made = ask("""mutation { createNick(input: {nick: "a", timeRegistered: "2024-05-17T11:30:00.999+02:00",
        lastSeen: "1969-12-31T23:59:59.500Z"}) { nick { timeRegistered lastSeen } } }""")
    assert made["createNick"]["nick"] == {
        "timeRegistered": "2024-05-17T09:30:00Z", "lastSeen": "1969-12-31T23:59:59Z"}


def test_a_later_field_of_the_same_request_sees_what_an_earlier_one_wrote(ask: Ask, create: Create) -> None:
    account, nick = create("account", display="Alice"), create("nick", nick="alice")
    found = ask("""mutation($account: ID!, $nick: ID!) {
        first: updateNick(input: {id: $nick, account: $account}) { nick { account { email } } }
        updateAccount(input: {id: $account, email: "new"}) { account { email } }
        second: updateNick(input: {id: $nick, lastQuit: "bye"}) { nick { account { email } } }
    }""", account=account, nick=nick)
    assert found == {
        "first": {"nick": {"account": {"email": None}}},
        "updateAccount": {"account": {"email": "new"}},
        "second": {"nick": {"account": {"email": "new"}}},
    }


DELETE = """mutation($id: ID!) {
    deleteObject(input: {id: $id%s}) { deleted unset { id field } changed { id field value } }
}"""
DRY_RUN, FOR_REAL = DELETE % ", dryRun: true", DELETE % ""


def test_a_delete_answers_all_that_goes_along_and_a_dry_run_the_same(
    ask: Ask, create: Create, network: Network,
) -> None:
    alice, bob = create("account", display="Alice"), create("account", display="Bob")
    nick = create("nick", nick="Alice", nc=alice)
    mask = create("nsaccess", account=alice, mask="*@example.com")
    inherited = create("channel", name="#a", founder=alice, successor=bob)
    other = create("channel", name="#b", founder=bob, successor=alice)
    before = contents(network)
    preview = ask(DRY_RUN, id=alice)["deleteObject"]
    assert contents(network) == before
    assert ask(FOR_REAL, id=alice)["deleteObject"] == preview
    assert preview["deleted"][0] == alice
    assert set(preview["deleted"]) == {alice, mask}
    assert {(one["id"], one["field"]) for one in preview["unset"]} == {
        (nick, "account"), (inherited, "successor"), (other, "successor")}
    assert preview["changed"] == [{"id": inherited, "field": "founder", "value": bob}]
    after = contents(network)
    assert (after["account"], "nsaccess" in after) == ([network.store.get("account", int(bob[8:]))], False)


def test_the_display_that_passes_on_is_a_text(ask: Ask, create: Create) -> None:
    account = create("account", display="Alice")
    nick, _ = create("nick", nick="Alice", nc=account), create("nick", nick="Ally", nc=account)
    assert ask(FOR_REAL, id=nick)["deleteObject"]["changed"] == [{"id": account, "field": "display", "value": "Ally"}]


def test_an_update_with_values_that_still_hold_goes_through(ask: Ask, create: Create) -> None:
    account = create("account", display="Alice")
    nick = create("nick", nick="alice", nc=account, time_registered=1_700_000_000)
    expect = {"nick": "alice", "account": account, "timeRegistered": "2023-11-14T22:13:20Z", "lastSeen": None,
              "lastQuit": None, "noExpire": False}
    found = ask("mutation($input: UpdateNickInput!) { updateNick(input: $input) { nick { lastQuit } } }",
                input={"id": nick, "lastQuit": "bye", "expect": expect})
    assert found["updateNick"]["nick"]["lastQuit"] == "bye"


@pytest.mark.parametrize("mutation", [
    "mutation($id: ID!) { updateAccount(input: {id: $id, email: \"c\", expect: %s}) { account { id } } }",
    "mutation($id: ID!) { deleteAccount(input: {id: $id, expect: %s}) { deleted } }",
    "mutation($id: ID!) { deleteAccount(input: {id: $id, dryRun: true, expect: %s}) { deleted } }",
])
def test_values_that_hold_no_longer_are_a_conflict_that_names_them(
    answer: Callable[..., Answer], create: Create, network: Network, mutation: str,
) -> None:
    id_ = create("account", display="Alice", email="b", NS_PRIVATE=True)
    before = contents(network)
    expect = '{display: "Alice", email: "a", private: false, greet: null}'
    (error,) = answer(mutation % expect, id=id_).errors
    assert error["extensions"] == {
        "code": "CONFLICT", "argument": ["input", "expect"], "fields": ["email", "private"]}
    assert error["message"] == (
        f"input.expect: {id_} has other values than expected: email, private; read it again")
    assert contents(network) == before


def test_a_host_that_gets_another_name_takes_its_rows_along(ask: Ask, network: Network) -> None:
    network.stores.put("old.example", "alice", "roster", b"x")
    (host,) = network.store.page("xmpphost")
    ask(f"""mutation {{ updateXmppHost(input: {{id: "xmpphost:{host.id}", name: "new.example"}}) {{ xmppHost {{ id }} }}
    }}""")
    assert network.stores.keyval("new.example", "alice", "roster") == b"x"
    assert network.stores.keyval("old.example", "alice", "roster") is None
