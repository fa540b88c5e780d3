"""Pages of messages: archives, messages that wait for their recipient, and the logs of rooms."""
from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from models.jid import parse_jid
from models.query.pages import Page
from models.xmpp.list_rows import Entry, ListRows, Window
from models.xmpp.message import Message, from_entry
from models.xmpp.places import ITEMS, parse_cursor
from models.xmpp.secret_stores import is_secret

ARCHIVE_STORE, OFFLINE_STORE, ROOM_LOG_STORE = "archive", "offline", "muc_log"


@dataclass(frozen=True)
class MessageFilter:
    """Which messages are wanted: those with a correspondent, those from a time to a time, both included.

    `with_` is an address, prepared here if it is a user's; a resource is ignored. `start` and `end` are in
    seconds since 1970. A message without what is asked for is not wanted.
    """

    with_: str | None = None
    start: int | None = None
    end: int | None = None

    @cached_property
    def correspondent(self) -> str | None:
        """The address as archives have it."""
        jid = parse_jid(self.with_) if self.with_ else None
        return str(jid) if jid else self.with_

    def accepts(self, message: Message) -> bool:
        """Whether a message is wanted."""
        if self.with_ is not None and (message.with_ or "") != self.correspondent:
            return False
        if self.start is None and self.end is None:
            return True
        if message.when is None:
            return False
        return (self.start is None or message.when >= self.start) and (self.end is None or message.when <= self.end)


EVERY_MESSAGE = MessageFilter()


@dataclass(frozen=True)
class MessagePage:
    """One page: messages in their order, a cursor for each, and whether there are others before and behind.

    Behind what a cursor of the caller cuts off there are some, as in models.query.pages.Connection.
    """

    messages: tuple[Message, ...]
    cursors: tuple[str, ...]
    has_next: bool
    has_previous: bool


def read_pages(
    lists: ListRows, ids: Collection[int], store: str, wanted: MessageFilter, page: Page
) -> dict[int, MessagePage]:
    """For each user a page of the messages in a store: first the archive's rows, then what was appended.

    A secret store has none. Raises BadCursor before any statement runs.
    """
    after, before = (parse_cursor(cursor) if cursor is not None else None for cursor in (page.after, page.before))
    window = Window(page.size + 1, after, before, page.backwards, wanted.correspondent, wanted.start, wanted.end)
    found = {} if is_secret(store) else lists.read(ids, store, window)
    return {id_: page_of(found.get(id_, ()), wanted, page) for id_ in ids}


def page_of(entries: Collection[Entry], wanted: MessageFilter, page: Page) -> MessagePage:
    """The page with the first wanted entries of some, which are in the order in which the page is read."""
    return _answer(list(_chosen(entries, wanted, page.size + 1)), page)


def _chosen(entries: Collection[Entry], wanted: MessageFilter, limit: int) -> Iterator[tuple[Entry, Message]]:
    """The first wanted entries; those of the archive were filtered where they were found."""
    left = limit
    for entry in entries:
        message = from_entry(entry)
        if entry.place.part != ITEMS or wanted.accepts(message):
            yield entry, message
            left -= 1
        if not left:
            return


def _answer(chosen: list[tuple[Entry, Message]], page: Page) -> MessagePage:
    shown, more = chosen[:page.size], len(chosen) > page.size
    if page.backwards:
        shown = shown[::-1]
    after, before = page.after is not None, page.before is not None
    return MessagePage(
        messages=tuple([message for _, message in shown]),
        cursors=tuple([entry.place.cursor for entry, _ in shown]),
        has_next=before if page.backwards else more or before,
        has_previous=more or after if page.backwards else after,
    )
