"""The roads of the matrix that are walked in steps, or end in a change: cursors, transactions, previews of deletes."""
from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from gql.naming import Names
from gql.schema.execution import Answer, Operation, execute
from gql.schema.loading import Reader
from gql.schema.quirks import Schema
from models.access import ACCESS
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, Field, Kind, ObjectID, ObjectType
from models.network import Network
from models.principal import Principal, Role
from models.rules import Rules
from tests.gql.schema.lookers import Look, looker
from tests.gql.schema.people import HIDING, Asker, Thing, Town, settle

from .test_access_matrix import expected, selection
from .test_access_writes import literal

pytestmark = pytest.mark.timeout(300)

NAMES = Names(Catalogue(BUILTIN_TYPES))
WRITER = Asker("token", Principal(Role.ADMIN, "token:writer"))
"""A token that may write: beside the others of the matrix, as the read token may change nothing."""


@pytest.fixture
def town(network: Network) -> Town:
    return settle(network)


@pytest.fixture(params=["anonymous", "alice", "bob", "admin", "token"])
def asker(request: pytest.FixtureRequest, town: Town) -> Asker:
    return town.asker(request.param)


@pytest.fixture
def look(asker: Asker, town: Town, schema: Schema) -> Iterator[Look]:
    with looker(town.network, schema) as look:
        yield partial(look, asker.principal)


def ids(things: list[Thing]) -> list[str]:
    return [str(thing.id) for thing in things]


# ------------------------------------------------------------------------------------------------------------ cursors

def plain(type_: ObjectType) -> list[str]:
    """One field of each sort that a list can be ordered by, hidden ones among them."""
    kinds = {(field.kind, field.name in ACCESS[type_.name].public): field for field in type_.fields
             if not field.secret and not field.reference and field.kind is not Kind.ENUM}
    return [NAMES.field(type_.name, field.name) for field in kinds.values()]


def test_cursors_lead_from_object_to_object(town: Town, asker: Asker, look: Look) -> None:
    """In every order, forwards from page to page, one meets what may be seen, each once, and nothing else."""
    for type_ in town.network.catalogue:
        there, name = sorted(ids(town.visible(asker, type_.name))), NAMES.plural(type_.name)
        orders = ["", *(f"orderBy: [{{{field}: DESC}}], " for field in plain(type_)[:4])]
        cursors: list[str | None] = [None] * len(orders)
        met: list[list[str]] = [[] for _ in orders]
        for step in range(len(there) + 1):
            data = look("{" + " ".join(
                f"x{n}: {name}({order}first: 1{f', after: {json.dumps(cursors[n])}' if cursors[n] else ''}) "
                "{ edges { cursor node { id } } pageInfo { hasNextPage endCursor } }"
                for n, order in enumerate(orders)) + "}")
            for n in range(len(orders)):
                page = data[f"x{n}"]
                met[n] += [edge["node"]["id"] for edge in page["edges"]]
                cursors[n] = page["pageInfo"]["endCursor"] or cursors[n]
                assert page["pageInfo"]["hasNextPage"] is (step + 1 < len(there))
        assert [sorted(some) for some in met] == [there] * len(orders), type_.name


def test_cursors_hold_nothing_that_is_hidden(town: Town, asker: Asker, look: Look) -> None:
    for type_ in town.network.catalogue:
        for field in (f for f in type_.fields if f.kind is Kind.STRING and not f.secret):
            name = NAMES.plural(type_.name)
            order = f"{{{NAMES.field(type_.name, field.name)}: ASC}}"
            cursors = [edge["cursor"] for edge in look(
                f"{{ {name}(orderBy: [{order}]) {{ edges {{ cursor }} }} }}")[name]["edges"]]
            told = [thing for thing in town.of(type_.name)
                    if any(str(thing.values[field.name]).encode().hex() in cursor for cursor in cursors)]
            assert told == [thing for thing in town.visible(asker, type_.name)
                            if town.shows(asker, thing, field.name)], (type_.name, field.name)


# ------------------------------------------------------------------------------------------------- one after the other

def test_who_asks_after_somebody_else_gets_nothing_of_his(town: Town, schema: Schema) -> None:
    """What is remembered of a query, its statement too, is used again for those alone who may see the same."""
    names = ["admin", "alice", "anonymous", "bob", "token", "carol", "anonymous", "alice", "admin"]
    with looker(town.network, schema) as look:
        for type_ in town.network.catalogue:
            name = NAMES.plural(type_.name)
            for asker in map(town.asker, names):
                found = look(asker.principal, f"{{ {name} {{ totalCount nodes {{ {selection(type_)} }} }} }}")[name]
                visible = town.visible(asker, type_.name)
                assert found == {"totalCount": len(visible), "nodes": [expected(town, asker, one) for one in visible]}


# ------------------------------------------------------------------------------------------------------------ changes

