"""Where the rules about rows and fields enter statements; this guard knows none."""
from __future__ import annotations

from typing import Any

from models.catalogue import Field, ObjectType


class Guard:
    """What may be seen, as SQL (nodes of Peewee's) on a type's table, which the statement reads as `source`.

    None stands for the condition that always holds.
    """

    def row(self, type_: ObjectType, source: Any) -> Any:  # noqa: ARG002 - others look
        """The condition that an object may be seen at all."""
        return None

    def cell(self, type_: ObjectType, field: Field, source: Any) -> Any:  # noqa: ARG002
        """The condition that a field of an object that may be seen is shown."""
        return None

    def target(self, field: Field, source: Any) -> Any:  # noqa: ARG002
        """The condition that the object that a reference field names may be seen."""
        return None


OPEN = Guard()
"""The guard that lets everything through."""
