"""What has to be in a database for the XMPP side, as data; a module for each engine fills it in."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PROSODY_TABLES = ("prosody", "prosodyarchive")
"""The tables of Prosody's SQL storage; their names cannot be configured there."""

ITEM_TABLE = "edgewise_item"
"""What clients appended to lists, for which Prosody's SQL storage has no table."""


@dataclass(frozen=True)
class Names:
    """The quoted names of the tables that have a prefix: the objects and the three types of the XMPP side."""

    objects: str
    host: str
    user: str
    store: str


@dataclass(frozen=True)
class Definitions:
    """The statements that make what one engine needs, in the order in which they are carried out.

    `tables`: for each table, those that create it and its indexes. `column`: those that give one of Prosody's
    tables, named `{table}`, its store_id. `triggers`: those that keep names and store_id in step, which other
    programs never write; the last one makes the trigger LAST_TRIGGER. `backfill`: those that fill store_id
    where one of Prosody's tables, named `{table}`, has rows without; empty where a procedure is called a
    store at a time.
    """

    tables: Mapping[str, tuple[str, ...]]
    column: tuple[str, ...]
    triggers: tuple[str, ...]
    backfill: tuple[str, ...]


LAST_TRIGGER = "edgewise_xmppstore_rename"
"""The trigger that is made last: where it is, all are."""
