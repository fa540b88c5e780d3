"""The recorded exchanges of contract/data, replayed against a running server on the engine under test."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from models.importing import prosody
from models.network import Network
from rest_compat.data import DataDoor
from tests.engines import Engine, Sqlite
from tests.servers import OneDoor, replay, serving

CONTRACT = Path(__file__).parents[1] / "contract" / "data"
TRANSCRIPTS = sorted(CONTRACT.glob("*.jsonl"))

FIXTURES: Mapping[str, str] = {
    "plain": "plain.tar.gz", "hashed": "hashed.tar.gz", "sql": "accounts.sqlite", "corpus": "corpus.tar.gz",
    "corpus-sql": "prosody.sqlite",
}
"""What a transcript starts from, by its name or the first word of it."""

NET_ADMINS = ("netadmin@example.net", "crossadmin@example.com")


def fixture_of(transcript: Path) -> Path:
    name = transcript.stem
    return CONTRACT / "fixtures" / FIXTURES[name if name in FIXTURES else name.partition("-")[0]]


def door_for(transcript: Path) -> Callable[[Network], DataDoor]:
    """The door with the configuration of the recordings; the corpus has the global administrator only."""
    net_admins = () if transcript.stem.startswith("corpus") else NET_ADMINS
    hosts = {"example.com": (), "example.net": net_admins, "conference.example.com": ()}
    return partial(DataDoor, hosts=hosts, admins=["admin@example.com"], default_host="example.com")


def imported(engine: Engine, fixture: Path) -> str:
    url = engine.prepared()
    with closing(Network.open(url, types=())) as network:
        prosody.run(network, str(fixture), dry_run=False, progress=lambda _: None)
    return url


def test_all_transcripts_are_there() -> None:
    assert len(TRANSCRIPTS) == 20


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_every_exchange_is_answered_as_recorded(transcript: Path, databases: Engine) -> None:
    url = imported(databases, fixture_of(transcript))
    with serving(OneDoor(url, door_for(transcript))) as base_url:
        assert replay(base_url, transcript) == []


@pytest.mark.parametrize("name", ["sql", "corpus-sql"])
def test_database_of_a_prosody_is_served_in_place(name: str, databases: Engine) -> None:
    if not isinstance(databases, Sqlite):
        pytest.skip("the recorded databases are SQLite's")
    transcript = CONTRACT / f"{name}.jsonl"
    url = databases.copy(fixture_of(transcript))
    with serving(OneDoor(url, door_for(transcript))) as base_url:
        assert replay(base_url, transcript) == []
