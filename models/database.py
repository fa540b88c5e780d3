"""From a database URL to a Peewee database: SQLite, PostgreSQL and MariaDB."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import peewee

from models.casemap import CaseMap
from models.database_url import HERE, masked, parse_url
from models.errors import DatabaseUnavailable, NotADatabase
from models.sqlite import DRIVER_ERRORS, Driver, file_uri, library_version

SQLITE_PRAGMAS = {
    "synchronous": "full",  # an acknowledged write outlives a power cut
    "foreign_keys": 1,
    "cache_size": -8_000,  # KiB for each connection: what is not in the file yet
    # bytes of the file that are read where the operating system caches it, once for all connections: no copies, 15 to
    # 40 % less time. They are counted as resident memory, of each connection, but are given up when memory is short
    "mmap_size": 256 * 1024 * 1024,
    "temp_store": "memory",
    "journal_size_limit": 64 * 1024 * 1024,
}
OLDEST_SQLITE = (3, 44)
"""The first version that has concat(), of which the compiler makes its statements."""

BUSY_SECONDS = 30
"""How long a connection waits for another program's write lock on SQLite."""


NAME_LIMIT = 63
"""How many bytes PostgreSQL keeps of a name; MariaDB takes 64 characters."""

INDEXED_BYTES = 2_600
"""How long the texts of an index are together at most: PostgreSQL's take 2,704 bytes, with what else they hold."""


class Database(peewee.Database):
    """A Peewee database of any engine; `engine` is one of models.database_url.ENGINES."""

    engine: str

    @property
    def is_near(self) -> bool:
        """Whether it is on this machine, as far as its address says so."""
        return self.connect_params.get("host", HERE[0]) in HERE

    def cell(self, sql: str, params: Sequence[object]) -> Any:
        """The only cell that a statement finds. Raises peewee.PeeweeException."""
        return self.execute_sql(sql, params).fetchone()[0]

    if TYPE_CHECKING:  # Peewee's own stubs leave these untyped

        def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:
            """Run one statement and return the driver's cursor; raises peewee.PeeweeException."""

        def connection(self) -> Any:
            """The driver's connection of this thread, opened at its first use."""

        def _connect(self) -> Any: ...


class SqliteDatabase(Driver, Database):
    """SQLite with the pragmas above and the function that Anope's own indexes call.

    Anope stores what IRC clients sent, in whatever encoding: what is no UTF-8 is read with replacement characters.
    """

    engine = "sqlite"

    def __init__(self, path: str, casemap: CaseMap) -> None:
        super().__init__(file_uri(Path(path)), pragmas=SQLITE_PRAGMAS, timeout=BUSY_SECONDS)
        self.register_function(casemap_function(casemap), "anope_canonicalize", 1, deterministic=True)


_PLANNING = """
    SELECT set_config(name, value, false) FROM pg_settings
    JOIN (VALUES ('jit', 'off'), ('random_page_cost', '1.1')) AS wanted (name, value) USING (name)
    WHERE source = 'default'
"""
"""Statements that read a few rows by index: compiling one takes longer than running it, and pages are in memory or on a
disk that does not seek. What the operator has set, for the server, a database or a role, stays."""


class PostgresqlDatabase(Database, peewee.PostgresqlDatabase):
    """PostgreSQL through psycopg 3."""

    engine = "postgresql"

    def __init__(self, name: str, **connect: Any) -> None:
        super().__init__(name, prefer_psycopg3=True, connect_timeout=10, **connect)

    def _connect(self) -> Any:
        connection = super()._connect()
        connection.execute(_PLANNING)  # poolers refuse such settings as options of the connection
        return connection

    def connect_apart(self) -> Any:
        """A further connection of the driver's, which is its caller's to close; texts go there and come in UTF-8."""
        connection = self._connect()
        if connection.info.encoding != "utf-8":
            connection.execute("SET client_encoding TO 'UTF8'")
        return connection


SURELY_SHORT = 100_000
"""How many characters the parameters of a statement have so that any MariaDB takes it, however they are escaped."""


class StatementTooLong(peewee.DataError):
    """A statement that MariaDB would not read: it closes the connection instead, and never says why."""


class MariaDatabase(Database, peewee.MySQLDatabase):
    """MariaDB through PyMySQL, with texts of any length and statements as strict as elsewhere."""

    engine = "mysql"
    sql_mode = "STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION"

    def __init__(self, name: str, **connect: Any) -> None:
        texts = {"TEXT": "LONGTEXT"}
        # as on PostgreSQL; MariaDB's own default locks the gaps around rows, where other writers insert theirs
        options = {"init_command": "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", **connect}
        super().__init__(name, field_types=texts, connect_timeout=10, collation="utf8mb4_nopad_bin", **options)

    def execute_sql(self, sql: str, params: Sequence[object] | None = None) -> Any:
        """As of all databases; raises StatementTooLong before the statement is sent."""
        if sum(len(each) for each in params or () if isinstance(each, (str, bytes))) > SURELY_SHORT:
            self._check_length(sql, params)
        return super().execute_sql(sql, params)

    def _check_length(self, sql: str, params: Sequence[object] | None) -> None:
        """The driver writes the parameters into the statement, with escapes."""
        most = int(super().execute_sql("SELECT @@max_allowed_packet").fetchone()[0])
        text: str = self.connection().cursor().mogrify(sql, params)
        if len(text.encode("utf-8", "surrogateescape")) >= most:
            raise StatementTooLong(f"MariaDB takes no more than {most} bytes at once; its max_allowed_packet says so")

    def connect_apart(self) -> Any:
        """A further connection of the driver's, which is its caller's to close."""
        return self._connect()


