"""Where the databases are: files of one folder, or databases of one server that are dropped at the end."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.graphql.data import ONCE, write_long_list, write_network
from models.casemap import CaseMap
from models.database import connect, quoted


class Place:
    """The databases of one engine, each made when it is first asked for; `new` gives the URL of an empty one."""

    def __init__(self, engine: str, name: str, new: Callable[[str], str]) -> None:
        self.engine, self.name, self._new = engine, name, new
        self._made: dict[str, str] = {}

    def network(self, times: int = 1) -> str:
        """The URL of a network with so many times the data."""
        return self._once(f"network_{times}", partial(write_network, size=ONCE.times(times)))

    def long_list(self) -> str:
        """The URL of a database with one long list."""
        return self._once("long_list", write_long_list)

    def _once(self, name: str, write: Callable[[str], None]) -> str:
        if name not in self._made:
            url = self._new(name)
            write(url)
            self._made[name] = url
        return self._made[name]


@contextmanager
def files(folder: Path) -> Iterator[Place]:
    """Files in a folder, which is its maker's to remove."""
    yield Place("sqlite", "SQLite", lambda name: f"sqlite:///{folder / name}.db")


@contextmanager
def postgres(url: str) -> Iterator[Place]:
    """Databases of a server, made through one whose URL is given by a user who may do everything there."""
    admin = connect(url, CaseMap("ascii"))
    made: list[str] = []

    def new(name: str) -> str:
        made.append(f"edgewise_benchmark_{os.getpid()}_{name}")
        admin.execute_sql(f"CREATE DATABASE {quoted(admin, made[-1])}")
        return urlsplit(url)._replace(path=f"/{made[-1]}").geturl()

    try:
        yield Place("postgresql", "PostgreSQL", new)
    finally:
        for name in made:
            admin.execute_sql(f"DROP DATABASE IF EXISTS {quoted(admin, name)} WITH (FORCE)")
        admin.close()
