"""What becomes of a query: its plan, its statement, and how the database will run that."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gql.compiler.asks import Ask
from gql.compiler.plan import Plan
from gql.compiler.statement import Statement
from gql.compiler.tree import tree
from models.database import Database


@dataclass(frozen=True)
class Explanation:
    """A query that the compiler takes, or why it does not; `plan` and `engine` are lines, `rows` is an estimate."""

    plan: Sequence[str] = ()
    sql: str = ""
    parameters: Sequence[Any] = ()
    rows: float = 0
    engine: Sequence[str] = ()
    fallback: str = ""

    @property
    def lines(self) -> list[str]:
        """All of it, for people."""
        if self.fallback:
            return [f"The reference executor answers this query: {self.fallback}."]
        estimate = "perhaps a whole table" if self.rows == float("inf") else f"about {self.rows}"
        return ["Plan:", *self.plan, "", "Statement (one):", self.sql, "", f"Parameters: {list(self.parameters)}",
                f"Rows: {estimate}", "", "The database's own plan:", *self.engine]

    @property
    def content(self) -> dict[str, Any]:
        """All of it, for programs."""
        if self.fallback:
            return {"fallback": self.fallback}
        return {"plan": list(self.plan), "sql": self.sql, "parameters": [str(value) for value in self.parameters],
                "rows": None if self.rows == float("inf") else self.rows, "engine": list(self.engine)}


def explained(
    database: Database, plan: Plan, asks: Sequence[Ask], statement: Statement, parameters: Sequence[Any], rows: float,
) -> Explanation:
    """The explanation of a query whose statement is written; asks the database. Raises peewee.PeeweeException."""
    engine = _EXPLAINS[database.engine](database, statement.sql, parameters)
    return Explanation(tree(plan, asks), statement.sql, parameters, rows, engine)


def _sqlite(database: Database, sql: str, parameters: Sequence[Any]) -> list[str]:
    database.execute_sql("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()  # explaining alone overlooks new indexes
    rows = database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall()
    depths: dict[int, int] = {0: -1}
    lines = []
    for id_, parent, _, detail in rows:
        depths[id_] = depths[parent] + 1
        lines.append(f"{'  ' * depths[id_]}{detail}")
    return lines


def _postgresql(database: Database, sql: str, parameters: Sequence[Any]) -> list[str]:
    return [row[0] for row in database.execute_sql(f"EXPLAIN {sql}", parameters).fetchall()]


def _mariadb(database: Database, sql: str, parameters: Sequence[Any]) -> list[str]:
    _, _, select = sql.partition(" FOR ")
    cursor = database.execute_sql(f"EXPLAIN {select}", parameters)
    names = [column[0] for column in cursor.description]
    return [", ".join(f"{name}: {value}" for name, value in zip(names, row, strict=True) if value is not None)
            for row in cursor.fetchall()]


_EXPLAINS: Mapping[str, Callable[[Database, str, Sequence[Any]], list[str]]] = {
    "sqlite": _sqlite, "postgresql": _postgresql, "mysql": _mariadb,
}