def changed(town: Town, schema: Schema, asker: Asker, document: str, **variables: Any) -> Answer:
    reader = Reader(town.network, asker.principal)
    return asyncio.run(execute(schema, Operation(document, variables), reader))


@pytest.mark.parametrize("name", ["alice", "bob", "admin", "writer"])
def test_results_of_transactions_show_what_all_roads_show(town: Town, schema: Schema, name: str) -> None:
    """A field gets the value that it has, of whatever somebody may write: the result is the object as others are."""
    asker = WRITER if name == "writer" else town.asker(name)
    for type_ in town.network.catalogue:
        for thing in town.of(type_.name):
            field = _writable(asker, type_) if asker.principal.is_admin or thing.person == name else None
            if field is None:
                continue
            answer = changed(town, schema, asker, f"""mutation {{ transaction(operations: [{{do: {{
                update{NAMES.type(type_.name)}: {{id: "{thing.id}", {NAMES.field(type_.name, field.name)}: {
                literal(type_, field, thing)}}}}}}}]) {{ results {{ object {{
                ... on {NAMES.type(type_.name)} {{ {selection(type_)} }} }} }} }} }}""")
            assert answer.errors == [], (type_.name, answer.errors)
            assert answer.data is not None
            assert answer.data["transaction"]["results"] == [{"object": expected(town, asker, thing)}]


def _writable(asker: Asker, type_: ObjectType) -> Field | None:
    """A field that somebody may write; rather no flag, as those say who is private."""
    written = [field for field in type_.fields if not field.secret and field.name not in HIDING
               and field.kind is not Kind.TIME
               and (asker.principal.is_admin or field.name in ACCESS[type_.name].writes)]
    return min(written, key=lambda field: field.kind is Kind.BOOL, default=None)


def preview(town: Town, schema: Schema, asker: Asker, thing: Thing) -> Answer:
    return changed(town, schema, asker, """mutation($id: ID!) { deleteObject(input: {id: $id, dryRun: true}) {
        deleted unset { id field } changed { id field value } } }""", id=str(thing.id))


def test_previews_of_deletes_show_administrators_all_and_others_nothing(
    town: Town, schema: Schema, asker: Asker,
) -> None:
    for thing in town.things.values():
        answer = preview(town, schema, asker, thing)
        if asker.name == "admin":
            closure = town.network.store.delete(thing.id.type, thing.id.id, dry_run=True)
            assert answer.data is not None
            assert answer.data["deleteObject"]["deleted"] == [str(id_) for id_ in closure.deleted]
            assert len(answer.data["deleteObject"]["unset"]) == len(closure.unset)
        elif thing.person != asker.name or not ACCESS[thing.id.type].deletes:
            (error,) = answer.errors
            codes = {"anonymous": {"UNAUTHENTICATED"}, "token": {"FORBIDDEN"}}
            seen = "FORBIDDEN" if town.sees(asker, thing) else "NOT_FOUND"
            assert error["extensions"]["code"] in codes.get(asker.name, {seen})
            assert answer.data is None or not any(answer.data.values())


def test_previews_of_deletes_name_only_what_may_be_seen(town: Town, schema: Schema) -> None:
    """A rule of an operator's plug-in could let owners delete what takes much along."""
    deleting = {name: replace(rule, deletes=True) for name, rule in ACCESS.items()}
    town.network.rules = Rules(deleting)
    hidden = 0
    for name in ("alice", "bob", "carol"):
        asker = town.asker(name)
        for thing in (thing for thing in town.things.values() if thing.person == name and town.sees(asker, thing)):
            if thing.id.type in ("botinfo", "xmpphost"):
                continue  # nobody's, or also others'
            closure = town.network.store.delete(thing.id.type, thing.id.id, dry_run=True)
            answer = preview(town, schema, asker, thing)
            assert answer.errors == [], (thing.id, answer.errors)
            assert answer.data is not None
            found = answer.data["deleteObject"]
            visible = [id_ for id_ in closure.deleted if town.sees(asker, town.things[id_])]
            hidden += len(closure.deleted) - len(visible)
            assert found["deleted"] == [str(id_) for id_ in visible]
            assert [one["id"] for one in found["unset"]] == [
                str(id_) for id_, field in closure.unset if _told(town, asker, id_)]
            assert [one["id"] for one in found["changed"]] == [
                str(id_) for id_, _, value in closure.changed if _told(town, asker, id_) and _seen(town, asker, value)]
    assert hidden, "somebody's delete takes along what is hidden from him"


def _told(town: Town, asker: Asker, id_: ObjectID) -> bool:
    """Whether somebody hears that a field of an object changes: of his own objects."""
    thing = town.things[id_]
    return town.sees(asker, thing) and thing.person == asker.name and asker.name != "" and thing.id.type != "botinfo"


def _seen(town: Town, asker: Asker, value: object) -> bool:
    return not isinstance(value, ObjectID) or town.sees(asker, town.things[value])
