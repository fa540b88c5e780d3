"""How uvicorn speaks HTTP here: as it does by itself, but short answers go out together."""
from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LONGEST_HELD = 65_536
"""How many bytes wait on a connection at most."""


class Protocol(HttpToolsProtocol):
    """HTTP/1.1 over transports that are Joined."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # any transport comes
        """A client has connected."""
        super().connection_made(Joined(transport, asyncio.get_running_loop()))  # type: ignore[arg-type]  # stands for it


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
