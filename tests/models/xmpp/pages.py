"""What pages of messages show, and a walk from page to page."""
from __future__ import annotations

from collections.abc import Sequence

from models.query.pages import Page
from models.xmpp.archive import MessageFilter, MessagePage
from models.xmpp.message import Message
from models.xmpp.views import XmppViews


def shown(page: MessagePage) -> list[str | None]:
    """The texts of the messages."""
    return [message.body for message in page.messages]


def walk(views: XmppViews, ids: Sequence[int], store: str, wanted: MessageFilter, *, backwards: bool) -> list[Message]:
    """All messages of the first user, two at a time."""
    found: list[Message] = []
    page = Page(last=2) if backwards else Page(first=2)
    while True:
        answer = views.messages(ids, store, wanted, page)[ids[0]]
        found = [*answer.messages, *found] if backwards else [*found, *answer.messages]
        if not (answer.has_previous if backwards else answer.has_next):
            return found
        page = Page(last=2, before=answer.cursors[0]) if backwards else Page(first=2, after=answer.cursors[-1])
