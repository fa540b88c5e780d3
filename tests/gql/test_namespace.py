"""Who gets a name, and who gives way."""
from __future__ import annotations

import pytest

from gql.namespace import Namespace
from models.errors import CatalogueError


@pytest.fixture
def names() -> Namespace:
    return Namespace({"id"}, " on account")


def test_first_free_name_is_given(names: Namespace) -> None:
    assert names.claim(["private", "csPrivate"], "CS_PRIVATE", found=False) == "private"
    assert names.claim(["private", "nsPrivate"], "NS_PRIVATE", found=False) == "nsPrivate"


def test_names_of_the_schema_are_left_alone(names: Namespace) -> None:
    assert names.claim(["id"], "ID", found=False) == "id_"


def test_found_name_gives_way_to_a_built_in_one(names: Namespace) -> None:
    names.claim(["nicks"], "nick.nc", found=False)
    assert names.claim(["nicks"], "account.nicks", found=True) == "nicks_"


@pytest.mark.parametrize("found", [True, False])
def test_two_of_one_kind_with_one_name_are_refused(names: Namespace, found: bool) -> None:
    names.claim(["myCol"], "account.my-col", found=found)
    with pytest.raises(CatalogueError, match=r"account\.my-col and account\.my_col would both be called myCol"):
        names.claim(["myCol"], "account.my_col", found=found)


def test_name_to_give_way_to_can_be_taken_too(names: Namespace) -> None:
    names.claim(["id"], "ID", found=False)
    with pytest.raises(CatalogueError, match="ID and Id would both be called id_ in GraphQL on account"):
        names.claim(["id"], "Id", found=False)
