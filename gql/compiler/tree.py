"""A plan as a tree of lines, for people."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gql.compiler.asks import Ask
from gql.compiler.meanings import Address, OwnId, Value
from gql.compiler.plan import (
    Branches,
    Connection,
    Constant,
    Cursor,
    Edges,
    Follow,
    Listing,
    Nodes,
    One,
    PageFact,
    PageInfo,
    Part,
    Piece,
    Plan,
    Selected,
    Several,
    Someone,
    Spot,
    Total,
    Within,
)
from gql.compiler.stores.facts import Plain
from models.query.conditions import EVERYTHING, Condition
from models.query.orders import Key
from models.query.questions import Question

Members = Sequence[tuple[str, Any]]


def tree(plan: Plan, asks: Sequence[Ask]) -> list[str]:
    """The plan, a line for each response key; `asks` is what is asked at its sites."""
    return ["query", *_branches(plan.members, asks)]


def _branches(members: Members, asks: Sequence[Ask]) -> Iterator[str]:
    for place, (key, member) in enumerate(members):
        is_last = place == len(members) - 1
        yield f"{'└── ' if is_last else '├── '}{key}: {_LABELS[type(member)](member, asks)}"
        for line in _branches(list(_inside(member)), asks):
            yield f"{'    ' if is_last else '│   '}{line}"


def _inside(member: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(member, Connection | Edges | PageInfo | Selected):
        yield from member.members
    elif isinstance(member, Nodes):
        yield from member.node.members
    elif isinstance(member, Told):
        yield from _told(member)
    elif isinstance(member, Spot):
        yield from _told(Told(member, member.part))
    elif isinstance(member, Follow | Listing | One | Several):
        yield from _of_types(member.branches)


class Told(NamedTuple):
    """A part of what is told in a spot."""

    spot: Spot
    part: Part


def _told(told: Told) -> Iterator[tuple[str, Any]]:
    spot, part = told
    if isinstance(part, Within):
        yield from ((key, spot.pieces[inner.number] if isinstance(inner, Piece) else Told(spot, inner))
                    for key, inner in part.members)
    elif isinstance(part, Someone):
        yield from spot.people[part.number].selected.members


def _spot(member: Spot, _: Sequence[Ask]) -> str:
    return f"made in Python of {type(member.source).__name__.lower()}"


def _of_types(branches: Branches) -> Iterator[tuple[str, Any]]:
    """The members of the only type, or those of each type where there are several and something is wanted of it."""
    if len(branches) == 1:
        (selected,) = branches.values()
        yield from selected.members
        return
    groups: dict[Members, list[str]] = {}
    for name, selected in branches.items():
        groups.setdefault(selected.members, []).append(name)
    for members, names in groups.items():
        shown = ", ".join(names) if len(names) < 4 else f"{len(names)} types"
        yield shown, Selected(branches[names[0]].type, tuple(members))


def _connection(member: Connection, asks: Sequence[Ask]) -> str:
    through = f" by {member.field}" if member.field else ""
    asked = asks[member.site]
    return f"page of {member.type.name}{through}{_question(asked) if isinstance(asked, Question) else ''}"


def _question(asked: Question) -> str:
    page = asked.page
    words = [f"{'last' if page.backwards else 'first'} {page.size}"]
    words += [f"{name} a cursor" for name, given in (("after", page.after), ("before", page.before)) if given]
    if asked.condition != EVERYTHING:
        words.append(f"where {_condition(asked.condition)}")
    words.append(f"ordered by {', '.join(map(_key, asked.ordering.keys))}")
    return f": {', '.join(words)}"


def _condition(condition: Condition) -> str:
    text = repr(condition)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


LONGEST = 200
"""How much of a condition is shown."""


def _key(key: Key) -> str:
    path = "".join(f"{edge.field}." for edge in key.path)
    return f"{path}{key.field.name if key.field else 'id'}{' descending' if key.descending else ''}"


TOLD: Mapping[type, str] = {
    Constant: "constant", Plain: "value", Someone: "object at an address", Within: "part",
}
"""What a line says of each part of a spot."""

_LABELS: Mapping[type, Callable[[Any, Sequence[Ask]], str]] = {
    Address: lambda _, __: "address",
    Connection: _connection,
    Constant: lambda member, _: f"always {member.json}",
    Cursor: lambda _, __: "cursor",
    Edges: lambda _, __: "each with its cursor",
    Follow: lambda member, _: f"object named by {member.field.name}",
    Listing: lambda _, __: "objects that refer to it",
    Nodes: lambda member, _: member.node.type.name,
    One: lambda _, __: "one object",
    OwnId: lambda _, __: "id",
    PageFact: lambda member, _: member.name.lower(),
    PageInfo: lambda _, __: "page",
    Selected: lambda member, _: member.type.name,
    Several: lambda _, __: "objects",
    Spot: _spot,
    Told: lambda member, _: TOLD[type(member.part)],
    Total: lambda _, __: "count",
    Value: lambda member, _: f"{member.field.kind.value} {member.field.name}",
}
"""What a line says of each kind of member."""
