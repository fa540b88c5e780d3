"""What the compiler says of the stores that real clients filled is what the reference executor says."""
from __future__ import annotations

from typing import Any

import pytest

from models.errors import BadCursor
from tests.gql.compiler.stores.agreement import Asked
from tests.gql.compiler.stores.questions import PAGE, QUESTIONS, of_users

ALICE = "alice@example.com"


@pytest.mark.parametrize("name", QUESTIONS)
def test_answers_agree_about_the_corpora(stored: Asked, name: str) -> None:
    found = stored.agreed(QUESTIONS[name])
    assert len(next(iter(found.values()))["nodes"]) > 3


@pytest.mark.parametrize("name", QUESTIONS)
def test_answers_agree_about_the_demonstration(wonderland: Asked, name: str) -> None:
    wonderland.agreed(QUESTIONS[name])


@pytest.mark.parametrize(("arguments", "variables"), [
    ("first: 2", {}), ("last: 2", {}), ("first: 0", {}), ("last: 1000", {}),
    ('with: "Bob@Example.com/phone"', {}), ('with: ""', {}), ('with: "a\\u0000b@example.com"', {}),
    ('start: "2026-11-22T04:16:00Z"', {}), ('end: "2026-11-22T04:16:39.9Z", last: 3', {}),
    ('with: $with, start: $start, end: $end, first: $first', {
        "with": "bob@example.com", "start": "2001-01-01T00:00:00Z", "end": "2099-01-01T00:00:00Z", "first": 1}),
    ("with: $with, start: $start, first: $first", {"first": 3}),
    ("with: $with, end: $end", {"with": None, "end": None}),
])
def test_pages_of_archives_agree(stored: Asked, arguments: str, variables: dict[str, Any]) -> None:
    stored.agreed(_of_archives(arguments), **variables)


def test_archives_agree_from_every_place_both_ways(stored: Asked) -> None:
    whole = stored.agreed(_of_archives("first: 1000"))["xmppUser"]["archive"]["edges"]
    cursors = [edge["cursor"] for edge in whole]
    assert len(cursors) > 3
    for cursor in (*cursors, "m0.0", "m1.0", "m1.9223372036854775807"):
        for arguments in ("first: 2, after: $at", "last: 2, before: $at", "before: $at", "last: 3, after: $at"):
            stored.agreed(_of_archives(arguments), at=cursor)
    between = stored.agreed(_of_archives("after: $at, before: $with"), at=cursors[0], **{"with": cursors[-1]})
    assert between["xmppUser"]["archive"]["edges"] == whole[1:-1]


def test_what_is_no_cursor_is_an_error_of_the_query(stored: Asked) -> None:
    with pytest.raises(BadCursor):
        stored.compiled(_of_archives("after: $at"), at="m2.1")


def _of_archives(arguments: str) -> str:
    return (f"query($with: String, $start: DateTime, $end: DateTime, $first: Int, $at: String) "
            f"{{ x: __typename y: xmppUser(jid: \"bob@example.com\") "
            f"{{ archive(first: $first, with: $with, start: $start, end: $end, after: $at) {{ nodes {{ body }} }} }} "
            f"xmppUser(jid: \"{ALICE}\") {{ archive({arguments}) {{ {PAGE} }} }} }}")


def test_several_pages_and_names_of_one_thing_stand_beside_each_other(stored: Asked) -> None:
    stored.agreed(of_users("""
        a: roster { contacts { x: user { id } y: user { jid } } c: contacts { name } }
        b: roster { v: version v2: version __typename }
        p: archive(first: 1) { nodes { body sender { jid } s: sender { id } } }
        q: archive(last: 1) { nodes { body } }"""))


def test_names_of_stores_come_from_variables(stored: Asked) -> None:
    document = "query($name: String!) { xmppUsers { nodes { jid store(name: $name) } } }"
    held = [stored.agreed(document, name=name) for name in ("vcard", "private", "accounts", "no\0name", "archive")]
    assert [any(user["store"] for user in each["xmppUsers"]["nodes"]) for each in held] == [
        True, True, False, False, True]


def test_contacts_deep_inside_each_other_agree(stored: Asked) -> None:
    inner = "jid"
    for _ in range(3):
        inner = f"roster {{ contacts {{ jid user {{ {inner} }} }} }}"
    stored.agreed(of_users(inner))
