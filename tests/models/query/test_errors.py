"""Conditions that make no sense are refused before anything is run."""
from __future__ import annotations

from random import Random

import pytest

from models.catalogue import ObjectID
from models.errors import BadQuery, UnknownField, UnknownType
from models.network import Network
from models.query.conditions import (
    DEEPEST,
    MOST_EDGES,
    MOST_TERMS,
    All,
    AnyOf,
    Compare,
    Condition,
    IdIn,
    Not,
    Quantifier,
    Related,
    Scalar,
    Through,
)
from models.query.operands import MOST_VALUES
from models.query.reader import Reader
from tests.models.query.conftest import Statements

ACCOUNT = ObjectID("account", 1)


@pytest.mark.parametrize(("type_name", "field", "operator", "value", "message"), [
    ("account", "display", "eq", 5, "account.display: eq takes a text"),
    ("account", "display", "eq", "a\0b", "without NUL"),
    ("account", "display", "eq", "\ud800", "a text"),
    ("account", "display", "like", 5, "a text"),
    ("account", "email", "in", ("a", None), "a text"),
    ("account", "email", "in", "abc", "a list of at most"),
    ("account", "email", "in", ("a",) * (MOST_VALUES + 1), "at most 1000"),
    ("account", "email", "eq", ("a",), "a text"),
    ("account", "email", "isNull", "yes", "true or false"),
    ("account", "email", "isNull", 1, "true or false"),
    ("account", "AUTOOP", "eq", 1, "true or false"),
    ("account", "AUTOOP", "lt", True, "no operator 'lt'; use one of eq, ne, isNull"),
    ("account", "AUTOOP", "in", (True,), "no operator"),
    ("account", "email", "regexp", "a", "use one of eq, ne, in, notIn, lt, lte, gt, gte, like, startsWith"),
    ("nick", "last_seen", "eq", "12", "a whole number"),
    ("nick", "last_seen", "eq", True, "a whole number"),
    ("nick", "last_seen", "eq", 1.5, "a whole number"),
    ("nick", "last_seen", "gt", 2**63, "64 bits"),
    ("nick", "last_seen", "like", "1%", "no operator"),
    ("badword", "type", "eq", "ANY", "one of BW_ANY, BW_SINGLE, BW_START, BW_END"),
    ("badword", "type", "lt", "BW_ANY", "no operator"),
    ("nick", "nc", "eq", ObjectID("channel", 1), "the id of an object of type account"),
    ("nick", "nc", "eq", 1, "the id of an object of type account"),
    ("nick", "nc", "in", (ACCOUNT, "account:1"), "the id of an object of type account"),
    ("nick", "nc", "in", (ACCOUNT,) * (MOST_VALUES + 1), "at most"),
    ("accesschanaccess", "obj", "eq", ObjectID("ghost", 1), "the id of an object"),
])
def test_values_that_do_not_suit_are_refused(
    reader: Reader, statements: Statements, type_name: str, field: str, operator: str,
    value: Scalar | tuple[Scalar, ...], message: str,
) -> None:
    with pytest.raises(BadQuery, match=message):
        reader.root(type_name, Compare(field, operator, value))
    assert not statements.run


@pytest.mark.parametrize(("condition", "error"), [
    (Compare("ghost", "eq", "a"), UnknownField),
    (Compare("pass", "eq", "a"), UnknownField),
    (Compare("id", "eq", 1), UnknownField),
    (IdIn((ObjectID("nick", 1),)), BadQuery),
    (IdIn((ACCOUNT,) * (MOST_VALUES + 1)), BadQuery),
    (Through("display"), BadQuery),
    (Through("ghost"), UnknownField),
    (Related("ghost", "nc"), UnknownType),
    (Related("nick", "ghost"), UnknownField),
    (Related("nick", "nick"), BadQuery),
    (Related("level", "channel"), BadQuery),
    (Related("nick", "nc", condition=Through("nc", target="channel")), BadQuery),
    (Related("nick", "nc", condition=Through("nc", Compare("pass", "startsWith", "a"))), UnknownField),
    (Related("accesschanaccess", "obj", condition=Through("obj")), BadQuery),
    (Related("accesschanaccess", "obj", condition=Through("obj", target="ghost")), UnknownType),
    (All((Compare("display", "eq", "a"), AnyOf((Not(Compare("email", "eq", 1)),)))), BadQuery),
])
def test_conditions_that_lead_nowhere_are_refused(
    reader: Reader, statements: Statements, condition: Condition, error: type[Exception]
) -> None:
    with pytest.raises(error):
        reader.root("account", condition)
    with pytest.raises(error):
        reader.related(("channel", "founder"), [1, 2], Through("founder", condition))
    assert not statements.run


def deep(random: Random, forms: list[str]) -> tuple[str, Condition]:
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


def test_conditions_are_answered_up_to_the_limits(reader: Reader, network: Network) -> None:
    network.store.create_index("account", "display")
    network.store.create_index("nick", "nick")
    assert reader.root("account", AnyOf((Compare("display", "startsWith", "a"),) * (MOST_TERMS - 1))).rows == ()
    random = Random(1)
    for _ in range(40):
        type_name, condition = deep(random, ["edge"] * MOST_EDGES + ["join"] * (DEEPEST - 1 - MOST_EDGES))
        assert reader.root(type_name, condition).rows == ()


@pytest.mark.parametrize("condition", [
    AnyOf((Compare("display", "startsWith", "a"),) * MOST_TERMS),
    deep(Random(1), ["join"] * DEEPEST)[1],
    deep(Random(1), ["join"] * 5_000)[1],
    deep(Random(1), ["edge"] * 6)[1],
])
def test_conditions_beyond_the_limits_are_refused(
    reader: Reader, statements: Statements, condition: Condition
) -> None:
    for ask in (reader.root, reader.missing_indexes):
        with pytest.raises(BadQuery, match="too large"):
            ask("account", condition)
    assert not statements.run
