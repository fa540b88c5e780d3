"""Messages: `xmppUser.archive` and `xmppUser.offlineMessages`, and what a list of messages is."""
from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from gql.schema import quirks
from gql.schema.connections import PAGE, Listing, connection
from gql.schema.loading import Reader, Record
from gql.schema.quirks import Argument, Resolve
from gql.schema.scalars import JSON
from gql.schema.stored import EPOCH
from gql.schema.xmpp_moments import moment
from gql.schema.xmpp_users import add_user
from models.network import Network
from models.query.pages import Page
from models.xmpp.archive import ARCHIVE_STORE, OFFLINE_STORE, MessageFilter, MessagePage
from models.xmpp.message import Message

WITH = Argument("with", str | None, "Only those to and from this address; a resource is ignored.", None)
TIMES = (
    Argument("start", datetime | None, "Only those from then on.", None),
    Argument("end", datetime | None, "Only those until then.", None),
)

_VALUES = (
    ("archiveId", quirks.optional(str), "The id under which the archive has it (XEP-0313).", "id"),
    ("with", quirks.optional(str), "The other one's address, without resource; in a room's log the kind of stanza.",
     "with_"),
    ("from", quirks.optional(str), "The full address of the sender; in a room, of the room with the nickname.",
     "from_"),
    ("to", quirks.optional(str), "The full address of the recipient.", "to"),
    ("type", quirks.optional(str), "`chat`, `groupchat`, `headline`, `normal` or `error`; null means `normal`.",
     "type"),
    ("body", quirks.optional(str), "The text.", "body"),
    ("xml", quirks.optional(str), "The whole stanza as XML; null if it cannot be written so.", "xml"),
    ("json", quirks.optional(JSON), "The whole stanza as `/data` has it.", "json"),
)

_USERS: tuple[tuple[str, str, Callable[[Message], str | None]], ...] = (
    ("sender", "Who stands behind `from`, in a room the room; null for other servers.", lambda message: message.from_),
    ("recipient", "Who stands behind `to`; null for other servers.", lambda message: message.to),
    ("correspondent", "Who stands behind `with`; null for other servers.", lambda message: message.with_),
)


class Messages:
    """The type of messages and of pages of them; `type` and `connection` for others to lead to."""

    def __init__(self, user: type) -> None:
        self.type = quirks.shell("XmppMessage")
        for name, annotation, description, attribute in _VALUES:
            quirks.add_value(self.type, name, annotation, description, attribute)
        quirks.add_field(self.type, "sentAt", quirks.optional(datetime), "When it was sent, where that is known.",
                         _sent_at)
        for name, description, address in _USERS:
            add_user(self.type, name, user, description, address)
        quirks.freeze_type(self.type, "XmppMessage", "A stored message. What it does not say is null.")
        self.connection = connection("XmppMessage", self.type, counted=False)

    def add_lists(self, user: type) -> None:
        """Give the shell of users the archive and the messages that wait."""
        self.add_list(user, "archive", "The messages that the server keeps for the user, oldest first.",
                      _in_archive, (WITH, *TIMES))
        self.add_list(user, "offlineMessages", "The messages that wait until the user is online, oldest first.",
                      _offline, TIMES)

    def add_list(
        self, shell: type, name: str, description: str, resolve: Resolve, arguments: tuple[Argument, ...],
    ) -> None:
        """Give a shell a list of messages; its resolver gets those arguments and those of the page."""
        quirks.add_field(shell, name, self.connection, description, resolve, (*arguments, *PAGE))


async def page_of(reader: Reader, user: int, store: str, wanted: MessageFilter, *page: Any) -> Listing:
    """A page of the messages in a user's store. Raises BadQuery."""
    first, after, last, before = page
    asked = Page(first, after, last, before)
    found = await reader.together(_messages, asked.size, user, store, wanted, asked) if reader.owns(user) else None
    if found is None:
        return Listing((), (), has_next=False, has_previous=False, total_count=None)
    messages = reader.counted(found.messages)
    return Listing(messages, found.cursors, found.has_next, found.has_previous, None)


def wanted_messages(with_: str | None, start: datetime | None, end: datetime | None) -> MessageFilter:
    """The filter that the arguments ask for."""
    return MessageFilter(with_, _seconds(start), _seconds(end))


async def _in_archive(
    user: Record, reader: Reader, with_: str | None, start: datetime | None, end: datetime | None, *page: Any,
) -> Listing:
    return await page_of(reader, user.id, ARCHIVE_STORE, wanted_messages(with_, start, end), *page)


async def _offline(
    user: Record, reader: Reader, start: datetime | None, end: datetime | None, *page: Any,
) -> Listing:
    return await page_of(reader, user.id, OFFLINE_STORE, wanted_messages(None, start, end), *page)


async def _sent_at(message: Message, _: Reader) -> datetime | None:
    return moment(message.when)


def _seconds(value: datetime | None) -> int | None:
    return None if value is None else int((value - EPOCH).total_seconds())


def _messages(
    network: Network, ids: Collection[int], store: str, wanted: MessageFilter, page: Page,
) -> Mapping[int, MessagePage]:
    return network.views.messages(ids, store, wanted, page)
