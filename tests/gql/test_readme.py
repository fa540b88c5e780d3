"""What the README promises: its commands answer as shown, and its test command is the one that CI runs."""
from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.gql.conftest import Serve

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ADDRESS = "http://127.0.0.1:8080"

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """A shell block with `curl`, and the block behind it: what it prints."""

    commands: str
    printed: str


def examples() -> Iterator[Example]:
    blocks = BLOCK.findall(README)
    for (language, text), (next_language, next_text) in pairwise(blocks):
        if language == "sh" and text.startswith("curl") and next_language == "json":
            yield Example(text, next_text)


@pytest.fixture(name="engine_is_sqlite", autouse=True)
def _engine_is_sqlite() -> None:
    if os.environ.get("EDGEWISE_TEST_ENGINE", "sqlite") != "sqlite":
        pytest.skip("the README is about the embedded default")


def test_every_example_answers_as_shown(serve: Serve) -> None:
    found = list(examples())
    assert len(found) >= 4
    url = serve("--demo").url
    for example in found:
        done = subprocess.run(
            ["bash", "-ec", example.commands.replace(ADDRESS, url)], capture_output=True, text=True, check=True
        )
        assert done.stdout.rstrip("\n") == example.printed.rstrip("\n"), example.commands


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = subprocess.run([ROOT / ".ci" / "readme-test-command"], capture_output=True, text=True, check=True).stdout
    assert "/bin/pytest" in command
    assert f"```sh\n{command}```" in README


def test_every_file_that_the_readme_names_exists() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert len(links) > 5
    assert [link for link in links if not (ROOT / link).exists()] == []
