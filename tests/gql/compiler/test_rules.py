"""What statements ask of the rules that say who sees what."""
from __future__ import annotations

import pytest

from gql.schema.execution import Operation
from tests.gql.compiler.executors import statements
from tests.gql.compiler.known import Known

PAGES = "{ nodes { nick } }", "{ totalCount }", "{ edges { cursor } pageInfo { hasNextPage } }"


def asked(known: Known, document: str, principal: str = "owner") -> int:
    """How often a statement asks whether an account is hidden."""
    return statements(known.world, Operation(document), principal).count("NS_PRIVATE")


@pytest.mark.parametrize("page", PAGES)
def test_nicks_are_asked_for_their_account_unless_it_is_shown_above_them(known: Known, page: str) -> None:
    once = asked(known, "{ accounts(first: 2) { nodes { id } } }")
    assert once > 0
    assert asked(known, f"{{ accounts(first: 2) {{ nodes {{ nicks(first: 2) {page} }} }} }}") == once
    assert asked(known, f"{{ nicks(first: 2) {page} }}") > 0
    assert asked(known, f"{{ accounts(first: 2) {{ nodes {{ nicks(first: 2) {page} }} }} }}", "admin") == 0


def test_what_is_hidden_for_another_reason_is_asked_for_it(known: Known) -> None:
    document = "{ accounts(first: 2) { nodes { channelsAsFounder(first: 2) { nodes { name } } } } }"
    assert statements(known.world, Operation(document), "owner").count("CS_PRIVATE") > 0
