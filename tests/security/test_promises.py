"""docs/security.md: each promise names tests that hold it, and these are there."""
from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "security.md").read_text("utf-8")

HEAD = re.compile(r"^\| promise \| tests? \|\n\| --- \| --- \|\n((?:\|.*\n?)+)", re.MULTILINE)
TEST = re.compile(r"^(?:async )?def (test_\w+)\(", re.MULTILINE)

TESTS = {path: set(TEST.findall(path.read_text("utf-8"))) for path in (ROOT / "tests").rglob("test_*.py")}
"""The tests of each file."""


class Promise(NamedTuple):
    """A row: what is promised, and what it names in its last column."""

    text: str
    named: list[str]


def promises() -> list[Promise]:
    """All rows of all tables of promises."""
    rows = [row.strip("| ").split(" | ") for table in HEAD.findall(DOCS) for row in table.splitlines()]
    return [Promise(text, re.findall(r"`([^`]+)`", tests)) for text, tests in rows]


def test_there_is_a_table_for_each_part() -> None:
    assert len(HEAD.findall(DOCS)) == 3
    assert len(promises()) >= 20


@pytest.mark.parametrize("promise", promises(), ids=lambda promise: promise.text[:40])
def test_what_a_promise_names_is_a_test(promise: Promise) -> None:
    assert promise.named, "a promise without a test"
    for name in promise.named:
        if name.startswith("tests/"):
            assert [path for path, tests in TESTS.items() if tests and _is_in(path, name)], f"no tests in {name}"
        else:
            assert any(name in tests for tests in TESTS.values()), f"no test is called {name}"


def _is_in(path: Path, name: str) -> bool:
    own = path.relative_to(ROOT).as_posix()
    return own.startswith(name) if name.endswith("/") else own == name


def test_every_test_of_security_holds_a_promise() -> None:
    named = [name for promise in promises() for name in promise.named]
    own = {path for path in TESTS if path.parent == Path(__file__).parent}
    assert {path.name for path in own if not any(_is_in(path, name) for name in named)} == set()
