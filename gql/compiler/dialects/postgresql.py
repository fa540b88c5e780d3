"""How PostgreSQL writes JSON."""
from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from gql.compiler.dialects.dialect import Dialect
from models.query.nodes import Node, separated, sql


class Postgresql(Dialect):
    """PostgreSQL, from 12 on.

    to_json() looks the type of its argument up at each call: with it an answer takes an eighth more instructions.
    """

    leaves_controls: ClassVar[bool] = True

    def escaping(self) -> Dialect:
        """As the interface says."""
        return EscapingPostgresql()

    def quoted(self, text: Node) -> Node:
        """As the interface says; control characters stay as they are.

        The collation is the one whose texts are searched byte by byte; others may refuse that.
        """
        slashes = sql("replace((", text, r""") COLLATE "C", E'\\', E'\\\\')""")
        return self.otherwise(sql("""'"' || replace(""", slashes, r""", '"', E'\\"') || '"'"""), "null")

    def joined(
        self, text: Node, sorting: Sequence[Node] = (), where: Node | None = None, between: str = ",",
    ) -> Node:
        """As the interface says."""
        order = sql(" ORDER BY ", separated(sorting, ", ")) if sorting else sql("")
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


class EscapingPostgresql(Postgresql):
    """The same where control characters mark something: those in texts are escaped."""

    leaves_controls: ClassVar[bool] = False

    def quoted(self, text: Node) -> Node:
        """As the interface says."""
        return self.otherwise(sql("to_json(", text, ")::text"), "null")
