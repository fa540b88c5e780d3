"""Messages and pages of them as gql.schema.xmpp_messages shows them."""
from __future__ import annotations

from operator import itemgetter

from gql.compiler.stores.facts import At, Inner, Kind, Person, Plain, moment
from gql.compiler.stores.sources import Messages, View
from models.xmpp.archive import ARCHIVE_STORE, OFFLINE_STORE, ROOM_LOG_STORE

MESSAGE = Kind("XmppMessage", {
    "archiveId": Plain(lambda message: message.id),
    "with": Plain(lambda message: message.with_),
    "from": Plain(lambda message: message.from_),
    "to": Plain(lambda message: message.to),
    "type": Plain(lambda message: message.type),
    "body": Plain(lambda message: message.body),
    "xml": Plain(lambda message: message.xml),
    "json": Plain(lambda message: message.json),
    "sentAt": Plain(lambda message: moment(message.when)),
    "sender": Person(lambda message: message.from_, At.SENDER),
    "recipient": Person(lambda message: message.to, At.RECIPIENT),
    "correspondent": Person(lambda message: message.with_, At.OTHER),
})

EDGE = Kind("XmppMessageEdge", {"cursor": Plain(itemgetter(0)), "node": Inner(itemgetter(1), MESSAGE)})

PAGE_INFO = Kind("PageInfo", {
    "hasNextPage": Plain(lambda page: page.has_next),
    "hasPreviousPage": Plain(lambda page: page.has_previous),
    "startCursor": Plain(lambda page: page.cursors[0] if page.cursors else None),
    "endCursor": Plain(lambda page: page.cursors[-1] if page.cursors else None),
})

PAGE = Kind("XmppMessageConnection", {
    "edges": Inner(lambda page: zip(page.cursors, page.messages, strict=True), EDGE, many=True),
    "nodes": Inner(lambda page: page.messages, MESSAGE, many=True),
    "pageInfo": Inner(lambda page: page, PAGE_INFO),
})


def _view(store: str) -> View:
    return View(Messages(store), Inner(lambda page: page, PAGE))


ARCHIVE_VIEW, OFFLINE_VIEW, LOG_VIEW = map(_view, (ARCHIVE_STORE, OFFLINE_STORE, ROOM_LOG_STORE))
