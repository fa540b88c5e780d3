"""Where the tests' databases come from: files on SQLite, databases of a running server elsewhere.

Servers take long to make and drop databases, so those with edgewise's tables are emptied and used again.
"""
from __future__ import annotations

import os
import shutil
import ssl
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from models.audit import TABLE as AUDIT
from models.importing import anope
from models.network import Network

FIXTURES = Path(__file__).parent / "contract" / "rest" / "fixtures"

POSTGRESQL_URL = os.environ.get("EDGEWISE_TEST_POSTGRESQL") or "postgresql://postgres@127.0.0.1/postgres"
MARIADB_URL = os.environ.get("EDGEWISE_TEST_MARIADB") or "mysql://root@127.0.0.1/test"
"""A database of each server, by a user who may create others."""


SEARCHES = "edgewise_%_(ascii|rfc1459)"
"""The names of the indexes that searches make."""


class EngineAbsent(Exception):
    """The engine is not to be had here."""


class Engine(ABC):
    """One engine; `name` is the one of models.database_url.ENGINES."""

    name: str

    @abstractmethod
    def bare(self) -> str:
        """The URL of a database without any table."""

    @abstractmethod
    def prepared(self) -> str:
        """The URL of a database with edgewise's tables and no object."""

    @abstractmethod
    def take_back(self) -> None:
        """The test is over: its databases may be used again."""

    @abstractmethod
    def close(self) -> None:
        """All tests are over: leave nothing behind."""


class Sqlite(Engine):
    """Files in pytest's temporary folder, which pytest clears away."""

    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder, self._numbers = folder, count(1)
        self._template: Path | None = None

    def bare(self) -> str:
        return f"sqlite:///{self._path()}"

    def prepared(self) -> str:
        if self._template is None:
            self._template = self._path()
            Network.open(f"sqlite:///{self._template}", types=()).close()
        return self.copy(self._template)

    def copy(self, source: Path) -> str:
        """The URL of a copy of a database file."""
        return f"sqlite:///{shutil.copyfile(source, self._path())}"

    def take_back(self) -> None:
        """Nothing to do: each file is used once."""

    def close(self) -> None:
        """Nothing to do: pytest removes its temporary folders."""

    def _path(self) -> Path:
        return self._folder / f"{next(self._numbers)}.db"


class Server(Engine):
    """Databases of a server: `_lent` are in the test's hands, `_ready` are prepared and empty."""

    creation: tuple[str, ...] = ("CREATE DATABASE {name}",)
    quote = '""'

    def __init__(self, url: str) -> None:
        self._url = urlsplit(url)
        self._prefix, self._numbers = f"edgewise_test_{os.getpid()}_", count(1)
        self._lent: dict[str, str | None] = {}
        self._ready: list[str] = []
        self._bare: list[str] = []
        self._layout: str | None = None
        try:
            self._admin = self.connect(self._url.path[1:])
        except Exception as error:
            raise EngineAbsent(f"{self.name}: no server at {self._url.hostname}: {error}") from error

    def bare(self) -> str:
        name = self._take_bare()
        self._lent[name] = None
        return self._url_of(name)

    def prepared(self) -> str:
        name = self._ready.pop() if self._ready else self._prepare()
        self._lent[name] = self._layout
        return self._url_of(name)

    def take_back(self) -> None:
        for name, layout in self._lent.items():
            if layout is not None and self._emptied(name, layout):
                self._ready.append(name)
            else:
                self.clear(name)
                self._bare.append(name)
        self._lent.clear()

    def close(self) -> None:
        self.take_back()
        for name in (*self._ready, *self._bare):
            self._run(self._admin, f"DROP DATABASE {name}")
        self._admin.close()

    def _take_bare(self) -> str:
        if self._bare:
            return self._bare.pop()
        name = f"{self._prefix}{next(self._numbers)}"
        self._run(self._admin, *(statement.format(name=name) for statement in self.creation))
        return name

    def _prepare(self) -> str:
        name = self._take_bare()
        Network.open(self._url_of(name), types=()).close()
        with closing(self.connect(name)) as connection:
            self._layout = self.layout(connection)
        return name

    def _emptied(self, name: str, layout: str) -> bool:
        """Remove all rows; False if the test changed a table."""
        with closing(self.connect(name)) as connection:
            self.drop_search_indexes(connection)
            if self.layout(connection) != layout:
                return False
            self.empty(connection)
        return True

    def _url_of(self, name: str) -> str:
        return self._url._replace(path=f"/{name}").geturl()

    @staticmethod
    def _run(connection: Any, *statements: str) -> list[Any]:
        """The rows of the last statement."""
        with closing(connection.cursor()) as cursor:
            for statement in statements:
                cursor.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []

    def _filled(self, connection: Any, tables: Sequence[tuple[Any, ...]]) -> list[str]:
        """The tables with rows that a test may have made; each row of `tables` begins with a name."""
        begin, end = self.quote[0], self.quote[1]
        questions = (
            f"SELECT '{table}' AS name WHERE EXISTS (SELECT 1 FROM {begin}{table}{end})"
            for table, *_ in tables if table != "edgewise_schema"
        )
        return [name for name, in self._run(connection, " UNION ALL ".join(questions))]

    @abstractmethod
    def connect(self, database: str) -> Any:
        """A connection that commits each statement."""

    @abstractmethod
    def layout(self, connection: Any) -> str:
        """A text that is another one when a table, column or index was added or removed."""

    @abstractmethod
    def empty(self, connection: Any) -> None:
        """Remove all rows and begin all ids anew."""

    @abstractmethod
    def drop_search_indexes(self, connection: Any) -> None:
        """Drop what the searches of a test made, which is no reason to throw its database away."""

    @abstractmethod
    def clear(self, name: str) -> None:
        """Drop all tables of a database, whoever is still connected."""


