"""Credentials in Authorization headers."""
from __future__ import annotations

from base64 import b64encode

import pytest

from models.jid import JID
from rest_compat.credentials import Credentials, parse_credentials

USER = Credentials(JID("user", "example.com"), "secr1t")
TEXT = b64encode(b"user@example.com:secr1t")


@pytest.mark.parametrize("header", [
    b"Basic " + TEXT, b"basic " + TEXT, b"BASIC " + TEXT, b"bAsIc   " + TEXT, b"Basic " + TEXT + b"  ",
    TEXT, b" " + TEXT, b"Basic " + TEXT + b"==",
    b"Basic " + b64encode(b"USER@EXAMPLE.COM.:secr1t"),
    b"Basic " + b64encode(b"user@example.com/phone:secr1t"),
    b"Basic " + b64encode("user@example.com:secr\u00ad1t".encode()),
])
def test_header_names_the_user(header: bytes) -> None:
    assert parse_credentials(header) == USER


@pytest.mark.parametrize(("text", "password"), [
    (b"user@example.com:", ""),
    (b"user@example.com:pa:ss:word", "pa:ss:word"),
    (b"user@example.com:pw\xc2\xa0with space", "pw with space"),
    (b"user@example.com:??>~~~\xc3\xbf", "??>~~~\u00ff"),
])
def test_password_begins_behind_the_first_colon(text: bytes, password: str) -> None:
    assert parse_credentials(b"Basic " + b64encode(text)) == USER._replace(password=password)


@pytest.mark.parametrize("header", [
    b"", b" ", b"Basic", b"Basic ", b"Basic  ", b"Basic\t" + TEXT, b"BasicX " + TEXT, b"Basic" + TEXT,
    b"Bearer " + TEXT, b"Digest " + TEXT, b"Basic Basic " + TEXT, b"a b " + TEXT, TEXT + b" Basic", b"Basic, " + TEXT,
    b'"' + TEXT + b'"', b"Basic \xff" + TEXT, b"Basic " + TEXT + b"\x00", b"Basic " + TEXT + b",", b"Basic !!!!",
    b"Basic user@example.com:secr1t", b"====", b"Basic ====",
])
def test_header_that_is_no_basic_authentication(header: bytes) -> None:
    assert parse_credentials(header) is None


@pytest.mark.parametrize("letters", [TEXT.rstrip(b"=") + b"A", TEXT[:-2], TEXT[:-3], TEXT[:5], TEXT[:5] + b"==="])
def test_last_group_must_be_complete(letters: bytes) -> None:
    assert len(TEXT) % 4 == 0
    assert parse_credentials(b"Basic " + letters) is None


def test_padding_may_be_too_long_but_not_too_short_or_in_between() -> None:
    padded = b64encode(b"user@example.com:secr1")
    assert padded.endswith(b"==")
    assert parse_credentials(padded) is not None
    assert parse_credentials(padded[:-1]) is None
    assert parse_credentials(padded[:-2]) is None
    assert parse_credentials(padded + TEXT) is None


def test_letters_of_the_alphabet_for_urls_are_foreign() -> None:
    text = b64encode(b"user@example.com:??>~~~")
    assert b"/" in text or b"+" in text
    assert parse_credentials(text) is not None
    assert parse_credentials(text.replace(b"/", b"_").replace(b"+", b"-")) is None


@pytest.mark.parametrize("text", [
    b"", b":", b"user@example.com", b"user:secr1t", b"example.com:secr1t", b"@example.com:x", b":secr1t", b"/:x",
    b"user@example.com/:x", b"user@example.com@example.net:x", b"us er@example.com:x", b"us\ner@example.com:x",
    b"user@example.com:secr1t\n", b"user@example.com:secr1t\0", b"user@example.com:bell\x07",
    b"j\xfcrgen@example.com:j1", b"user@example.com:\xff", b"\xff\xfe\xfd", b"user@example.com:" + b"x" * 1024,
    b"u" * 1024 + b"@example.com:x", "user@example.com:\u06271".encode(),
])
def test_text_that_names_no_user_or_cannot_be_prepared(text: bytes) -> None:
    assert parse_credentials(b"Basic " + b64encode(text)) is None


def test_long_header_is_judged_at_once() -> None:
    assert parse_credentials(b"Basic " + b"A" * 10_000_000 + b"!") is None
    assert parse_credentials(b"=" * 1_000_000) is None
    assert parse_credentials(b" " * 1_000_000 + b"!") is None
