"""Which columns of its row an object is written from: a subquery that limits rows hands on these and no others."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gql.compiler.meanings import OwnId, Value
from gql.compiler.plan import Connection, Constant, Follow, Listing, Selected

ID = "id"


def carried(selected: Selected) -> frozenset[str] | None:
    """The names of the columns; None where there are none, or a member reads others than its own."""
    names: set[str] = set()
    for _, member in selected.members:
        read = READ.get(type(member))
        if read is None:
            return None
        names.update(read(member))
    return frozenset(names) or None


READ: Mapping[type, Callable[[Any], tuple[str, ...]]] = {
    Constant: lambda _: (),
    OwnId: lambda _: (ID,),
    Value: lambda member: (member.field.name,),
    Follow: lambda member: (member.field.name,),
    Connection: lambda _: (ID,),
    Listing: lambda _: (ID,),
}
"""By the kind of a member."""
