"""Which objects really live: a temporary table that the checks join with."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from models.base import Tables
from models.catalogue import ObjectType
from models.database import Database, quoted
from models.statements import chunks

TABLE = "edgewise_living"

_CREATE: Mapping[str, str] = {
    "sqlite": f"CREATE TEMPORARY TABLE {TABLE} (id INTEGER PRIMARY KEY, type TEXT)",
    "postgresql": f"CREATE TEMPORARY TABLE {TABLE} (id BIGINT PRIMARY KEY, type VARCHAR(64)) ON COMMIT DROP",
    "mysql": f"CREATE OR REPLACE TEMPORARY TABLE {TABLE} (id BIGINT PRIMARY KEY, type VARCHAR(64)) "
             "DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
}


@dataclass(frozen=True)
class Living:
    """The ids that have both an entry among the objects and a row in the table of that type."""

    tables: Tables

    @property
    def database(self) -> Database:
        """Where the table is."""
        return self.tables.database

    def table(self, type_name: str) -> str:
        """The quoted name of a type's table, or of the table of objects."""
        return quoted(self.database, self.tables.prefix + type_name)

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """The rows of a query; `%s` are its parameters on every engine."""
        mark = self.database.param
        rows: list[tuple[Any, ...]] = self.database.execute_sql(sql.replace("%s", mark), parameters).fetchall()
        return rows

    def run(self, sql: str, *parameters: object) -> None:
        """Run a statement that answers nothing."""
        self.database.execute_sql(sql.replace("%s", self.database.param), parameters)

    def add(self, id_: int, type_name: str) -> None:
        """Count an object among the living."""
        self.run(f"INSERT INTO {TABLE} (id, type) VALUES (%s, %s)", id_, type_name)

    def remove(self, ids: Sequence[int]) -> None:
        """Count objects no longer among the living."""
        for sql, some in named(f"DELETE FROM {TABLE} WHERE id IN (%s)", ids):
            self.run(sql, *some)


@contextmanager
def living(tables: Tables, types: Iterable[ObjectType]) -> Iterator[Living]:
    """The living objects of some types, inside the caller's transaction."""
    found = Living(tables)
    found.run(_CREATE[tables.database.engine])
    for type_ in types:
        found.run(
            f"INSERT INTO {TABLE} (id, type) SELECT t.id, o.type FROM {found.table(type_.name)} t "
            f"JOIN {found.table('objects')} o ON o.id = t.id WHERE o.type = %s", type_.name,
        )
    yield found
    found.run(f"DROP TABLE {TABLE}")


def named(sql: str, ids: Sequence[int]) -> Iterator[tuple[str, Sequence[int]]]:
    """A statement whose first %s stands for any number of ids, in pieces that every engine takes."""
    for some in chunks(ids):
        yield sql.replace("%s", ", ".join(["%s"] * len(some)), 1), some
