"""How uvicorn speaks HTTP here: as it does by itself, but short answers go out together, and some at once."""
from __future__ import annotations

import asyncio
from functools import lru_cache, partial
from typing import Any

from starlette.types import Receive, Scope, Send
from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from gql.web.at_once import PIECE, Coming, Fields, Response, at_once

LONGEST_HELD = 65_536
"""How many bytes wait on a connection at most."""

LONGEST_ASKED = 4_096
"""How many bytes a request has at most that may be answered at once; longer ones ask for much."""


class Protocol(HttpToolsProtocol):
    """HTTP/1.1 over transports that are Joined.

    uvicorn makes a task for each request when its head has come. Here the task is made when all that was received is
    read; and it is not made for a request that is whole by then, if the application answers it at once. What it has
    found out about others meanwhile is not found out again.
    """

    _begun: tuple[RequestResponseCycle, ASGI3Application] | None = None
    _reads = False
    _may_answer = False
    """One request of those that came together: others have their turn before the next one."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # any transport comes
        """A client has connected."""
        super().connection_made(Joined(transport, asyncio.get_running_loop()))  # type: ignore[arg-type]  # stands for it
        self._at_once = at_once(self.app)

    def data_received(self, data: bytes) -> None:
        """Some bytes of requests have come."""
        self._reads = self._may_answer = True
        super().data_received(data)
        self._reads = False
        self._go_on()

    def on_message_complete(self) -> None:
        """A request is there as a whole."""
        super().on_message_complete()
        if self._begun and self._may_answer:
            self._may_answer = False
            if self._begun[1] is self.app and self._answers(self._begun[0]):
                self._begun = None
        self._go_on()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        self._begun = cycle, app
        if not self._reads:
            self._go_on()

    def _go_on(self) -> None:
        """Let a request that has begun go the usual way."""
        if self._begun:
            begun, self._begun = self._begun, None
            self._unset_keepalive_if_required()  # an answer before it in the same data has set it
            super()._start_asgi_task(*begun)

    def _answers(self, cycle: RequestResponseCycle) -> bool:
        """Whether it is known at once what answers a request; a short answer is sent.

        A request that ends its connection, or waits to be told to go on, goes the usual way: uvicorn knows how.
        """
        if len(cycle.body) > LONGEST_ASKED or self.flow.write_paused or not cycle.keep_alive:
            return False
        if cycle.waiting_for_100_continue or cycle.access_log:
            return False
        try:
            answer = self._at_once(cycle.scope, bytes(cycle.body))  # type: ignore[arg-type]  # a scope is what it says
        except Exception:  # noqa: BLE001 - the usual way meets it, too, and tells the log and the client
            return False
        if answer is None:
            return False
        if isinstance(answer, Response) and len(answer.body) <= PIECE:
            _send(cycle, answer)
        else:
            app = answer if isinstance(answer, Response) else partial(_wait, cycle, answer)
            self._begun = cycle, app  # type: ignore[assignment]  # the same
            self._go_on()
        return True


async def _wait(cycle: RequestResponseCycle, coming: Coming, scope: Scope, receive: Receive, send: Send) -> None:
    """An application that sends an answer when it has come."""
    answer = await coming(receive)
    if answer is None or cycle.disconnected:
        return
    is_simple = cycle.keep_alive and not cycle.flow.write_paused  # a shutdown may want the connection to end meanwhile
    if is_simple and isinstance(answer, Response) and len(answer.body) <= PIECE:
        _send(cycle, answer)
    else:
        await answer(scope, receive, send)


def _send(cycle: RequestResponseCycle, answer: Response) -> None:
    """Do for an answer what a cycle does for its messages."""
    cycle.transport.write(b"%b%b%bcontent-length: %d\r\n\r\n%b" % (
        STATUS_LINE[answer.status], _lines(tuple(cycle.default_headers)), _lines(answer.fields), len(answer.body),
        answer.body))
    cycle.response_started = cycle.response_complete = True
    cycle.body.clear()
    done, cycle.on_response = cycle.on_response, _nothing  # which holds the connection, which holds the cycle
    done()


def _nothing() -> None:
    pass


@lru_cache(maxsize=256)
def _lines(fields: Fields) -> bytes:
    """Header fields as they are sent: the same ones again and again, but for the time, which is that for a second."""
    return b"".join([b"%b: %b\r\n" % field for field in fields])


class Joined:
    """A transport whose short writes wait until the event loop has done what it had to do, then are one.

    uvicorn writes the head of an answer and then its body: two system calls, where one will do. And each write may
    wake another process, which costs more than answering a small request: while several requests are being answered,
    their clients had better be told together.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self.is_closing = transport.is_closing
        self._held = b""
        self._is_flushing = False

    def __getattr__(self, name: str) -> Any:
        """Whatever else a transport does."""
        return getattr(self._transport, name)

    def write(self, data: bytes | memoryview) -> None:
        """Send bytes behind those that were written before."""
        if len(self._held) + len(data) > LONGEST_HELD:
            self._send()
            self._transport.write(data)
            return
        self._held += data
        if not self._is_flushing:
            self._is_flushing = True
            self._loop.call_soon(self._flush)

    def close(self) -> None:
        """Send what waits, then close the connection."""
        self._send()
        self._transport.close()

    def _flush(self) -> None:
        self._is_flushing = False
        self._send()

    def _send(self) -> None:
        held, self._held = self._held, b""
        if held and not self.is_closing():
            self._transport.write(held)
