"""The audit log as administrators read it: `auditEntries`."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import strawberry

from gql.compiler.errors import BadInput
from gql.compiler.ids import parse_id
from gql.schema import quirks
from gql.schema.connections import Listing, connection
from gql.schema.loading import Reader
from gql.schema.quirks import Argument, InputField, Resolve
from gql.schema.stored import EPOCH
from gql.schema.xmpp_moments import moment
from models.audit import Recorded, Wanted
from models.catalogue import Catalogue
from models.query.pages import Page

ENTRY = "AuditEntry"

_CURSOR = re.compile(r"audit\.([0-9]{1,18})")


class FieldChange(NamedTuple):
    """A field that changed; `hidden`: neither value is in the log."""

    field: str
    old: str | None
    new: str | None
    hidden: bool


_CHANGE: Sequence[tuple[str, Any, str]] = (
    ("field", str, "The field, as `/rest` calls it; of a store one of its keys, empty for all that are no texts."),
    ("old", quirks.optional(str), "What it held before, at most 1000 characters of it."),
    ("new", quirks.optional(str), "What it holds now."),
    ("hidden", bool, "Whether the log keeps neither value: a secret, or what a user has stored."),
)

_FILTERS: Mapping[str, tuple[Any, str]] = {
    "principal": (str, "Only what this one did."),
    "door": (str, "Only what came through this door: `graphql`, `rest`, `data`, or `command`."),
    "type": (str, "Only what happened to objects of this type, named as in ids: `account`."),
    "object": (strawberry.ID, "Only what happened to this object, which may be gone."),
    "since": (datetime, "Only what happened from then on."),
    "until": (datetime, "Only what happened before then."),
}

PRINCIPAL = ("Who did it: an account, a JID, `token:NAME`, or `operator:NAME` at the command line; `local` is a "
             "program of a trusted network.")
ACTION = ("`create`, `update` or `delete`; for what users store `put`, `append` or `delete`; of commands `import` and "
          "`repair`.")

PAGE = (
    Argument("first", int | None, "How many entries, 50 unless you say otherwise and 1000 at most."),
    Argument("after", str | None, "Only older ones than the one with this cursor."),
)


def add_audit(query: type, catalogue: Catalogue) -> None:
    """Give the root the list of all entries."""
    entry = quirks.shell(ENTRY)
    change = _change()
    for name, annotation, text, resolve in _entry_fields(change):
        quirks.add_field(entry, name, annotation, text, resolve)
    quirks.freeze_type(entry, ENTRY, "Something that somebody changed. Entries never change, and none goes.")
    where = quirks.input_type("AuditWhere", "Which entries are asked for: those for which all of this holds.", [
        InputField(name, annotation | None, text) for name, (annotation, text) in _FILTERS.items()])
    quirks.add_field(
        query, "auditEntries", connection(ENTRY, entry, counted=False),
        "Who changed what, the newest first. For administrators.", _entries(catalogue),
        (Argument("where", where | None, "Which entries; null: all."), *PAGE))


def _change() -> type:
    made = quirks.shell("AuditChange")
    for name, annotation, text in _CHANGE:
        quirks.add_value(made, name, annotation, text, name)
    quirks.freeze_type(made, "AuditChange", "A field that changed.")
    return made


def _entry_fields(change: type) -> Sequence[tuple[str, Any, str, Resolve]]:
    return (
        ("at", quirks.optional(datetime), "When it happened.", _reads(lambda entry: moment(entry.at))),
        ("principal", str, PRINCIPAL, _reads(lambda entry: entry.actor.principal)),
        ("address", str, "Where the request came from.", _reads(lambda entry: entry.actor.address)),
        ("door", str, "The door that it came through: `graphql`, `rest`, `data`; `command` is the command line.",
         _reads(lambda entry: entry.actor.door)),
        ("action", str, ACTION, _reads(lambda entry: entry.entry.action)),
        ("object", strawberry.ID, "The object, which may be gone; `network:0` is no single one.",
         _reads(lambda entry: str(entry.entry.object))),
        ("changes", quirks.list_of(change), "What changed; nothing for what a delete took along.", _reads(_changes)),
    )


def _reads(read: Any) -> Resolve:
    async def resolve(entry: Recorded, _: Reader) -> Any:
        return read(entry)

    return resolve


def _changes(recorded: Recorded) -> list[FieldChange]:
    return [
        FieldChange(name, *(change or (None, None)), hidden=not change)
        for name, change in recorded.entry.changes.items()]


def _entries(catalogue: Catalogue) -> Resolve:
    async def resolve(_: None, reader: Reader, where: Any, first: int | None, after: str | None) -> Listing:
        wanted = _wanted(catalogue, quirks.given(where) if where else {})
        size, before = Page(first).size, None if after is None else _read_cursor(after)
        found = await reader.audit(wanted, size + 1, before)
        entries = reader.counted(found[:size])
        cursors = [f"audit.{entry.id}" for entry in entries]
        return Listing(entries, cursors, len(found) > size, before is not None, None)

    return resolve


def _wanted(catalogue: Catalogue, given: Mapping[str, Any]) -> Wanted:
    found = {name: value for name, value in given.items() if value is not None}
    object_ = parse_id(found.pop("object"), catalogue) if "object" in found else None
    type_ = found.pop("type", None)
    if object_ and type_ not in (None, object_.type):
        raise BadInput(f"object is of the type {object_.type}; leave type out")
    for name in ("since", "until"):
        if name in found:
            found[name] = int((found[name] - EPOCH).total_seconds())
    return Wanted(type=object_.type if object_ else type_, object_id=object_.id if object_ else None, **found)


def _read_cursor(text: str) -> int:
    match = _CURSOR.fullmatch(text)
    if match is None:
        raise BadInput("after: this is no cursor of the audit log; pass on one of an earlier answer")
    return int(match[1])
