"""The command line of the benchmarks: `python -m benchmarks [--seconds N]`."""
from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
from itertools import chain

from benchmarks import legacy, logins
from benchmarks.wrk import CONNECTIONS, LoadError


def main() -> int:
    """Print every table; 1 if a tool is missing or a server fails under load."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--seconds", type=int, default=3, help="how long each request is repeated (%(default)s)")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores, ", end="")
    print(f"one worker, {CONNECTIONS} connections\n")
    try:
        for line in chain(legacy.measure(options.seconds), [""], legacy.measure_long_list(), [""], logins.measure()):
            print(line, flush=True)
    except LoadError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
