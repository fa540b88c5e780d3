"""What differs between the engines where they write JSON: texts put together, text quoted, rows joined into one."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from models.query.nodes import Node, in_parentheses, sql

Piece = str | Node
"""A part of a text: one that is known already, or SQL whose value is a text and never NULL."""


class Flat(NamedTuple):
    """An object in JSON by the engine's own functions: of one row, and of many rows as a list in their order."""

    object: Node
    list: Node


class Dialect(ABC):
    """What differs between the engines."""

    concatenation: ClassVar[str] = " || "
    least: ClassVar[str] = "least"
    before: ClassVar[str] = ""  # what stands before each statement
    leaves_controls: ClassVar[bool] = False  # whether control characters stay as they are in quoted texts

    def text(self, pieces: Iterable[Piece]) -> Node:
        """SQL for a text of several pieces."""
        nodes = self._nodes(pieces)
        return nodes[0] if len(nodes) == 1 else self._concatenated(nodes)

    def _nodes(self, pieces: Iterable[Piece]) -> list[Node]:
        return [sql(self.literal(piece)) if isinstance(piece, str) else piece for piece in _merged(pieces)]

    def object(self, pieces: Iterable[Piece]) -> Node:
        """The same for pieces of which none is ever NULL, as those of an object in JSON."""
        return self.text(pieces)

    def flat(self, members: Sequence[tuple[str, Node]]) -> Flat | None:  # noqa: ARG002 - others look
        """An object whose values are texts, numbers or NULL; None where the engine's functions are slower than text."""
        return None

    def _concatenated(self, nodes: Sequence[Node]) -> Node:
        return in_parentheses(nodes, self.concatenation)

    def literal(self, text: str) -> str:
        """A known text in a statement; it holds neither backslashes nor percent signs."""
        return f"""'{text.replace("'", "''")}'"""

    def escaping(self) -> Dialect:
        """The same engine, but no control characters stay in quoted texts."""
        return self

    @abstractmethod
    def quoted(self, text: Node) -> Node:
        """A text as JSON; null where it is NULL."""

    @abstractmethod
    def joined(
        self, text: Node, sorting: Sequence[Node] = (), where: Node | None = None, between: str = ",",
    ) -> Node:
        """The texts of many rows with commas or something else between; empty where there are none.

        In the order of `sorting`, else in that of the rows. `where`: only of those rows.
        """

    def piece(self, text: Node) -> Node:
        """The texts of many rows, in their order, as a piece of an object."""
        return self.joined(text)

    @abstractmethod
    def bytes(self, text: Node) -> Node:
        """The text, as bytes where the driver would decode a text in vain."""

    @abstractmethod
    def cast(self, number: Node) -> Node:
        """A number that is not NULL as text."""

    @abstractmethod
    def hex(self, text: Node) -> Node:
        """The UTF-8 bytes of a text in lower hexadecimal digits; NULL for NULL."""

    @abstractmethod
    def pairs(self, json: Node) -> tuple[Node, tuple[Node, Node, Node]]:
        """A table of the pairs of numbers in a JSON list; in it the place, the first and the second of each."""

    @abstractmethod
    def mark(self, code: int) -> Node:
        """A control character."""

    @abstractmethod
    def front(self, text: Node, mark: str) -> Node:
        """What of a text stands before a mark; all of it where there is none."""

    @abstractmethod
    def back(self, text: Node, mark: Node, length: int) -> Node:
        """What of a text stands behind the first mark of that length, up to the next one or beyond.

        Where there is no mark, anything.
        """

    @abstractmethod
    def keys(self, json: Node, place: str) -> tuple[Node, Node]:
        """A table of the keys of the object at a place in a text that should be JSON; in it the keys.

        There may be other texts in it. It is empty where there is no such object.
        """

    def name(self, text: Node) -> Node:
        """A text as the names of objects are compared with."""
        return text

    def otherwise(self, text: Node, default: str) -> Node:
        """The text, or another one where it is NULL."""
        return sql("coalesce(", text, f", {self.literal(default)})")


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, neighbouring known texts made one."""
    merged: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, str):
            merged.append(piece)
        elif merged and isinstance(merged[-1], str):
            merged[-1] += piece
        elif piece:
            merged.append(piece)
    return merged or [""]