def casemap_function(casemap: CaseMap) -> Any:
    """Anope's `anope_canonicalize`, which the indexes of its databases call (contract/rest, Fixtures)."""
    def canonicalize(value: object) -> str | None:
        return None if value is None else casemap.fold(value if isinstance(value, str) else str(value))

    return canonicalize


def connect(url: str, casemap: CaseMap, *, create: bool = True) -> Database:
    """A Peewee database whose first connection is proven to work.

    A missing SQLite file is created unless `create` is false; nothing else is written.
    Raises InvalidURL, DatabaseUnavailable and NotADatabase.
    """
    location = parse_url(url)
    if location.engine == "sqlite":
        return _connect_sqlite(location.name, casemap, create)
    make = PostgresqlDatabase if location.engine == "postgresql" else MariaDatabase
    database: Database = make(location.name, **location.connect)
    try:
        database.connect()
    except peewee.ImproperlyConfigured:
        extra = "postgresql" if location.engine == "postgresql" else "mariadb"
        raise DatabaseUnavailable(f"the driver is missing; run: pip install 'edgewise[{extra}]'") from None
    except peewee.PeeweeException as error:
        why = first_line(error)
        raise DatabaseUnavailable(f"cannot reach {masked(url)}: {why}; check the URL and the server") from None
    return database


def _connect_sqlite(path: str, casemap: CaseMap, create: bool) -> SqliteDatabase:
    check_library(library_version())
    check_file(Path(path), create)
    database = SqliteDatabase(path, casemap)
    try:
        database.connect()
    except peewee.PeeweeException as error:
        raise DatabaseUnavailable(f"cannot open {path}: {first_line(error)}; check the path and its folder") from None
    return database


def check_library(version: tuple[int, ...]) -> None:
    """Raise DatabaseUnavailable for a SQLite that is too old: the driver was compiled with the system's."""
    if version < OLDEST_SQLITE:
        found, wanted = (".".join(map(str, each)) for each in (version, OLDEST_SQLITE))
        raise DatabaseUnavailable(
            f"SQLite {found} is too old, {wanted} is wanted; reinstall apsw from a wheel, or with a newer SQLite")


def check_file(path: Path, create: bool) -> None:
    """Raise unless the file is an SQLite database or may become one; look only."""
    try:
        if not path.exists():
            return _check_missing(path, create)
        if not path.is_file():
            raise NotADatabase(f"{path} is no file; give the path of an SQLite database")
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise DatabaseUnavailable(f"cannot open {path}: {error.strerror}; check the path and who may read it") from None
    if head and head != b"SQLite format 3\0":
        raise NotADatabase(f"{path} is no SQLite database; check the path")
    return None


def _check_missing(path: Path, create: bool) -> None:
    if not create:
        raise DatabaseUnavailable(f"{path} does not exist; check the path")
    if not path.parent.is_dir():
        raise DatabaseUnavailable(f"the folder {path.parent} does not exist; create it first")


def first_line(error: BaseException) -> str:
    """The first line of an error's text: drivers add hints and positions below."""
    return str(error).strip().split("\n")[0] or type(error).__name__


def begin_use(database: Database) -> None:
    """Prepare a database for readers and a writer at the same time; on SQLite this is kept in the file."""
    if database.engine == "sqlite":
        database.execute_sql("PRAGMA journal_mode = wal")


@contextmanager
def transaction(database: Database) -> Iterator[None]:
    """One transaction that takes SQLite's write lock at once, so that it never has to give up midway."""
    with database.atomic("IMMEDIATE") if isinstance(database, SqliteDatabase) else database.atomic():
        yield


def execute_many(database: Database, sql: str, rows: Sequence[Sequence[object]]) -> None:
    """Run one statement for each row of parameters; raises peewee.PeeweeException."""
    with DRIVER_ERRORS:
        database.connection().cursor().executemany(sql, rows)


def our_name(*parts: str) -> str:
    """The name of an index or a column that edgewise adds: cut with a hash where the engines' limits are near."""
    name = "_".join(("edgewise", *parts))
    if len(name.encode()) <= NAME_LIMIT:
        return name
    digest = blake2b(name.encode(), digest_size=8).hexdigest()
    return f"{name.encode()[:NAME_LIMIT - len(digest) - 1].decode(errors='ignore')}_{digest}"


def quoted(database: Database, name: str) -> str:
    """An identifier in the engine's quotes."""
    opening, closing = database.quote[0], database.quote[1]
    return f"{opening}{name.replace(closing, closing * 2)}{closing}"
