"""How the engines write JSON: texts put together, text quoted, and rows joined into one text."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

import peewee

from models.query.columns import Node, sql

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

    def text(self, pieces: Iterable[Piece]) -> Node:
        """SQL for a text of several pieces."""
        nodes = self._nodes(pieces)
        return nodes[0] if len(nodes) == 1 else self._concatenated(nodes)

    def _nodes(self, pieces: Iterable[Piece]) -> list[Node]:
        return [peewee.SQL(self.literal(piece)) if isinstance(piece, str) else piece for piece in _merged(pieces)]

    def object(self, pieces: Iterable[Piece]) -> Node:
        """The same for pieces of which none is ever NULL, as those of an object in JSON."""
        return self.text(pieces)

    def flat(self, members: Sequence[tuple[str, Node]]) -> Flat | None:  # noqa: ARG002 - others look
        """An object whose values are texts, numbers or NULL; None where the engine's functions are slower than text."""
        return None

    def _concatenated(self, nodes: Sequence[Node]) -> Node:
        return peewee.NodeList(nodes, glue=self.concatenation, parens=True)

    def literal(self, text: str) -> str:
        """A known text in a statement; it holds neither backslashes nor percent signs."""
        return f"""'{text.replace("'", "''")}'"""

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
        return sql("coalesce(", text, ", ", peewee.SQL(self.literal(default)), ")")


class Sqlite(Dialect):
    """SQLite, from 3.44 on. A number in a concatenation becomes text by itself."""

    least = "min"

    def object(self, pieces: Iterable[Piece]) -> Node:
        """As the interface says; concat() takes a sixth less time than a chain of ||, and NULL for an empty text."""
        nodes = self._nodes(pieces)
        groups = [nodes[start:start + MOST_ARGUMENTS] for start in range(0, len(nodes), MOST_ARGUMENTS)]
        return self._concatenated([sql("concat", peewee.NodeList(group, glue=", ", parens=True)) for group in groups])

    def flat(self, members: Sequence[tuple[str, Node]]) -> Flat | None:
        """As the interface says. One function stands right in the other: subqueries may forget what is JSON."""
        if 2 * len(members) > MOST_ARGUMENTS:
            return None
        pairs = [sql(self.literal(key), ", ", value) for key, value in members]
        written = sql("json_object", peewee.NodeList(pairs, glue=", ", parens=True))
        return Flat(written, sql("json_group_array(", written, ")"))

    def quoted(self, text: Node) -> Node:
        """As the interface says."""
        return sql("json_quote(", text, ")")

    def joined(
        self, text: Node, _sorting: Sequence[Node] = (), where: Node | None = None, between: str = ",",
    ) -> Node:
        """As the interface says; SQLite keeps the order of a subquery's rows, and knows no other."""
        found = sql("group_concat(", text, f", '{between}')")
        return self.otherwise(found if where is None else sql(found, " FILTER (WHERE ", where, ")"), "")

    def piece(self, text: Node) -> Node:
        """As the interface says: NULL for no rows, which concat() takes for empty; coalesce() would copy the text."""
        return sql("group_concat(", text, ", ',')")

    def bytes(self, text: Node) -> Node:
        """As the interface says."""
        return sql("CAST(", text, " AS BLOB)")

    def cast(self, number: Node) -> Node:
        """As the interface says."""
        return number

    def hex(self, text: Node) -> Node:
        """As the interface says."""
        return sql("CASE WHEN ", text, " IS NOT NULL THEN lower(hex(", text, ")) END")  # hex(NULL) is empty

    def pairs(self, json: Node) -> tuple[Node, tuple[Node, Node, Node]]:
        """As the interface says."""
        first, second = (sql(f"json_extract(w.value, '$[{place}]')") for place in (0, 1))
        return sql("json_each(", json, ") AS w"), (sql("w.key"), first, second)

    def mark(self, code: int) -> Node:
        """As the interface says."""
        return sql(f"char({code})")

    def front(self, text: Node, mark: str) -> Node:
        """As the interface says."""
        end = self.literal(mark)
        return sql("substr(", text, ", 1, instr(", text, f" || {end}, {end}) - 1)")

    def back(self, text: Node, mark: Node, length: int) -> Node:
        """As the interface says."""
        return sql("substr(", text, ", instr(", text, ", ", mark, f") + {length})")

    def keys(self, json: Node, place: str) -> tuple[Node, Node]:
        """As the interface says."""
        valid = sql("CASE WHEN json_valid(", json, ") THEN ", json, " ELSE '{}' END")
        return sql("json_each(", valid, f", '{place}') AS w"), sql("w.key")


MOST_ARGUMENTS = 100
"""How many arguments a function is given at most: functions of SQLite may have 127 arguments, or more."""


