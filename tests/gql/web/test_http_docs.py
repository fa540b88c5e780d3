"""docs/http.md: what it says is so."""
from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from gql.schema.errors import Code
from gql.web.documents import Documents

from .conftest import MakeDoor, Send, sender

DOCS = (Path(__file__).parents[3] / "docs" / "http.md").read_text("utf-8")
ERROR, PERSISTED, TRUSTED = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL))


def test_every_code_is_explained_and_no_other() -> None:
    assert re.findall(r"^\| `([A-Z_]+)` \|", DOCS, re.MULTILINE) == list(Code)


def test_an_error_looks_as_shown(send: Send) -> None:
    answer: Any = send("POST", json={"query": '{ node(id: "7") { id } }'}).json()
    assert answer == {"errors": [ERROR], "data": {"node": None}}


def test_a_hash_alone_is_answered_as_told_until_the_document_came_with_it(send: Send) -> None:
    (error,) = send("POST", json=PERSISTED).json()["errors"]
    assert f"the error `{error['message']}` (code `{error['extensions']['code']}`)" in DOCS
    answer = {"data": {"__typename": "Query"}}
    assert send("POST", json={"query": "{ __typename }", **PERSISTED}).json() == answer
    assert send("POST", json=PERSISTED).json() == answer


def test_a_store_that_is_off_is_answered_as_told(make_door: MakeDoor) -> None:
    (error,) = sender(make_door(Documents(most_bytes=0)))("POST", json=PERSISTED).json()["errors"]
    assert f"`{error['message']}`\n(code `{error['extensions']['code']}`)" in DOCS


def test_a_trusted_document_is_named_as_shown(make_door: MakeDoor) -> None:
    documents = Documents({"accounts": "query($first: Int) { accounts(first: $first) { __typename } }"})
    answer = sender(make_door(documents))("POST", json=TRUSTED).json()
    assert "errors" not in answer
