"""Which indexes a question would use."""
from __future__ import annotations

from collections.abc import Sequence

import pytest

from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, ObjectID
from models.errors import UnknownField, UnknownType
from models.network import Network
from models.query.conditions import EVERYTHING, All, AnyOf, Compare, Condition, Not, Quantifier, Related, Through
from models.query.edges import Edge
from models.query.indexes import needed_indexes
from models.query.orders import Order
from models.query.reader import Reader

CATALOGUE = Catalogue(BUILTIN_TYPES)
NAME = Compare("display", "eq", "adam")


@pytest.mark.parametrize(("type_name", "condition", "order", "needed"), [
    ("account", EVERYTHING, (), []),
    ("account", NAME, (), [("account", "display")]),
    ("account", Compare("email", "in", ("a", "b")), (), [("account", "email")]),
    ("account", Compare("display", "startsWith", "a"), (), [("account", "display")]),
    ("account", Not(AnyOf((NAME, All((NAME, Compare("email", "eq", "a")))))), (),
     [("account", "display"), ("account", "email")]),
    ("account", All((Compare("display", "contains", "a"), Compare("display", "ne", "a"), Compare("display", "gt", "a"),
                     Compare("AUTOOP", "eq", True))), (), []),
    ("nick", All((Through("nc", NAME), Compare("nc", "eq", ObjectID("account", 8)), Compare("last_seen", "eq", 5))), (),
     [("account", "display")]),
    ("accesschanaccess", Through("obj", Compare("name", "eq", "#a"), "channel"), (), [("channel", "name")]),
    ("account", Related("nick", "nc", Quantifier.EVERY, Compare("nick", "in", ("a",))), (), [("nick", "nick")]),
    ("account", EVERYTHING, (Order("display", descending=True), Order("email")), [("account", "display")]),
    ("account", EVERYTHING, (Order("email"), Order("display")), []),
    ("nick", EVERYTHING, (Order("display", (Edge("nc"),)),), []),
    ("xmppuser", EVERYTHING, (Order("host"),), []),
])
def test_indexes_are_those_of_texts_that_are_looked_up(
    type_name: str, condition: Condition, order: Sequence[Order], needed: list[tuple[str, str]]
) -> None:
    assert needed_indexes(CATALOGUE, type_name, condition, order) == needed


@pytest.mark.parametrize(("type_name", "condition", "error"), [
    ("ghost", EVERYTHING, UnknownType), ("account", Compare("pass", "eq", "a"), UnknownField),
    ("account", Related("nick", "nc", condition=Compare("ghost", "eq", "a")), UnknownField),
])
def test_indexes_of_nothing_are_refused(type_name: str, condition: Condition, error: type[Exception]) -> None:
    with pytest.raises(error):
        needed_indexes(CATALOGUE, type_name, condition)


def test_indexes_are_missing_until_they_are_made(reader: Reader, network: Network) -> None:
    assert reader.missing_indexes("account", NAME, [Order("display")]) == [("account", "display")]
    network.store.create_index("account", "display")
    assert reader.missing_indexes("account", NAME, [Order("display")]) == []
