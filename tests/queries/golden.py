"""The golden files: queries named by what they show, the answers on the demonstration, and the statements behind them.

Of `<behaviour>.graphql` stand beside it `.json`, the answer; `.variables.json`, where it has variables; and
`.sqlite.sql`, `.postgresql.sql`, `.mariadb.sql`, what each engine is asked. A query that begins with
`# operation: NAME` runs that operation of its document.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gql import demo
from gql.demo.xmpp import HOST
from gql.schema.build import build_schema
from gql.schema.execution import Operation
from gql.schema.quirks import Schema
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue
from models.network import Network
from models.query.operands import is_name
from tests.engines import ENGINES, Engine
from tests.gql.compiler.worlds import World

FOLDER = Path(__file__).parent

ENGINE_OF = {"sqlite": "sqlite", "postgresql": "postgresql", "mysql": "mariadb"}
"""The engines as the names of files have them, by those of models.database."""

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Golden:
    """One query with what stands beside it."""

    behaviour: str

    @property
    def operation(self) -> Operation:
        """What is asked."""
        document, variables = self._path("graphql").read_text(encoding="utf-8"), self._path("variables.json")
        named = re.match(r"# operation: (\w+)\n", document)
        given = json.loads(variables.read_text(encoding="utf-8")) if variables.exists() else {}
        return Operation(document, given, named[1] if named else None)

    @property
    def answer(self) -> str:
        """The answer as it was written; empty if there is none yet."""
        return _read(self._path("json"))

    def statements(self, engine: str) -> str:
        """The statements as they were written for an engine; empty if there are none."""
        return _read(self._path(f"{ENGINE_OF[engine]}.sql"))

    def write_answer(self, content: Any) -> None:
        """Write the answer."""
        self._path("json").write_text(printed(content), encoding="utf-8")

    def write_statements(self, engine: str, text: str) -> None:
        """Write the statements, or remove the file if there are none."""
        path = self._path(f"{ENGINE_OF[engine]}.sql")
        path.write_text(text, encoding="utf-8") if text else path.unlink(missing_ok=True)

    def _path(self, suffix: str) -> Path:
        return FOLDER / f"{self.behaviour}.{suffix}"


def goldens() -> list[Golden]:
    """All of them, by name."""
    return [Golden(path.stem) for path in sorted(FOLDER.glob("*.graphql"))]


def printed(content: Any) -> str:
    """An answer as the files have it, so that differences can be read."""
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def strays() -> Iterator[str]:
    """The files that belong to no query, and those that are named unlike a behaviour."""
    known = {golden.behaviour for golden in goldens()}
    suffixes = {".json", ".variables.json", ".graphql", *(f".{engine}.sql" for engine in ENGINE_OF.values())}
    for path in FOLDER.iterdir():
        behaviour, dot, suffix = path.name.partition(".")
        if path.suffix in (".json", ".sql", ".graphql") and not (
                behaviour in known and f"{dot}{suffix}" in suffixes and NAME.fullmatch(behaviour)):
            yield path.name


def demo_schema() -> Schema:
    """The schema of the demonstration."""
    return build_schema(Catalogue(BUILTIN_TYPES), HOST)


@contextmanager
def demo_world(engine: Engine, schema: Schema) -> Iterator[World]:
    """The demonstration on an engine."""
    with closing(Network.open(engine.prepared(), types=())) as network:
        demo.fill(network)
        _index(network)
        world = World("demo", network, schema)
        with world.runner:
            yield world


def _index(network: Network) -> None:
    """Make the indexes of all names, so that no statement depends on what was asked before."""
    for type_ in network.catalogue:
        for field in map(type_.field, type_.key):
            if is_name(type_, field):
                network.store.create_index(type_.name, field.name)


@contextmanager
def engine_called(name: str, folder: Path) -> Iterator[Engine]:
    """An engine by the name that EDGEWISE_TEST_ENGINE has for it."""
    with closing(ENGINES[name](folder)) as engine:
        yield engine


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
