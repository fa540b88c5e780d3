"""From the raw rows of spots to JSON."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gql.compiler.asks import Ask
from gql.compiler.errors import Unplannable
from gql.compiler.plan import Spot
from gql.compiler.stores.asked import OfMessages
from gql.compiler.stores.facts import IN_MESSAGES
from gql.compiler.stores.sources import AnyStore, Keyvals, LinkedAccount, LinkedUser, Messages, OwnStore
from gql.compiler.stores.spots import Raw, finish, text
from gql.compiler.stores.telling import Telling
from models.xmpp import store_value
from models.xmpp.archive import MessagePage, page_of
from models.xmpp.list_rows import Entry
from models.xmpp.places import ARCHIVE, Place
from models.xmpp.secret_stores import is_secret

KEYVAL_CELLS, ENTRY_CELLS = 4, 7
"""How many cells the records of keyvals and of lists have before those of people."""

Cells = Sequence[bytes]
Records = Sequence[Cells]


def finished(answer: bytes, spots: Sequence[Spot], asks: Sequence[Ask]) -> bytes:
    """The answer with JSON in its spots. Raises Unplannable for what only the reference executor can tell."""
    if not spots:
        return answer
    return finish(answer, lambda number, raw: FINISHERS[type(spots[number].source)](
        spots[number], asks[spots[number].site], raw))


def _keyvals(member: Spot, _: Any, raw: Raw) -> bytes:
    assert isinstance(member.source, Keyvals)  # noqa: S101 - see FINISHERS
    address = _address(raw.head[0])
    found = member.source.make(address, _stored(raw.records))
    people = _at_keys(member, raw.records)
    own = [number for number, person in enumerate(member.people) if person.at in IN_MESSAGES]
    for number, itself in zip(own, raw.head[1:], strict=False):
        people[number] = {address.encode(): itself} if address else {}
    return Telling(people, raw.head[1 + len(own):]).json(member.part, found)


def _store(member: Spot, _: Any, raw: Raw) -> bytes:
    keyval = _stored([cells for cells in raw.records if len(cells) == KEYVAL_CELLS])
    entries = [cells for cells in raw.records if len(cells) == ENTRY_CELLS]
    found = [store_value.from_keyval(name, rows) for name, rows in keyval.items() if not is_secret(name)]
    if not found and entries:
        found = [store_value.from_list(sorted(map(_entry, entries), key=lambda entry: entry.place))]
    return Telling((), ()).json(member.part, found[0].value if found else None)


def _messages(member: Spot, asked: Any, raw: Raw) -> bytes:
    assert isinstance(asked, OfMessages)  # noqa: S101 - the sites of messages ask for them
    entries = sorted(map(_entry, raw.records), key=lambda entry: entry.place, reverse=asked.page.backwards)
    page = page_of(entries, asked.wanted, asked.page) if raw.head[0] else NO_PAGE
    return Telling(_in_messages(member, raw.records), ()).json(member.part, page)


NO_PAGE = MessagePage((), (), has_next=False, has_previous=False)
"""What there is for whoever may not see a user's stores."""


def _user(member: Spot, _: Any, raw: Raw) -> bytes:
    assert isinstance(member.source, LinkedUser)  # noqa: S101 - see FINISHERS
    display, found = raw.head
    return found if member.source.rule.node(_unicode(text(display))) else b"null"


def _account(member: Spot, _: Any, raw: Raw) -> bytes:
    assert isinstance(member.source, LinkedAccount)  # noqa: S101 - see FINISHERS
    rule, node = member.source.rule, _unicode(text(raw.head[0]))
    found = [(int(id_), shown) for id_, display, shown in raw.records if rule.node(_unicode(text(display))) == node]
    return min(found)[1] if found else b"null"


def _stored(records: Records) -> dict[str, list[tuple[bytes, str, bytes]]]:
    """The rows of keyvals by the name of the store."""
    found: dict[str, list[tuple[bytes, str, bytes]]] = {}
    for store, key, type_, value, *_ in records:
        if not store:
            continue
        row = (text(key), text(type_).decode("utf-8", "replace"), text(value))
        found.setdefault(text(store).decode(), []).append(row)
    return found


def _at_keys(member: Spot, records: Records) -> list[dict[bytes, bytes]]:
    """For each mention of people the JSON of users by the addresses that keys are."""
    bare = [text(cells[1]).partition(b"/")[0] for cells in records]
    return [{key: cells[KEYVAL_CELLS + number] for key, cells in zip(bare, records, strict=True)
             if cells[KEYVAL_CELLS + number]} for number in range(len(member.people))]


def _in_messages(member: Spot, records: Records) -> list[dict[bytes, bytes]]:
    """The same by the addresses that stand in messages."""
    return [{text(address): found for address, found in (
        cells[ENTRY_CELLS + 2 * number:][:2] for cells in records)} for number in range(len(member.people))]


def _entry(cells: Cells) -> Entry:
    part, number, when, key, with_, type_, value = cells[:ENTRY_CELLS]
    place, kind = Place(int(part), int(number)), text(type_).decode("utf-8", "replace")
    if place.part != ARCHIVE:
        return Entry(place, None, None, None, kind, text(value))
    return Entry(place, _time(when), text(key), text(with_), kind, text(value))


def _time(cell: bytes) -> int | float:
    try:
        return int(cell)
    except ValueError:
        pass
    try:
        return float(cell)
    except ValueError as error:
        raise Unplannable("the time of an archived message is no number") from error


def _address(cell: bytes) -> str | None:
    """The address whose parts a cell has, as models.xmpp.address has it."""
    if not cell:
        return None
    return "@".join(text(part).decode("utf-8", "backslashreplace") for part in cell.split(b".") if part)


def _unicode(name: bytes) -> str:
    try:
        return name.decode()
    except UnicodeDecodeError as error:
        raise Unplannable("a name that is no UTF-8") from error


FINISHERS: Mapping[type, Callable[[Spot, Any, Raw], bytes]] = {
    Keyvals: _keyvals, AnyStore: _store, OwnStore: _store, Messages: _messages, LinkedUser: _user,
    LinkedAccount: _account,
}
