"""Every type, every road to an object, everybody who might ask: all roads lead to what one may see, and to no more."""
from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import pytest

from gql.naming import Names
from gql.schema.quirks import Schema
from gql.schema.referrers import back_to
from models.access import ACCESS
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, Field, Kind, ObjectID, ObjectType
from models.network import Network
from models.rules import Audience
from tests.gql.schema.lookers import Look, looker
from tests.gql.schema.people import NOBODYS, SHOWN, Asker, Thing, Town, settle

pytestmark = pytest.mark.timeout(300)  # each test asks some thousand questions

NAMES = Names(Catalogue(BUILTIN_TYPES))


@pytest.fixture
def town(network: Network) -> Town:
    return settle(network)


@pytest.fixture(params=["anonymous", "alice", "bob", "admin", "token"])
def asker(request: pytest.FixtureRequest, town: Town) -> Asker:
    return town.asker(request.param)


@pytest.fixture
def look(asker: Asker, town: Town, schema: Schema) -> Iterator[Look]:
    """From a query to the data of an answer without errors, which both executors give."""
    with looker(town.network, schema) as look:
        yield partial(look, asker.principal)


def look_at(look: Look, fields: Sequence[str]) -> list[Any]:
    """What stands in each of many root fields, asked for in as few queries as their length allows."""
    found: list[Any] = []
    for start in range(0, len(fields), 40):
        some = fields[start:start + 40]
        data = look("{" + " ".join(f"x{n}: {field}" for n, field in enumerate(some)) + "}")
        found += [data[f"x{n}"] for n in range(len(some))]
    return found


class Question(NamedTuple):
    """What a filter says, and for which objects it should hold."""

    where: str
    holds: Callable[[Thing], bool]


class Sorting(NamedTuple):
    """An order, with DIRECTION where its direction stands, and the key that it should have."""

    order: str
    key: Callable[[Thing], Any]


def ids(things: Sequence[Thing]) -> list[str]:
    return [str(thing.id) for thing in things]


def nodes(listing: Mapping[str, Any]) -> list[str]:
    return [node["id"] for node in listing["nodes"]]


def written(things: Sequence[Thing]) -> str:
    return json.dumps(ids(things))


def selection(type_: ObjectType) -> str:
    """All that an object itself shows."""
    return " ".join(["id", *(
        NAMES.field(type_.name, field.name) + (" { id }" if field.reference else "")
        for field in type_.fields if not field.secret)])


def expected(town: Town, asker: Asker, thing: Thing) -> dict[str, Any]:
    """What somebody who sees an object sees of it."""
    found: dict[str, Any] = {"id": str(thing.id)}
    for field in town.network.catalogue[thing.id.type].fields:
        if not field.secret:
            found[NAMES.field(thing.id.type, field.name)] = _shown(town, asker, thing, field)
    return found


def _shown(town: Town, asker: Asker, thing: Thing, field: Field) -> Any:
    if field.reference:
        target = town.target(asker, thing, field.name)
        return {"id": str(target)} if target else None
    if not town.shows(asker, thing, field.name):
        return False if field.kind is Kind.BOOL else None
    value = thing.values[field.name]
    if field.kind is Kind.ENUM:
        return NAMES.value(thing.id.type, field.name, str(value))
    if field.kind is Kind.TIME and not field.duration:
        return _moment(value)
    return str(value) if field.kind is Kind.UINT32 or field.duration else value


def _moment(seconds: object) -> str:
    return f"1970-01-01T00:{int(str(seconds)) // 60:02}:{int(str(seconds)) % 60:02}Z"


# --------------------------------------------------------------------------------------------------- the table itself

def test_every_type_has_a_rule_that_is_expected() -> None:
    assert set(ACCESS) == {type_.name for type_ in BUILTIN_TYPES}, "models.access wants a line for every type"
    wide = {name for name, rule in ACCESS.items() if rule.rows in (Audience.PUBLIC, Audience.USERS)}
    assert wide == set(SHOWN)
    assert {name for name, rule in ACCESS.items() if rule.rows is Audience.ADMIN} == NOBODYS - {"botinfo"}


