"""From what the database holds to what GraphQL shows."""
from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import Any

import pytest

from gql.schema.stored import enum_form, flag, form_of, int32, moment, target, text, whole
from models.catalogue import Field, Kind, ObjectID, enum, seconds
from models.network import Network

from .conftest import Ask, Create

GARBAGE = ("x", "1.5", "0x10", " 1", "", None, b"\xff", 1.5)


def test_texts() -> None:
    assert [text(value) for value in ("a", "", None, 5, b"a\xff")] == ["a", "", None, "5", "a\ufffd"]


@pytest.mark.parametrize(("value", "number"), [(5, 5), ("5", 5), ("-5", -5), ("0", 0)])
def test_whole_numbers(value: object, number: int) -> None:
    assert whole(value) == int32(value) == number


@pytest.mark.parametrize("value", GARBAGE)
def test_garbage_is_null(value: object) -> None:
    assert whole(value) is None
    assert int32(value) is None
    assert moment(value) is None
    assert flag(value) is False


def test_numbers_that_are_too_large_for_int_are_null() -> None:
    assert [int32(value) for value in (2**31 - 1, "2147483648", -(2**31), -(2**31) - 1)] == [
        2**31 - 1, None, -(2**31), None]


def test_numbers_that_are_too_large_for_64_bits_are_null() -> None:
    assert [whole(value) for value in (2**63 - 1, str(2**63), str(-(2**63)), -(2**63) - 1)] == [
        2**63 - 1, None, -(2**63), None]


def test_times_are_in_utc_and_zero_is_never() -> None:
    assert moment("1700000000") == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert moment(-1) == datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert [moment(value) for value in (0, "0", 10**12, "9" * 20, -(2**63))] == [None] * 5


@pytest.mark.parametrize(("value", "on"), [(1, True), ("1", True), ("true", True), (True, True), (0, False),
                                           ("0", False), ("false", False), (False, False), (2, True)])
def test_flags(value: object, on: bool) -> None:
    assert flag(value) is on


def test_references() -> None:
    assert target(5, "account") == target("5", "account") == target("account:5", None) == ObjectID("account", 5)
    assert [target(value, None) for value in (None, "", "5:x", "account:")] == [None] * 4
    assert target(None, "account") is None


def test_every_kind_has_a_form() -> None:
    shown = {kind: form_of(Field("f", kind)).annotation for kind in Kind if kind not in (Kind.ENUM, Kind.REFERENCE)}
    assert shown[Kind.BOOL] is bool
    assert shown[Kind.TIME] == datetime | None
    assert shown[Kind.INT32] == int | None
    assert form_of(seconds("f", "")).annotation == form_of(Field("f", Kind.INT64)).annotation


def test_enums_are_stored_as_names_or_numbers() -> None:
    field = enum("f", "", FT_NICK=1, FT_CHAN=2)
    made = Enum("made", {"NICK": "FT_NICK", "CHAN": "FT_CHAN"})
    read = enum_form(field, made).read
    assert [read(value) for value in ("FT_NICK", "2", 2, "", None, "FT_COLOUR", 0)] == [
        made["NICK"], made["CHAN"], made["CHAN"], None, None, None, None]


def test_all_kinds_as_a_client_sees_them(ask: Ask, create: Create) -> None:
    create("channel", name="#a", time_registered=1700000000, banexpire=600, bantype=-2, CS_PRIVATE=True)
    create("forbid", mask="x", type="FT_CHAN")
    create("stats", maxusercount=4_000_000_000, maxusertime=0)
    assert ask("""{
        channels { nodes { name description timeRegistered lastUsed banExpire banType private keepTopic } }
        forbids { nodes { type } }
        allStats { nodes { maxUserCount maxUserTime } }
    }""") == {
        "channels": {"nodes": [
            {"name": "#a", "description": None, "timeRegistered": "2023-11-14T22:13:20Z", "lastUsed": None,
             "banExpire": "600", "banType": -2, "private": True, "keepTopic": False}]},
        "forbids": {"nodes": [{"type": "CHAN"}]},
        "allStats": {"nodes": [{"maxUserCount": "4000000000", "maxUserTime": None}]},
    }


def test_columns_without_a_type_can_hold_anything(
    answer_from: Any, engine: str, open_fixture: Any,
) -> None:
    if engine != "sqlite":
        pytest.skip("only SQLite has columns without a type")
    network: Network = open_fixture("anope")
    id_ = network.store.page("channel")[0].id
    network.database.execute_sql("PRAGMA foreign_keys = OFF")
    network.database.execute_sql(
        "UPDATE anope_db_channel SET time_registered = 'soon', bantype = '99999999999', banexpire = 'x', name = 7, "
        "\"desc\" = x'61ff', CS_PRIVATE = 'yes', founder = 'nobody' WHERE id = ?", (id_,))
    query = """query($id: ID!) { channel(id: $id) {
        name description timeRegistered banType banExpire private founder { id } } }"""
    found = answer_from(network, query, id=f"channel:{id_}")
    assert found.errors == []
    assert found.data["channel"] == {"name": "7", "description": "a\ufffd", "timeRegistered": None, "banType": None,
                                     "banExpire": None, "private": False, "founder": None}
