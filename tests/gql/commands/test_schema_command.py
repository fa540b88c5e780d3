"""`edgewise schema`: the SDL, without a database unless one is named."""
from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from gql.cli import main
from models.network import Network
from tests.gql.conftest import EDGEWISE


def test_the_built_in_types_need_no_database(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert "type Account " in capsys.readouterr().out
    assert not list(folder.iterdir())


def test_a_named_database_has_its_own_types(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Network.open("sqlite:///own.db", types=()).close()
    with closing(sqlite3.connect("own.db")) as connection, connection:
        connection.execute("CREATE TABLE anope_db_badge (name TEXT, "
            "id INTEGER PRIMARY KEY REFERENCES anope_db_objects (id) ON DELETE CASCADE)")
    assert main(["schema", "--database", "sqlite:///own.db"]) == 0
    assert "type Badge " in capsys.readouterr().out
    (folder / "own.toml").write_text('database = "sqlite:///own.db"')
    assert main(["schema", "--config", "own.toml"]) == 0
    assert "type Badge " in capsys.readouterr().out


def test_a_missing_database_is_not_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--database", "sqlite:///gone.db"]) == 2
    assert capsys.readouterr().err == "edgewise: gone.db does not exist; check the path\n"
    assert not list(folder.iterdir())


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    command = f"{EDGEWISE} schema | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("141\n", "")
