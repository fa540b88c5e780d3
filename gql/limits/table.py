"""The limits of requests to /graphql: what each is when nobody says."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """How much a request may ask for; the table [limits] of the settings says what each line means."""

    body: int = 2**20
    characters: int = 50_000
    tokens: int = 5_000
    depth: int = 20
    fields: int = 2_000
    repetitions: int = 30
    fragments: int = 100
    aliases: int = 50
    root_fields: int = 20
    directives: int = 50
    conditions: int = 500
    cost: int = 1_000_000
    objects: int = 20_000
    answer: int = 32 * 2**20
    operations: int = 32
    batch: int = 10
    deadline: int = 10


DEFAULTS = Limits()
