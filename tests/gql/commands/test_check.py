"""`edgewise check`: a line a finding, and the exit status says whether any is left."""
from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw
import pytest

from gql.cli import main
from gql.commands.lines import show
from models.audit import Wanted
from models.network import Network


@pytest.fixture
def broken(folder: Path) -> Path:
    """A database with an object that has no row."""
    Network.open("sqlite:///edgewise.db", types=()).close()
    with closing(apsw.Connection("edgewise.db")) as connection:
        connection.execute("INSERT INTO anope_db_objects (type) VALUES ('account')")
    return folder / "edgewise.db"


def test_a_sound_database_has_no_findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Network.open("sqlite:///edgewise.db", types=()).close()
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_finding_is_a_line_and_status_1(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 1
    assert capsys.readouterr().out.count("\n") == 1
    assert main(["check"]) == 1


def test_what_was_mended_is_named_and_status_0(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--repair"]) == 0
    assert capsys.readouterr().out.count("\n") == 1
    assert main(["check"]) == 0


def test_a_missing_database_is_not_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "edgewise: edgewise.db does not exist; check the path\n"
    assert not list(folder.iterdir())


def test_a_name_that_is_no_unicode_is_printed_with_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    show(["a\udce9b", "é"])
    assert capsys.readouterr().out == "a\\udce9b\né\n"


def test_a_repair_is_in_the_audit_log_and_a_look_is_not(broken: Path) -> None:
    assert main(["check"]) == 1
    for _ in range(2):
        assert main(["check", "--repair"]) == 0
    with closing(Network.open("sqlite:///edgewise.db", types=())) as network:
        (found,) = network.store.audit.page(Wanted(), 100)
    assert (found.actor.door, found.entry.action, dict(found.entry.changes)) == (
        "command", "repair", {"findings": (None, "1")})