class Postgresql(Server):
    name = "postgresql"
    creation = (
        "CREATE DATABASE {name}",
        "ALTER DATABASE {name} SET synchronous_commit = off",  # no test cuts the server's power
    )

    def __init__(self, _folder: Path) -> None:
        super().__init__(POSTGRESQL_URL)

    def connect(self, database: str) -> Any:
        import psycopg
        return psycopg.connect(self._url._replace(path=f"/{database}").geturl(), autocommit=True)

    def layout(self, connection: Any) -> str:
        return str(self._run(connection, """
            SELECT c.relname, c.relkind, a.attname, a.atttypid, k.conname, t.tgname
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped AND a.attnum > 0
            LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND a.attnum = k.conkey[1]
            LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
            WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1, 3, 5, 6"""))

    def empty(self, connection: Any) -> None:
        tables = self._run(connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        sequences = self._run(connection, "SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL")
        self._run(
            connection, "SET lock_timeout = '5s'", "SET session_replication_role = replica",
            *(f'DELETE FROM "{table}"' for table in self._filled(connection, tables)),
            *(f"ALTER SEQUENCE \"{sequence}\" RESTART" for (sequence,) in sequences),
        )

    def drop_search_indexes(self, connection: Any) -> None:
        found = self._run(connection, f"SELECT indexname FROM pg_indexes WHERE indexname SIMILAR TO '{SEARCHES}'")
        self._run(connection, *(f'DROP INDEX "{name}"' for name, in found))

    def clear(self, name: str) -> None:
        self._run(self._admin, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        with closing(self.connect(name)) as connection:
            self._run(connection, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")


class Mariadb(Server):
    name = "mysql"
    quote = "``"

    def __init__(self, _folder: Path) -> None:
        _share_tls_settings()
        super().__init__(MARIADB_URL)

    def connect(self, database: str) -> Any:
        import pymysql
        return pymysql.connect(
            host=self._url.hostname or "", port=self._url.port or 3306, user=unquote(self._url.username or ""),
            password=unquote(self._url.password or ""), database=database, autocommit=True, connect_timeout=10,
        )

    def layout(self, connection: Any) -> str:
        return str(self._run(connection, """
            SELECT table_name, column_name, column_type FROM information_schema.columns
            WHERE table_schema = database()
            UNION ALL SELECT table_name, index_name, column_name FROM information_schema.statistics
            WHERE table_schema = database() ORDER BY 1, 2, 3"""))

    def empty(self, connection: Any) -> None:
        tables = self._run(connection, """
            SELECT table_name, auto_increment FROM information_schema.tables
            WHERE table_schema = database() AND table_name <> 'edgewise_schema'""")
        self._run(
            connection, "SET foreign_key_checks = 0, lock_wait_timeout = 5",
            *(f"{'TRUNCATE TABLE' if table == AUDIT else 'DELETE FROM'} `{table}`"  # the log's triggers refuse DELETE
              for table in self._filled(connection, tables)),
            *(f"ALTER TABLE `{table}` AUTO_INCREMENT = 1" for table, next_id in tables if next_id not in (None, 1)),
        )

    def drop_search_indexes(self, connection: Any) -> None:
        found = self._run(connection, f"""
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = database() AND column_name RLIKE '{SEARCHES.replace('%', '.*')}'""")
        self._run(connection, *(f"ALTER TABLE `{table}` DROP COLUMN `{column}`" for table, column in found))

    def clear(self, name: str) -> None:
        self._run(self._admin, f"DROP DATABASE {name}", f"CREATE DATABASE {name}")


def _share_tls_settings() -> None:
    """Let PyMySQL read the certificates of the system once, which it does for each connection."""
    try:
        from pymysql.connections import Connection
    except ImportError:
        return
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    pymysqls: Any = Connection
    pymysqls._create_ssl_ctx = lambda self, settings: context


ENGINES: Mapping[str, Callable[[Path], Engine]] = {
    "sqlite": Sqlite, "postgresql": Postgresql, "mariadb": Mariadb,
}
"""What EDGEWISE_TEST_ENGINE can say."""


def fixture_copy(engine: Engine, name: str) -> str:
    """The URL of a copy of a database of contract/rest: a file on SQLite, elsewhere imported."""
    source = FIXTURES / f"{name}.sqlite"
    if isinstance(engine, Sqlite):
        return engine.copy(source)
    url = engine.prepared()
    with closing(Network.open(url, types=())) as network:
        anope.run(network, str(source), dry_run=False, progress=lambda _: None)
    return url
