"""The statements that run during a test, as Peewee's log has them."""
from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


class Statements(logging.Handler):
    """Statements with their parameters, in the order in which they ran."""

    def __init__(self) -> None:
        super().__init__()
        self.run: list[tuple[str, Sequence[object]]] = []

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.msg, tuple):
            self.run.append(record.msg)

    @property
    def sql(self) -> list[str]:
        """Their texts."""
        return [sql for sql, _ in self.run]

    def clear(self) -> None:
        """Forget them."""
        self.run.clear()

    def taken(self) -> list[str]:
        """The texts of those since the last time."""
        texts = self.sql
        self.clear()
        return texts


@contextmanager
def listened() -> Iterator[Statements]:
    """The statements that run in a block."""
    logger, statements = logging.getLogger("peewee"), Statements()
    level = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(statements)
    try:
        yield statements
    finally:
        logger.removeHandler(statements)
        logger.setLevel(level)
