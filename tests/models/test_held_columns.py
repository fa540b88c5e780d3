"""On PostgreSQL the indexes of references hold what lists mostly show, as far as there is room for it."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing

import pytest

from models.catalogue import ObjectID, ObjectType, reference, string, time
from models.errors import InvalidValue
from models.network import Network

LONG_NAME = "".join(hashlib.sha512(bytes([number])).hexdigest() for number in range(50))
"""A name of 6,400 bytes that PostgreSQL cannot make short enough for an index."""

MOMENTS = [f"moment{number}" for number in range(40)]

BUSY = ObjectType("busy", "tests", "Something of which much is known.", key=("name",), fields=(
    string("name", "How it is called."), reference("owner", "account", "Whose it is."),
    *(time(name, "A moment.") for name in MOMENTS),
))


@pytest.fixture(autouse=True)
def only_postgresql(engine: str) -> None:
    if engine != "postgresql":
        pytest.skip("only on PostgreSQL nobody but edgewise writes to these tables")


@pytest.fixture
def opened(prepared_url: str) -> Iterator[Network]:
    """A network whose planner would use indexes on empty tables, too."""
    with closing(Network.open(prepared_url, types=())) as network:
        for road in ("seqscan", "bitmapscan"):
            network.database.execute_sql(f"SET enable_{road} = off")
        for type_ in network.catalogue:  # what other tests removed is still there, and lets other indexes cost less
            network.database.execute_sql(f"TRUNCATE {network.tables.prefix}{type_.name}")
        yield network


def scan(network: Network, type_name: str, field: str, shown: str) -> str:
    """How a list of what refers to an object is read."""
    table = f"{network.tables.prefix}{type_name}"
    (_, (line,), *_) = network.database.execute_sql(
        f"EXPLAIN (COSTS OFF) SELECT id, {shown} FROM {table} WHERE {field} = 1 ORDER BY id LIMIT 5").fetchall()
    return str(line).strip(" ->").replace(f" on {table}", "")


@pytest.mark.parametrize(("type_name", "field", "shown", "is_held"), [
    ("nick", "nc", "nick, last_seen, time_registered", True),
    ("channel", "founder", "name, successor, bi, last_used", True),
    ("channel", "founder", 'name, "CS_PRIVATE"', True),
    ("channel", "founder", 'name, "PEACE"', False),
    ("channel", "successor", "name, founder", True),
    ("xmppuser", "host", "name", True),
    ("nick", "nc", "nick, last_realname", False),
    ("nsaccess", "account", "mask", True),
    ("akick", "ci", "mask, nc", True),
    ("akick", "ci", "reason", False),
    ("nsmiscdata", "nc", "data", False),
    ("memo", "mi", "time", False),
])
def test_the_index_of_a_reference_holds_what_lists_mostly_show(
    opened: Network, type_name: str, field: str, shown: str, is_held: bool,
) -> None:
    kind = "Index Only Scan" if is_held else "Index Scan"
    assert scan(opened, type_name, field, shown) == f"{kind} using edgewise_{type_name}_{field}"


def test_a_key_that_no_index_can_hold_is_refused_by_name(network: Network) -> None:
    network.store.create("nick", {"nick": LONG_NAME[:2_600]})
    with pytest.raises(InvalidValue, match=r"^invalid value for nick: the database refuses it: index row size"):
        network.store.create("nick", {"nick": LONG_NAME})
    assert len(network.store.page("nick")) == 1


def test_where_a_key_is_too_long_already_new_indexes_do_not_hold_it(prepared_url: str, opened: Network) -> None:
    opened.database.execute_sql("DROP INDEX edgewise_nick_nc; CREATE INDEX edgewise_nick_nc ON anope_db_nick (nc, id)")
    nick = opened.store.create("nick", {"nick": LONG_NAME})
    Network.open(prepared_url, types=()).close()
    assert scan(opened, "nick", "nc", "nick") == "Index Scan using edgewise_nick_nc", "an index that is there stays"

    opened.database.execute_sql("DROP INDEX edgewise_nick_nc")
    Network.open(prepared_url, types=()).close()
    assert scan(opened, "nick", "nc", "nick") == "Index Scan using edgewise_nick_nc"

    opened.database.execute_sql("DROP INDEX edgewise_nick_nc")
    opened.store.delete("nick", nick)
    Network.open(prepared_url, types=()).close()
    assert scan(opened, "nick", "nc", "nick") == "Index Only Scan using edgewise_nick_nc"


def test_an_index_holds_no_more_columns_than_fit_beside_the_longest_key(database_url: str) -> None:
    with closing(Network.open(database_url, types=[BUSY])) as network:
        account = network.store.create("account", {"display": "Adam"})
        longest: dict[str, str | ObjectID] = {"name": LONG_NAME[:2_600], "owner": ObjectID("account", account)}
        network.store.create("busy", {**longest, **dict.fromkeys(MOMENTS, 1)})
        network.store.create("busy", {**longest, **dict.fromkeys(MOMENTS[1:], 1)})
        with pytest.raises(InvalidValue):
            network.store.create("busy", {"name": LONG_NAME})
