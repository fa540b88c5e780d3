"""Lists of ids are read together, and mean what each of them means by itself."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gql.compiler.errors import BadInput
from gql.compiler.ids import parse_id_of, parse_ids
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue, ObjectID
from models.query.numbers import Numbers

CATALOGUE = Catalogue(BUILTIN_TYPES)


def one(text: str) -> ObjectID:
    return ObjectID("account", parse_id_of("account", text, CATALOGUE))


@given(st.lists(st.integers(0, 2**64 - 1)))
def test_the_numbers_of_a_list_are_those_of_its_ids(numbers: list[int]) -> None:
    assert list(parse_ids("account", [f"account:{number}" for number in numbers], one)) == numbers


def test_a_long_list_stays_a_text() -> None:
    found = parse_ids("account", [f"account:{number}" for number in range(1_000)], one)
    assert isinstance(found, Numbers)
    assert (len(found), found[10], found[-2:]) == (1_000, 10, (998, 999))


@pytest.mark.parametrize("texts", [
    ["account:1,account:2"],
    ["account:1", "account:2,account:3"],
    ["account:1", ""],
    [""],
    ["account:1", "nick:2"],
    ["account:01"],
    ["account:-1"],
    ["account:1 "],
    ["account:1\n"],
    ["account:1\naccount:2"],
    ["account:١"],
    ["account:1", "account:1_0"],
])
def test_what_holds_no_id_is_refused_as_it_is_by_itself(texts: list[str]) -> None:
    with pytest.raises(BadInput):
        parse_ids("account", texts, one)


def test_numbers_that_an_engine_may_not_hold_do_not_stay_a_text() -> None:
    assert not isinstance(parse_ids("account", ["account:1", f"account:{10**18}"], one), Numbers)
