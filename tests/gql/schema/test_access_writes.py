"""Who may change what: owners what the table says of theirs, others nothing, and nothing is learned by trying."""
from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from gql.naming import Names
from gql.schema.execution import Answer, Operation, execute
from gql.schema.loading import Reader
from gql.schema.quirks import Schema
from models.access import ACCESS
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, Field, Kind, ObjectType
from models.network import Network
from models.rules import Audience, Rules
from tests.gql.schema.people import HIDING, Thing, Town, settle

NAMES = Names(Catalogue(BUILTIN_TYPES))
Act = Callable[..., Answer]
PEOPLE = ("anonymous", "token", "alice", "bob", "carol")


@pytest.fixture
def town(network: Network) -> Town:
    return settle(network)


@pytest.fixture
def act(town: Town, schema: Schema) -> Act:
    """From somebody and an operation to the whole answer."""
    def run(name: str, document: str, **variables: Any) -> Answer:
        reader = Reader(town.network, town.asker(name).principal)
        return asyncio.run(execute(schema, Operation(document, variables), reader))

    return run


def code(answer: Answer) -> str:
    """The code of the only error."""
    (error,) = answer.errors
    return str(error["extensions"]["code"])


def everything(town: Town) -> dict[str, list[Any]]:
    return {type_.name: town.network.store.page(type_.name, limit=10_000) for type_ in town.network.catalogue}


def literal(type_: ObjectType, field: Field, thing: Thing) -> str:
    """What a thing has, as an input takes it."""
    value = thing.values[field.name]
    if field.kind is Kind.ENUM:
        return NAMES.value(type_.name, field.name, str(value))
    if field.kind is Kind.TIME and not field.duration:
        return '"1970-01-01T01:00:00Z"'
    if field.kind is Kind.BOOL:
        return json.dumps(field.name not in HIDING)
    is_plain = field.is_number and not field.duration and field.kind is not Kind.UINT32
    return str(value) if is_plain else json.dumps(str(value))


def update(type_: ObjectType, field: Field, thing: Thing) -> str:
    name = NAMES.singular(type_.name)
    return (f'mutation {{ update{NAMES.type(type_.name)}(input: {{id: "{thing.id}", '
            f'{NAMES.field(type_.name, field.name)}: {literal(type_, field, thing)}}}) {{ {name} {{ id }} }} }}')


def test_nobody_writes_without_leave_to_write(town: Town, act: Act) -> None:
    before = everything(town)
    for type_ in town.network.catalogue:
        thing = town.thing(type_.name, "alice")
        for document in (update(type_, next(f for f in type_.fields if not f.secret), thing),
                         f'mutation {{ deleteObject(input: {{id: "{thing.id}", dryRun: true}}) {{ deleted }} }}'):
            assert code(act("anonymous", document)) == "UNAUTHENTICATED"
            assert code(act("token", document)) == "FORBIDDEN"
    assert everything(town) == before


@pytest.mark.parametrize("type_", BUILTIN_TYPES, ids=lambda type_: type_.name)
def test_every_field_is_changed_by_whom_the_table_says(town: Town, act: Act, type_: ObjectType) -> None:
    thing, before = town.thing(type_.name, "alice"), everything(town)
    for field in (field for field in type_.fields if not field.secret):
        document = update(type_, field, thing)
        for name in ("bob", "carol"):
            seen = town.sees(town.asker(name), thing)
            assert code(act(name, document)) == ("FORBIDDEN" if seen else "NOT_FOUND"), (name, field.name)
        answer = act("alice", document)
        if field.name in ACCESS[type_.name].writes:
            assert answer.errors == [], field.name
        else:
            hidden = not town.sees(town.asker("alice"), thing)
            assert code(answer) == ("NOT_FOUND" if hidden else "FORBIDDEN"), field.name
    writes = set(ACCESS[type_.name].writes)
    changed = {name for name, rows in everything(town).items() if rows != before[name]}
    assert changed <= ({type_.name} if writes else set())


