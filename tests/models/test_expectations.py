"""Optimistic locking: whoever expects what is no longer stored is refused."""
from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest

from models.catalogue import Field, Kind, ObjectID, enum, flag, number, reference, seconds, string, time
from models.database import transaction
from models.errors import Conflict, NotFound, StoreError, TypeMismatch, UnknownField
from models.expectations import differing, meaning
from models.kinds import Scalar
from models.network import Network
from models.stored import Stored


@pytest.mark.parametrize(("field", "stored", "meant"), [
    (string("f", ""), None, None),
    (string("f", ""), "", ""),
    (string("f", ""), "5", "5"),
    (flag("f", ""), None, False),
    (flag("f", ""), "0", False),
    (flag("f", ""), "1", True),
    (flag("f", ""), "true", True),
    (flag("f", ""), "junk", False),
    (time("f", ""), None, None),
    (time("f", ""), "0", None),
    (time("f", ""), 0, None),
    (time("f", ""), "1700000000", 1_700_000_000),
    (time("f", ""), 2**62, None),
    (seconds("f", ""), "0", 0),
    (seconds("f", ""), 2**62, 2**62),
    (number("f", Kind.INT16, ""), "-5", -5),
    (number("f", Kind.INT16, ""), 70_000, None),
    (number("f", Kind.UINT32, ""), "junk", None),
    (enum("f", "", A=3, B=4), "A", "A"),
    (enum("f", "", A=3, B=4), "4", "B"),
    (enum("f", "", A=3, B=4), 4, "B"),
    (enum("f", "", A=3, B=4), "C", None),
    (reference("f", "account", ""), "7", ObjectID("account", 7)),
    (reference("f", "account", ""), 7, ObjectID("account", 7)),
    (reference("f", "account", ""), None, None),
    (reference("f", None, ""), "nick:7", ObjectID("nick", 7)),
    (reference("f", None, ""), None, None),
])
def test_a_stored_value_means_the_same_in_every_form(field: Field, stored: Stored, meant: Scalar) -> None:
    assert meaning(field, stored) == meant


VALUES: Mapping[str, Scalar] = {"nick": "Alice", "NS_NO_EXPIRE": True, "last_seen": 0, "time_registered": 5}


@pytest.mark.parametrize(("expect", "names"), [
    ({}, ()),
    (VALUES, ()),
    ({"nc": None, "last_quit": None, "last_seen": None}, ()),
    ({"nick": "alice"}, ("nick",)),
    ({"nick": "Alice", "NS_NO_EXPIRE": False, "time_registered": 6}, ("NS_NO_EXPIRE", "time_registered")),
    ({"nc": ObjectID("account", 1)}, ("nc",)),
    ({"last_quit": ""}, ("last_quit",)),
])
def test_what_is_expected_has_to_be_stored(
    network: Network, expect: Mapping[str, Scalar], names: tuple[str, ...],
) -> None:
    store = network.store
    id_ = store.create("nick", VALUES)
    before = store.get("nick", id_)
    for write in (partial(store.update, "nick", id_, {"last_realname": "A"}, expect=expect),
                  partial(store.delete, "nick", id_, expect=expect, dry_run=True)):
        if not names:
            write()
            continue
        with pytest.raises(Conflict) as caught:
            write()
        assert caught.value.field_names == names
        assert store.get("nick", id_) == before


def test_a_reference_to_any_type_can_be_expected(network: Network) -> None:
    store = network.store
    account = ObjectID("account", store.create("account", {}))
    entry = store.create("accesschanaccess", {"obj": account})
    store.update("accesschanaccess", entry, {"level": 5}, expect={"obj": account})
    with pytest.raises(Conflict):
        store.update("accesschanaccess", entry, {"level": 6}, expect={"obj": None})


@pytest.mark.parametrize(("type_name", "id_", "expect", "error"), [
    ("account", 99, {"email": "a"}, NotFound),
    ("account", 2**64, {"email": "a"}, NotFound),
    ("nick", 1, {"nick": "a"}, TypeMismatch),
    ("account", 1, {"nick": "a"}, UnknownField),
])
def test_an_expectation_of_what_is_not_there_is_refused(
    network: Network, type_name: str, id_: int, expect: Mapping[str, Scalar], error: type[StoreError],
) -> None:
    assert network.store.create("account", {}) == 1
    with pytest.raises(error):
        network.store.update(type_name, id_, {}, expect=expect)


def test_who_compares_while_another_writes_waits_for_the_result(
    network: Network, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first has written and not committed; the second must not compare before that."""
    id_ = network.store.create("account", {"display": "Alice"})
    compared = threading.Event()

    def compare(*args: Any) -> tuple[str, ...]:
        if threading.current_thread() is not first.thread:
            compared.set()
        return differing(*args)

    class First:
        thread: threading.Thread | None = None

        def write(self) -> None:
            self.thread = threading.current_thread()
            with transaction(network.database):
                network.store.update("account", id_, {"email": "first"}, expect={"email": None})
                started.set()
                compared.wait(0.3)

    async def race() -> list[BaseException | None]:
        one = asyncio.create_task(network.workers.write(first.write))
        await asyncio.to_thread(started.wait)
        other = network.workers.write(
            network.store.update, "account", id_, {"email": "second"}, expect={"email": None})
        return list(await asyncio.gather(one, other, return_exceptions=True))

    first, started = First(), threading.Event()
    monkeypatch.setattr("models.store.differing", compare)
    done, refused = asyncio.run(race())
    assert done is None
    assert isinstance(refused, Conflict)
    assert network.store.get("account", id_).values[7] == "first"
