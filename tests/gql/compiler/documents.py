"""Queries as trees, and as the operations that are written from them."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gql.schema.execution import Operation
from tests.gql.compiler.values import Mode, Value, Variables


@dataclass(frozen=True)
class Directive:
    """`@skip` or `@include`."""

    name: str
    condition: Value


@dataclass(frozen=True)
class Field:
    """A field; what it leads to is empty for values."""

    name: str
    alias: str | None = None
    arguments: tuple[tuple[str, Value], ...] = ()
    directives: tuple[Directive, ...] = ()
    selections: tuple[Selection, ...] = ()


@dataclass(frozen=True)
class Inline:
    """An inline fragment; `on` is None where it says no type."""

    on: str | None
    selections: tuple[Selection, ...]
    directives: tuple[Directive, ...] = ()


@dataclass(frozen=True)
class Spread:
    """The place of a named fragment."""

    fragment: str
    directives: tuple[Directive, ...] = ()


@dataclass(frozen=True)
class Fragment:
    """A named fragment."""

    name: str
    on: str
    selections: tuple[Selection, ...]


Selection = Field | Inline | Spread


@dataclass(frozen=True)
class Query:
    """A query with its fragments. `name` is None for one without; `beside` is another operation of the document."""

    selections: tuple[Selection, ...]
    fragments: tuple[Fragment, ...] = ()
    name: str | None = None
    beside: str | None = None

    def operation(self, mode: Mode = Mode.DRAWN) -> Operation:
        """What a client would send."""
        writer = _Writer(Variables(mode))
        body = writer.block(self.selections, "")
        fragments = [f"\nfragment {one.name} on {one.on} {writer.block(one.selections, '')}" for one in self.fragments]
        declared = ", ".join(f"${name}: {type_}" for name, type_ in writer.variables.declared.items())
        head = f"query {self.name or ''}{f'({declared})' if declared else ''} ".replace("query  ", "query ")
        parts = [("" if head == "query " else head) + body, *fragments, *([self.beside] if self.beside else [])]
        return Operation("\n".join(parts), writer.variables.given, self.name if self.beside else None)

    def __repr__(self) -> str:
        """The document and the variables, as a failing test shows them."""
        operation = self.operation()
        return f"\n{operation.document}\n{dict(operation.variables or {})!r}"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """Show it so in hypothesis's reports too, which would spell out its parts."""
        printer.text(repr(self))


class _Writer:
    def __init__(self, variables: Variables) -> None:
        self.variables = variables

    def block(self, selections: Sequence[Selection], indent: str) -> str:
        inner = f"{indent}  "
        lines = "".join(f"{inner}{self._selection(one, inner)}\n" for one in selections)
        return f"{{\n{lines}{indent}}}"

    def _selection(self, one: Selection, indent: str) -> str:
        if isinstance(one, Spread):
            return f"...{one.fragment}{self._directives(one.directives)}"
        if isinstance(one, Inline):
            on = f" on {one.on}" if one.on else ""
            return f"...{on}{self._directives(one.directives)} {self.block(one.selections, indent)}"
        return self._field(one, indent)

    def _field(self, one: Field, indent: str) -> str:
        written = ((name, self.variables.written(name, value)) for name, value in one.arguments)
        arguments = ", ".join(f"{name}: {text}" for name, text in written if text is not None)
        head = f"{one.alias}: {one.name}" if one.alias else one.name
        head += (f"({arguments})" if arguments else "") + self._directives(one.directives)
        return f"{head} {self.block(one.selections, indent)}" if one.selections else head

    def _directives(self, directives: Sequence[Directive]) -> str:
        return "".join(f" @{one.name}(if: {self.variables.written(one.name, one.condition)})" for one in directives)
