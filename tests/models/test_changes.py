"""Several changes in one transaction."""
from __future__ import annotations

import pytest

from models.catalogue import ObjectID
from models.changes import Change, Create, Delete, Earlier, Refused, Update, carry_out
from models.errors import NoSuchTarget
from models.network import Network
from models.permits import Permits

ACCOUNT = Earlier(0, "account")


def test_changes_refer_to_what_earlier_ones_made(network: Network) -> None:
    made, nick, updated, deleted = carry_out(network.store, [
        Create("account", {"display": "Alice"}),
        Create("nick", {"nick": "Alice", "nc": ACCOUNT}),
        Update(Earlier(1, "nick"), {"last_quit": "bye"}, expect={"nc": ACCOUNT}),
        Delete(ACCOUNT, dry_run=True),
    ], Permits(network.store))
    assert nick.row == updated.row == network.store.get("nick", nick.id.id)
    assert updated.id == nick.id
    assert deleted.closure is not None
    assert deleted.closure.deleted == (made.id,)
    assert deleted.closure.unset == ((nick.id, "nc"),)


def test_an_outcome_shows_the_object_after_all_changes(network: Network) -> None:
    first, second, third = carry_out(network.store, [
        Create("account", {}), Update(ACCOUNT, {"email": "a"}), Delete(ACCOUNT),
    ], Permits(network.store))
    assert (first.row, second.row, third.row) == (None, None, None)
    assert (first.closure, second.closure) == (None, None)
    assert first.id == second.id == third.id


def test_the_refusal_of_one_undoes_all(network: Network) -> None:
    changes: list[Change] = [Create("account", {}), Create("nick", {"nc": ObjectID("account", 99)}), Create("nick", {})]
    with pytest.raises(Refused) as caught:
        carry_out(network.store, changes, Permits(network.store))
    assert caught.value.position == 1
    assert isinstance(caught.value.cause, NoSuchTarget)
    assert network.store.page("account") == []
    assert network.store.type_of(1) is None