@pytest.mark.parametrize("type_", BUILTIN_TYPES, ids=lambda type_: type_.name)
def test_every_type_is_deleted_by_whom_the_table_says(town: Town, act: Act, type_: ObjectType) -> None:
    thing, before = town.thing(type_.name, "alice"), everything(town)
    document = f'mutation($dry: Boolean!) {{ deleteObject(input: {{id: "{thing.id}", dryRun: $dry}}) {{ deleted }} }}'
    for name in ("bob", "carol"):
        for dry in (True, False):
            seen = town.sees(town.asker(name), thing)
            assert code(act(name, document, dry=dry)) == ("FORBIDDEN" if seen else "NOT_FOUND")
    for dry in (True, False):
        answer = act("alice", document, dry=dry)
        if ACCESS[type_.name].deletes:
            assert answer.data == {"deleteObject": {"deleted": [str(thing.id)]}}
        else:
            assert code(answer) == ("FORBIDDEN" if town.sees(town.asker("alice"), thing) else "NOT_FOUND")
        assert (everything(town) == before) is (dry or not ACCESS[type_.name].deletes)


@pytest.mark.parametrize("type_", [type_ for type_ in BUILTIN_TYPES if not type_.key], ids=lambda type_: type_.name)
def test_every_type_is_made_by_whom_the_table_says(town: Town, act: Act, type_: ObjectType) -> None:
    rule, before = ACCESS[type_.name], everything(town)
    for owner in ("alice", "bob", "carol"):
        thing = town.thing(type_.name, owner)
        fields = [type_.field(name) for name in (*rule.links, *rule.writes) if name not in ("obj", "nc")]
        fields += [type_.field(name) for name in rule.links if name == "nc"]
        values = ", ".join(f"{NAMES.field(type_.name, f.name)}: {literal(type_, f, thing)}" for f in fields)
        answer = act("alice", f"mutation {{ create{NAMES.type(type_.name)}(input: {{{values}}}) {{ "
                              f"{NAMES.singular(type_.name)} {{ id }} }} }}")
        if not rule.links:
            assert code(answer) == "FORBIDDEN"
        elif owner == "alice":
            assert answer.errors == []
            before = everything(town)
        else:  # a link that leads to what alice cannot see names nothing
            (link,) = rule.links
            target = town.things[thing.values[link]]  # type: ignore[index]  # links are references
            assert code(answer) == ("FORBIDDEN" if town.sees(town.asker("alice"), target) else "BAD_INPUT")
        assert everything(town) == before


def test_fields_that_admins_write_cannot_be_given_to_new_objects(town: Town, act: Act) -> None:
    channel = town.thing("channel", "alice").id
    made = f'createAutoKick(input: {{channel: "{channel}", creator: "root"}}) {{ autoKick {{ id }} }}'
    answer = act("alice", f"mutation {{ {made} }}")
    assert code(answer) == "FORBIDDEN"
    assert answer.errors[0]["extensions"]["argument"] == ["input", "creator"]


def test_a_new_object_that_belongs_to_nobody_is_refused(town: Town, act: Act) -> None:
    answer = act("alice", 'mutation { createAccessMask(input: {mask: "*@*"}) { accessMask { id } } }')
    assert code(answer) == "FORBIDDEN"
    assert answer.errors[0]["extensions"]["argument"] == ["input", "account"]


def test_a_write_answers_only_what_its_caller_sees(town: Town, act: Act) -> None:
    carols, bobs = town.thing("channel", "carol"), town.thing("account", "carol").id
    answer = act("carol", """mutation($id: ID!) { updateChannel(input: {id: $id, description: "new"}) { channel {
        description founder { id } successor { display email language } } } }""", id=str(carols.id))
    assert answer.errors == []
    assert answer.data is not None
    assert answer.data["updateChannel"]["channel"] == {
        "description": "new", "founder": {"id": str(bobs)},
        "successor": {"display": "alice.account.display", "email": None, "language": None}}


@pytest.mark.parametrize("document", [
    'mutation($id: ID!) { updateAccount(input: {id: $id, greet: "x"}) { account { greet email } } }',
    """mutation($id: ID!) { transaction(operations: [{do: {updateAccount: {id: $id, greet: "x"}}}]) {
        results { object { ... on Account { greet email } } } } }""",
])
def test_a_write_does_not_answer_what_is_the_operators_own(town: Town, act: Act, document: str) -> None:
    """Fields that no rule names, such as those that a module of Anope's adds, are not their owner's to see."""
    rule = ACCESS["account"]
    closed = replace(rule, private=tuple(name for name in rule.private if name != "email"))
    town.network.rules = Rules({**ACCESS, "account": closed})
    id_ = town.thing("account", "alice").id
    answer = act("alice", document, id=str(id_))
    assert answer.errors == []
    assert "alice.account.email" not in repr(answer.data)
    assert "'greet': 'x'" in repr(answer.data)


