"""Conditions and orders as hypothesis makes them up for the objects of a world."""
from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from models.catalogue import Field, Kind, ObjectID, ObjectType
from models.query.conditions import All, AnyOf, Compare, Condition, IdIn, Not, Quantifier, Related, Scalar, Through
from models.query.edges import Edge
from models.query.operators import Takes, operators
from models.query.orders import Nulls, Order
from tests.models.query.data import ASKED, NUMBERS, TEXTS
from tests.models.query.oracle import World

PATTERNS = st.lists(st.sampled_from(
    ["%", "%", "_", "a", "A", "b", "\\%", "\\_", "\\\\", "\\a", "[", "]", "*", "?", "ä", "Z", "z", "😀", " "]
), max_size=5).map("".join)


@st.composite
def conditions(draw: st.DrawFn, world: World, type_name: str, depth: int = 3) -> Condition:
    """A condition on objects of a type."""
    forms = ["compare", "compare", "compare", "ids"]
    if depth:
        forms += ["all", "any", "not", "through", "related"]
    form = draw(st.sampled_from(forms))
    if form == "ids":
        ids = sorted(world.objects[type_name]) or [1]
        some = draw(st.lists(st.sampled_from([*ids, 999_999, 2**64 - 1]), max_size=4))
        return IdIn(type_name, tuple(some))
    if form in ("all", "any"):
        inner = st.lists(conditions(world, type_name, depth - 1), max_size=3).map(tuple)
        return (All if form == "all" else AnyOf)(draw(inner))
    if form == "not":
        return Not(draw(conditions(world, type_name, depth - 1)))
    if form == "through" and (edges := _edges(world, type_name)):
        edge, target = draw(st.sampled_from(edges))
        return Through(edge.field, draw(conditions(world, target, depth - 1)), edge.target)
    if form == "related" and (referrers := _referrers(world, type_name)):
        referrer, field = draw(st.sampled_from(referrers))
        quantifier = draw(st.sampled_from(list(Quantifier)))
        return Related(referrer, field, quantifier, draw(conditions(world, referrer, depth - 1)))
    return draw(_comparisons(world, world.network.catalogue[type_name]))


@st.composite
def orders(draw: st.DrawFn, world: World, type_name: str) -> tuple[Order, ...]:
    """Up to three orders of objects of a type."""
    return tuple(draw(_order(world, type_name)) for _ in range(draw(st.integers(0, 3))))


@st.composite
def _order(draw: st.DrawFn, world: World, type_name: str) -> Order:
    path: list[Edge] = []
    while (edges := _edges(world, type_name)) and len(path) < 2 and draw(st.integers(0, 3)) == 0:
        edge, type_name = draw(st.sampled_from(edges))
        path.append(edge)
    field = draw(st.sampled_from([*ASKED[type_name], "id"]))
    return Order(field, tuple(path), draw(st.booleans()), draw(st.sampled_from([None, None, *Nulls])))


@st.composite
def _comparisons(draw: st.DrawFn, world: World, type_: ObjectType) -> Condition:
    field = type_.field(draw(st.sampled_from(ASKED[type_.name])))
    operator = draw(st.sampled_from(operators(field)))
    if operator.takes is Takes.SWITCH:
        return Compare(field.name, operator.name, draw(st.booleans()))
    if operator.name == "like":
        return Compare(field.name, operator.name, draw(PATTERNS))
    given = st.sampled_from(values(world, type_, field))
    if operator.takes is Takes.VALUES:
        return Compare(field.name, operator.name, tuple(draw(st.lists(given, max_size=4))))
    return Compare(field.name, operator.name, draw(given))


def values(world: World, type_: ObjectType, field: Field) -> list[Scalar]:
    """What the objects have, and what they might have."""
    found = {values[field.name] for values in world.objects[type_.name].values()} - {None}
    return [*sorted(found, key=repr), *_others(world, field)]


def _others(world: World, field: Field) -> list[Any]:
    if field.reference:
        targets = [field.reference.target] if field.reference.target else ["account", "channel"]
        return [ObjectID(name, id_) for name in targets for id_ in [*sorted(world.objects[name])[:9], 1, 2**64 - 1]]
    if field.kind is Kind.BOOL:
        return [False, True]
    if field.kind is Kind.ENUM:
        return ["", *dict(field.values)]
    if field.kind is Kind.STRING:
        return [text for text in TEXTS if text is not None]
    return [number for number in NUMBERS[field.kind] if number is not None]


def _edges(world: World, type_name: str) -> list[tuple[Edge, str]]:
    """The forward edges between types that the tests ask about, and where they lead."""
    found = []
    for field, reference in world.network.catalogue[type_name].references:
        if field.name in ASKED[type_name]:
            targets = [reference.target] if reference.target else ["account", "channel"]
            found += [(Edge(field.name, None if reference.target else name), name) for name in targets if name in ASKED]
    return found


def _referrers(world: World, type_name: str) -> list[tuple[str, str]]:
    return [(referrer.type.name, referrer.field.name) for referrer in world.network.catalogue.referrers(type_name)
            if referrer.field.name in ASKED.get(referrer.type.name, ())]


def nested(random: Random, forms: list[str]) -> tuple[str, Condition]:
    """A type, and conditions of these forms in each other, each behind another one, as takes parsers the most."""
    type_name, name = "account", "display"
    condition: Condition = Compare(name, "in", ("a", "b"))
    for form in random.sample(forms, len(forms)):
        if form == "edge" and type_name == "account":
            type_name, name, condition = "nick", "nick", Through("nc", condition)
        elif form == "edge":
            type_name, name = "account", "display"
            condition = Related("nick", "nc", random.choice(list(Quantifier)), condition)
        else:
            join = random.choice((All, AnyOf))
            condition = random.choice((Not(condition), join((Compare(name, "startsWith", "a"), condition))))
    return type_name, condition
