"""The command line of the benchmarks: `python -m benchmarks`."""
from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from itertools import chain
from pathlib import Path

import apsw

from benchmarks import legacy, logins
from benchmarks.figures import HEAD, Rates, Result
from benchmarks.graphql import access, company, growth, inside, memory, ratios, refusals
from benchmarks.graphql.places import Place, files, postgres
from benchmarks.graphql.plan import Plan
from benchmarks.wrk import CONNECTIONS, LoadError

APART: dict[str, Callable[[int], Iterator[str]]] = {
    "legacy": legacy.measure,
    "long-list": lambda _: legacy.measure_long_list(),
    "logins": lambda _: logins.measure(),
}
"""The parts with a table or a text of their own, by the names that `--only` takes."""

GRAPHQL: dict[str, Callable[[Plan], Iterator[Result]]] = {
    "ratios": ratios.measure,
    "growth": growth.measure,
    "company": company.measure,
    "inside": inside.measure,
    "memory": memory.measure,
    "access": access.measure,
    "refusals": refusals.measure,
}
"""The parts of the one table for /graphql, likewise."""

PARTS = (*APART, *GRAPHQL)


def main() -> int:
    """Print every table; 1 if a tool is missing or a server fails under load."""
    options = _parser().parse_args()
    print(f"Python {platform.python_version()}, SQLite {apsw.sqlite_lib_version()}, {os.cpu_count()} cores, ", end="")
    print(f"one worker, {CONNECTIONS} connections\n")
    try:
        for line in _lines(options):
            print(line, flush=True)
    except LoadError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--seconds", type=int, default=3, help="how long each request is repeated (%(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="how often the servers take turns (%(default)s)")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART",
                        help="which parts are measured: %(choices)s")
    parser.add_argument("--engine", nargs="+", choices=("sqlite", "postgresql"), default=("sqlite", "postgresql"),
                        help="on which engines /graphql is measured")
    parser.add_argument("--postgresql", metavar="URL", default=os.environ.get("EDGEWISE_TEST_POSTGRESQL"),
                        help="a database of a server that may be used for it ($EDGEWISE_TEST_POSTGRESQL)")
    return parser


def _lines(options: argparse.Namespace) -> Iterator[str]:
    for name, measure in APART.items():
        if name in options.only:
            yield from chain(measure(options.seconds), [""])
    parts = [part for name, part in GRAPHQL.items() if name in options.only]
    if parts:
        with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
            places = [stack.enter_context(place) for place in _places(options, Path(folder))]
            if "postgresql" in options.engine and not options.postgresql:
                yield "PostgreSQL is skipped: name a database of a server with --postgresql.\n"
            yield from _table(parts, Plan(options.seconds, options.rounds, places))


def _places(options: argparse.Namespace, folder: Path) -> Iterator[AbstractContextManager[Place]]:
    if "sqlite" in options.engine:
        yield files(folder)
    if "postgresql" in options.engine and options.postgresql:
        yield postgres(options.postgresql)


def _table(parts: Sequence[Callable[[Plan], Iterator[Result]]], plan: Plan) -> Iterator[str]:
    """One table of figures, each as soon as it is measured, and below it the rates behind them."""
    yield from HEAD
    behind: list[Rates] = []
    for result in chain.from_iterable(part(plan) for part in parts):
        if isinstance(result, Rates):
            behind.append(result)
        else:
            yield result.line()
    for rates in behind:
        yield from ("", *rates.lines())


if __name__ == "__main__":
    sys.exit(main())
