"""How MariaDB writes JSON."""
from __future__ import annotations

from collections.abc import Sequence

from gql.compiler.dialects.dialect import Dialect
from models.query.nodes import Node, in_parentheses, separated, sql


class Mariadb(Dialect):
    """MariaDB, from 10.6 on. Unless it is told otherwise, it cuts off joined texts at 1 MiB."""

    before = "SET STATEMENT group_concat_max_len = 1073741824 FOR "

    def _concatenated(self, nodes: Sequence[Node]) -> Node:
        return sql("concat", in_parentheses(nodes))

    def quoted(self, text: Node) -> Node:
        """As the interface says."""
        return self.otherwise(sql("json_quote(", text, ") COLLATE utf8mb4_nopad_bin"), "null")

    def joined(
        self, text: Node, sorting: Sequence[Node] = (), where: Node | None = None, between: str = ",",
    ) -> Node:
        """As the interface says."""
        order = sql(" ORDER BY ", separated(sorting, ", ")) if sorting else sql("")
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
