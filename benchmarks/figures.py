"""What a benchmark comes to: figures with what is required of them, and tables of rates behind them."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

HEAD = ("| figure | measured | required | |", "| --- | ---: | ---: | --- |")


@dataclass(frozen=True)
class Figure:
    """One line of the table; `at_most`: the required value is the largest that is allowed, else the least."""

    name: str
    value: float
    required: float
    unit: str = ""
    at_most: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the figure is as it has to be."""
        return self.value <= self.required if self.at_most else self.value >= self.required

    def line(self) -> str:
        """The line in Markdown."""
        value, required = _shown(self.value, self.unit), _shown(self.required, self.unit)
        bound, verdict = "at most" if self.at_most else "at least", "ok" if self.is_met else "MISSED"
        return f"| {self.name} | {value} | {bound} {required} | {verdict} |"


@dataclass(frozen=True)
class Skipped:
    """A figure that was not measured, and why."""

    name: str
    reason: str

    def line(self) -> str:
        """The line in Markdown."""
        return f"| {self.name} | skipped: {self.reason} | | |"


@dataclass(frozen=True)
class Rates:
    """A table of rates: for each row what it did in each column; a missing one was not measured."""

    title: str
    columns: Sequence[str]
    rows: Mapping[str, Sequence[float]]

    def lines(self) -> list[str]:
        """The table in Markdown."""
        head = f"| {self.title} | {' | '.join(self.columns)} |"
        rule = f"| --- |{' ---: |' * len(self.columns)}"
        return [head, rule, *(f"| {name} | {' | '.join(map(_rate, row))} |" for name, row in self.rows.items())]


Result = Figure | Skipped | Rates


def _shown(value: float, unit: str) -> str:
    text = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
    return f"{text} {unit}".rstrip()


def _rate(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
