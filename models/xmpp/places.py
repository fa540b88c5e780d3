"""Places in lists: where an entry stands, and cursors."""
from __future__ import annotations

import re
from typing import NamedTuple

from models.errors import BadCursor
from models.objects import MAX_ID

ARCHIVE, ITEMS = 0, 1
"""The parts of a list in their order: the rows of Prosody's archive, then the items in edgewise's own table."""

_CURSOR = re.compile(r"m([01])\.([0-9]{1,19})")


class Place(NamedTuple):
    """Where an entry of a list stands; places are ordered as the entries are. They stay when entries are gone."""

    part: int
    number: int

    @property
    def cursor(self) -> str:
        """The place as text."""
        return f"m{self.part}.{self.number}"


def parse_cursor(cursor: str) -> Place:
    """The place that a cursor names. Raises BadCursor."""
    match = _CURSOR.fullmatch(cursor)
    if match is None or int(match[2]) > MAX_ID:
        raise BadCursor("this is no cursor of a list of messages; pass on one of an earlier answer as it is")
    return Place(int(match[1]), int(match[2]))
