"""What a request's target says."""
from __future__ import annotations

import pytest

from models.kinds import is_unicode
from rest_compat.addresses import looks_like_id, path_parts, refs_parameter, signed_id


@pytest.mark.parametrize(("path", "parts"), [
    (b"/rest", []),
    (b"/rest//", []),
    (b"/rest//account///8/", ["account", "8"]),
    (b"/rest/./../account", [".", "..", "account"]),
    (b"/%72est/acc%6Funt/%38", ["account", "8"]),
    (b"/rest%2Faccount/8", ["8"]),
    (b"/rest/a/b/%2F%23%3F%20", ["a", "b", "/#? "]),
    (b"/rest/a/b/+%2525%c3%AB", ["a", "b", "+%25ë"]),
    (b"/rest/a/b/100%/%4/%zz%41", ["a", "b", "100%", "%4", "%zzA"]),
    (b"/rest/a/b/a[b]c|\\d~", ["a", "b", "a[b]c|\\d~"]),
    (b"/rest/a/b/Zo\xc3\xab", ["a", "b", "Zoë"]),
])
def test_path_is_split_then_decoded_once(path: bytes, parts: list[str]) -> None:
    assert path_parts(path) == parts


@pytest.mark.parametrize("path", [b"/rest/a/b/Zo%EB", b"/rest/a/b/\xff", b"/rest/a/b/%C0%AF", b"/rest/a/b/%ED%A0%80"])
def test_bytes_that_are_not_utf8_stay_recognizable(path: bytes) -> None:
    assert not is_unicode(path_parts(path)[2])


@pytest.mark.parametrize(("query", "value"), [
    (b"", ""), (b"x=y", ""), (b"refs", ""), (b"refs=", ""), (b"REFS=nick", ""), (b"xrefs=nick", ""),
    (b"r%65fs=nick", ""),
    (b"refs=nick", "nick"), (b"refs=n%69ck&x=y", "nick"), (b"x=y&refs=nick", "nick"),
    (b"refs=channel&refs=nick", "nick"),
    (b"refs=nick&refs=", "nick"), (b"refs=+nick", " nick"), (b"refs=a=b", "a=b"), (b"refs=nick?x", "nick?x"),
])
def test_last_refs_with_a_value_counts(query: bytes, value: str) -> None:
    assert refs_parameter(query) == value


@pytest.mark.parametrize("query", [b"refs=%FF", b"refs=\xff"])
def test_refs_of_any_bytes_are_read(query: bytes) -> None:
    assert refs_parameter(query) == "�"


@pytest.mark.parametrize("part", ["8", "008", "8.", ".", "1.5", "..", "9" * 100])
def test_digits_and_dots_look_like_an_id(part: str) -> None:
    assert looks_like_id(part)


@pytest.mark.parametrize("part", ["", "+8", "-1", "8a", "0x8", "8e0", " 8", "٣", "8\n"])
def test_all_else_looks_like_a_field(part: str) -> None:
    assert not looks_like_id(part)


@pytest.mark.parametrize(("part", "id_"), [
    ("8", 8), ("+8", 8), ("00008", 8), ("0", 0), ("-0", 0), ("-1", 2**64 - 1), (str(2**64 - 1), 2**64 - 1),
    ("", None), ("+", None), ("--1", None), ("+-1", None), ("8.", None), ("0x10", None), (" ", None), ("abc", None),
    (str(2**64), None), (f"-{2**64}", None), ("9" * 5000, None),
])
def test_ids_of_put_and_delete_may_have_a_sign(part: str, id_: int | None) -> None:
    assert signed_id(part) == id_


def test_negative_ids_never_name_an_object() -> None:
    for number in (1, 54, 2**63, 2**64 - 8):
        assert signed_id(f"-{number}") == 2**64 - 1
