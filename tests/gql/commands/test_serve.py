"""`edgewise serve`: addresses, requests, workers, signals, the demonstration."""
from __future__ import annotations

import signal
from pathlib import Path

import httpx
import pytest

from gql.app import DOORS
from tests.gql.conftest import Serve


def test_it_prints_the_addresses_of_its_doors_and_they_answer(serve: Serve, folder: Path) -> None:
    gateway = serve()
    assert gateway.printed == [gateway.url + path for path in DOORS.values()]
    assert "account" in httpx.get(f"{gateway.url}/rest/types").json()["types"]
    assert httpx.get(f"{gateway.url}/rest").text == "Unknown type"
    assert httpx.get(f"{gateway.url}/data/accounts").status_code == 401
    assert (folder / "edgewise.db").exists()


def test_the_root_lists_the_doors_and_other_pages_are_missing(serve: Serve) -> None:
    gateway = serve()
    assert httpx.get(gateway.url).json()["doors"] == DOORS
    assert httpx.get(f"{gateway.url}/restaurant").status_code == 404
    assert httpx.post(gateway.url).status_code == 405


def test_no_header_names_the_server(serve: Serve) -> None:
    assert "server" not in httpx.get(f"{serve().url}/rest/types").headers


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_signal_ends_it_with_status_0(serve: Serve, number: int, workers: str) -> None:
    gateway = serve("--workers", workers)
    assert httpx.get(f"{gateway.url}/rest/types").status_code == 200
    assert gateway.stop(number) == (0, "")


def test_settings_reach_the_workers(serve: Serve, folder: Path) -> None:
    (folder / "closed.toml").write_text("[rest]\ntrusted = []\n")
    gateway = serve("--workers", "2", "--config", "closed.toml", "--database", "sqlite:///other.db")
    statuses = {httpx.get(f"{gateway.url}/rest/types").status_code for _ in range(8)}
    assert statuses == {403}
    assert [path.name for path in sorted(folder.glob("*.db"))] == ["other.db"]


def test_the_demonstration_fills_a_new_database_and_is_served_again(serve: Serve) -> None:
    first = serve("--demo")
    accounts = httpx.get(f"{first.url}/rest/account").json()["account"]
    assert len(accounts) == 8
    alice = httpx.get(f"{first.url}/data/roster", auth=("alice@demo.example", "wonderland"))
    assert alice.json()["hatter@demo.example"]["subscription"] == "both"
    assert httpx.delete(f"{first.url}/rest/account/{accounts[1]['id']}").status_code == 200
    assert first.stop() == (0, "")
    second = serve("--demo")
    assert len(httpx.get(f"{second.url}/rest/account").json()["account"]) == 7
