"""`edgewise serve`: addresses, requests, workers, signals, the demonstration."""
from __future__ import annotations

import signal
from pathlib import Path

import pytest

from gql import demo
from gql.app import DOORS
from gql.cli import main
from tests.gql.conftest import Serve


def test_it_prints_the_addresses_of_its_doors_and_they_answer(serve: Serve, folder: Path) -> None:
    gateway = serve()
    assert gateway.printed == [gateway.url + path for path in DOORS.values()]
    assert "account" in gateway.request("/rest/types").json()["types"]
    assert gateway.request("/rest").text == "Unknown type"
    assert gateway.request("/data/accounts").status_code == 401
    assert (folder / "edgewise.db").exists()


def test_the_root_lists_the_doors_and_nothing_names_the_server(serve: Serve) -> None:
    gateway = serve()
    root = gateway.request("/")
    assert root.json()["doors"] == DOORS
    assert "server" not in root.headers
    assert gateway.request("/restaurant").status_code == 404
    assert gateway.request("/", "POST").status_code == 405


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_with_status_0(serve: Serve, number: int) -> None:
    assert serve().stop(number) == (0, "")


def test_workers_have_the_settings_and_end_together(serve: Serve, folder: Path) -> None:
    (folder / "closed.toml").write_text("[rest]\ntrusted = []\n")
    gateway = serve("--workers", "2", "--config", "closed.toml", "--database", "sqlite:///other.db")
    assert {gateway.request("/rest/types").status_code for _ in range(8)} == {401}
    assert gateway.stop() == (0, "")
    assert [path.name for path in folder.glob("*.db")] == ["other.db"]


def test_the_demonstration_fills_a_new_database_and_is_served_again(serve: Serve) -> None:
    first = serve("--demo")
    accounts = first.request("/rest/account").json()["account"]
    assert len(accounts) == 8
    roster = first.request("/data/roster", auth=(demo.LOGIN, demo.PASSWORD))
    assert roster.json()["hatter@demo.example"]["subscription"] == "both"
    assert first.request(f"/rest/account/{accounts[1]['id']}", "DELETE").status_code == 200
    assert first.stop() == (0, "")
    second = serve("--demo")
    assert len(second.request("/rest/account").json()["account"]) == 7


def test_trusted_documents_are_the_only_ones_that_run(serve: Serve, folder: Path) -> None:
    (folder / "documents").mkdir()
    (folder / "documents" / "hello.graphql").write_text("{ __typename }\n")
    (folder / "closed.toml").write_text('[graphql]\ndocuments = "documents"\ntrusted_only = true\n')
    gateway = serve("--config", "closed.toml")
    assert gateway.request("/graphql?documentId=hello").json() == {"data": {"__typename": "Query"}}
    assert gateway.request("/graphql?query={__schema{description}}").status_code == 403


@pytest.mark.parametrize(("settings", "complaint"), [
    ("trusted_only = true", "graphql.trusted_only needs trusted documents; name their folder in graphql.documents"),
    ('documents = "gone"', "cannot read the folder gone: No such file or directory; see graphql.documents"),
    ('documents = "."', "bad.graphql is no GraphQL document: Syntax Error"),
])
def test_documents_that_cannot_be_had_keep_it_from_starting(
    folder: Path, capsys: pytest.CaptureFixture[str], settings: str, complaint: str,
) -> None:
    (folder / "bad.graphql").write_text("{")
    (folder / "bad.toml").write_text(f"[graphql]\n{settings}\n")
    assert main(["serve", "--port", "0", "--config", "bad.toml"]) == 2
    assert complaint in capsys.readouterr().err
    assert not (folder / "edgewise.db").exists()
