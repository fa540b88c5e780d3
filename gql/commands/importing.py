"""`edgewise import`: what Prosody or Anope stored, copied into the database."""
from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from gql.commands.lines import show
from gql.commands.operator import operator
from gql.commands.progress import progress
from gql.opening import is_missing, open_network
from gql.settings import Settings
from models.database_url import parse_url
from models.errors import SetupError
from models.importing import anope, prosody
from models.network import Network

READERS = {"anope": anope.run, "prosody": prosody.run}


def run(settings: Settings, *, kind: str, source: str, dry_run: bool) -> int:
    """Import, print the report, return the exit status. Raises models.errors.SetupError."""
    with _target(settings, dry_run=dry_run) as network, progress(sys.stderr) as shown:
        report = READERS[kind](network, source, dry_run=dry_run, progress=shown, actor=operator())
    show(report.lines())
    return 0


@contextmanager
def _target(settings: Settings, *, dry_run: bool) -> Iterator[Network]:
    """The network to import into; where no database was, only an import that succeeds leaves one behind."""
    missing = is_missing(settings.database)
    with TemporaryDirectory(prefix="edgewise-") as folder:
        if dry_run and missing:
            settings = replace(settings, database=f"sqlite:///{Path(folder) / 'dry-run.db'}")
        try:
            with closing(open_network(settings)) as network:
                yield network
        except SetupError:
            if missing:
                _remove(parse_url(settings.database).name)
            raise


def _remove(database: str) -> None:
    """Remove a SQLite file with those that stand beside it while it is in use."""
    for ending in ("", "-wal", "-shm"):
        Path(database + ending).unlink(missing_ok=True)
