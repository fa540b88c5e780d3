"""How many rows a statement may touch."""
from __future__ import annotations

import pytest

from gql.compiler.asks import ReadAsk
from gql.compiler.estimates import FEW, size
from gql.compiler.planning import Place
from models.network import Network
from models.query.conditions import EVERYTHING, All, AnyOf, Compare, Condition, IdIn, Not
from models.query.pages import Page
from models.query.questions import ask

PAGE = 50
IDS = IdIn("account", (1, 2, 3))
NAMED = Compare("display", "eq", "Alice")


@pytest.mark.parametrize(("condition", "expected"), [
    (EVERYTHING, PAGE), (IDS, 3), (NAMED, 1), (Compare("display", "in", ("Alice", "Bob")), 2),
    (All((Compare("email", "eq", "x"), NAMED)), 1), (All((IDS, EVERYTHING)), 3),
    (Compare("display", "eq", ""), PAGE), (Compare("display", "in", ("Alice", "")), PAGE),
    (Compare("display", "startsWith", "Alice"), PAGE), (Compare("email", "eq", "x"), PAGE),
    (Not(NAMED), PAGE), (AnyOf((NAMED, NAMED)), PAGE),
])
def test_ids_and_keys_say_how_many_objects_there_are(network: Network, condition: Condition, expected: int) -> None:
    asked = ask(network.catalogue, "account", condition, (), Page(PAGE))
    reads = ReadAsk(lambda _: asked, is_fixed=True)
    assert size(Place(reads, None), asked) == expected
    assert size(Place(reads, 0), asked) == min(expected, FEW)
