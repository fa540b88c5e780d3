"""What other servers stored, read into a network: one module a source, and what each reports."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models import audit_entries
from models.audit import Actor
from models.database_url import masked
from models.network import Network

Progress = Callable[[str], None]
"""Called again and again with what is being done."""


def silent(text: str) -> None:
    """A progress that nobody watches."""


@dataclass(frozen=True)
class Report:
    """What an import did, or with `dry_run` would do.

    `read`: how many things the source holds. `written`: how many of them were new or different. `skipped`:
    what was left out, as (what, why).
    """

    read: int
    written: int
    skipped: tuple[tuple[str, str], ...] = ()

    def lines(self) -> list[str]:
        """The report for people: a line for each thing left out, then the sums."""
        left_out = [f"skipped {what}: {why}" for what, why in self.skipped]
        return [*left_out, f"{self.read} read, {self.written} written, {len(self.skipped)} skipped"]


def record(network: Network, actor: Actor | None, kind: str, source: str, report: Report) -> None:
    """Write an import into the audit log; run it in the transaction that imports."""
    if actor:
        network.store.audit.record(actor, audit_entries.imported(kind, masked(source), report.written))
