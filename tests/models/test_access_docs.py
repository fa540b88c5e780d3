"""The table of docs/security.md is the one in the code."""
from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from models.access import ACCESS
from models.rules import Audience

DOCS = Path(__file__).parents[2] / "docs" / "security.md"


class Line(NamedTuple):
    """What a line of the table says."""

    rows: str
    public: tuple[str, ...]
    writes: tuple[str, ...]
    may: str


def named(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", cell))


def documented() -> dict[str, Line]:
    text = DOCS.read_text("utf-8").partition("## Who sees what\n")[2].partition("\n## ")[0]
    found = {}
    for row in re.findall(r"^\| `(\w+)` \| (.*) \|$", text, flags=re.MULTILINE):
        cells = [cell.strip() for cell in row[1].split("|")]
        if len(cells) == 5:
            found[row[0]] = Line(cells[1].split()[0], named(cells[2]), named(cells[3]), cells[4])
    return found


def test_every_rule_is_documented_as_it_is() -> None:
    lines = documented()
    assert set(lines) == {name for name, rule in ACCESS.items() if rule.rows is not Audience.ADMIN}
    for name, line in lines.items():
        rule = ACCESS[name]
        assert line.rows == rule.rows.value, name
        assert line.public == rule.public, name
        if line.writes == ("channel",) and name == "kickerdata":
            assert set(rule.writes) == {*rule.private} - {"channel"}
        else:
            assert line.writes == rule.writes, name
        assert line.may == ", ".join([*(["make"] if rule.links else []), *(["delete"] if rule.deletes else [])]), name


def test_the_types_of_administrators_are_named() -> None:
    text = DOCS.read_text("utf-8")
    sentence = re.search(r"The other types are for administrators: ([^.]*)\.", text)
    assert sentence
    assert set(named(sentence[1])) == {name for name, rule in ACCESS.items() if rule.rows is Audience.ADMIN}
