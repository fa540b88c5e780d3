"""The statements that read and write stores: written once for a database, then only run."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.database import Database, quoted
from models.xmpp.definitions import ITEM_TABLE

AS_BYTES: Mapping[str, str] = {
    "sqlite": "CAST({} AS BLOB)", "postgresql": "convert_to({}, 'UTF8')", "mysql": "CAST({} AS BINARY)",
}
"""A text as bytes: values are made of bytes, and SQLite's texts may be no UTF-8."""

_CHUNKS = (64, 16, 4, 1)
"""How many rows one INSERT has: so there are few different ones, which drivers keep prepared."""

class Statements:
    """The statements over one database and one prefix, for `run`.

    Those that begin with `select_` take the names of host, user and store; `delete_` and `lock` the id of
    the store; `insert_` tables and columns.
    """

    def __init__(self, database: Database, prefix: str) -> None:
        self._database, self._as_bytes = database, AS_BYTES[database.engine]
        self._tables = [quoted(database, f"{prefix}xmpp{name}") for name in ("host", "user", "store")]
        self._inserts: dict[tuple[str, int], str] = {}
        self.select_hosts = f"SELECT name FROM {self._tables[0]}"
        self.select_id = self._select("s.id")
        self.select_keyval = self._select(f"{self._bytes('key')}, r.type, {self._bytes('value')}", "prosody")
        self.select_archive = self._select(
            f"{self._bytes('key')}, r.{self._name('when')}, {self._bytes('with')}, r.type, {self._bytes('value')}",
            "prosodyarchive", "sort_id",
        )
        self.select_items = self._select(f"r.type, {self._bytes('value')}", ITEM_TABLE, "id")
        self.lock = f"SELECT id FROM {self._tables[2]} WHERE id = {database.param} FOR UPDATE"
        self.delete_keyval, self.delete_archive, self.delete_items = (
            f"DELETE FROM {table} WHERE store_id = {database.param}"
            for table in ("prosody", "prosodyarchive", ITEM_TABLE)
        )
        self.delete_archive_key = f"{self.delete_archive} AND {self._name('key')} = {database.param}"

    def make_store(self, names: Sequence[str]) -> int:
        """The id of a store of these names, made unless it is there."""
        run, engine = self._database.execute_sql, self._database.engine
        if engine == "postgresql":
            return int(run("SELECT edgewise_store(%s, %s, %s)", names).fetchone()[0])
        if engine == "mysql":
            run("CALL edgewise_store(%s, %s, %s, @edgewise_store)", names)
            return int(run("SELECT @edgewise_store").fetchone()[0])
        run('INSERT INTO edgewise_store (host, "user", store) VALUES (?, ?, ?)', names)
        return int(run(self.select_id, names).fetchone()[0])

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Insert rows, many with one statement."""
        start = 0
        for size in _CHUNKS:
            while len(rows) - start >= size:
                some = [value for row in rows[start:start + size] for value in row]
                self._database.execute_sql(self._insert(table, columns, size), some)
                start += size

    def _insert(self, table: str, columns: Sequence[str], size: int) -> str:
        sql = self._inserts.get((table, size))
        if sql is None:
            names = ", ".join(map(self._name, columns))
            row = f"({', '.join([self._database.param] * len(columns))})"
            sql = self._inserts[table, size] = f"INSERT INTO {table} ({names}) VALUES {', '.join([row] * size)}"
        return sql

    def _select(self, what: str, table: str = "", order: str = "") -> str:
        host, user, store = self._tables
        mark, of_user = self._database.param, self._name("user")
        rows = f" JOIN {table} r ON r.store_id = s.id" if table else ""
        return (
            f"SELECT {what} FROM {host} h JOIN {user} u ON u.host = h.id JOIN {store} s ON s.{of_user} = u.id{rows} "
            f"WHERE h.name = {mark} AND u.name = {mark} AND s.name = {mark}" + (f" ORDER BY r.{order}" if order else "")
        )

    def _bytes(self, column: str) -> str:
        return self._as_bytes.format("r." + self._name(column))

    def _name(self, column: str) -> str:
        return quoted(self._database, column)
