"""The addresses of users."""
from __future__ import annotations

import pytest

from models.jid import JID, parse_jid


@pytest.mark.parametrize(("text", "jid"), [
    ("user@example.com", JID("user", "example.com")),
    ("USER@EXAMPLE.COM", JID("user", "example.com")),
    ("user@example.com.", JID("user", "example.com")),
    ("user@example.com/phone", JID("user", "example.com")),
    ("user@example.com/a/b@c\n", JID("user", "example.com")),
    ("user@\uff45\uff58\uff41mple.com", JID("user", "example.com")),
    ("percent%user@example.com", JID("percent%user", "example.com")),
    ("user@example.com..", JID("user", "example.com.")),
])
def test_address_is_prepared_and_its_resource_cut(text: str, jid: JID) -> None:
    assert parse_jid(text) == jid


@pytest.mark.parametrize("text", [
    "", "user", "@", "/", "example.com/x", "@example.com", "user@", "user@.", "user@/x", "user@example.com/",
    "user@example.com@example.net", "us er@example.com", "us\ner@example.com", "\u00ad@example.com", "a/b@example.com",
    "u" * 1024 + "@example.com",
])
def test_text_that_is_no_address_of_a_user(text: str) -> None:
    assert parse_jid(text) is None


def test_address_is_written_as_people_write_it() -> None:
    assert str(JID("user", "example.com")) == "user@example.com"
