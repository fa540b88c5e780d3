"""How SQLite writes JSON."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from gql.compiler.dialects.dialect import Dialect, Flat, Piece
from models.query.nodes import Node, in_parentheses, sql

MOST_ARGUMENTS = 100
"""How many arguments a function is given at most: functions of SQLite may have 127 arguments, or more."""


class Sqlite(Dialect):
    """SQLite, from 3.44 on. A number in a concatenation becomes text by itself."""

    least = "min"

    def object(self, pieces: Iterable[Piece]) -> Node:
        """As the interface says; concat() takes a sixth less time than a chain of ||, and NULL for an empty text."""
        nodes = self._nodes(pieces)
        groups = [nodes[start:start + MOST_ARGUMENTS] for start in range(0, len(nodes), MOST_ARGUMENTS)]
        return self._concatenated([sql("concat", in_parentheses(group)) for group in groups])

    def flat(self, members: Sequence[tuple[str, Node]]) -> Flat | None:
        """As the interface says. One function stands right in the other: subqueries may forget what is JSON."""
        if 2 * len(members) > MOST_ARGUMENTS:
            return None
        pairs = [sql(self.literal(key), ", ", value) for key, value in members]
        written = sql("json_object", in_parentheses(pairs))
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
