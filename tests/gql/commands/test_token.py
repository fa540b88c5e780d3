"""`edgewise token`: make, list and revoke tokens."""
from __future__ import annotations

from contextlib import closing
from pathlib import Path

import httpx
import pytest

from gql.cli import main
from models.audit import Wanted
from models.network import Network
from tests.gql.conftest import Serve


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["token", *arguments])
    out, err = capsys.readouterr()
    return status, out.rstrip("\n"), err


def test_token_is_printed_once_and_listed_without_its_text(
    folder: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    status, token, _ = run(capsys, "create", "--name", "website", "--scopes", "read,write", "--expires", "90d")
    assert (status, token.startswith("ewt_"), "\n" in token) == (0, True, False)
    run(capsys, "create", "--name", "backup", "--scopes", "read")
    status, listed, _ = run(capsys, "list")
    backup, website = listed.splitlines()
    assert (status, backup.split()[:2], website.split()[:2]) == (0, ["backup", "read"], ["website", "read,write"])
    assert backup.endswith("never expires")
    assert "expires 2" in website
    assert token not in listed


def test_who_made_and_revoked_a_token_is_in_the_audit_log(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, token, _ = run(capsys, "create", "--name", "website", "--scopes", "read,write")
    run(capsys, "create", "--name", "website", "--scopes", "admin")  # there is one
    run(capsys, "revoke", "website")
    run(capsys, "revoke", "website")  # there is none any more
    with closing(Network.open("sqlite:///edgewise.db", types=())) as network:
        ended, made = network.store.audit.page(Wanted(type="token"), 100)
    assert made.actor.principal.startswith("operator:")
    assert (made.entry.action, ended.entry.action) == ("create", "delete")
    assert made.entry.changes == {"name": (None, "website"), "scopes": (None, "read,write")}
    assert ended.entry.changes == {"name": ("website", None)}
    assert token not in repr(made)


def test_revoked_token_is_gone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "create", "--name", "website", "--scopes", "read")
    assert run(capsys, "revoke", "website") == (0, "", "")
    assert run(capsys, "list") == (0, "", "")
    status, out, complaint = run(capsys, "revoke", "website")
    assert (status, out) == (2, "")
    assert complaint == "edgewise: there is no token website; `edgewise token list` shows all\n"


def test_name_that_is_taken_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "create", "--name", "website", "--scopes", "read")
    status, out, complaint = run(capsys, "create", "--name", "website", "--scopes", "admin")
    assert (status, out, complaint.count("\n")) == (2, "", 1)


def test_database_can_be_named_before_and_behind_the_action(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = ("--database", "sqlite:///other.db")
    run(capsys, *there, "create", "--name", "a", "--scopes", "read")
    run(capsys, "create", "--name", "b", "--scopes", "read", *there)
    assert [line.split()[0] for line in run(capsys, "list", *there)[1].splitlines()] == ["a", "b"]
    assert [path.name for path in folder.glob("*.db")] == ["other.db"]


def test_nothing_is_made_to_list_or_revoke(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "list")[0] == run(capsys, "revoke", "x")[0] == 2
    assert not list(folder.glob("*.db"))


@pytest.mark.parametrize("arguments", [
    [], ["create"], ["create", "--name", "x"], ["create", "--scopes", "read"], ["revoke"], ["rename"],
    ["create", "--name", "a b", "--scopes", "read"], ["create", "--name", "", "--scopes", "read"],
    ["create", "--name", "x" * 65, "--scopes", "read"], ["create", "--name", "\u00e4", "--scopes", "read"],
    ["create", "--name", "x", "--scopes", ""], ["create", "--name", "x", "--scopes", "read,all"],
    *(["create", "--name", "x", "--scopes", "read", "--expires", text]
      for text in ("", "0d", "d", "-1d", "1.5d", "90", "1y", "999999d", "\u0661d")),
])
def test_bad_use_is_refused_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["token", *arguments])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not list(folder.glob("*.db"))


def test_token_opens_a_gateway_that_trusts_nobody_until_it_is_revoked(
    serve: Serve, folder: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "closed.toml").write_text("[rest]\ntrusted = []\n")
    gateway = serve("--workers", "2", "--config", "closed.toml")
    _, token, _ = run(capsys, "create", "--name", "website", "--scopes", "read")

    def statuses() -> set[int]:
        headers = {"Authorization": f"Bearer {token}"}
        return {httpx.get(gateway.url + path, headers=headers, timeout=60).status_code
                for path in ("/rest/account", "/graphql?query={accounts{totalCount}}") * 3}

    assert statuses() == {200}
    run(capsys, "revoke", "website")
    assert statuses() == {401}
