"""What a delete takes along, and what it says that it took."""
from __future__ import annotations

import pytest

from models.catalogue import Field, Kind, ObjectID, ObjectType, Reference
from models.closure import Closure
from models.database import transaction
from models.network import Network
from models.store import Store


@pytest.fixture
def store(network: Network) -> Store:
    return network.store


def make(store: Store, type_name: str, **references: ObjectID) -> ObjectID:
    return ObjectID(type_name, store.create(type_name, references))


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, and of the table of objects."""
    rows = {type_.name: [tuple(row) for row in store.page(type_.name)] for type_ in store.catalogue}
    objects = store.tables.objects
    return rows | {"objects": list(objects.select(objects.id, objects.type).order_by(objects.id).tuples())}


def test_an_object_alone_goes_alone(store: Store) -> None:
    oper, other = make(store, "oper"), make(store, "oper")
    assert store.delete(*oper) == Closure(deleted=(oper,), unset=(), changed=())
    assert [row.id for row in store.page("oper")] == [other.id]


def test_what_depends_goes_along_and_the_rest_is_unset(store: Store) -> None:
    channel = make(store, "channel")
    level = make(store, "level", channel=channel)
    info = make(store, "memoinfo", owner=channel)
    memo = make(store, "memo", mi=info)
    bot = make(store, "botinfo")
    other = make(store, "channel", bi=bot)
    found = store.delete(*channel)
    assert found.deleted[0] == channel
    assert set(found.deleted) == {channel, level, info, memo}
    assert found.unset == ()
    assert store.delete(*bot) == Closure(deleted=(bot,), unset=((other, "bi"),), changed=())
    assert store.get(*other).values == (None,) * len(store.catalogue["channel"].fields)


def test_entries_of_what_went_are_gone_too(store: Store) -> None:
    channel = make(store, "channel")
    make(store, "level", channel=channel)
    store.delete(*channel)
    assert store.tables.objects.select().count() == 0


def test_rings_and_self_references_end(store: Store) -> None:
    first, second = make(store, "operinfo"), make(store, "operinfo")
    store.update(*first, {"target": second})
    store.update(*second, {"target": first})
    alone = make(store, "operinfo")
    store.update(*alone, {"target": alone})
    assert store.delete(*second).deleted == (second, first)
    assert store.delete(*alone).deleted == (alone,)
    assert store.page("operinfo") == []


def test_what_is_deleted_is_not_said_to_be_unset(store: Store) -> None:
    account = make(store, "account")
    channel = make(store, "channel", founder=account, successor=account)
    found = store.delete(*account)
    assert set(found.deleted) == {account, channel}
    assert (found.unset, found.changed) == ((), ())


def test_one_that_refers_twice_is_unset_twice_and_taken_once(store: Store) -> None:
    bot = make(store, "botinfo")
    target = make(store, "account")
    channel = make(store, "channel", founder=target, successor=target, bi=bot)
    entry = make(store, "accesschanaccess", ci=channel, obj=channel)
    assert store.delete(*bot).unset == ((channel, "bi"),)
    assert store.delete(*channel).deleted == (channel, entry)


def test_a_dry_run_says_the_same_and_changes_nothing(store: Store) -> None:
    account = make(store, "account")
    nick = make(store, "nick", nc=account)
    heir = make(store, "account")
    make(store, "channel", founder=account, successor=heir)
    make(store, "memoinfo", owner=nick)
    before = everything(store)
    promised = store.delete(*account, dry_run=True)
    assert everything(store) == before
    assert store.delete(*account) == promised
    assert promised.changed


def test_chains_longer_than_one_statement_go_whole(store: Store, network: Network) -> None:
    channel = make(store, "channel")
    with transaction(network.database):
        entries = [make(store, "level", channel=channel) for _ in range(600)]
    found = store.delete(*channel)
    assert found.deleted == (channel, *entries)
    assert network.tables.objects.select().count() == 0


def test_many_references_are_unset_at_once(store: Store) -> None:
    bot = make(store, "botinfo")
    with transaction(store.database):
        channels = [make(store, "channel", bi=bot) for _ in range(600)]
    assert store.delete(*bot).unset == tuple((channel, "bi") for channel in channels)
    assert store.find("channel", "bi", str(bot.id)) is None


def test_a_users_stores_go_along_and_its_host_stays(store: Store) -> None:
    host = make(store, "xmpphost")
    user = make(store, "xmppuser", host=host)
    kept = make(store, "xmppuser", host=host)
    stores = [make(store, "xmppstore", user=user) for _ in range(3)]
    assert store.delete(*user).deleted == (user, *stores)
    assert store.get(*kept).id == kept.id
    assert store.delete(*host).deleted == (host, kept)


TREE = ObjectType("tree", "test", "Knows what it hangs on.", fields=(
    Field("parent", Kind.REFERENCE, reference=Reference("tree", depends=True)),
    Field("friend", Kind.REFERENCE, reference=Reference("tree", depends=False)),
))


def test_a_deep_tree_goes_from_any_of_its_nodes(database_url: str) -> None:
    network = Network.open(database_url, types=[TREE])
    store = network.store
    try:
        trunk = [make(store, "tree")]
        for _ in range(40):  # deeper than MariaDB follows foreign keys by itself
            trunk.append(make(store, "tree", parent=trunk[-1]))
        friend = make(store, "tree", friend=trunk[30])
        found = store.delete(*trunk[10])
        assert found == Closure(deleted=tuple(trunk[10:]), unset=((friend, "friend"),), changed=())
        assert [row.id for row in store.page("tree")] == [*(each.id for each in trunk[:10]), friend.id]
    finally:
        network.close()
