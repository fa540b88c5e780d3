"""`edgewise serve`: addresses, requests, workers, signals, the demonstration."""
from __future__ import annotations

import signal
from pathlib import Path

import pytest

from gql import demo
from gql.app import DOORS
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
    assert {gateway.request("/rest/types").status_code for _ in range(8)} == {403}
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
