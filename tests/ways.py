"""The two ways in which a request may be answered, held against each other."""
from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gql.web.at_once import Response, at_once


def both_ways(app: ASGIApp) -> ASGIApp:
    """An application that answers the usual way, and fails if it answers the same request otherwise at once."""
    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        before, taken, sent = dict(scope), list[Message](), list[Message]()

        async def receiving() -> Message:
            taken.append(await receive())
            return taken[-1]

        async def sending(message: Message) -> None:
            sent.append(message)
            await send(message)

        await app(scope, receiving, sending)
        quick = at_once(app)(before, b"".join(message.get("body", b"") for message in taken))
        if isinstance(quick, Response):
            fields = [*quick.fields, (b"content-length", b"%d" % len(quick.body))]
            assert (quick.status, sorted(fields)) == (sent[0]["status"], sorted(sent[0]["headers"]))
            assert quick.body == b"".join(message["body"] for message in sent[1:])

    return both
