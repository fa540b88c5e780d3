"""`edgewise check`: what is broken in the database."""
from __future__ import annotations

from contextlib import closing

from gql.commands.lines import show
from gql.commands.operator import operator
from gql.opening import open_existing
from gql.settings import Settings
from models.check import check


def run(settings: Settings, *, repair: bool) -> int:
    """Print a line a finding; return 1 if any is left, else 0. Raises models.errors.SetupError."""
    with closing(open_existing(settings)) as network:
        findings = check(network, repair=repair, actor=operator())
        left = check(network) if repair and findings else findings
    show(findings)
    return 1 if left else 0
