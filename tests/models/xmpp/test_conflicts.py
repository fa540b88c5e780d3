"""Writes that lose against others begin again; what the database cannot hold is the caller's mistake."""
from __future__ import annotations

from collections.abc import Callable

import peewee
import pytest

from models.database import transaction
from models.errors import InvalidValue
from models.network import Network
from models.xmpp.conflicts import ATTEMPTS, Vanished, retried


class Crossed(Exception):
    """As PostgreSQL's driver says it."""

    sqlstate = "40P01"


class Lost(Exception):
    """As a driver says that the connection is gone."""

    sqlstate = "08006"


def wrapped(error: Exception) -> peewee.OperationalError:
    """As Peewee passes it on."""
    return peewee.OperationalError(error, *error.args)


def failing(times: int, error: Exception) -> tuple[list[int], Callable[[], str]]:
    """A write that fails so often, and the list of its attempts."""
    attempts: list[int] = []

    def write() -> str:
        attempts.append(len(attempts))
        if len(attempts) <= times:
            raise error
        return "written"

    return attempts, write


@pytest.mark.parametrize("error", [wrapped(Crossed("deadlock detected")), Vanished("gone")])
def test_a_write_that_lost_begins_again(network: Network, error: Exception) -> None:
    attempts, write = failing(2, error)
    assert retried(network.database, write) == "written"
    assert len(attempts) == 3


def test_a_write_that_always_loses_ends(network: Network) -> None:
    attempts, write = failing(ATTEMPTS, wrapped(Crossed("deadlock detected")))
    with pytest.raises(peewee.OperationalError, match="deadlock"):
        retried(network.database, write)
    assert len(attempts) == ATTEMPTS


def test_other_errors_and_those_inside_of_a_transaction_are_the_callers(network: Network) -> None:
    attempts, write = failing(1, wrapped(Lost("gone")))
    with pytest.raises(peewee.OperationalError, match="gone"):
        retried(network.database, write)
    assert len(attempts) == 1
    attempts, write = failing(1, Vanished("gone"))
    with pytest.raises(Vanished), transaction(network.database):
        retried(network.database, write)
    assert len(attempts) == 1


def test_a_statement_that_mariadb_would_hang_up_on_is_refused(network: Network, engine: str) -> None:
    if engine != "mysql":
        pytest.skip("the others take statements of any length that a body can have")
    most = int(network.database.execute_sql("SELECT @@max_allowed_packet").fetchone()[0])
    quotes = "'" * (most // 2)  # each is written as two characters
    for write in (
        lambda: network.stores.put("example.com", "alice", "store", quotes.encode()),
        lambda: network.stores.append("example.com", "alice", "store", quotes.encode()),
        lambda: network.store.create("account", {"display": quotes}),
    ):
        with pytest.raises(InvalidValue, match="max_allowed_packet"):
            write()
    assert network.store.page("account") == []
    network.stores.put("example.com", "alice", "store", quotes[: most // 4].encode())
    assert network.stores.keyval("example.com", "alice", "store") == quotes[: most // 4].encode()