class Postgresql(Dialect):
    """PostgreSQL, from 12 on."""

    def quoted(self, text: Node) -> Node:
        """As the interface says."""
        return self.otherwise(sql("to_json(", text, ")::text"), "null")

    def joined(
        self, text: Node, sorting: Sequence[Node] = (), where: Node | None = None, between: str = ",",
    ) -> Node:
        """As the interface says."""
        order = sql(" ORDER BY ", peewee.NodeList(sorting, glue=", ")) if sorting else sql("")
        found = sql("string_agg(", text, f", '{between}'", order, ")")
        return self.otherwise(found if where is None else sql(found, " FILTER (WHERE ", where, ")"), "")

    def bytes(self, text: Node) -> Node:
        """As the interface says."""
        return text  # bytes would come as hexadecimal digits

    def cast(self, number: Node) -> Node:
        """As the interface says."""
        return sql(number, "::text")

    def hex(self, text: Node) -> Node:
        """As the interface says."""
        return sql("encode(convert_to(", text, ", 'UTF8'), 'hex')")

    def pairs(self, json: Node) -> tuple[Node, tuple[Node, Node, Node]]:
        """As the interface says."""
        first, second = sql("(w.pair->>0)::integer"), sql("(w.pair->>1)::bigint")
        table = sql("json_array_elements(", json, "::json) WITH ORDINALITY AS w (pair, place)")
        return table, (sql("w.place"), first, second)

    def mark(self, code: int) -> Node:
        """As the interface says."""
        return sql(f"chr({code})")

    def front(self, text: Node, mark: str) -> Node:
        """As the interface says."""
        return sql("split_part(", text, f", {self.literal(mark)}, 1)")

    def back(self, text: Node, mark: Node, length: int) -> Node:  # noqa: ARG002 - others have to count
        """As the interface says."""
        return sql("split_part(", text, ", ", mark, ", 2)")

    def keys(self, json: Node, place: str) -> tuple[Node, Node]:  # noqa: ARG002 - others look there
        """As the interface says: all keys that may be addresses, as to read what is no JSON would be an error."""
        return sql("regexp_matches(", json, r""", '"([^"\@/]+@[^"\@/]+)":', 'g') AS w (found)"""), sql("w.found[1]")


class Mariadb(Dialect):
    """MariaDB, from 10.6 on. Unless it is told otherwise, it cuts off joined texts at 1 MiB."""

    before = "SET STATEMENT group_concat_max_len = 1073741824 FOR "

    def _concatenated(self, nodes: Sequence[Node]) -> Node:
        return sql("concat", peewee.NodeList(nodes, glue=", ", parens=True))

    def quoted(self, text: Node) -> Node:
        """As the interface says."""
        return self.otherwise(sql("json_quote(", text, ") COLLATE utf8mb4_nopad_bin"), "null")

    def joined(
        self, text: Node, sorting: Sequence[Node] = (), where: Node | None = None, between: str = ",",
    ) -> Node:
        """As the interface says."""
        order = sql(" ORDER BY ", peewee.NodeList(sorting, glue=", ")) if sorting else sql("")
        shown = text if where is None else sql("CASE WHEN ", where, " THEN ", text, " END")
        return self.otherwise(sql("group_concat(", shown, order, f" SEPARATOR '{between}')"), "")

    def bytes(self, text: Node) -> Node:
        """As the interface says."""
        return sql("CAST(", text, " AS BINARY)")

    def cast(self, number: Node) -> Node:
        """As the interface says."""
        return number

    def hex(self, text: Node) -> Node:
        """As the interface says."""
        return sql("lower(hex(", text, "))")

    def pairs(self, json: Node) -> tuple[Node, tuple[Node, Node, Node]]:
        """As the interface says."""
        columns = "place FOR ORDINALITY, kind INTEGER PATH '$[0]', id BIGINT PATH '$[1]'"
        table = sql("json_table(", json, f", '$[*]' COLUMNS ({columns})) AS w")
        return table, (sql("w.place"), sql("w.kind"), sql("w.id"))

    def mark(self, code: int) -> Node:
        """As the interface says."""
        return sql(f"char({code} USING utf8mb4)")

    def front(self, text: Node, mark: str) -> Node:
        """As the interface says."""
        return sql("substring_index(", text, f", {self.literal(mark)}, 1)")

    def back(self, text: Node, mark: Node, length: int) -> Node:  # noqa: ARG002 - others have to count
        """As the interface says."""
        return sql("substring_index(substring_index(", text, ", ", mark, ", 2), ", mark, ", -1)")

    def keys(self, json: Node, place: str) -> tuple[Node, Node]:
        """As the interface says."""
        found = sql("json_keys(", json, f", '{place}')")
        return sql("json_table(", found, ", '$[*]' COLUMNS (found LONGTEXT PATH '$')) AS w"), sql("w.found")

    def name(self, text: Node) -> Node:
        """As the interface says."""
        return sql("CONVERT(", text, " USING utf8mb4) COLLATE utf8mb4_nopad_bin")


DIALECTS: Mapping[str, Dialect] = {"sqlite": Sqlite(), "postgresql": Postgresql(), "mysql": Mariadb()}
"""By engine."""


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, neighbouring known texts made one."""
    merged: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and merged and isinstance(merged[-1], str):
            merged[-1] += piece
        elif piece != "" or not isinstance(piece, str):
            merged.append(piece)
    return merged or [""]
