"""`python -m tests.queries.write [BEHAVIOUR...]`: write answers and statements anew, to be read before they are kept.

The answers are those of the reference executor on SQLite. Statements are written for each engine that is there
(EDGEWISE_TEST_POSTGRESQL and EDGEWISE_TEST_MARIADB say where). Tests never write.
"""
from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from gql.schema.quirks import Schema
from tests.engines import ENGINES, EngineAbsent
from tests.gql.compiler.executors import reference, statements
from tests.queries.golden import Golden, demo_schema, demo_world, engine_called, goldens


def main(behaviours: Sequence[str]) -> int:
    """Write the files of some behaviours, by default of all; return the exit status."""
    chosen = [golden for golden in goldens() if not behaviours or golden.behaviour in behaviours]
    schema = demo_schema()
    for name in ENGINES:
        with TemporaryDirectory() as folder:
            try:
                _write(name, Path(folder), schema, chosen)
            except EngineAbsent as absent:
                sys.stderr.write(f"left out: {absent}\n")
    return 0


def _write(name: str, folder: Path, schema: Schema, chosen: Sequence[Golden]) -> None:
    with engine_called(name, folder) as engine, demo_world(engine, schema) as world:
        for golden in chosen:
            if name == "sqlite":
                golden.write_answer(reference(world, golden.operation, "admin").content)
            golden.write_statements(engine.name, statements(world, golden.operation, "admin"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
