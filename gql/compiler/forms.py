"""How each kind of field becomes JSON in SQL: what gql.schema.stored does in Python, for each engine.

Columns that Anope made on SQLite have no type and can hold anything. What the field cannot mean is null.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain

from gql.compiler.dialects.dialect import Dialect
from gql.compiler.meanings import Value
from models.catalogue import Kind
from models.query.nodes import Node, sql

FIRST_MOMENT, LAST_MOMENT = -62_135_596_800, 253_402_300_799
"""The seconds of the first and the last moment that RFC 3339 can write: the years 1 to 9999."""

MOMENTS: Mapping[str, tuple[str, ...]] = {
    "sqlite": ("'\"' || date(", ", 'unixepoch') || 'T' || time(", ", 'unixepoch') || 'Z\"'"),
    "postgresql": (r"""to_char(timestamp 'epoch' + interval '1 second' * """,
                   r""", '\"YYYY-MM-DD"T"HH24:MI:SS"Z\"')"""),
    "mysql": ("""date_format(date_add('1970-01-01', INTERVAL """, """ SECOND), '"%%Y-%%m-%%dT%%H:%%i:%%sZ"')"""),
}
"""What makes a text of seconds since 1970, in JSON's quotes: they stand in the gaps.

SQLite's strftime() takes twice as long as date() and time().
"""

PLAIN_MOMENT = ("date(", ", 'unixepoch') || 'T' || time(", ", 'unixepoch') || 'Z'")
"""The same on SQLite without the quotes."""


@dataclass(frozen=True)
class Manner:
    """How a value is written: what stands around texts that need no escapes, and what stands for none."""

    quote: str
    none: str


JSON, PLAIN = Manner('"', "'null'"), Manner("", "NULL")
"""As JSON, and as SQLite's functions take what they make JSON of."""


class Forms:
    """The forms of fields on one engine."""

    def __init__(self, dialect: Dialect, engine: str) -> None:
        self._dialect, self._engine = dialect, engine

    def json(self, value: Value, stored: Node) -> Node:
        """The JSON of a field, given what is stored."""
        return self._written(value, stored, JSON)

    def plain(self, value: Value, stored: Node) -> Node | None:
        """The same as a text, a number or NULL, on SQLite; None for flags, which are nothing of these."""
        return None if value.field.kind is Kind.BOOL else self._written(value, stored, PLAIN)

    def _written(self, value: Value, stored: Node, manner: Manner) -> Node:
        if value.field.kind is Kind.ENUM:
            return self._enum(value, stored, manner)
        return _FORMS[Kind.INT64 if value.field.duration else value.field.kind](self, stored, manner)

    def _text(self, stored: Node, manner: Manner) -> Node:
        text = self.as_text(stored)
        return text if manner is PLAIN else self._dialect.quoted(text)

    def as_text(self, stored: Node) -> Node:
        """What is stored as text, whatever it is."""
        return sql("CAST(", stored, " AS ", "CHAR" if self._engine == "mysql" else "TEXT", ")")

    def _number(self, stored: Node, write: Callable[[Node], Node], otherwise: Node | str) -> Node:
        """What `write` makes of a whole number, `otherwise` for what is none."""
        if self._engine != "sqlite":
            return write(stored)
        number = sql("CAST(", stored, " AS INTEGER)")
        if_text = sql("CASE WHEN ", _spells(stored, number), " THEN ", write(number), " ELSE ", otherwise, " END")
        return sql("CASE typeof(", stored, ") WHEN 'integer' THEN ", write(stored), " WHEN 'text' THEN ", if_text,
                   " ELSE ", otherwise, " END")

    def _flag(self, stored: Node, _: Manner) -> Node:
        def write(number: Node) -> Node:
            return sql("CASE WHEN ", number, " <> 0 THEN 'true' ELSE 'false' END")

        return self._number(stored, write, sql("CASE WHEN ", stored, " = 'true' THEN 'true' ELSE 'false' END"))

    def _moment(self, stored: Node, manner: Manner) -> Node:
        first, *others = PLAIN_MOMENT if manner is PLAIN else MOMENTS[self._engine]

        def write(number: Node) -> Node:
            within = sql(number, f" BETWEEN {FIRST_MOMENT} AND {LAST_MOMENT} AND ", number, " <> 0")
            rest = chain.from_iterable((number, text) for text in others)
            return sql("CASE WHEN ", within, " THEN ", first, *rest, f" ELSE {manner.none} END")

        return self._number(stored, write, manner.none)

    def _int(self, stored: Node, manner: Manner) -> Node:
        def write(number: Node) -> Node:
            within = sql(number, f" BETWEEN {-2**31} AND {2**31 - 1}")
            return sql("CASE WHEN ", within, " THEN ", self._dialect.cast(number), f" ELSE {manner.none} END")

        return self._number(stored, write, manner.none)

    def _big(self, stored: Node, manner: Manner) -> Node:
        def write(number: Node) -> Node:
            if manner is PLAIN:
                return self.as_text(number)
            return self._dialect.otherwise(self._dialect.text(('"', self._dialect.cast(number), '"')), "null")

        return self._number(stored, write, manner.none)

    def _enum(self, value: Value, stored: Node, manner: Manner) -> Node:
        """Stored as the name or, by other programs, the number of a value."""
        literal, quote = self._dialect.literal, manner.quote
        cases = [f" WHEN {literal(each)} THEN {literal(quote + shown + quote)}"
                 for name, number, shown in value.values for each in (name, str(number))]
        return sql("CASE ", self.as_text(stored), *cases, f" ELSE {manner.none} END")


def _spells(text: Node, number: Node) -> Node:
    """The condition that a text is what a whole number of 64 bits is written as: SQLite casts much else to one."""
    return sql("CAST(", number, " AS TEXT) = ", text)


_FORMS: Mapping[Kind, Callable[[Forms, Node, Manner], Node]] = {
    Kind.STRING: Forms._text, Kind.BOOL: Forms._flag, Kind.TIME: Forms._moment,
    Kind.INT16: Forms._int, Kind.INT32: Forms._int, Kind.UINT32: Forms._big, Kind.INT64: Forms._big,
}
"""Everything but references, which are edges, and enums, whose values differ."""
