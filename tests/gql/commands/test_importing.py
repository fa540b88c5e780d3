"""`edgewise import`: a report at the end, again without doubling, and a dry run that leaves nothing behind."""
from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from gql.cli import main
from models.audit import Actor, Recorded, Wanted
from models.importing import Report, record
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


def log() -> list[Recorded]:
    with closing(Network.open("sqlite:///edgewise.db", types=())) as network:
        return network.store.audit.page(Wanted(), 100)


@pytest.mark.parametrize("kind", SOURCES)
def test_who_imported_what_is_in_the_audit_log_once(kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    for _ in range(2):  # the second one writes nothing
        assert main(["import", kind, SOURCES[kind]]) == 0
    assert main(["import", kind, SOURCES[kind], "--dry-run"]) == 0
    assert main(["import", kind, "gone"]) == 2
    (found,) = log()
    assert found.actor == Actor("operator:root", "", "command")
    assert (found.entry.action, str(found.entry.object)) == ("import", "network:0")
    changes = found.entry.changes
    assert (changes["kind"], changes["source"]) == ((None, kind), (None, SOURCES[kind]))
    assert int((changes["written"] or ("", "0"))[1] or 0) > 10


def test_a_users_name_that_nobody_knows_is_no_obstacle(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", fail)
    assert main(["import", "anope", SOURCES["anope"]]) == 0
    assert [one.actor.principal for one in log()] == ["operator:"]


def test_the_log_keeps_no_password_of_a_source(folder: Path) -> None:
    with closing(Network.open("sqlite:///edgewise.db", types=())) as network:
        actor = Actor("operator:", "", "command")
        record(network, actor, "anope", "postgresql://user:hunter2@host/name", Report(1, 1))
    (found,) = log()
    assert found.entry.changes["source"] == (None, "postgresql://user@host/name")
