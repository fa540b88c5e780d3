"""The services' own rules on delete: who inherits channels, what nicks mean to their account."""
from __future__ import annotations

import pytest

from models.catalogue import ObjectID
from models.database import transaction
from models.kinds import Scalar
from models.network import Network
from models.store import Store
from models.succession import CHANNEL_LIMIT


@pytest.fixture
def store(network: Network) -> Store:
    return network.store


def make(store: Store, type_name: str, **values: Scalar) -> ObjectID:
    return ObjectID(type_name, store.create(type_name, values))


def founder(store: Store, channel: ObjectID) -> object:
    position = list(store.catalogue["channel"].by_name).index("founder")
    return store.get(*channel).values[position]


def burden(store: Store, account: ObjectID, channels: int) -> list[ObjectID]:
    with transaction(store.database):
        return [make(store, "channel", founder=account) for _ in range(channels)]


@pytest.fixture
def adam(store: Store) -> ObjectID:
    return make(store, "account", display="Adam")


@pytest.fixture
def eve(store: Store) -> ObjectID:
    return make(store, "account", display="Eve")


def test_the_successor_inherits_and_is_successor_no_more(store: Store, adam: ObjectID, eve: ObjectID) -> None:
    channel = make(store, "channel", founder=adam, successor=eve)
    found = store.delete(*adam)
    assert found.deleted == (adam,)
    assert found.changed == ((channel, "founder", eve),)
    assert found.unset == ((channel, "successor"),)
    assert founder(store, channel) == eve.id
    assert [row.id for row in store.refs(*eve, "channel")] == [channel.id]


def test_a_channel_without_any_heir_goes_with_what_depends_on_it(store: Store, adam: ObjectID) -> None:
    channel = make(store, "channel", founder=adam)
    level = make(store, "level", channel=channel)
    assert store.delete(*adam).deleted == (adam, channel, level)


def test_the_founder_is_no_heir_of_his_own(store: Store, adam: ObjectID) -> None:
    channel = make(store, "channel", founder=adam, successor=adam)
    make(store, "accesschanaccess", ci=channel, obj=adam, level=9999)
    assert channel in store.delete(*adam).deleted


def test_the_best_level_inherits_and_never_set_is_zero(store: Store, adam: ObjectID, eve: ObjectID) -> None:
    channel = make(store, "channel", founder=adam)
    nobody, minus, best = (make(store, "account") for _ in range(3))
    make(store, "accesschanaccess", ci=channel, obj=minus, level=-5)
    make(store, "accesschanaccess", ci=channel, obj=nobody)
    make(store, "accesschanaccess", ci=channel, obj=eve, level=9)
    make(store, "accesschanaccess", ci=channel, obj=best, level=10)
    for heir in (best, eve, nobody, minus):
        assert store.delete(*adam, dry_run=True).changed == ((channel, "founder", heir),)
        for full in burden(store, heir, CHANNEL_LIMIT):
            assert founder(store, full) == heir.id


def test_of_equal_levels_the_first_entry_inherits(store: Store, adam: ObjectID, eve: ObjectID) -> None:
    channel = make(store, "channel", founder=adam)
    other = make(store, "account")
    make(store, "accesschanaccess", ci=channel, obj=other, level=0)
    make(store, "accesschanaccess", ci=channel, obj=eve)
    assert store.delete(*adam, dry_run=True).changed == ((channel, "founder", other),)


@pytest.mark.parametrize("others", [("flagschanaccess", "xopchanaccess"), ("xopchanaccess",)])
def test_other_kinds_of_access_count_where_better_ones_are_missing(
    store: Store, adam: ObjectID, eve: ObjectID, others: tuple[str, ...]
) -> None:
    channel = make(store, "channel", founder=adam)
    for other in reversed(others):
        make(store, other, ci=channel, obj=eve if other == others[0] else make(store, "account"))
    assert store.delete(*adam, dry_run=True).changed == ((channel, "founder", eve),)


def test_access_of_what_is_no_account_does_not_count(store: Store, adam: ObjectID) -> None:
    channel = make(store, "channel", founder=adam)
    make(store, "accesschanaccess", ci=channel, obj=make(store, "nick"), level=10)
    make(store, "accesschanaccess", ci=channel, level=10)
    assert channel in store.delete(*adam).deleted


def test_nobody_inherits_beyond_the_limit_counted_at_that_moment(
    store: Store, adam: ObjectID, eve: ObjectID
) -> None:
    burden(store, eve, CHANNEL_LIMIT - 1)
    first, second = (make(store, "channel", founder=adam, successor=eve) for _ in range(2))
    found = store.delete(*adam)
    assert found.changed == ((first, "founder", eve),)
    assert second in found.deleted


def test_the_successor_field_of_other_channels_is_unset(store: Store, adam: ObjectID, eve: ObjectID) -> None:
    channel = make(store, "channel", founder=eve, successor=adam)
    assert store.delete(*adam).unset == ((channel, "successor"),)


def test_an_account_leaves_its_nicks_without_account(store: Store, adam: ObjectID) -> None:
    nick = make(store, "nick", nick="Adam", nc=adam)
    assert store.delete(*adam).unset == ((nick, "nc"),)
    assert store.get(*nick).id == nick.id


def test_the_last_nick_takes_the_account_by_the_accounts_rules(store: Store, adam: ObjectID, eve: ObjectID) -> None:
    nick = make(store, "nick", nick="Adam", nc=adam)
    channel = make(store, "channel", founder=adam, successor=eve)
    found = store.delete(*nick)
    assert found.deleted == (nick, adam)
    assert found.changed == ((channel, "founder", eve),)


def test_the_display_passes_on_to_the_oldest_nick_that_remains(store: Store, adam: ObjectID) -> None:
    shown, other, later = (make(store, "nick", nick=name, nc=adam) for name in ("aDAM", "Ada", "Abe"))
    found = store.delete(*shown)
    assert found.changed == ((adam, "display", "Ada"),)
    row = store.find("account", "display", "Ada")
    assert row is not None
    assert row.id == adam.id
    assert store.delete(*later) == type(found)((later,), (), ())
    assert store.delete(*other).deleted == (other, adam)


def test_a_nick_without_account_goes_alone(store: Store) -> None:
    nick = make(store, "nick", nick="Adam")
    assert store.delete(*nick).deleted == (nick,)


@pytest.mark.parametrize(("casemap", "passes_on"), [("ascii", False), ("rfc1459", True)])
def test_the_display_is_compared_by_the_networks_case_mapping(
    prepared_url: str, casemap: str, passes_on: bool
) -> None:
    network = Network.open(prepared_url, casemap=casemap, types=())
    try:
        account = make(network.store, "account", display="{adam}")
        nick, _ = (make(network.store, "nick", nick=name, nc=account) for name in ("[ADAM]", "other"))
        assert bool(network.store.delete(*nick).changed) is passes_on
    finally:
        network.close()
