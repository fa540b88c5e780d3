"""What was acknowledged is there and whole, whatever happens to the process that wrote it."""
from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from models.check import check
from models.network import Network

ROOT = Path(__file__).parents[2]
LENGTH = 8000


def accounts_of(how: str, url: str, number: int) -> list[int]:
    """The accounts that were acknowledged to writing processes."""
    command = [sys.executable, "-m", "tests.writing_processes", how, url, str(number)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    found: list[int] = json.loads(done.stdout)
    return found


def assert_whole(network: Network) -> list[int]:
    """Every account has its nick and all of its values, and nothing else is there; the accounts."""
    display, email = (list(network.catalogue["account"].by_name).index(name) for name in ("display", "email"))
    accounts = network.store.page("account", limit=100_000)
    assert all(len(str(row.values[display])) == len(str(row.values[email])) == LENGTH for row in accounts)
    nicks = network.store.page("nick", limit=100_000)
    owner = list(network.catalogue["nick"].by_name).index("nc")
    assert {row.values[owner] for row in nicks} == {row.id for row in accounts}
    assert len(nicks) == len(accounts)
    assert check(network) == []
    return [row.id for row in accounts]


def test_twenty_writers_killed_lose_nothing_and_leave_no_halves(engine: str, database_url: str) -> None:
    if engine != "sqlite":
        pytest.skip("elsewhere the server writes")
    acknowledged = accounts_of("kill", database_url, 20)
    assert len(acknowledged) >= 20
    with closing(Network.open(database_url, types=())) as network:
        assert network.database.execute_sql("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert set(acknowledged) <= set(assert_whole(network))


def test_eight_processes_write_at_once_and_none_is_refused(database_url: str) -> None:
    acknowledged = accounts_of("together", database_url, 8)
    assert len(acknowledged) == 8 * 25
    with closing(Network.open(database_url, types=())) as network:
        assert sorted(acknowledged) == assert_whole(network)
