"""docs/graphql.md: each query answers on the demonstration network as the page says, in few statements."""
from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from graphql import FieldNode, Node, parse

from gql import demo
from models.network import Network
from tests.statements import Statements

from .conftest import MakeDoor, sender

PAGE = (Path(__file__).parents[3] / "docs" / "graphql.md").read_text(encoding="utf-8")

BLOCK = re.compile(r"^```(graphql|json variables|json)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """One task of the page: its query, with variables, and the answer."""

    task: str
    query: str
    variables: dict[str, Any]
    answer: Any


def read_example(section: str) -> Example:
    """The task in a heading's line, and the blocks below it."""
    blocks = dict(BLOCK.findall(section))
    variables = json.loads(blocks.get("json variables", "{}"))
    return Example(section.partition("\n")[0], blocks["graphql"], variables, json.loads(blocks["json"]))


EXAMPLES = [read_example(section) for section in re.split("^### ", PAGE, flags=re.MULTILINE)[1:]]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demonstration network."""
    path = tmp_path_factory.mktemp("page") / "demo.db"
    with closing(Network.open(f"sqlite:///{path}", types=())) as network:
        demo.fill(network)
    return path


@pytest.fixture
def demonstration(filled: Path, tmp_path: Path) -> Iterator[Network]:
    copy = shutil.copy(filled, tmp_path)
    with closing(Network.open(f"sqlite:///{copy}", types=())) as network:
        yield network


def depth(node: Node) -> int:
    """How many fields lie inside each other."""
    selections = getattr(getattr(node, "selection_set", None), "selections", ())
    below = max((depth(selection) for selection in selections), default=0)
    return below + isinstance(node, FieldNode)


def document_depth(query: str) -> int:
    return max(depth(definition) for definition in parse(query).definitions)


def test_the_page_has_at_least_25_examples_and_all_are_found() -> None:
    assert len(EXAMPLES) >= 25
    assert len(EXAMPLES) == PAGE.count("```graphql\n")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.task)
def test_an_example_answers_as_shown(
    example: Example, demonstration: Network, make_door: MakeDoor, statements: Statements,
) -> None:
    send = sender(make_door(network=demonstration))
    body = {"query": example.query, "variables": example.variables}
    assert send("POST", json=body).json() == example.answer
    if not example.query.lstrip().startswith("mutation"):
        statements.clear()  # the first time makes the index of a field that is searched
        assert send("POST", json=body).json() == example.answer
        assert 1 <= len(statements.run) <= document_depth(example.query) + 1
