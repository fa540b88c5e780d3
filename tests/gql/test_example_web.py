"""The example page: its queries fit the schema that its types are generated from."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
from graphql import GraphQLSchema, OperationDefinitionNode, build_schema, parse, validate

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples/web"
DOCUMENTS = sorted((EXAMPLE / "src").glob("*.graphql"))


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema((ROOT / "schema.graphql").read_text())


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_queries_are_valid(schema: GraphQLSchema, path: Path) -> None:
    assert validate(schema, parse(path.read_text())) == []


def test_the_page_uses_every_operation_and_no_other() -> None:
    """Code generation makes a constant of each operation, called by its name."""
    operations = {node.name.value for path in DOCUMENTS for node in parse(path.read_text()).definitions
                  if isinstance(node, OperationDefinitionNode) and node.name}
    used = {name for path in (EXAMPLE / "src").glob("*.tsx")
            for name in re.findall(r"(\w+)Document\b", path.read_text())}
    assert operations == used == {"Accounts", "DeleteAccount"}


def test_the_lock_file_names_no_machine() -> None:
    lock = (EXAMPLE / "package-lock.json").read_text()
    addresses = re.findall(r'"resolved": "([^"]+)"', lock)
    assert '"node_modules/urql"' in lock
    assert all(address.startswith("https://registry.npmjs.org/") for address in addresses)
