"""`edgewise import`: a report at the end, again without doubling, and a dry run that leaves nothing behind."""
from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from gql.cli import main
from models.network import Network

CONTRACT = Path(__file__).parents[2] / "contract"
SOURCES = {
    "anope": str(CONTRACT / "rest" / "fixtures" / "small.sqlite"),
    "prosody": str(CONTRACT / "data" / "fixtures" / "plain.tar.gz"),
}


def objects() -> int:
    """How many objects the database in the current folder holds."""
    with closing(Network.open("sqlite:///edgewise.db", types=())) as network:
        return int(network.tables.objects.select().count())


@pytest.mark.parametrize("kind", SOURCES)
def test_an_import_reports_and_a_second_one_writes_nothing(
    kind: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", kind, SOURCES[kind]]) == 0
    assert " read, " in capsys.readouterr().out.splitlines()[-1]
    written = objects()
    assert written > 10
    assert main(["import", kind, SOURCES[kind]]) == 0
    assert " 0 written" in capsys.readouterr().out.splitlines()[-1]
    assert objects() == written


@pytest.mark.parametrize("kind", SOURCES)
def test_a_dry_run_reports_the_same_and_leaves_no_database(
    kind: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", kind, SOURCES[kind], "--dry-run"]) == 0
    would = capsys.readouterr().out
    assert not list(folder.iterdir())
    assert main(["import", kind, SOURCES[kind]]) == 0
    assert capsys.readouterr().out == would


@pytest.mark.parametrize("kind", SOURCES)
def test_a_source_is_left_as_it_was(kind: str, folder: Path) -> None:
    source = Path(shutil.copy(SOURCES[kind], folder))
    before = source.read_bytes()
    assert main(["import", kind, str(source)]) == 0
    assert source.read_bytes() == before


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
@pytest.mark.parametrize("kind", SOURCES)
def test_a_source_that_does_not_exist_is_one_line_and_no_database_is_made(
    kind: str, options: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", kind, "gone", *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("edgewise: ")
    assert "gone" in err
    assert err.count("\n") == 1
    assert not list(folder.iterdir())


def test_a_database_that_was_there_stays_when_a_source_is_refused(folder: Path) -> None:
    assert main(["import", "anope", SOURCES["anope"]]) == 0
    written = objects()
    assert main(["import", "anope", "gone"]) == 2
    assert objects() == written
