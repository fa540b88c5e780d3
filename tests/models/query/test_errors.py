"""What makes no sense is refused before anything is run, so whatever the engine is."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from random import Random

import pytest

from models.catalogue import ObjectID
from models.errors import BadQuery, UnknownField, UnknownType
from models.network import Network
from models.query.conditions import (
    DEEPEST,
    EVERYTHING,
    MOST_COMPARED,
    MOST_TERMS,
    All,
    AnyOf,
    Compare,
    Condition,
    IdIn,
    Not,
    Related,
    Scalar,
    Through,
)
from models.query.edges import Edge
from models.query.operands import MOST_VALUES
from models.query.orders import LONGEST_PATH, MOST_KEYS, Order
from models.query.pages import Page
from models.query.reader import Reader
from tests.models.query.strategies import nested
from tests.statements import Statements

ACCOUNT = ObjectID("account", 1)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("refused") / "network.db"
    with closing(Network.open(f"sqlite:///{path}", types=())) as network:
        yield Reader(network.store)


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
    (IdIn("nick", (1,)), BadQuery),
    (IdIn("account", (1,) * (MOST_VALUES + 1)), BadQuery),
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


@pytest.mark.parametrize("condition", [
    AnyOf((Compare("display", "startsWith", "a"),) * MOST_TERMS),
    AnyOf((Compare("email", "in", ("a",) * MOST_VALUES),) * (MOST_COMPARED // MOST_VALUES + 1)),
    nested(Random(1), ["join"] * DEEPEST)[1],
    nested(Random(1), ["join"] * 5_000)[1],
    nested(Random(1), ["edge"] * 6)[1],
])
def test_conditions_beyond_the_limits_are_refused(
    reader: Reader, statements: Statements, condition: Condition
) -> None:
    for ask in (reader.root, reader.missing_indexes):
        with pytest.raises(BadQuery, match="too large"):
            ask("account", condition)
    assert not statements.run


@pytest.mark.parametrize(("arguments", "message"), [
    ({"first": 1, "last": 1}, "one of them"), ({"first": -1}, "first is -1"), ({"last": -5}, "last is -5"),
    ({"first": 1001}, "0 to 1000"), ({"last": 2**70}, "0 to 1000"),
])
def test_impossible_sizes_are_refused(arguments: dict[str, int], message: str) -> None:
    with pytest.raises(BadQuery, match=message):
        Page(**arguments)  # type: ignore[arg-type] # mypy takes the values for those of any parameter


@pytest.mark.parametrize(("type_name", "order", "error"), [
    ("ghost", (), UnknownType),
    ("account", (Order("ghost"),), UnknownField),
    ("account", (Order("pass"),), UnknownField),
    ("nick", (Order("pass", (Edge("nc"),)),), UnknownField),
    ("nick", (Order("display", (Edge("nick"),)),), BadQuery),
    ("nick", (Order("name", (Edge("nc", "channel"),)),), BadQuery),
    ("accesschanaccess", (Order("display", (Edge("obj"),)),), BadQuery),
    ("accesschanaccess", (Order("display", (Edge("obj", "ghost"),)),), UnknownType),
    ("account", (Order("display"),) * (MOST_KEYS + 1), BadQuery),
    ("xmppuser", (Order("name", (Edge("host"),) * (LONGEST_PATH + 1)),), BadQuery),
])
def test_impossible_orders_are_refused(
    reader: Reader, statements: Statements, type_name: str, order: Sequence[Order], error: type[Exception]
) -> None:
    with pytest.raises(error):
        reader.root(type_name, EVERYTHING, order)
    assert not statements.run