def test_every_field_is_somebodys_or_the_operators() -> None:
    closed = {type_.name: {f.name for f in type_.fields if not f.secret} - {
        *ACCESS[type_.name].public, *ACCESS[type_.name].private} for type_ in BUILTIN_TYPES}
    assert {name: fields for name, fields in closed.items() if fields and name not in NOBODYS} == {}
    assert closed["botinfo"] == {"operonly", "BS_NOBOT"}


# ---------------------------------------------------------------------------------------------------------- the roads

def test_lists_and_their_totals(town: Town, asker: Asker, look: Look) -> None:
    for type_ in town.network.catalogue:
        visible = town.visible(asker, type_.name)
        page = f"{{ totalCount pageInfo {{ hasNextPage }} nodes {{ {selection(type_)} }} }}"
        (found,) = look_at(look, [f"{NAMES.plural(type_.name)} {page}"])
        assert found["nodes"] == [expected(town, asker, thing) for thing in visible]
        assert (found["totalCount"], found["pageInfo"]) == (len(visible), {"hasNextPage": False})


def test_counts_of_types(town: Town, asker: Asker, look: Look) -> None:
    counts = {one["storedAs"]: one["count"] for one in look("{ types { storedAs count } }")["types"]}
    assert counts == {type_.name: len(town.visible(asker, type_.name)) for type_ in town.network.catalogue}