def test_references_to_what_is_hidden_are_references_to_nothing(town: Town, act: Act) -> None:
    hidden, channel = town.thing("account", "carol").id, town.thing("channel", "alice").id
    change = "mutation($id: ID!, $to: ID!) { updateChannel(input: {id: $id, successor: $to}) { channel { id } } }"
    texts = [act("alice", change, id=str(channel), to=to).errors[0]["message"].replace(to, "X")
             for to in (str(hidden), "account:999999", f"account:{channel.id}")]
    assert texts == [texts[0]] * 3
    assert act("alice", change, id=str(channel), to=str(town.thing("account", "bob").id)).errors == []


def test_ids_of_what_is_hidden_are_ids_of_nothing(town: Town, act: Act) -> None:
    """Also with another type before the number, and for deletes."""
    hidden = town.thing("memo", "carol").id
    for what in ("updateMemo(input: {id: $id, unread: false}) { memo { id } }",
                 "deleteMemo(input: {id: $id}) { deleted }"):
        texts = {act("alice", f"mutation($id: ID!) {{ {what} }}", id=id_).errors[0]["message"].replace(id_, "X")
                 for id_ in (str(hidden), "memo:999999", f"memo:{town.thing('account', 'alice').id.id}")}
        assert len(texts) == 1


def test_expectations_tell_nothing_of_what_is_hidden(town: Town, act: Act) -> None:
    """Bob's successor is carol, whom he cannot see: for him there is none."""
    channel, hidden = town.thing("channel", "bob"), town.thing("account", "carol")
    assert channel.values["successor"] == hidden.id
    change = """mutation($id: ID!, $expect: ChannelExpectation) {
        updateChannel(input: {id: $id, description: "x", expect: $expect}) { channel { successor { id } } } }"""
    assert code(act("bob", change, id=str(channel.id), expect={"successor": str(hidden.id)})) == "CONFLICT"
    assert code(act("bob", change, id=str(channel.id), expect={"successor": "account:999999"})) == "CONFLICT"
    answer = act("bob", change, id=str(channel.id), expect={"successor": None})
    assert (answer.errors, answer.data) == ([], {"updateChannel": {"channel": {"successor": None}}})


def test_a_transaction_with_one_forbidden_change_makes_none(town: Town, act: Act) -> None:
    before, own, others = everything(town), town.thing("nsaccess", "alice").id, town.thing("account", "bob").id
    answer = act("alice", """mutation($own: ID!, $others: ID!) { transaction(operations: [
        {do: {deleteObject: {id: $own}}}, {do: {updateAccount: {id: $others, greet: "x"}}}]) { results { id } } }""",
        own=str(own), others=str(others))
    assert code(answer) == "FORBIDDEN"
    assert answer.errors[0]["extensions"]["argument"] == ["operations", 1, "do", "updateAccount"]
    assert everything(town) == before


def test_a_transaction_shows_what_its_caller_sees(town: Town, act: Act) -> None:
    account = town.thing("account", "alice").id
    answer = act("alice", """mutation($id: ID!) { transaction(operations: [
        {as: "mask", do: {createAccessMask: {account: $id, mask: "a@b"}}},
        {do: {updateAccessMask: {id: "$mask", mask: "c@d"}}}, {do: {deleteObject: {id: "$mask", dryRun: true}}}])
        { results { object { ... on AccessMask { mask } } deletion { deleted } } } }""", id=str(account))
    assert answer.errors == []
    assert answer.data is not None
    made, changed, gone = answer.data["transaction"]["results"]
    assert made["object"] == changed["object"] == {"mask": "c@d"}
    assert len(gone["deletion"]["deleted"]) == 1


def test_rules_about_writing_name_fields_that_owners_see() -> None:
    for name, rule in ACCESS.items():
        assert {*rule.writes, *rule.links} <= {*rule.public, *rule.private}, name
        assert not (rule.rows is Audience.ADMIN and (rule.writes or rule.links or rule.deletes)), name
