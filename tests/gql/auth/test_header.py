"""The header Authorization."""
from __future__ import annotations

from base64 import b64encode
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gql.auth.header import LONGEST, Bearer, Credentials, Password, read_credentials
from models.challenges import challenge
from models.errors import BadCredentials, IdentityError, Unauthenticated


def read(value: bytes) -> Credentials | None:
    return read_credentials([(b"host", b"x"), (b"authorization", value)])


def basic(text: str | bytes) -> bytes:
    return b"Basic " + b64encode(text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(("value", "shown"), [
    (basic("alice:secr1t"), Password("alice", "secr1t")),
    (basic("alice@chat.example:a:b"), Password("alice@chat.example", "a:b")),
    (basic("\u00e4:\u00f6\U0001f511"), Password("\u00e4", "\u00f6\U0001f511")),
    (basic("alice:"), Password("alice", "")),
    (b"BASIC  " + b64encode(b"a:b") + b" ", Password("a", "b")),
    (b"Bearer ewt_abc-DEF_123", Bearer("ewt_abc-DEF_123")),
    (b"bearer a.b~c+d/e==", Bearer("a.b~c+d/e==")),
])
def test_good_headers(value: bytes, shown: Credentials) -> None:
    assert read(value) == shown


def test_no_header_shows_nothing() -> None:
    assert read_credentials([(b"host", b"x")]) is None


@pytest.mark.parametrize(("value", "complaint"), [
    (b"Basic", "no NAME:PASSWORD"), (b"Basic ", "no NAME:PASSWORD"), (basic("alice"), "no NAME:PASSWORD"),
    (basic(":secr1t"), "no NAME:PASSWORD"), (b"Basic ====", "no base64"), (b"Basic YTpi!", "no base64"),
    (b"Basic YTp", "no base64"), (b"Basic YTpi YTpi", "no base64"), (b"Basic \xff\xfe", "no base64"),
    (basic(b"a\xff:b"), "not in UTF-8"), (basic(b"a:\xc3"), "not in UTF-8"), (basic(b"\xed\xa0\x80:b"), "not in UTF-8"),
    (b"Bearer", "no token"), (b"Bearer a b", "no token"), (b"Bearer \xc3\xa4", "no token"), (b"Bearer =", "no token"),
    (b"Bearer a\nb", "no token"), (b"Bearer " + b"x" * LONGEST, "longer than 8192 bytes"),
    (b"Basic " + b64encode(b"a:" + b"x" * 10**6), "longer than 8192 bytes"),
])
def test_malformed_headers_are_refused_and_say_why(value: bytes, complaint: str) -> None:
    with pytest.raises(BadCredentials, match=complaint):
        read(value)


@pytest.mark.parametrize("value", [
    b"", b" ", b"Digest x", b"alice:secr1t", b64encode(b"a:b"), b"\xff", b"Basi c", b"\0",
])
def test_other_schemes_are_not_taken(value: bytes) -> None:
    with pytest.raises(Unauthenticated, match="Basic or Bearer"):
        read(value)


def test_header_cannot_be_there_twice() -> None:
    with pytest.raises(BadCredentials, match="twice"):
        read_credentials([(b"authorization", basic("a:b")), (b"authorization", basic("a:b"))])


@given(st.binary(max_size=60) | st.binary(max_size=40).map(lambda rest: b"Basic " + b64encode(rest))
       | st.binary(max_size=20).map(lambda rest: b"Bearer " + rest))
def test_any_header_is_credentials_or_refused(value: bytes) -> None:
    with suppress(IdentityError):
        assert isinstance(read(value), Password | Bearer)


def test_credentials_do_not_print_what_is_secret() -> None:
    assert "secr1t" not in f"{read(basic('alice:secr1t'))!r} {Bearer('secr1t')!r}"


def test_challenge_names_the_scheme_that_the_client_uses_or_both() -> None:
    assert challenge() == 'Basic realm="edgewise", charset="UTF-8", Bearer realm="edgewise"'
    assert challenge("Basic").startswith("Basic ")
    assert challenge("Bearer") == 'Bearer realm="edgewise"'