def test_objects_by_id(town: Town, asker: Asker, look: Look) -> None:
    everything = list(town.things.values())
    seen = [{"id": str(thing.id)} if town.sees(asker, thing) else None for thing in everything]
    assert look("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids(everything))["nodes"] == seen
    assert look_at(look, [f'node(id: "{thing.id}") {{ id }}' for thing in everything]) == seen
    single = [f'{NAMES.singular(thing.id.type)}(id: "{thing.id}") {{ id }}' for thing in everything]
    assert look_at(look, single) == seen


def test_objects_by_their_names(town: Town, asker: Asker, look: Look) -> None:
    things = [thing for thing in town.things.values() if NAMES.arguments(thing.id.type)]
    assert {thing.id.type for thing in things} >= {"account", "nick", "channel", "botinfo", "xmppuser", "xmppstore"}
    found = look_at(look, [f"{NAMES.singular(thing.id.type)}({_key(town, thing)}) {{ id }}" for thing in things])
    assert found == [{"id": str(thing.id)} if town.sees(asker, thing) else None for thing in things]


def _key(town: Town, thing: Thing) -> str:
    """The arguments by which people name an object."""
    values = [thing.values[name] for name in town.network.catalogue[thing.id.type].key]
    user, host = town.thing("xmppuser", thing.person), town.thing("xmpphost", thing.person)
    jid = f"{user.values['name']}@{host.values['name']}"
    by_address: Mapping[str, Sequence[Any]] = {"xmppuser": [jid], "xmppstore": [jid, values[-1]]}
    texts = by_address.get(thing.id.type, values)
    return ", ".join(f"{name}: {json.dumps(text)}"
                     for name, text in zip(NAMES.arguments(thing.id.type), texts, strict=True))


def test_ways_back(town: Town, asker: Asker, look: Look) -> None:
    for type_ in town.network.catalogue:
        ways = {NAMES.backward(type_.name, way): way for way in back_to(town.network.catalogue, type_.name)}
        inner = " ".join(f"{name} {{ totalCount nodes {{ id }} }}" for name in ways)
        (found,) = look_at(look, [f"{NAMES.plural(type_.name)} {{ nodes {{ id {inner} }} }}"])
        for thing, node in zip(town.visible(asker, type_.name), found["nodes"], strict=True):
            for name, way in ways.items():
                there = ids(town.referring(asker, thing.id, way.type.name, way.field.name))
                assert (nodes(node[name]), node[name]["totalCount"]) == (there, len(there)), (thing.id, name)


def test_refs(town: Town, asker: Asker, look: Look) -> None:
    for type_ in town.network.catalogue:
        ways: dict[str, list[str]] = {}
        for way in back_to(town.network.catalogue, type_.name):
            ways.setdefault(way.type.name, []).append(way.field.name)
        inner = " ".join(f"{name}: refs(type: {NAMES.constant(name)}) {{ id }}" for name in ways)
        (found,) = look_at(look, [f"{NAMES.plural(type_.name)} {{ nodes {{ id {inner} }} }}"])
        for thing, node in zip(town.visible(asker, type_.name), found["nodes"], strict=True):
            for name, fields in ways.items():
                there = {one for field in fields for one in ids(town.referring(asker, thing.id, name, field))}
                assert {one["id"] for one in node[name]} == there, (thing.id, name)


# ----------------------------------------------------------------------------------------------- filters know no more

def test_filters_on_fields(town: Town, asker: Asker, look: Look) -> None:
    """No comparison with what a hidden field holds is met, and as never set it counts as what is never set."""
    check_filters(town, asker, look, lambda type_: _comparisons(town, asker, type_))


def test_filters_through_edges(town: Town, asker: Asker, look: Look) -> None:
    check_filters(town, asker, look, lambda type_: _edges(town, asker, type_))


def check_filters(town: Town, asker: Asker, look: Look, ask: Callable[[ObjectType], Iterable[Question]]) -> None:
    for type_ in town.network.catalogue:
        visible, questions = town.visible(asker, type_.name), list(ask(type_))
        name = NAMES.plural(type_.name)
        found = look_at(look, [f"{name}(where: {{{where}}}) {{ totalCount nodes {{ id }} }}" for where, _ in questions])
        for question, listing in zip(questions, found, strict=True):
            there = ids([thing for thing in visible if question.holds(thing)])
            assert (nodes(listing), listing["totalCount"]) == (there, len(there)), (type_.name, question.where)


def _comparisons(town: Town, asker: Asker, type_: ObjectType) -> Iterator[Question]:
    yield Question(f"id: {{in: {written(town.of(type_.name))}}}", lambda _: True)
    for field in type_.fields:
        if field.kind is Kind.BOOL:
            yield from _on_flag(town, asker, NAMES.field(type_.name, field.name), field)
        elif not field.secret:
            yield from _on_value(town, asker, type_, field)


def _on_flag(town: Town, asker: Asker, name: str, field: Field) -> Iterator[Question]:
    yield Question(f"{name}: {{eq: true}}", lambda thing: _shown(town, asker, thing, field) is True)
    yield Question(f"{name}: {{eq: false}}", lambda thing: _shown(town, asker, thing, field) is False)
    yield Question(f"{name}: {{isNull: true}}", lambda thing: not town.shows(asker, thing, field.name))


def _on_value(town: Town, asker: Asker, type_: ObjectType, field: Field) -> Iterator[Question]:
    name = (NAMES.reference_id if field.reference else NAMES.field)(type_.name, field.name)
    yield Question(f"{name}: {{isNull: true}}", lambda thing: _shown(town, asker, thing, field) is None)
    given = ", ".join(dict.fromkeys(_literal(type_, field, thing) for thing in town.of(type_.name)))
    yield Question(f"{name}: {{in: [{given}]}}", lambda thing: _shown(town, asker, thing, field) is not None)


def _not(holds: Callable[[Thing], bool]) -> Callable[[Thing], bool]:
    return lambda thing: not holds(thing)


def _literal(type_: ObjectType, field: Field, thing: Thing) -> str:
    value = thing.values[field.name]
    if field.kind is Kind.ENUM:
        return NAMES.value(type_.name, field.name, str(value))
    if field.kind is Kind.TIME and not field.duration:
        return json.dumps(_moment(value))
    is_text = isinstance(value, str | ObjectID) or field.kind is Kind.UINT32 or field.duration
    return json.dumps(str(value)) if is_text else str(value)


def _edges(town: Town, asker: Asker, type_: ObjectType) -> Iterator[Question]:
    for field, reference in type_.references:
        target = reference.target or "account"
        inner = f"id: {{in: {written(town.of(target))}}}"
        where = inner if reference.target else f"{NAMES.singular(target)}: {{{inner}}}"
        yield Question(f"{NAMES.field(type_.name, field.name)}: {{{where}}}", _leads(town, asker, field.name))
    for way in back_to(town.network.catalogue, type_.name):
        name, any_ = NAMES.backward(type_.name, way), f"id: {{in: {written(town.of(way.type.name))}}}"
        has_some = _is_led_to(town, asker, way.type.name, way.field.name)
        yield Question(f"{name}: {{some: {{{any_}}}}}", has_some)
        yield Question(f"{name}: {{none: {{{any_}}}}}", _not(has_some))


def _leads(town: Town, asker: Asker, field: str) -> Callable[[Thing], bool]:
    return lambda thing: town.target(asker, thing, field) is not None


def _is_led_to(town: Town, asker: Asker, type_name: str, field: str) -> Callable[[Thing], bool]:
    return lambda thing: bool(town.referring(asker, thing.id, type_name, field))


# ------------------------------------------------------------------------------------------------ orders know no more

@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_orders(town: Town, asker: Asker, look: Look, direction: str) -> None:
    """What is hidden stands with what was never set, in the order of ids."""
    for type_ in town.network.catalogue:
        visible, sortings = town.visible(asker, type_.name), list(_sortings(town, asker, type_))
        orders = [sorting.order.replace("DIRECTION", direction) for sorting in sortings]
        found = look_at(look, [f"{NAMES.plural(type_.name)}(orderBy: [{{{order}}}]) {{ nodes {{ id }} }}"
                               for order in orders])
        for sorting, listing in zip(sortings, found, strict=True):
            there = sorted(visible, key=_with_id(sorting.key), reverse=direction == "DESC")
            assert nodes(listing) == ids(there), (type_.name, sorting.order)


def _with_id(key: Callable[[Thing], Any]) -> Callable[[Thing], Any]:
    return lambda thing: (key(thing), thing.id.id)


def _sortings(town: Town, asker: Asker, type_: ObjectType) -> Iterator[Sorting]:
    for field in type_.fields:
        name, target = NAMES.field(type_.name, field.name), field.reference and field.reference.target
        if not field.reference and not field.secret:
            yield Sorting(f"{name}: DIRECTION", _rank(town, asker, field))
        elif target:
            for inner in _various(town.network.catalogue[target]):
                yield Sorting(f"{name}: {{{NAMES.field(target, inner.name)}: DIRECTION}}",
                              _rank_behind(town, asker, field, inner))


def _various(type_: ObjectType) -> Iterable[Field]:
    """One field of each sort: of every kind those that others see, and those that they do not."""
    return {(field.kind, field.name in (SHOWN.get(type_.name) or ())): field
            for field in type_.fields if not field.secret and not field.reference}.values()


def _rank(town: Town, asker: Asker, field: Field) -> Callable[[Thing], Any]:
    """Where an object stands; what was never set stands lowest, and a flag that was never set is false."""
    if field.kind is Kind.BOOL:
        return lambda thing: _shown(town, asker, thing, field)
    return lambda thing: (1, thing.values[field.name]) if town.shows(asker, thing, field.name) else (0,)


def _rank_behind(town: Town, asker: Asker, field: Field, inner: Field) -> Callable[[Thing], Any]:
    rank, nothing = _rank(town, asker, inner), False if inner.kind is Kind.BOOL else (0,)

    def key(thing: Thing) -> Any:
        target = town.target(asker, thing, field.name)
        return rank(town.things[target]) if target else nothing

    return key
