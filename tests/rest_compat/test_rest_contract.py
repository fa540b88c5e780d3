"""The recorded exchanges of contract/rest, replayed against a running server on the engine under test."""
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rest_compat.rest import RestDoor
from tests.servers import OneDoor, replay, serving

TRANSCRIPTS = sorted((Path(__file__).parents[1] / "contract" / "rest").glob("*.jsonl"))


def test_all_transcripts_are_there() -> None:
    assert len(TRANSCRIPTS) == 23


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_every_exchange_is_answered_as_recorded(transcript: Path, fixture_url: Callable[[str], str]) -> None:
    with transcript.open(encoding="utf-8") as lines:
        fixture = Path(json.loads(next(lines))["fixture"])
    with serving(OneDoor(fixture_url(fixture.stem), RestDoor)) as base_url:
        assert replay(base_url, transcript) == []
