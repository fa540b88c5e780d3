"""Identifiers and plurals."""
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gql.words import camel, constant, pascal, plural, split

GRAPHQL_NAME = re.compile(r"(?!__)[_A-Za-z][_0-9A-Za-z]*", re.ASCII)


@pytest.mark.parametrize(("name", "expected"), [
    ("keep_modes", "keepModes"), ("CS_KEEP_MODES", "csKeepModes"), ("PEACE", "peace"), ("myCol", "myCol"),
    ("MyCol", "myCol"), ("HTTPServer", "httpServer"), ("my-col", "myCol"), ("my col", "myCol"), ("a.b", "aB"),
    ("2fa", "_2fa"), ("ip4", "ip4"), ("IPV4", "ipv4"), ("__x", "x"), ("x__", "x"), ("ünicode", "unicode"),
    ("straße", "straudfe"), ("名前", "u540du524d"), ("!", "u21"), ("_", "u5f"), ("ID", "id"),
])
def test_field_name_of_any_column(name: str, expected: str) -> None:
    assert camel(split(name)) == expected


@pytest.mark.parametrize(("name", "expected"), [
    ("helpdesk_ticket", "HelpdeskTicket"), ("ticket", "Ticket"), ("2fa_token", "_2faToken"), ("été", "Ete"),
])
def test_type_name_of_any_table(name: str, expected: str) -> None:
    assert pascal(split(name)) == expected


def test_enum_value_is_in_capitals() -> None:
    assert constant(split("in-progress")) == "IN_PROGRESS"


@given(st.text(min_size=1))
def test_every_name_becomes_a_legal_one(name: str) -> None:
    for form in (camel, pascal, constant):
        assert GRAPHQL_NAME.fullmatch(form(split(name)))


@pytest.mark.parametrize(("one", "many"), [
    ("account", "accounts"), ("memoIgnore", "memoIgnores"), ("accessEntry", "accessEntries"), ("key", "keys"),
    ("accessChanAccess", "accessChanAccesses"), ("status", "statuses"), ("alias", "aliases"), ("box", "boxes"),
    ("branch", "branches"), ("wish", "wishes"), ("analysis", "analyses"), ("ip", "ips"), ("_2fa", "_2fas"),
])
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize("noun", ["kickerData", "stats", "helpdeskTickets", "news"])
def test_plural_that_is_the_word_itself(noun: str) -> None:
    assert plural(noun) == noun
