"""Messages, as archives and lists of offline messages hold them."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from models.lua.value import Table, Value
from models.xmpp import json_form, stanza
from models.xmpp.json_form import JSON, Moment
from models.xmpp.list_rows import Entry
from models.xmpp.places import ARCHIVE
from models.xmpp.rows import Unreadable, decode
from models.xmpp.stanza import ArchiveRow

CLIENT_NAMESPACES = (None, b"jabber:client")
"""The namespaces of a message's own elements; stored ones mostly leave theirs out."""


@dataclass(frozen=True)
class Message:
    """A stanza in a list. What does not stand there, is empty, or is no text or number as it should be, is None.

    `id` is the key in the archive (XEP-0313), `when` the time in seconds since 1970, `with_` the correspondent's
    bare address, `from_` and `to` full addresses, `body` the text.
    """

    id: str | None
    when: Moment | None
    with_: str | None
    from_: str | None
    to: str | None
    type: str | None
    body: str | None
    value: Value = field(repr=False)
    stored_xml: bytes | None = field(default=None, repr=False)

    @property
    def xml(self) -> str | None:
        """The stanza as XML; None if it cannot be written so."""
        if self.stored_xml is not None:
            return self.stored_xml.decode("utf-8", "replace")
        return stanza.to_xml(self.value)

    @property
    def json(self) -> JSON:
        """The stanza as /data has it; null if it cannot be read."""
        return json_form.from_value(self.value)


def from_entry(entry: Entry) -> Message:
    """The message in an entry of a list. One that cannot be read has nothing but what the columns say."""
    try:
        value = decode(entry.type, entry.value)
    except Unreadable:
        value = None
    if entry.place.part != ARCHIVE:
        return from_value(value)
    row = ArchiveRow(entry.key or b"", entry.when or 0, entry.with_ or b"", entry.type, entry.value)
    facts = stanza.item(row, value if isinstance(value, Table) else Table())
    return _message(facts, value, entry.value if entry.type == "xml" and value is not None else None)


def from_value(value: Value) -> Message:
    """The message in an item of a list; key, time and correspondent are those of the item."""
    return _message(value, value, None)


def _message(facts: Value, value: Value, stored_xml: bytes | None) -> Message:
    item = facts if isinstance(facts, Table) else Table()
    attributes = _table(item.get(b"attr"))
    from_, to, type_ = (_text(attributes.get(name)) or None for name in (b"from", b"to", b"type"))
    when = json_form.number(item.get(b"when"))
    if when is None:
        when = _moment(_text(attributes.get(b"stamp")) or "")
    id_, with_ = (_text(item.get(name)) or None for name in (b"key", b"with"))
    return Message(id_, when, with_, from_, to, type_, _body(item), value, stored_xml)


def _body(message: Table) -> str | None:
    """The text of the first body."""
    for child in message.sequence():
        is_body = isinstance(child, Table) and child.get(b"name") == b"body"
        if isinstance(child, Table) and is_body and _table(child.get(b"attr")).get(b"xmlns") in CLIENT_NAMESPACES:
            return _text(b"".join(text for text in child.sequence() if isinstance(text, bytes)))
    return None


def _table(value: Value) -> Table:
    return value if isinstance(value, Table) else Table()


def _text(value: Value) -> str | None:
    return value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else None


def _moment(stamp: str) -> int | None:
    """The time that a stamp names (XEP-0082, or XEP-0091 before it); fractions of a second are lost."""
    try:
        time = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return int((time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp())
