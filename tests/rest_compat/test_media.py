"""Content-Type and Accept."""
from __future__ import annotations

import pytest

from rest_compat.media import JSON, LUA, READERS, media_type, prefers_lua


@pytest.mark.parametrize(("header", "type_"), [
    (b"application/json", JSON), (b"application/json; charset=utf-8", JSON), (b"application/json;charset=utf-8", JSON),
    (b"application/json ; charset=utf-8", JSON), (b"Application/JSON ", JSON), (b" application/json;", JSON),
    (b'application/json; x="a;b"', JSON), (b"text/x-lua", LUA), (b"TEXT/X-LUA;charset=utf-8", LUA),
])
def test_media_type_counts_whatever_its_case_and_parameters(header: bytes, type_: str) -> None:
    assert media_type(header) == type_


@pytest.mark.parametrize("header", [
    b"", b";", b"json", b"lua", b"*/*", b"text/json", b"text/lua", b"application/x-lua", b"application/jsonx",
    b"xapplication/json", b"application/json/", b"application/json charset=utf-8", b"application/problem+json",
    b"application/json, application/json", b"text/plain; application/json", b"application/json\xc2\xa0", b"\xff",
])
def test_other_types_cannot_be_read(header: bytes) -> None:
    assert media_type(header) not in READERS


@pytest.mark.parametrize("accept", [
    b"text/x-lua", b"TEXT/X-Lua", b"text/x-lua;q=0.2", b"text/x-lua, application/json;q=0.9", b" text/x-lua ,",
    b"application/json;q=0.1,text/x-lua;q=0.2", b"text/x-lua;q=0.5, */*;q=0.1", b"text/*", b"text/*;q=0.3, */*;q=0.2",
    b"text/x-lua; charset=utf-8", b"application/json;q=0, */*", b"application/*;q=0.001, */*;q=0.002",
    b'text/html;x="a, application/json", text/x-lua', b"application/json;q=0.8, text/x-lua ; q = 0.9", b",,text/x-lua",
    b"text/x-lua; q=1.000, application/json; q=0.999",
    b"application/json;q=0.5, application/json;q=2, text/x-lua;q=0.6",
])
def test_list_that_prefers_lua(accept: bytes) -> None:
    assert prefers_lua(accept)


@pytest.mark.parametrize("accept", [
    b"", b"*/*", b"application/json", b"application/xml", b"text/x-lua, application/json", b"text/x-lua;q=0",
    b"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", b"text/x-lua;q=0.5, */*", b"text/x-luax",
    b"text/x-lua;q=0.5, application/*;q=0.6", b"text/*, text/x-lua;q=0", b"x-lua", b"lua", b'"text/x-lua"',
    b'text/html;x="text/x-lua', b"text/x-lua;q=1.5", b"text/x-lua;q=", b"text/x-lua;q=0.1234", b"text/x-lua;q=nan",
    b"text/x-lua;q=-1", b"text/x-lua\xff", b";q=1", b";", b",", b'"', b"text/html;x=\"\\\",text/x-lua\"",
])
def test_other_lists_and_what_is_none_get_json(accept: bytes) -> None:
    assert not prefers_lua(accept)


def test_endless_list_is_not_read() -> None:
    assert not prefers_lua(b'"\\' * 100_000 + b",text/x-lua")
