"""Stanzas: as XML in the rows of Prosody's archives, as tables in the items of its lists."""
from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from models.errors import ValueSyntaxError
from models.lua.value import MAX_DEPTH, Table, Value

_SEPARATOR = "\x01"
"""Between the parts of names as expat tells them: no character of XML."""

_MOMENTS = range(-(2**31), 2**31)
"""The times that Prosody's column holds on every engine."""

_ESCAPES = {"\r": "&#13;"}
_ATTRIBUTE_ESCAPES = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
"""What a reader of XML would take for another kind of white space."""


class ArchiveRow(NamedTuple):
    """What stands in a row of an archive beside its store: `when` in seconds since 1970, `value` by its `type`."""

    key: bytes
    when: int | float
    with_: bytes
    type: str
    value: bytes


def parse(xml: bytes) -> Table:
    """The table for a stanza: name, attr, and the children and texts as its sequence.

    An element in a namespace has it in attr.xmlns, also an inherited one (contract/data, "Fixture formats").
    Raises ValueSyntaxError for what is no XML, has a document type, or is nested too deep.
    """
    builder = _Builder()
    try:
        builder.parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise ValueSyntaxError(expat.ErrorString(error.code), error.lineno, error.offset + 1) from error
    return builder.root


class _Builder:
    """Builds tables from what expat tells."""

    def __init__(self) -> None:
        self.root = Table()
        self._open: list[list[Value]] = []
        self.parser = expat.ParserCreate("utf-8", _SEPARATOR)
        self.parser.namespace_prefixes = True
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = lambda _: self._open.pop()
        self.parser.CharacterDataHandler = lambda text: self._open[-1].append(text.encode())
        self.parser.StartDoctypeDeclHandler = self._refuse  # entities are declared there, also those that explode

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= MAX_DEPTH - 1:  # attr is one more table
            self._refuse()
        namespace, _, local = name.rpartition(_SEPARATOR) if name.count(_SEPARATOR) < 2 else _split(name)
        attr: dict[bytes, Value] = {_attribute(key): value.encode() for key, value in attributes.items()}
        if namespace:
            attr[b"xmlns"] = namespace.encode()
        children: list[Value] = []
        element = Table.of(children, {b"name": local.encode(), b"attr": Table.of([], attr)})
        if self._open:
            self._open[-1].append(element)
        else:
            self.root = element
        self._open.append(children)

    def _refuse(self, *_: object) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise ValueSyntaxError("a document type, or too many elements inside each other", line, column)


def _split(name: str) -> tuple[str, str, str]:
    """Namespace, prefix and local part of a name that has all three."""
    namespace, local, prefix = name.split(_SEPARATOR)
    return namespace, prefix, local


def _attribute(name: str) -> bytes:
    """The name of an attribute with its prefix, if it has one."""
    parts = name.split(_SEPARATOR)
    return (f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[-1]).encode()


def item(row: ArchiveRow, value: Value) -> Value:
    """The list item for a row of an archive and the value in it: what file storage would hold.

    That is the stanza with the row's key, when and with, and the time as text in attr.stamp.
    """
    if isinstance(value, Table):
        value.set(b"key", row.key)
        value.set(b"when", row.when)
        value.set(b"with", row.with_)
        attr = value.get(b"attr")
        if row.type == "xml" and isinstance(attr, Table):
            attr.set(b"stamp", _stamp(row.when))
    return value


def _stamp(when: int | float) -> bytes | None:
    try:
        return datetime.fromtimestamp(when, UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    except (ValueError, OverflowError, OSError):
        return None  # further away than a date can be


def archive_row(value: Value) -> ArchiveRow | None:
    """The row of an archive for a list item, None unless `item` gives back exactly this item."""
    if not isinstance(value, Table):
        return None
    key, when, with_ = value.get(b"key"), value.get(b"when"), value.get(b"with")
    if not isinstance(key, bytes) or not isinstance(with_, bytes) or type(when) is not int or when not in _MOMENTS:
        return None
    try:
        row = ArchiveRow(key, when, with_, "xml", _xml(value, "", root=True).encode())
        same = b"\0" not in key + with_ and item(row, parse(row.value)) == value
        return row if same and key.decode() + with_.decode() else None
    except (ValueError, ValueSyntaxError):
        return None


def to_xml(value: Value) -> str | None:
    """The XML text of the stanza in a list item, None if it cannot be written so."""
    try:
        text = _xml(value, "", root=True) if isinstance(value, Table) else ""
        parse(text.encode())  # names hold anything
    except (ValueError, ValueSyntaxError):
        return None
    return text


def _xml(element: Value, inherited: str, *, root: bool = False) -> str:
    """The XML text of an element or of text; raises ValueError for anything else."""
    if isinstance(element, bytes):
        return escape(element.decode(), _ESCAPES)
    attr = element.get(b"attr") if isinstance(element, Table) else None
    if not isinstance(element, Table) or not isinstance(attr, Table):
        raise ValueError("no element")  # noqa: TRY004 # one error for all that has no XML
    name, namespace = _text(element.get(b"name")), inherited
    written = ""
    for key, value in attr.fields():
        if key == b"xmlns":
            namespace = _text(value)
            written += "" if namespace == inherited else f" xmlns={quoteattr(namespace)}"
        elif not root or key != b"stamp":
            written += f" {_text(key)}={quoteattr(_text(value), _ATTRIBUTE_ESCAPES)}"
    inside = "".join(_xml(child, namespace) for child in element.sequence())
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def _text(value: Value) -> str:
    if not isinstance(value, bytes):
        raise ValueError("no text")  # noqa: TRY004 # one error for all that has no XML
    return value.decode()
