"""`edgewise explain`: the plan as a tree, one statement, the database's own plan; or why there is none."""
from __future__ import annotations

import io
from pathlib import Path

import pytest

from gql.cli import main
from models.network import Network

QUERY = """
query($name: String!, $more: Boolean = true) {
  channel(name: $name) { name founder @include(if: $more) { display nicks(first: 5) { nodes { nick } } } }
}
"""


@pytest.fixture(autouse=True)
def database(folder: Path) -> None:
    Network.open("sqlite:///edgewise.db", types=()).close()


def explained(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["explain", *arguments]) == 0
    return capsys.readouterr().out


def test_a_query_has_one_statement(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "query.graphql").write_text(QUERY)
    out = explained(capsys, "query.graphql", "--variables", '{"name": "#tea"}')
    assert "└── channel: one object" in out
    assert "nicks: page of nick by nc: first 5, ordered by id" in out
    assert out.count("\nSELECT ") == 1
    assert "'#tea'" in out
    assert "SEARCH" in out.partition("The database's own plan:")[2]


def test_variables_choose_the_plan(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "query.graphql").write_text(QUERY)
    assert "founder" not in explained(capsys, "query.graphql", "--variables", '{"name": "#tea", "more": false}')


def test_the_ids_of_a_list_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "query.graphql").write_text("query($ids: [ID!]!) { accounts(where: {id: {in: $ids}}) { nodes { id } } }")
    out = explained(capsys, "query.graphql", "--variables", '{"ids": ["account:5", "account:6"]}')
    assert "where IdIn(type='account', ids=(5,6))" in out


def test_a_query_can_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("{ accounts { totalCount } }"))
    assert "totalCount: count" in explained(capsys, "-")


def test_what_falls_back_says_why(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("{ types { name } }"))
    assert explained(capsys, "-").startswith("The reference executor answers this query: ")


@pytest.mark.parametrize(("query", "variables", "expected"), [
    ("{ nothing }", "{}", "Cannot query field 'nothing'"),
    ("{", "{}", "Syntax Error"),
    ("{ accounts(first: -1) { totalCount } }", "{}", "first is -1"),
    ("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", "{}", "cannot be answered"),
    ("{ __typename }", "[]", "--variables has to be an object"),
    ("{ __typename }", "{", "--variables is no JSON"),
])
def test_bad_queries_are_one_line_and_status_2(
    folder: Path, capsys: pytest.CaptureFixture[str], query: str, variables: str, expected: str,
) -> None:
    (folder / "query.graphql").write_text(query)
    assert main(["explain", "query.graphql", "--variables", variables]) == 2
    err = capsys.readouterr().err
    assert expected in err
    assert err.count("\n") == 1


def test_a_missing_file_and_a_missing_database_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "none.graphql"]) == 2
    assert "cannot read none.graphql" in capsys.readouterr().err
    assert main(["explain", "-", "--database", "sqlite:///none.db"]) == 2
