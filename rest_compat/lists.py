"""Lists of any length: what is too long for memory goes through a temporary file."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from tempfile import SpooledTemporaryFile

from models.objects import Row
from models.workers import Workers
from rest_compat.answers import head
from rest_compat.bodies import ClientGone, Receive, Scope, Send
from rest_compat.rows import RowWriter
from rest_compat.wire.ptree_json import LIST_COMMA, LIST_END, empty_list, list_head

CHUNK = 64 * 1024
IN_MEMORY = 1024 * 1024

Page = Callable[[int], Sequence[Row]]
"""The rows behind an id, in id order; none: that was all."""


def short_list(key: str, rows: Sequence[Row], write: RowWriter) -> bytes:
    """A list of a few rows as JSON."""
    if not rows:
        return empty_list(key).encode()
    return "".join((list_head(key), LIST_COMMA.join(map(write, rows)), LIST_END)).encode()


class LongList:
    """The answer with a list of many rows, whose length has to be known before its first byte is sent.

    `render` writes it to a file and `send` sends that. Either ends with ClientGone, and without the file, as
    soon as the client goes away.
    """

    def __init__(self, key: str, page: Page, write: RowWriter) -> None:
        self._key, self._page, self._write = key, page, write
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by render or send

    async def render(self, workers: Workers, receive: Receive) -> None:
        """Write the file; each page is a job of its own, so that others get their turn in between."""
        self._gone = asyncio.ensure_future(_disconnected(receive))
        try:
            last: int | None = 0
            while last is not None:
                last = await workers.read_in_thread(self._add_page, last)
                self._check_client()
        except BaseException:
            self._close()
            raise

    async def send(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Send the file and remove it."""
        try:
            length = self._file.tell()
            self._file.seek(0)
            await send({"type": "http.response.start", "status": 200, "headers": list(head(length))})
            while scope["method"] != "HEAD" and (chunk := self._file.read(CHUNK)):
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
                self._check_client()
            await send({"type": "http.response.body", "body": b""})
        finally:
            self._close()

    def _add_page(self, after: int) -> int | None:
        """Write the rows behind an id and say which was the last, or write the end."""
        rows = self._page(after)
        if rows:
            text = (LIST_COMMA if after else list_head(self._key)) + LIST_COMMA.join(map(self._write, rows))
        else:
            text = LIST_END if after else empty_list(self._key)
        self._file.write(text.encode())
        return rows[-1].id if rows else None

    def _check_client(self) -> None:
        if self._gone.done():
            raise ClientGone

    def _close(self) -> None:
        self._gone.cancel()
        self._file.close()


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
