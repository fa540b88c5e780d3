"""What each kind of field accepts, and what it makes of it."""
from __future__ import annotations

import pytest

from models.catalogue import INTEGER_RANGES, Field, Kind, ObjectID, enum, flag, number, reference, string
from models.errors import InvalidReference, InvalidValue
from models.kinds import Scalar, parse, parse_id, parse_reference

TYPE = enum("type", "", FT_NICK=1, FT_CHAN=2)
NICK = reference("nc", "account", "")
FIELDS = [string("s", ""), flag("b", ""), TYPE, NICK, *(number("n", kind, "") for kind in INTEGER_RANGES)]


@pytest.mark.parametrize("text", ["", "0", "1e3", "  padded  ", "a\nb\r\n", "\x01\x7f", "Zoë 🎉", "account:8"])
def test_strings_stay_as_they_are(text: str) -> None:
    assert parse(string("s", ""), text) == text


@pytest.mark.parametrize(("text", "value"), [("0", False), ("1", True), ("false", False), ("true", True), ("", False)])
def test_flags_are_two_numbers_or_two_words(text: str, value: bool) -> None:
    assert parse(flag("b", ""), text) is value


@pytest.mark.parametrize("text", ["2", "-0", "01", "TRUE", "yes", " 1", "1\n", "1.0"])
def test_everything_else_is_no_flag(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse(flag("b", ""), text)


@pytest.mark.parametrize(("text", "value"), [
    ("", 0), ("0", 0), ("-0", 0), ("+5", 5), ("007", 7), ("-0012", -12), ("0" * 5000 + "9", 9),
])
def test_numbers_lose_plus_and_zeros(text: str, value: int) -> None:
    assert parse(number("n", Kind.INT16, ""), text) == value


@pytest.mark.parametrize("text", [
    " 1", "1 ", "7\n", "1.0", "1e3", "0x10", "1_0", "١", "+", "-", "+-1", "true", "9" * 5000,
])
def test_everything_else_is_no_number(text: str) -> None:
    with pytest.raises(InvalidValue):
        parse(number("n", Kind.TIME, ""), text)


@pytest.mark.parametrize("kind", INTEGER_RANGES, ids=lambda kind: kind.value)
def test_numbers_keep_to_their_range(kind: Kind) -> None:
    field, lowest, highest = number("n", kind, ""), INTEGER_RANGES[kind][0], INTEGER_RANGES[kind][-1]
    assert parse(field, str(lowest)) == lowest
    assert parse(field, str(highest)) == highest
    for outside in (lowest - 1, highest + 1):
        with pytest.raises(InvalidValue, match=str(highest)):
            parse(field, str(outside))


@pytest.mark.parametrize(("text", "value"), [("FT_NICK", "FT_NICK"), ("2", "FT_CHAN"), ("", "")])
def test_enums_are_stored_by_name(text: str, value: str) -> None:
    assert parse(TYPE, text) == value


@pytest.mark.parametrize("text", ["0", "3", "+1", "01", "-1", "1.0", "ft_nick", "FT_NICK ", "true"])
def test_unknown_enum_values_are_refused_with_the_known_ones(text: str) -> None:
    with pytest.raises(InvalidValue, match="FT_NICK, FT_CHAN"):
        parse(TYPE, text)


@pytest.mark.parametrize(("text", "value"), [
    ("", None), ("account:8", ObjectID("account", 8)), ("account:0009", ObjectID("account", 9)),
    ("nosuch:1", ObjectID("nosuch", 1)), (f"account:{2**64 - 1}", ObjectID("account", 2**64 - 1)),
])
def test_references_name_a_type_and_an_id(text: str, value: Scalar) -> None:
    assert parse(NICK, text) == value
    assert parse_reference(text, NICK) == value


@pytest.mark.parametrize("text", [
    "8", "account", "account:", ":8", "account:abc", "account:8 ", "account: 8", "account:-1", "account:+8",
    "account:8.0", "x:account:8", "account:8\n", "account:١", f"account:{2**64}", "account:" + "9" * 5000,
])
def test_everything_else_is_no_reference(text: str) -> None:
    with pytest.raises(InvalidReference):
        parse(NICK, text)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.kind.value)
@pytest.mark.parametrize("text", ["a\0b", "\0", "a\ud83cb"])
def test_what_no_database_stores_is_no_value_of_any_kind(field: Field, text: str) -> None:
    with pytest.raises(InvalidValue):
        parse(field, text)


@pytest.mark.parametrize(("text", "id_"), [
    ("0", 0), ("8", 8), ("00008", 8), (str(2**64 - 1), 2**64 - 1), ("0" * 5000 + "1", 1),
    (str(2**64), None), ("9" * 5000, None), ("", None), ("+8", None), ("-1", None), ("8.", None), (" 8", None),
    ("٣", None), ("²", None),
])
def test_ids_are_decimal_numbers_below_two_to_the_64th(text: str, id_: int | None) -> None:
    assert parse_id(text) == id_
