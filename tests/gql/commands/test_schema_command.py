"""`edgewise schema`: the SDL, without a database unless one is named."""
from __future__ import annotations

import re
import subprocess
from contextlib import closing
from pathlib import Path

import apsw
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
    with closing(apsw.Connection("own.db")) as connection:
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


def differences(capsys: pytest.CaptureFixture[str], committed: str, *argv: str) -> tuple[int, list[str]]:
    """The exit status and the lines of a comparison with an SDL."""
    Path("committed.graphql").write_text(committed)
    status = main(["schema", "--check", "committed.graphql", *argv])
    return status, capsys.readouterr().out.splitlines()


@pytest.fixture
def sdl(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["schema"]) == 0
    return capsys.readouterr().out


def test_the_same_schema_has_no_differences(sdl: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert differences(capsys, sdl) == (0, [])


def test_breaking_differences_come_first_and_fail(sdl: str, capsys: pytest.CaptureFixture[str]) -> None:
    older = sdl.replace("type Query {", "type Query {\n  weather: String\n", 1)
    older = re.sub(r'(?s)(enum BadWordType \{.*?)("""[^"]*"""\s*)?SINGLE\n', r"\1", older, count=1)
    status, lines = differences(capsys, older)
    assert status == 1
    assert lines[0] == "breaking: Field Query.weather was removed"
    assert lines[1:] == ["dangerous: Enum value BadWordType.SINGLE was added"]


def test_what_only_adds_is_safe(sdl: str, capsys: pytest.CaptureFixture[str]) -> None:
    Network.open("sqlite:///own.db", types=()).close()
    with closing(apsw.Connection("own.db")) as connection:
        connection.execute("ALTER TABLE anope_db_nick ADD COLUMN mood TEXT")
    status, lines = differences(capsys, sdl, "--database", "sqlite:///own.db")
    assert status == 0
    assert {"safe: Field Nick.mood was added", "safe: An optional field CreateNickInput.mood was added"} <= set(lines)
    assert {line.partition(":")[0] for line in lines} == {"safe"}


@pytest.mark.parametrize("text", ["type Query {", "no schema at all", "\0"])
def test_a_file_without_a_schema_is_refused_in_one_line(
    text: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert differences(capsys, text) == (2, [])
    assert main(["schema", "--check", "missing.graphql"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "give a file that `edgewise schema` wrote" in err
