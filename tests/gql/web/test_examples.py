"""The example tabs of GraphiQL: each finds something in the demonstration."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gql import demo
from gql.web.assets import FOLDER
from models.network import Network

from .conftest import MakeDoor, sender

EXAMPLES = sorted((FOLDER.parent / "graphiql/src/examples").glob("*.graphql"))


def leaves(value: Any) -> list[Any]:
    """All values below, without names, nulls and empty lists."""
    if isinstance(value, dict):
        return [leaf for one in value.values() for leaf in leaves(one)]
    if isinstance(value, list):
        return [leaf for one in value for leaf in leaves(one)]
    return [] if value is None else [value]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_finds_something(make_door: MakeDoor, network: Network, path: Path) -> None:
    demo.fill(network)
    variables = path.with_suffix(".json")
    given = json.loads(variables.read_text()) if variables.exists() else None
    send = sender(make_door(network=network))
    content = send("POST", json={"query": path.read_text(), "variables": given}).json()
    assert "errors" not in content
    assert len(leaves(content["data"])) > 5


def test_the_page_was_built_with_these_examples() -> None:
    bundle = "".join(file.read_text() for file in FOLDER.glob("index-*.js"))
    for path in EXAMPLES:
        assert path.read_text().strip() in bundle, "run: npm ci && npm run build, in gql/web/graphiql"
