"""The command line: help, bad use, setups that cannot work, and its exit status."""
from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import apsw
import pytest

from gql import cli
from gql.cli import COMMANDS, main
from models.network import Network

FIXTURES = Path(__file__).parents[1] / "contract" / "rest" / "fixtures"


def refusal(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run a command that has to be refused; the one line that it says."""
    try:
        status = main(argv)
    except SystemExit as left:
        status = int(left.code or 0)
    out, err = capsys.readouterr()
    assert status == 2
    assert out == ""
    assert err.startswith("edgewise: ")
    assert err.count("\n") == 1
    return err.removeprefix("edgewise: ").rstrip("\n")


# ------------------------------------------------------------------------------------------------ help


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert all(f"    {name} " in out and command.help in out for name, command in COMMANDS.items())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_examples_and_the_common_options(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([name, "--help"])
    out = capsys.readouterr().out
    assert f"examples:\n  edgewise {name}" in out
    assert "--config FILE" in out
    assert "--database URL" in out
    assert max(map(len, out.splitlines())) <= 90


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_command_can_be_parsed(name: str) -> None:
    for example in COMMANDS[name].examples:
        words = example.partition(" > ")[0].split()
        assert cli._parser().parse_args(words[1:]).command == name


def test_help_waits_for_no_web_server_and_no_database() -> None:
    code = """if True:
        import sys
        from gql.cli import main
        try:
            main(["serve", "--help"])
        except SystemExit:
            print(sorted({"peewee", "starlette", "strawberry", "uvicorn"} & set(sys.modules)))
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("edgewise 0.")


# --------------------------------------------------------------------------------------------- bad use


@pytest.mark.parametrize(("argv", "complaint"), [
    ([], "the following arguments are required: COMMAND; see edgewise --help"),
    (["sevre"], "argument COMMAND: invalid choice: 'sevre'"),
    (["serve", "--prot", "1"], "unrecognized arguments: --prot 1; see edgewise --help"),
    (["serve", "--data", "sqlite:///x.db"], "unrecognized arguments: --data sqlite:///x.db"),
    (["serve", "--port", "65536"], "argument --port: '65536' is no whole number from 0 to 65535; see edgewise serve"),
    (["serve", "--port", "-1"], "argument --port: '-1' is no whole number"),
    (["serve", "--workers", "0"], "argument --workers: '0' is no whole number from 1"),
    (["import", "prosody"], "the following arguments are required: SOURCE; see edgewise import --help"),
    (["import", "ejabberd", "x"], "argument kind: invalid choice: 'ejabberd'"),
])
def test_bad_use_is_one_line_and_status_2(
    argv: list[str], complaint: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(capsys, *argv).startswith(complaint)
    assert not list(folder.iterdir())


# ------------------------------------------------------------------------------ setups that cannot work


@pytest.mark.parametrize(("toml", "complaint"), [
    ("[data]\nmaxbody = 1", "bad.toml: there is no setting data.maxbody; the nearest is data.max_body"),
    ("[data]\nmax_body = '1'", "bad.toml: data.max_body must be a whole number of bytes above 0, such as 10485760"),
    ("data = [", "bad.toml is no TOML file"),
])
def test_a_bad_settings_file_is_one_line(
    toml: str, complaint: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.toml").write_text(toml)
    assert refusal(capsys, "serve", "--config", "bad.toml").startswith(complaint)
    assert [path.name for path in folder.iterdir()] == ["bad.toml"]


def test_a_missing_settings_file_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refusal(capsys, "check", "--config", "gone.toml").startswith("cannot read gone.toml: No such file")


def test_a_bad_variable_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EDGEWISE_PREFIX", "x_")
    assert refusal(capsys, "check").startswith("environment: there is no setting EDGEWISE_PREFIX; the nearest is ")


@pytest.mark.parametrize("url", [
    "postgresql://nobody@127.0.0.1:1/nothing", "mysql://nobody@127.0.0.1:1/nothing", "sqlite:///no/such/folder/x.db",
])
@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("serve", "--port", "0", "--demo"), ("check",)])
def test_a_database_that_cannot_be_reached_is_one_line(
    url: str, command: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refusal(capsys, *command, "--database", url)
    assert not list(folder.iterdir())


def test_a_password_in_a_database_url_is_not_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "s3cret" not in refusal(capsys, "check", "--database", "postgresql://nobody:s3cret@127.0.0.1:1/nothing")


@pytest.mark.parametrize("url", ["oracle://db/x", "sqlite://x.db", "edgewise.db", "sqlite:///"])
def test_a_url_that_names_no_database_is_one_line(url: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is not understood; write sqlite:///PATH" in refusal(capsys, "serve", "--port", "0", "--database", url)
    assert not list(folder.iterdir())


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("serve", "--port", "0", "--demo"), ("check",)])
@pytest.mark.parametrize("content", [b"Dear diary, today I met a rabbit", b"SQLite format 3\0" + b"\xff" * 200])
def test_a_file_that_is_no_database_is_one_line(
    command: tuple[str, ...], content: bytes, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "diary.db").write_bytes(content)
    assert "diary.db" in refusal(capsys, *command, "--database", "sqlite:///diary.db")
    assert (folder / "diary.db").read_bytes() == content
    assert [path.name for path in folder.iterdir()] == ["diary.db"]


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("serve", "--port", "0", "--demo"), ("check",)])
def test_a_newer_schema_is_one_line(
    command: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Network.open("sqlite:///newer.db", types=()).close()
    with closing(apsw.Connection("newer.db")) as connection:
        connection.execute("UPDATE edgewise_schema SET version = 99")
    before = (folder / "newer.db").read_bytes()
    assert "schema version 99" in refusal(capsys, *command, "--database", "sqlite:///newer.db")
    assert (folder / "newer.db").read_bytes() == before


def test_a_port_in_use_is_one_line_and_no_database_is_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert refusal(capsys, "serve", "--port", str(port)).startswith(f"port {port} of 127.0.0.1 is in use; ")
    assert not list(folder.iterdir())


def test_a_host_that_is_not_ours_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = refusal(capsys, "serve", "--host", "192.0.2.1", "--port", "0")
    assert line.startswith("cannot listen on 192.0.2.1: ")
    assert not list(folder.iterdir())


def test_a_demonstration_is_not_put_into_a_database_with_data(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copyfile(FIXTURES / "small.sqlite", "small.db")
    before = Path("small.db").read_bytes()
    line = refusal(capsys, "serve", "--demo", "--port", "0", "--database", "sqlite:///small.db")
    assert line.startswith("the database holds other data; leave --demo out")
    assert Path("small.db").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["small.db"]


def test_an_interrupted_command_is_silent_with_status_130(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "load", interrupt)
    assert main(["check"]) == 130
    assert capsys.readouterr() == ("", "")
