"""Media types: Accept and Content-Type, as clients really write them and as nobody should."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gql.web.media_types import GRAPHQL, HTML, JSON, preferred, read_media_range

OFFERS = (JSON, GRAPHQL, HTML)

APOLLO_4 = "application/graphql-response+json,application/json;q=0.9"
APOLLO_3 = "*/*"
URQL = ("application/graphql-response+json, application/graphql+json, application/json, text/event-stream, "
        "multipart/mixed")
AXIOS = "application/json, text/plain, */*"
FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
JAVA = "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"


@pytest.mark.parametrize(("accept", "chosen"), [
    ("", JSON), ("  ", JSON), (APOLLO_3, JSON), (APOLLO_4, GRAPHQL), (URQL, GRAPHQL), (AXIOS, JSON), (FIREFOX, HTML),
    (JAVA, HTML), (JAVA.replace("text/html", "text/css"), JSON), ("application/*", JSON),
    (f"{GRAPHQL}, {JSON}", GRAPHQL), (f"{JSON}, {GRAPHQL}", JSON), (f"{JSON}, {HTML}", JSON), (f"{HTML}, {JSON}", HTML),
])
def test_what_clients_send_is_understood(accept: str, chosen: str) -> None:
    assert preferred(accept, OFFERS) == chosen


@pytest.mark.parametrize(("accept", "chosen"), [
    (f"{JSON};q=0.5, {GRAPHQL};q=0.6", GRAPHQL),
    (f"{GRAPHQL};q=0.5, {JSON};q=0.501", JSON),
    (f"{JSON};q=0, */*", GRAPHQL),
    (f"{JSON};q=0.0, {GRAPHQL};q=0.000, text/*;q=0.1", HTML),
    (f"*/*, {JSON};q=0.1", GRAPHQL),
    (f"*/*;q=0.1, {GRAPHQL}", GRAPHQL),
    (f"application/*;q=0.2, */*;q=0.9, {GRAPHQL};q=0.1", HTML),
    (f"{JSON};q=0.3, {JSON};q=0.9, {GRAPHQL};q=0.5", JSON),
    (f"{GRAPHQL};charset=utf-8, {JSON};charset=utf-8", GRAPHQL),
    (f'{GRAPHQL};charset="UTF-8";q=0.4, {JSON};q=0.3', GRAPHQL),
    (f"{GRAPHQL};charset=utf-16, {JSON}", JSON),
    ("APPLICATION/JSON", JSON),
    (f'text/plain;title="a, {HTML}, b";q=0.9, {GRAPHQL};q=0.1', GRAPHQL),
    (f'text/plain;title="quoted \\" and, {HTML}", {GRAPHQL}', GRAPHQL),
    (f"{GRAPHQL} ; q=0.2 ,, {JSON};q=0.1,", GRAPHQL),
    (f"{JSON};q=high, {GRAPHQL};q=0.1", GRAPHQL),
    (f"nonsense, {GRAPHQL}", GRAPHQL),
])
def test_weights_and_exactness_decide(accept: str, chosen: str) -> None:
    assert preferred(accept, OFFERS) == chosen


@pytest.mark.parametrize("accept", [
    "image/png", "text/html;q=0", f"{JSON};q=0", "*/*;q=0", f"{JSON};charset=utf-16", "nonsense", ",", ";", "*/json",
    "application", "/", f'"{JSON}"', f"{JSON};q=-1", f"{JSON};q=nan", "\x00", '"',
])
def test_nothing_may_be_acceptable(accept: str) -> None:
    assert preferred(accept, (JSON, GRAPHQL)) is None


@given(st.text() | st.text(alphabet='aj/*,;="\\q01. '))
def test_no_header_breaks_the_reader(text: str) -> None:
    assert preferred(text, OFFERS) in (*OFFERS, None)
    read_media_range(text)


def test_a_header_of_any_length_is_read_at_once() -> None:
    for header in ('"' * 10**6, '\\"' * 10**6, 'a/b;x="\\' * 10**5, "a/b," * 10**6, ";" * 10**6):
        assert preferred(header, OFFERS) is None


@pytest.mark.parametrize(("header", "is_utf_8"), [
    ("application/json", True), ("application/json; charset=UTF-8", True), ('Application/JSON;charset="utf-8"', True),
    ("application/json;charset=utf8;x=y", True), ("application/json; charset=latin1", False),
    ("application/json; charset=", False),
])
def test_the_encoding_is_utf_8_unless_another_one_is_named(header: str, is_utf_8: bool) -> None:
    found = read_media_range(header)
    assert found is not None
    assert found.type == JSON
    assert found.is_utf_8 == is_utf_8


@pytest.mark.parametrize("header", ["", "json", "application/", "/json", "application json", "a/b/c"])
def test_what_is_no_media_type_is_seen(header: str) -> None:
    assert read_media_range(header) is None
